using Motif.Text.Secrets;

namespace Motif.Code.Patterns;

/// <summary>What the catalogue keeps of a source's own words: well-formed, without secrets, cut at a character.</summary>
internal static class KeptText
{
    private const int MaxLine = 1000;
    private const int MaxPlainWord = 15;

    /// <summary>A secret that the limit would cut in two is gone before.</summary>
    public static string Of(string text, int maxLength) =>
        WellFormedText.Of(Redaction.Apply(WellFormedText.Of(text, 2 * maxLength)), maxLength);

    /// <summary>A signal, a name, a message.</summary>
    public static string Line(string text) => IsPlain(text) ? text : Of(text, MaxLine);

    /// <summary>Short words and nothing that quotes or assigns, as almost all signals are.</summary>
    private static bool IsPlain(string text)
    {
        var word = 0;
        foreach (var c in text)
        {
            word = c == ' ' ? 0 : word + 1;
            if (word > MaxPlainWord || !(char.IsAsciiLetter(c) || c is ' ' or ',' or '.' or ';'))
                return false;
        }
        return text.Length <= MaxLine;
    }
}
