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
        while (NextWord(ref text) is { IsEmpty: false } word)
        {
            if (names.Contains(Of(word)))
                return true;
        }
        return false;
    }

    /// <summary>Takes the words that stand in a text.</summary>
    public static void AddWords(ReadOnlySpan<char> text, HashSet<uint> words)
    {
        while (NextWord(ref text) is { IsEmpty: false } word)
            words.Add(Short(Of(word)));
    }

    /// <summary>What is left of a name in a list of many: two that differ in it differ, others may be the same.</summary>
    public static uint Short(ulong name) => (uint)(name >> 32);

    /// <summary>The first word of a text, which then begins behind it; empty where there is none.</summary>
    private static ReadOnlySpan<char> NextWord(ref ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && !IsWord(text[start]))
            start++;
        var end = start;
        while (end < text.Length && IsWord(text[end]))
            end++;
        var word = text[start..end];
        text = text[end..];
        return word;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
