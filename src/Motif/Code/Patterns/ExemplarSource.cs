using System.Text;

namespace Motif.Code.Patterns;

/// <summary>The source text of an exemplar, as much as the catalogue keeps.</summary>
internal static class ExemplarSource
{
    private const int MaxLines = 120;
    private const int MaxCharacters = 8000;

    /// <summary>The unit's lines without the indentation they share, capped, without secrets.</summary>
    /// <param name="source">The whole file.</param>
    /// <param name="firstLine">Where the unit begins, its decorators with it: they are part of what is reused.</param>
    public static string Of(string source, int firstLine, int endLine)
    {
        var lines = LinesOf(source, firstLine, endLine);
        var indent = lines
            .Where(l => !string.IsNullOrWhiteSpace(l))
            .Select(l => l.Length - l.TrimStart(' ', '\t').Length)
            .DefaultIfEmpty(0)
            .Min();
        var text = new StringBuilder();
        foreach (var line in lines.Take(MaxLines))
        {
            var kept = line.Length >= indent ? line[indent..] : "";
            if (text.Length + kept.Length > MaxCharacters)
                break;
            text.Append(kept.TrimEnd()).Append('\n');
        }
        return KeptText.Of(text.ToString().TrimEnd('\n'), 2 * MaxCharacters);
    }

    private static List<string> LinesOf(string source, int firstLine, int endLine)
    {
        var lines = new List<string>();
        var number = 0;
        foreach (var line in source.AsSpan().EnumerateLines())
        {
            number++;
            if (number > endLine)
                break;
            if (number >= firstLine)
                lines.Add(line.ToString());
        }
        return lines;
    }
}
