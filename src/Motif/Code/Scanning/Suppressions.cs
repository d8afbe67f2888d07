using System.Text;

namespace Motif.Code.Scanning;

/// <summary>
/// Where an author asks to be left alone: <c>motif: ignore</c> in a comment on the first line of a unit, at its decorators or on the line above, takes
/// the unit and what is inside out of the scan; <c>motif: ignore-file</c> in one of the first ten lines the whole file.
/// </summary>
internal sealed class Suppressions
{
    private const int HeadLines = 10;

    private readonly HashSet<int> _lines;

    /// <param name="lines">Those with a mark that is no file's, counted from 1.</param>
    public Suppressions(bool isWholeFile, IEnumerable<int> lines)
    {
        (IsWholeFile, _lines) = (isWholeFile, [.. lines]);
    }

    public static Suppressions None { get; } = new(false, []);

    public bool IsWholeFile { get; }

    /// <summary>The lines with a mark that is no file's, ascending.</summary>
    public IEnumerable<int> Lines => _lines.Order();

    public static Suppressions In(ReadOnlySpan<byte> source)
    {
        if (source.IndexOf("motif: ignore"u8) < 0)
            return None;
        var lines = new HashSet<int>();
        var isWholeFile = false;
        var number = 0;
        foreach (var line in Encoding.UTF8.GetString(source).AsSpan().EnumerateLines())
        {
            number++;
            var comment = line.IndexOf("motif: ignore", StringComparison.Ordinal);
            if (comment < 0 || !IsComment(line[..comment]))
                continue;
            if (line[comment..].StartsWith("motif: ignore-file", StringComparison.Ordinal))
                isWholeFile |= number <= HeadLines;
            else
                lines.Add(number);
        }
        return new Suppressions(isWholeFile, lines);
    }

    /// <summary>Whether the unit, or one around it, is marked.</summary>
    public bool Has(CodeFacts facts, CodeUnit unit)
    {
        if (IsWholeFile)
            return true;
        for (var around = unit; _lines.Count > 0; around = facts.Units[around.Parent])
        {
            if (IsMarked(facts, around))
                return around.Kind is not UnitKind.Module;
            if (around.Parent <= 0)
                break;
        }
        return false;
    }

    /// <summary>The mark stands above the unit and its decorators or beside them.</summary>
    private bool IsMarked(CodeFacts facts, CodeUnit unit)
    {
        for (var line = facts.FirstLineOf(unit) - 1; line <= unit.StartLine; line++)
        {
            if (_lines.Contains(line))
                return true;
        }
        return false;
    }

    private static bool IsComment(ReadOnlySpan<char> before)
    {
        var text = before.TrimEnd();
        return text.EndsWith("#")
            || text.EndsWith("//")
            || text.EndsWith("/*")
            || text.EndsWith("*");
    }
}
