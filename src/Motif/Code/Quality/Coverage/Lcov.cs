using System.Globalization;

namespace Motif.Code.Quality.Coverage;

/// <summary>lcov's tracefile (geninfo(1)): <c>SF:path</c>, <c>DA:line,hits</c>, <c>BRDA:line,block,branch,taken</c>, <c>end_of_record</c>.</summary>
internal static class Lcov
{
    public static bool IsOne(string text) =>
        text.StartsWith("TN:", StringComparison.Ordinal)
        || text.StartsWith("SF:", StringComparison.Ordinal);

    public static void Read(string file, string text, CoverageReport report)
    {
        LineCoverage? current = null;
        var branches = new Dictionary<int, (int Taken, int All)>();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            try
            {
                if (line.StartsWith("SF:", StringComparison.Ordinal))
                    current = report.File(line[3..].Trim().ToString());
                else if (line.StartsWith("DA:", StringComparison.Ordinal))
                    Line(line[3..], current);
                else if (line.StartsWith("BRDA:", StringComparison.Ordinal))
                    Branch(line[5..], branches);
                else if (line.StartsWith("end_of_record", StringComparison.Ordinal))
                    Flush(branches, current);
            }
            catch (Exception exception)
                when (exception is FormatException or OverflowException or ArgumentException)
            {
                throw new CoverageFormatException(file, $"line {number} is broken", exception);
            }
        }
    }

    private static void Line(ReadOnlySpan<char> fields, LineCoverage? coverage)
    {
        Span<Range> parts = stackalloc Range[4];
        if (fields.Split(parts, ',') < 2)
            throw new FormatException("DA needs a line and its hits");
        // gcov writes hits of very hot loops in floating point.
        var hits = double.Parse(fields[parts[1]], CultureInfo.InvariantCulture);
        coverage?.Line(int.Parse(fields[parts[0]], CultureInfo.InvariantCulture), hits > 0);
    }

    private static void Branch(
        ReadOnlySpan<char> fields,
        Dictionary<int, (int Taken, int All)> branches
    )
    {
        var line = int.Parse(
            fields[..fields.IndexOf(',')],
            NumberStyles.Integer,
            CultureInfo.InvariantCulture
        );
        var taken = fields[(fields.LastIndexOf(',') + 1)..].Trim();
        var (before, all) = branches.GetValueOrDefault(line);
        branches[line] = (before + (taken is "-" or "0" ? 0 : 1), all + 1);
    }

    private static void Flush(
        Dictionary<int, (int Taken, int All)> branches,
        LineCoverage? coverage
    )
    {
        foreach (var (line, (taken, all)) in branches)
            coverage?.Branches(line, taken, all);
        branches.Clear();
    }
}
