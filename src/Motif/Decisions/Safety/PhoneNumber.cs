using System.Globalization;

namespace Motif.Decisions.Safety;

/// <summary>
/// Digits that say they are a phone number: a plus or a leading zero, brackets, groups as phones have them, or a word for phones
/// beside them.
/// </summary>
internal static class PhoneNumber
{
    private const int Fewest = 7;
    private const int Most = 15;
    private const int MostNamed = 12;
    private const int Near = 40;
    private const int NearBehind = 10;

    private static readonly HashSet<string> Before = Set(
        "phone telephone tel mobile cell cellphone desk office fax call called calling reach dial ring answering handy telefon mobil anrufen rufnummer registered whatsapp text sms"
    );

    private static readonly HashSet<string> Behind = Set(
        "office fax mobile cell home work desk phone"
    );

    /// <summary>What is counted with such a word before it is no phone.</summary>
    private static readonly HashSet<string> Counted = Set(
        "order ticket invoice case reference ref booking account card bestellung rechnung kunde customer id code"
    );

    public static int End(string text, int start)
    {
        if (
            !(char.IsAsciiDigit(text[start]) || text[start] is '+' or '(')
            || PersonalData.IsInside(text, start)
        )
            return start;
        var (digits, groups, end) = (0, 0, start);
        var hasBracket = text[start] == '(';
        for (var i = start; i < text.Length && digits <= Most; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                digits++;
                groups += i == start || !char.IsAsciiDigit(text[i - 1]) ? 1 : 0;
                end = i + 1;
            }
            else if (
                c == 'x'
                && digits >= 10
                && i + 1 < text.Length
                && char.IsAsciiDigit(text[i + 1])
            )
            {
                continue;
            }
            else if (!(i == start && c == '+') && !IsSeparator(text, i))
            {
                break;
            }
            hasBracket |= c == '(';
        }
        var isWhole = end == text.Length || !char.IsLetterOrDigit(text[end]);
        return
            isWhole
            && digits is >= Fewest and <= Most + 5
            && (
                Says(text[start], text, start, digits, groups, hasBracket)
                || (digits <= MostNamed && !IsDate(text, start) && IsNamed(text, start, end))
            )
            ? end
            : start;
    }

    private static bool Says(
        char first,
        string text,
        int start,
        int digits,
        int groups,
        bool hasBracket
    ) =>
        first == '+'
        || hasBracket
        || (first == '0' && digits >= 9)
        || (groups is >= 3 and <= 5 && digits is >= 9 and <= 14 && !IsDate(text, start))
        || (groups == 4 && digits == 8);

    /// <summary>Whether a word for phones stands shortly before or behind.</summary>
    private static bool IsNamed(string text, int start, int end)
    {
        var before = Words(text[Math.Max(0, start - Near)..start]);
        var named = Array.FindLastIndex(before, Before.Contains);
        return named > Array.FindLastIndex(before, Counted.Contains)
            || Words(text[end..Math.Min(text.Length, end + NearBehind)]) is [var next, ..]
                && Behind.Contains(next);
    }

    private static string[] Words(string text) =>
        text.ToLowerInvariant()
            .Split(
                [' ', '\n', '\r', '\t', ':', '-', ',', '.', '#', '(', ')', '/', '\\'],
                StringSplitOptions.RemoveEmptyEntries
            );

    private static HashSet<string> Set(string words) =>
        words.Split(' ').ToHashSet(StringComparer.Ordinal);

    /// <summary>Four digits and two and two are a day.</summary>
    private static bool IsDate(string text, int start) =>
        start + 10 <= text.Length
        && DateOnly.TryParseExact(
            text.AsSpan(start, 10),
            (string[])
                [
                    "yyyy-MM-dd",
                    "dd.MM.yyyy",
                    "dd/MM/yyyy",
                    "MM/dd/yyyy",
                    "dd-MM-yyyy",
                    "yyyy/MM/dd",
                ],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _
        );

    private static bool IsSeparator(string text, int i) =>
        text[i] is ' ' or '-' or '.' or '(' or ')' or '/' or '\u00a0' or '\u2011'
        && i + 1 < text.Length
        && (char.IsAsciiDigit(text[i + 1]) || text[i + 1] is '(' or ')' or ' ' or '-');
}
