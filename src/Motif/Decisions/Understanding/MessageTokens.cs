using System.Globalization;
using System.Text;
using Motif.Text;

namespace Motif.Decisions.Understanding;

/// <summary>
/// The words of a message as the matcher reads them: NFKC, small letters, links as <c>urlx</c>, mail addresses as <c>mailx</c>,
/// numbers by their length (1–2 digits <c>0</c>, 3–4 <c>000</c>, more <c>00000</c>); letters and digits with one apostrophe inside,
/// and the signs <c>?</c> and <c>!</c>. Every step is one pass.
/// </summary>
public static class MessageTokens
{
    private const string Link = " urlx ";
    private const string Mail = " mailx ";
    private static readonly string[] LinkStarts = ["http://", "https://", "www."];

    public static IReadOnlyList<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Split(MaskNumbers(MaskMail(MaskLinks(Folded(text)))));
    }

    /// <summary>Equal for messages that differ in case, punctuation and spacing alone; null where there is no word.</summary>
    public static string? Signature(string text)
    {
        var words = Of(text).Where(t => t is not ("?" or "!"));
        var joined = string.Join(' ', words);
        return joined.Length == 0 ? null : joined;
    }

    private static string Folded(string text) =>
        CompatibilityNormalizer.Normalize(text).ToLowerInvariant().Replace('\u2019', '\'');

    private static string MaskLinks(string text)
    {
        if (!LinkStarts.Any(s => text.Contains(s, StringComparison.Ordinal)))
            return text;
        var masked = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; )
        {
            var end = LinkEnd(text, i);
            if (end > i)
                masked.Append(Link);
            else
                masked.Append(text[i]);
            i = Math.Max(end, i + 1);
        }
        return masked.ToString();
    }

    private static int LinkEnd(string text, int start)
    {
        foreach (var prefix in LinkStarts)
        {
            if (string.CompareOrdinal(text, start, prefix, 0, prefix.Length) != 0)
                continue;
            var end = start + prefix.Length;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
                end++;
            return end > start + prefix.Length ? end : start;
        }
        return start;
    }

    private static string MaskMail(string text)
    {
        if (!text.Contains('@', StringComparison.Ordinal))
            return text;
        var masked = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; )
        {
            if (!IsInName(text[i]))
            {
                masked.Append(text[i++]);
                continue;
            }
            var end = i;
            while (end < text.Length && IsInName(text[end]))
                end++;
            var mailEnd = end < text.Length && text[end] == '@' ? HostEnd(text, end + 1) : 0;
            if (mailEnd > 0)
                masked.Append(Mail);
            else
                masked.Append(text, i, end - i);
            i = Math.Max(mailEnd, end);
        }
        return masked.ToString();
    }

    /// <summary>Where a host with a dot in it ends; 0 where there is none.</summary>
    private static int HostEnd(string text, int start)
    {
        var dot = start;
        while (dot < text.Length && (IsWord(text[dot]) || text[dot] == '-'))
            dot++;
        if (dot == start || dot >= text.Length || text[dot] != '.')
            return 0;
        var end = dot + 1;
        while (end < text.Length && (IsWord(text[end]) || text[end] == '.'))
            end++;
        return end > dot + 1 ? end : 0;
    }

    private static bool IsInName(char c) => IsWord(c) || c is '.' or '+' or '-';

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static string MaskNumbers(string text)
    {
        var masked = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; )
        {
            var end = i;
            while (end < text.Length && char.IsDigit(text[end]))
                end++;
            if (end > i)
                masked.Append(
                    (end - i) switch
                    {
                        < 3 => "0",
                        < 5 => "000",
                        _ => "00000",
                    }
                );
            else
                masked.Append(text[end++]);
            i = end;
        }
        return masked.ToString();
    }

    private static List<string> Split(string text)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length; )
        {
            if (text[i] is '?' or '!')
                tokens.Add(text[i] == '?' ? "?" : "!");
            var end = RunEnd(text, i);
            if (end == i)
            {
                i++;
                continue;
            }
            if (
                end < text.Length
                && text[end] == '\''
                && RunEnd(text, end + 1) is var more
                && more > end + 1
            )
                end = more;
            tokens.Add(text[i..end]);
            i = end;
        }
        return tokens;
    }

    /// <summary>Where a run of letters and digits ends that begins here; a pair of surrogates is one letter.</summary>
    private static int RunEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length)
        {
            if (!Rune.TryGetRuneAt(text, end, out var rune) || !IsLetter(rune))
                break;
            end += rune.Utf16SequenceLength;
        }
        return end;
    }

    private static bool IsLetter(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber;
}
