using System.Globalization;
using System.Xml;

namespace Motif.Code.Quality.Coverage;

/// <summary>
/// Cobertura's XML, which coverage.py, coverlet and others write: <c>class filename</c> with <c>line number hits
/// condition-coverage="50% (1/2)"</c>.
/// </summary>
internal static class CoberturaXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        // The reports name a DTD on a host that is long gone; it is skipped, not fetched.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
    };

    public static void Read(string file, string text, CoverageReport report)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            reader.MoveToContent();
            if (reader.LocalName != "coverage")
                throw new CoverageFormatException(file, $"the root element is {reader.LocalName}");
            Read(reader, report);
        }
        catch (Exception exception)
            when (exception is XmlException or FormatException or OverflowException)
        {
            throw new CoverageFormatException(file, exception.Message, exception);
        }
    }

    private static void Read(XmlReader reader, CoverageReport report)
    {
        LineCoverage? current = null;
        while (reader.Read())
        {
            if (reader.NodeType is not XmlNodeType.Element)
                continue;
            if (reader.LocalName == "class" && reader.GetAttribute("filename") is { } name)
                current = report.File(name);
            else if (reader.LocalName == "line" && current is not null)
                Line(reader, current);
        }
    }

    private static void Line(XmlReader reader, LineCoverage coverage)
    {
        if (reader.GetAttribute("number") is not { } number)
            return;
        var line = int.Parse(number, CultureInfo.InvariantCulture);
        var hits = long.Parse(reader.GetAttribute("hits") ?? "0", CultureInfo.InvariantCulture);
        coverage.Line(line, hits > 0);
        if (reader.GetAttribute("condition-coverage") is not { } conditions)
            return;
        var open = conditions.IndexOf('(', StringComparison.Ordinal);
        var slash = conditions.IndexOf('/', StringComparison.Ordinal);
        var close = conditions.IndexOf(')', StringComparison.Ordinal);
        if (open < 0 || slash < open || close < slash)
            return;
        coverage.Branches(
            line,
            int.Parse(conditions.AsSpan((open + 1)..slash), CultureInfo.InvariantCulture),
            int.Parse(conditions.AsSpan((slash + 1)..close), CultureInfo.InvariantCulture)
        );
    }
}
