using System.Globalization;
using System.Numerics;

namespace Motif.Code.Python;

public sealed partial class PythonParser
{
    // CPython's limit against quadratic conversion; other bases are exempt.
    private const int MaxDecimalDigits = 4300;
    private const int MaxFormatStringDepth = 150;
    private const int MaxFieldDepth = 3;

    private int _formatStringDepth;

    // The characters of the strings being put together, those of inner format strings above those of outer ones.
    private readonly List<char> _characters = [];

    private void ParseNumber()
    {
        var start = Start;
        var text = _text.AsSpan(start, _lexer.End - start);
        if (text.Length == 1)
        {
            EmitNumber(start, PythonConstantKind.SmallInteger, (ulong)(text[0] - '0'));
            return;
        }
        Span<char> buffer =
            text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var digits = WithoutUnderscores(text, buffer);
        var kind = (char)(digits[^1] | 0x20);
        var radix = digits[0] == '0' && digits.Length > 2 ? (char)(digits[1] | 0x20) : '\0';
        if (radix is 'x' or 'o' or 'b')
            EmitInteger(
                start,
                digits[2..],
                radix == 'x' ? 4
                    : radix == 'o' ? 3
                    : 1
            );
        else if (kind == 'j')
            EmitFloat(start, digits[..^1], PythonConstantKind.Complex);
        else if (digits.ContainsAny('.', 'e', 'E'))
            EmitFloat(start, digits, PythonConstantKind.Real);
        else
            EmitDecimal(start, digits);
    }

    private static ReadOnlySpan<char> WithoutUnderscores(ReadOnlySpan<char> text, Span<char> buffer)
    {
        if (!text.Contains('_'))
            return text;
        var length = 0;
        foreach (var c in text)
        {
            if (c != '_')
                buffer[length++] = c;
        }
        return buffer[..length];
    }

    private void EmitDecimal(int start, ReadOnlySpan<char> digits)
    {
        if (ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var small))
        {
            EmitNumber(start, PythonConstantKind.SmallInteger, small);
            return;
        }
        if (digits.Length > MaxDecimalDigits)
        {
            Fail($"Exceeds the limit ({MaxDecimalDigits} digits) for integer string conversion");
            EmitMissing();
            return;
        }
        EmitBig(start, BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));
    }

    private void EmitInteger(int start, ReadOnlySpan<char> digits, int bitsPerDigit)
    {
        digits = digits.TrimStart('0');
        if (digits.Length * bitsPerDigit <= 64)
        {
            var value = 0UL;
            foreach (var c in digits)
                value = (value << bitsPerDigit) | (uint)DigitValue(c);
            EmitNumber(start, PythonConstantKind.SmallInteger, value);
            return;
        }
        var bytes = new byte[(digits.Length * bitsPerDigit + 7) / 8];
        var bit = 0;
        for (var i = digits.Length - 1; i >= 0; i--, bit += bitsPerDigit)
        {
            var shifted = DigitValue(digits[i]) << (bit % 8);
            bytes[bit / 8] |= (byte)shifted;
            if (shifted > 255)
                bytes[bit / 8 + 1] |= (byte)(shifted >> 8);
        }
        var big = new BigInteger(bytes, isUnsigned: true);
        if (big <= ulong.MaxValue)
            EmitNumber(start, PythonConstantKind.SmallInteger, (ulong)big);
        else
            EmitBig(start, big);
    }

    private static int DigitValue(char c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;

    private void EmitFloat(int start, ReadOnlySpan<char> digits, PythonConstantKind kind)
    {
        var value = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        EmitNumber(start, kind, BitConverter.DoubleToUInt64Bits(value));
    }

    private void EmitNumber(int start, PythonConstantKind kind, ulong bits)
    {
        Advance();
        Emit(
            PythonNodeKind.Constant,
            Mark,
            start,
            aux: (int)kind,
            data: (int)(uint)bits,
            extra: (int)(uint)(bits >> 32)
        );
    }

    private void EmitBig(int start, BigInteger value)
    {
        _nodes.Integers.Add(value);
        Advance();
        Emit(
            PythonNodeKind.Constant,
            Mark,
            start,
            aux: (int)PythonConstantKind.BigInteger,
            data: _nodes.Integers.Count - 1
        );
    }
}
