namespace Motif.Text;

/// <summary>Cuts text into sentences, for training pairs and snippets.</summary>
public static class Sentences
{
    /// <summary>Sentences of four words or more; a cut is white space behind . ! or ?, or a line break.</summary>
    public static List<string> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var result = new List<string>();
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            var ends =
                i == text.Length
                || text[i] == '\n'
                || (char.IsWhiteSpace(text[i]) && text[i - 1] is '.' or '!' or '?' or '。');
            if (!ends)
                continue;
            var sentence = text[start..i].Trim();
            if (CountWords(sentence) >= 4)
                result.Add(sentence);
            start = i;
        }
        return result;
    }

    private static int CountWords(ReadOnlySpan<char> text)
    {
        var count = 0;
        var inside = false;
        foreach (var character in text)
        {
            var space = char.IsWhiteSpace(character);
            if (!space && !inside)
                count++;
            inside = !space;
        }
        return count;
    }
}
