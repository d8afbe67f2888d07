namespace Motif.Text;

/// <summary>
/// Scripts that put no spaces between words: Chinese characters, Hiragana, Katakana. Where words end cannot be seen, so that every
/// two neighbours are a term (Nie and Ren, "Chinese information retrieval: using characters or words?", IPM 1999).
/// </summary>
internal static class UnspacedScript
{
    public static bool Contains(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (IsOf(character))
                return true;
        }
        return false;
    }

    /// <summary>The word cut where it changes from such a script to another and back.</summary>
    public static IEnumerable<(string Part, bool IsUnspaced)> Parts(string word)
    {
        var start = 0;
        for (var i = 1; i <= word.Length; i++)
        {
            if (i < word.Length && IsOf(word[i]) == IsOf(word[start]))
                continue;
            yield return (word[start..i], IsOf(word[start]));
            start = i;
        }
    }

    /// <summary>Every two neighbours; one character alone as it is.</summary>
    public static IEnumerable<string> Pairs(string part)
    {
        if (part.Length == 1)
            yield return part;
        for (var i = 0; i + 1 < part.Length; i++)
            yield return part.Substring(i, 2);
    }

    /// <summary>Hiragana and Katakana with their marks, the ideographs of the basic plane, halves of those beyond it left whole.</summary>
    private static bool IsOf(char character) =>
        character
            is (>= '\u3040' and <= '\u30FF')
                or (>= '\u3400' and <= '\u4DBF')
                or (>= '\u4E00' and <= '\u9FFF')
                or (>= '\uF900' and <= '\uFAFF')
                or '\u3005';
}
