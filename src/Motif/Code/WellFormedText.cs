using System.Buffers;
using System.Text;

namespace Motif.Code;

/// <summary>
/// The one place where text out of a source becomes text that can be kept: a legal literal may hold U+0000 or half a surrogate
/// pair, which no store takes, and a limit may fall inside a pair.
/// </summary>
internal static class WellFormedText
{
    private static readonly SearchValues<char> Odd = SearchValues.Create([
        '\0',
        .. Enumerable.Range('\uD800', '\uDFFF' - '\uD800' + 1).Select(c => (char)c),
    ]);

    /// <summary>U+FFFD for what stands for no character.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAny(Odd) < 0)
            return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            kept.Append(rune.Value == 0 ? Rune.ReplacementChar.ToString() : rune.ToString());
        return kept.ToString();
    }

    /// <summary>The same, of at most so many UTF-16 units, cut at a character.</summary>
    public static string Of(string text, int maxLength)
    {
        if (text.Length <= maxLength)
            return Of(text);
        var end =
            maxLength > 0 && char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength;
        return Of(text[..end]);
    }
}
