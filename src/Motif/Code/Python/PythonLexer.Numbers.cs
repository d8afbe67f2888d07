namespace Motif.Code.Python;

internal sealed partial class PythonLexer
{
    private void ReadNumber(string text, int start)
    {
        var position = start;
        Kind = PythonToken.Number;
        var read =
            text[start] == '0' ? ReadZero(text, ref position) : ReadDecimal(text, ref position);
        if (!read)
            return;
        End = Position = position;
    }

    private bool ReadZero(string text, ref int position)
    {
        switch (text[position + 1] | 0x20)
        {
            case 'x':
                return ReadBased(text, ref position, "hexadecimal", char.IsAsciiHexDigit);
            case 'o':
                return ReadBased(text, ref position, "octal", c => c is >= '0' and <= '7');
            case 'b':
                return ReadBased(text, ref position, "binary", c => c is '0' or '1');
        }
        var start = position;
        if (!SkipDigits(text, ref position))
            return false;
        var isZero = !text.AsSpan(start, position - start).ContainsAnyExcept('0', '_');
        if (text[position] is '.' or 'e' or 'E' or 'j' or 'J')
            return ReadFraction(text, ref position);
        if (isZero)
            return EndsWell(text, ref position, "decimal");
        Fail(
            "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
            start,
            position,
            position
        );
        return false;
    }

    private bool ReadBased(string text, ref int position, string kind, Func<char, bool> isDigit)
    {
        position += 2;
        do
        {
            if (text[position] == '_')
                position++;
            if (!isDigit(text[position]))
                return FailNumber(InvalidDigit(text[position], kind), position);
            while (isDigit(text[position]))
                position++;
        } while (text[position] == '_');
        return char.IsAsciiDigit(text[position])
            ? FailNumber(InvalidDigit(text[position], kind), position)
            : EndsWell(text, ref position, kind);
    }

    private static string InvalidDigit(char c, string kind) =>
        char.IsAsciiDigit(c) ? $"invalid digit '{c}' in {kind} literal" : $"invalid {kind} literal";

    private bool ReadDecimal(string text, ref int position) =>
        (text[position] == '.' || SkipDigits(text, ref position))
        && ReadFraction(text, ref position);

    private bool ReadFraction(string text, ref int position)
    {
        if (text[position] == '.')
        {
            position++;
            if (char.IsAsciiDigit(text[position]) && !SkipDigits(text, ref position))
                return false;
        }
        if ((text[position] | 0x20) == 'e' && !ReadExponent(text, ref position, out var ended))
            return ended;
        if ((text[position] | 0x20) != 'j')
            return EndsWell(text, ref position, "decimal");
        position++;
        return EndsWell(text, ref position, "imaginary");
    }

    // False if the number ends before the letter, which may begin the keyword `else`.
    private bool ReadExponent(string text, ref int position, out bool ended)
    {
        var digits = position + 1;
        var hasSign = text[digits] is '+' or '-';
        if (hasSign)
            digits++;
        ended = false;
        if (!char.IsAsciiDigit(text[digits]))
        {
            ended = hasSign
                ? FailNumber("invalid decimal literal", digits)
                : EndsWell(text, ref position, "decimal");
            return false;
        }
        position = digits;
        return SkipDigits(text, ref position);
    }

    private bool SkipDigits(string text, ref int position)
    {
        while (true)
        {
            while (char.IsAsciiDigit(text[position]))
                position++;
            if (text[position] != '_')
                return true;
            position++;
            if (!char.IsAsciiDigit(text[position]))
                return FailNumber("invalid decimal literal", position);
        }
    }

    // A number may be followed directly by a keyword that can stand after a number, and by no other name.
    private bool EndsWell(string text, ref int position, string kind)
    {
        var c = text[position];
        if (c >= 128 || (Classes[c] & IdentifierPart) == 0)
            return true;
        var rest = text.AsSpan(position);
        var isKeyword =
            (c == 'i' && rest.Length > 1 && rest[1] is 'f' or 'n' or 's')
            || IsWord(rest, "and")
            || IsWord(rest, "else")
            || IsWord(rest, "for")
            || IsWord(rest, "or")
            || IsWord(rest, "not");
        return isKeyword || FailNumber($"invalid {kind} literal", position);
    }

    private static bool IsWord(ReadOnlySpan<char> rest, string word) =>
        rest.StartsWith(word, StringComparison.Ordinal)
        && (
            rest.Length == word.Length
            || (rest[word.Length] < 128 && (Classes[rest[word.Length]] & IdentifierPart) == 0)
        );

    private bool FailNumber(string message, int position)
    {
        var end = position;
        while (
            end < _text.Length && _text[end] < 128 && (Classes[_text[end]] & IdentifierPart) != 0
        )
            end++;
        Fail(message, Start, Math.Max(end, Start + 1), Math.Max(end, Start + 1));
        return false;
    }
}
