namespace Motif.Cli.Terminal;

/// <summary>Breaks text between words, so that ids, paths and commands stay whole and can be copied.</summary>
internal static class WordWrap
{
    /// <summary>The lines of a text; a word that is longer than a line stands alone on one that is too long.</summary>
    /// <param name="width">Columns of a line; null where lines have no end.</param>
    /// <param name="hanging">Blanks before the second line and those after it.</param>
    public static IEnumerable<string> Lines(string text, int? width, int hanging = 0)
    {
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (width is not { } columns || paragraph.Length <= columns)
            {
                yield return paragraph;
                continue;
            }
            foreach (var line in Broken(paragraph, columns, hanging))
                yield return line;
        }
    }

    private static IEnumerable<string> Broken(string paragraph, int columns, int hanging)
    {
        var start = 0;
        var margin = "";
        while (margin.Length + paragraph.Length - start > columns)
        {
            var end = EndOfLine(paragraph, start, Math.Max(1, columns - margin.Length));
            if (end < 0)
                break;
            yield return margin + paragraph[start..end].TrimEnd();
            start = end;
            while (start < paragraph.Length && paragraph[start] == ' ')
                start++;
            margin = new string(' ', Math.Min(hanging, columns / 2));
        }
        if (start < paragraph.Length)
            yield return margin + paragraph[start..];
    }

    /// <summary>The last blank within the line, else the first one behind it; -1 where there is none.</summary>
    private static int EndOfLine(string text, int start, int room)
    {
        var first = start;
        while (first < text.Length && text[first] == ' ')
            first++;
        var last = text.LastIndexOf(' ', start + room, start + room - first + 1);
        return last > first ? last : text.IndexOf(' ', Math.Min(text.Length - 1, start + room));
    }
}
