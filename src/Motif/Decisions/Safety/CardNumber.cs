namespace Motif.Decisions.Safety;

/// <summary>12 to 19 digits that begin as cards of that length do and pass Luhn's sum, whatever single signs separate them.</summary>
internal static class CardNumber
{
    private const int Fewest = 12;
    private const int Most = 19;

    public static int End(string text, int start)
    {
        if (!char.IsAsciiDigit(text[start]) || PersonalData.IsInside(text, start))
            return start;
        Span<int> digits = stackalloc int[Most + 1];
        var count = 0;
        var end = start;
        for (var i = start; i < text.Length && count <= Most; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                digits[count++] = text[i] - '0';
                end = i + 1;
            }
            else if (
                !IsSeparator(text[i])
                || i + 1 >= text.Length
                || !char.IsAsciiDigit(text[i + 1])
            )
            {
                break;
            }
        }
        var isWhole = end == text.Length || !char.IsLetterOrDigit(text[end]);
        return
            count is >= Fewest and <= Most
            && isWhole
            && BeginsAsCard(digits, count)
            && Luhn(digits[..count])
            ? end
            : start;
    }

    private static bool IsSeparator(char c) =>
        c is ' ' or '-' or '.' or '\u00a0' or '_' or '/' or '\u2010' or '\u2011' or '\u2013';

    /// <summary>3 to 6, and the 2-series 2221 to 2720: not the milliseconds of a date. 15 digits are of JCB too, 12 of Maestro alone.</summary>
    private static bool BeginsAsCard(ReadOnlySpan<int> digits, int count)
    {
        var four = (digits[0] * 1000) + (digits[1] * 100) + (digits[2] * 10) + digits[3];
        if (count == 12)
            return four / 100 is 50 or 56 or 57 or 58 or 63 or 67;
        if (count == 15 && four is 1800 or 2131)
            return true;
        return digits[0] is >= 3 and <= 6 || four is >= 2221 and <= 2720;
    }

    private static bool Luhn(ReadOnlySpan<int> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)];
            if (i % 2 == 1)
                digit = digit > 4 ? (2 * digit) - 9 : 2 * digit;
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
