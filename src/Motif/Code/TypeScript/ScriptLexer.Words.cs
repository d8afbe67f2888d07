using System.Globalization;
using System.Text;

namespace Motif.Code.TypeScript;

/// <summary>Names, numbers, strings and the parts of templates.</summary>
internal sealed partial class ScriptLexer
{
    /// <summary>The text of a name with its escapes resolved.</summary>
    public static string Unescaped(ReadOnlySpan<char> word)
    {
        var text = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; )
        {
            if (word[i] != '\\' || i + 2 >= word.Length)
            {
                text.Append(word[i++]);
                continue;
            }
            var isBraced = word[i + 2] == '{';
            var digits = word[(i + (isBraced ? 3 : 2))..];
            var length = isBraced ? Math.Max(0, digits.IndexOf('}')) : Math.Min(4, digits.Length);
            var isCode = int.TryParse(
                digits[..length],
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var code
            );
            if (isCode && Rune.IsValid(code))
                text.Append(new Rune(code).ToString());
            i += length + (isBraced ? 4 : 2);
        }
        return text.ToString();
    }

    private ScriptToken Word()
    {
        var start = _position;
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (char.IsAsciiLetterOrDigit(c) || c is '_' or '$')
                _position++;
            else if (c == '\\' && At(1) == 'u')
                SkipUnicodeEscape();
            else if (c >= '\u0080' && LengthOfForeign(isFirst: _position == start) is > 0 and var n)
                _position += n;
            else
                break;
        }
        if (_position == start)
        {
            _position++;
            Report(start, "invalid character");
            return ScriptToken.Unknown;
        }
        return IsEscaped
            ? ScriptToken.Identifier
            : ScriptTokens.OfWord(_text.AsSpan(start, _position - start));
    }

    private void SkipUnicodeEscape()
    {
        IsEscaped = true;
        _position += 2;
        if (At(0) != '{')
        {
            _position = Math.Min(_text.Length, _position + 4);
            return;
        }
        var end = _text.IndexOf('}', _position);
        _position = end < 0 ? _text.Length : end + 1;
    }

    /// <summary>UTF-16 length of a letter beyond ASCII, 0 for what cannot stand in a name.</summary>
    private int LengthOfForeign(bool isFirst)
    {
        if (
            Rune.DecodeFromUtf16(_text.AsSpan(_position), out var rune, out var length)
            is not System.Buffers.OperationStatus.Done
        )
            return 0;
        var category = Rune.GetUnicodeCategory(rune);
        var isLetter =
            category <= UnicodeCategory.OtherLetter || category is UnicodeCategory.LetterNumber;
        var isPart =
            category
                is UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.SpacingCombiningMark
                    or UnicodeCategory.DecimalDigitNumber
                    or UnicodeCategory.ConnectorPunctuation
            || rune.Value is 0x200C or 0x200D or 0xB7 or 0x387 or 0x19DA
            || rune.Value is >= 0x1369 and <= 0x1371;
        // Other_ID_Start of Unicode.
        var isOther = rune.Value is 0x1885 or 0x1886 or 0x2118 or 0x212E or 0x309B or 0x309C;
        return isLetter || isOther || (isPart && !isFirst) ? length : 0;
    }

    private ScriptToken Number()
    {
        var token = ScriptToken.Number;
        var prefix = _text[_position] == '0' ? char.ToLowerInvariant(At(1)) : '\0';
        if (prefix is 'x' or 'o' or 'b')
        {
            _position += 2;
            var first = _position;
            SkipWhile(c => char.IsAsciiHexDigit(c) || c == '_');
            if (_position == first)
                Report(_position, "digit expected");
        }
        else
        {
            SkipDigits();
            if (At(0) == '.')
            {
                _position++;
                SkipDigits();
            }
            if (At(0) is 'e' or 'E')
                SkipExponent();
        }
        if (At(0) == 'n')
        {
            _position++;
            token = ScriptToken.BigInteger;
        }
        var end = _position;
        if (_position < _text.Length && (char.IsAsciiLetterOrDigit(At(0)) || At(0) is '_' or '$'))
        {
            SkipWhile(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$');
            Report(end, "an identifier or keyword cannot immediately follow a numeric literal");
        }
        return token;
    }

    private void SkipExponent()
    {
        _position++;
        if (At(0) is '+' or '-')
            _position++;
        if (!char.IsAsciiDigit(At(0)))
            Report(_position, "digit expected");
        SkipDigits();
    }

    private void SkipDigits() => SkipWhile(c => char.IsAsciiDigit(c) || c == '_');

    private void SkipWhile(Func<char, bool> holds)
    {
        while (_position < _text.Length && holds(_text[_position]))
            _position++;
    }

    private ScriptToken String(char quote)
    {
        for (_position++; ; _position++)
        {
            var rest = _text.AsSpan(_position);
            var length = quote == '"' ? rest.IndexOfAny("\"\\\n\r") : rest.IndexOfAny("'\\\n\r");
            _position = length < 0 ? _text.Length : _position + length;
            if (At(0) == quote && length >= 0)
            {
                _position++;
                return ScriptToken.String;
            }
            if (length < 0 || At(0) is '\n' or '\r')
            {
                Report(_position, "unterminated string literal");
                return ScriptToken.String;
            }
            // A backslash: what follows belongs to the string, CR LF together.
            _position++;
            if (At(0) == '\r' && At(1) == '\n')
                _position++;
        }
    }

    /// <summary>From a backtick or a closing brace to the next hole or the end.</summary>
    private ScriptToken TemplatePart(ScriptToken whole, ScriptToken beforeHole)
    {
        for (_position++; ; )
        {
            var length = _text.AsSpan(Math.Min(_position, _text.Length)).IndexOfAny("`\\$");
            if (length < 0)
            {
                _position = _text.Length;
                Report(_position, "unterminated template literal");
                return whole;
            }
            _position += length;
            if (At(0) == '`')
            {
                _position++;
                return whole;
            }
            if (At(0) == '$' && At(1) == '{')
            {
                _position += 2;
                return beforeHole;
            }
            _position += At(0) == '\\' ? 2 : 1;
        }
    }
}
