namespace Motif.Code.Patterns;

/// <summary>The first whole sentence of a documentation text.</summary>
internal static class FirstSentence
{
    /// <summary>A longer one explains more than a description should.</summary>
    private const int MaxLength = 240;

    private const int MinWords = 2;

    /// <summary>Abbreviations whose dot ends no sentence.</summary>
    private static readonly string[] Abbreviations =
    [
        "e.g.",
        "i.e.",
        "etc.",
        "cf.",
        "vs.",
        "resp.",
    ];

    /// <summary>
    /// Null where the text begins with none: a heading such as <c>Args:</c>, a field such as <c>:param x:</c>, an example, a
    /// sentence that is longer than a description should be.
    /// </summary>
    public static string? Of(string? documentation)
    {
        if (documentation is null)
            return null;
        var paragraph = FirstParagraph(documentation);
        if (paragraph.Length == 0 || IsNoProse(paragraph))
            return null;
        var end = EndOfSentence(paragraph);
        var sentence = paragraph[..end].TrimEnd();
        // What leads to a list or to code behind it says only half.
        if (sentence.EndsWith(':') || sentence.Length > MaxLength || Words(sentence) < MinWords)
            return null;
        return sentence[^1] is '.' or '!' or '?' ? sentence : sentence + ".";
    }

    /// <summary>The lines before the first empty one, heading, field, list or example.</summary>
    private static string FirstParagraph(string text)
    {
        var lines = text.ReplaceLineEndings("\n")
            .Split('\n')
            .Select(l => l.Trim())
            .SkipWhile(l => l.Length == 0)
            .ToList();
        var length = 0;
        while (length < lines.Count && lines[length].Length > 0)
        {
            if (length > 0 && IsNoProse(lines[length]))
                break;
            length++;
        }
        return string.Join(' ', lines.Take(length));
    }

    private static bool IsNoProse(string line) =>
        line[0] is ':' or '@' or '>' or '-' or '*' or '=' or '|' or '#' or '.' || IsHeading(line);

    /// <summary><c>Args:</c>, <c>Keyword arguments:</c>, <c>Returns: the sum</c>.</summary>
    private static bool IsHeading(string line)
    {
        var colon = line.IndexOf(':');
        if (colon < 0)
            return false;
        return line[..colon].ToLowerInvariant()
            is "args"
                or "arguments"
                or "parameters"
                or "params"
                or "keyword args"
                or "keyword arguments"
                or "returns"
                or "return"
                or "yields"
                or "raises"
                or "exceptions"
                or "example"
                or "examples"
                or "usage"
                or "note"
                or "notes"
                or "attributes"
                or "see also";
    }

    private static int EndOfSentence(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] != ' ' || text[i - 1] is not ('.' or '!' or '?'))
                continue;
            var ends = !Abbreviations.Any(a =>
                text[..i].EndsWith(a, StringComparison.OrdinalIgnoreCase)
            );
            // "foo. bar" within a signature or a name of a module is no end.
            if (ends && !(i + 1 < text.Length && char.IsLower(text[i + 1])))
                return i;
        }
        return text.Length;
    }

    private static int Words(string text) => text.Count(c => c == ' ') + 1;
}
