namespace Motif.Code;

/// <summary>Names as numbers of 64 bits, the same in every process (FNV-1a over UTF-16, mixed).</summary>
internal static class NameHash
{
    public static ulong Of(ReadOnlySpan<char> name)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in name)
            hash = (hash ^ c) * 1099511628211;
        return (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15;
    }

    /// <summary>Whether one of the names stands in a text, as a word of its own.</summary>
    public static bool IsMentioned(ReadOnlySpan<char> text, HashSet<ulong> names)
    {
        for (var start = 0; start < text.Length; )
        {
            if (!IsWord(text[start]))
            {
                start++;
                continue;
            }
            var end = start + 1;
            while (end < text.Length && IsWord(text[end]))
                end++;
            if (names.Contains(Of(text[start..end])))
                return true;
            start = end;
        }
        return false;
    }

    /// <summary>Takes the words that stand in a text.</summary>
    public static void AddWords(ReadOnlySpan<char> text, HashSet<uint> words)
    {
        for (var start = 0; start < text.Length; )
        {
            if (!IsWord(text[start]))
            {
                start++;
                continue;
            }
            var end = start + 1;
            while (end < text.Length && IsWord(text[end]))
                end++;
            words.Add(Short(Of(text[start..end])));
            start = end;
        }
    }

    /// <summary>What is left of a name in a list of many: two that differ in it differ, others may be the same.</summary>
    public static uint Short(ulong name) => (uint)(name >> 32);

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
