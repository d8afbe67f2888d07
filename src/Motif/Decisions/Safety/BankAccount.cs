namespace Motif.Decisions.Safety;

/// <summary>Two letters, two digits and 11 to 30 letters and digits whose remainder by 97 is 1 (ISO 13616).</summary>
internal static class BankAccount
{
    private const int Fewest = 15;
    private const int Most = 34;

    public static int End(string text, int start)
    {
        if (!char.IsAsciiLetter(text[start]) || PersonalData.IsInside(text, start))
            return start;
        var signs = new List<char>(Most);
        var found = start;
        for (var i = start; i < text.Length && signs.Count < Most; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
                signs.Add(char.ToUpperInvariant(text[i]));
            else if (
                signs.Count < 4
                || text[i] is not (' ' or '-' or '\u00a0')
                || i + 1 >= text.Length
                || !char.IsAsciiLetterOrDigit(text[i + 1])
            )
                break;
            if (
                signs.Count == 4
                && !(
                    char.IsAsciiLetter(signs[1])
                    && char.IsAsciiDigit(signs[2])
                    && char.IsAsciiDigit(signs[3])
                )
            )
                return start;
            var isEnd = i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]);
            if (signs.Count >= Fewest && isEnd && Remainder(signs) == 1)
                found = i + 1;
        }
        return found;
    }

    private static int Remainder(List<char> signs)
    {
        var remainder = 0;
        for (var i = 0; i < signs.Count; i++)
        {
            var sign = signs[(i + 4) % signs.Count];
            var value = char.IsAsciiDigit(sign) ? sign - '0' : sign - 'A' + 10;
            remainder = ((remainder * (value < 10 ? 10 : 100)) + value) % 97;
        }
        return remainder;
    }
}
