using System.Globalization;
using System.Numerics;
using System.Text;
using Motif.Code.Python.Unicode;

namespace Motif.Code.Python;

/// <summary>Values as Python's <c>repr</c> and <c>float.hex</c> write them. What is printable is Unicode 16.0's
/// answer (CPython 3.14): characters that younger CPythons did not know yet are escaped by those.</summary>
internal static class PythonRepr
{
    private const string Hex = "0123456789abcdef";

    internal static void AppendString(StringBuilder output, string value, int[]? codePoints)
    {
        var quote = value.Contains('\'') && !value.Contains('"') ? '"' : '\'';
        output.Append(quote);
        if (codePoints is not null)
        {
            foreach (var point in codePoints)
                AppendPoint(output, point, quote);
        }
        else
        {
            AppendText(output, value, quote);
        }
        output.Append(quote);
    }

    private static void AppendText(StringBuilder output, string value, char quote)
    {
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c is >= ' ' and < '\x7f' && c != quote && c != '\\')
                output.Append(c);
            else if (i + 1 < value.Length && char.IsSurrogatePair(c, value[i + 1]))
                AppendPoint(output, char.ConvertToUtf32(c, value[++i]), quote);
            else
                AppendPoint(output, c, quote);
        }
    }

    private static void AppendPoint(StringBuilder output, int point, char quote)
    {
        switch (point)
        {
            case '\n':
                output.Append("\\n");
                break;
            case '\r':
                output.Append("\\r");
                break;
            case '\t':
                output.Append("\\t");
                break;
            case '\\':
                output.Append("\\\\");
                break;
            default:
                if (point == quote)
                    output.Append('\\').Append(quote);
                else if (PythonUnicode.IsPrintable(point))
                    AppendPlain(output, point);
                else
                    AppendEscape(output, point);
                break;
        }
    }

    private static void AppendPlain(StringBuilder output, int point)
    {
        if (point > 0xFFFF)
            output.Append(char.ConvertFromUtf32(point));
        else
            output.Append((char)point);
    }

    private static void AppendEscape(StringBuilder output, int point)
    {
        var (letter, digits) =
            point <= 0xFF ? ('x', 2)
            : point <= 0xFFFF ? ('u', 4)
            : ('U', 8);
        output.Append('\\').Append(letter);
        for (var shift = (digits - 1) * 4; shift >= 0; shift -= 4)
            output.Append(Hex[(point >> shift) & 15]);
    }

    internal static void AppendBytes(StringBuilder output, ReadOnlySpan<byte> value)
    {
        var quote = value.Contains((byte)'\'') && !value.Contains((byte)'"') ? '"' : '\'';
        output.Append('b').Append(quote);
        foreach (var c in value)
        {
            if (c == quote || c == '\\')
                output.Append('\\').Append((char)c);
            else if (c == '\t')
                output.Append("\\t");
            else if (c == '\n')
                output.Append("\\n");
            else if (c == '\r')
                output.Append("\\r");
            else if (c is >= (byte)' ' and < 0x7f)
                output.Append((char)c);
            else
                output.Append("\\x").Append(Hex[c >> 4]).Append(Hex[c & 15]);
        }
        output.Append(quote);
    }

    internal static void AppendInteger(StringBuilder output, BigInteger value) =>
        output.Append(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The shortest digits that give the same number again, as <c>repr</c> writes them.</summary>
    internal static void AppendFloat(StringBuilder output, double value)
    {
        if (double.IsInfinity(value))
        {
            output.Append(value < 0 ? "-inf" : "inf");
            return;
        }
        var shortest = value.ToString("E16", CultureInfo.InvariantCulture);
        var digits = value.ToString("R", CultureInfo.InvariantCulture);
        var exponent = int.Parse(
            shortest.AsSpan(shortest.IndexOf('E', StringComparison.Ordinal) + 1),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture
        );
        var mantissa = digits
            .Split('E')[0]
            .Replace(".", "", StringComparison.Ordinal)
            .TrimStart('0');
        mantissa = mantissa.TrimEnd('0');
        if (mantissa.Length == 0)
            mantissa = "0";
        if (exponent is < -4 or >= 16)
        {
            output.Append(mantissa[0]);
            if (mantissa.Length > 1)
                output.Append('.').Append(mantissa.AsSpan(1));
            output.Append('e').Append(exponent < 0 ? '-' : '+');
            output.Append(Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture));
        }
        else if (exponent < 0)
        {
            output.Append("0.").Append('0', -exponent - 1).Append(mantissa);
        }
        else
        {
            mantissa = mantissa.PadRight(exponent + 1, '0');
            output.Append(mantissa.AsSpan(0, exponent + 1)).Append('.');
            output.Append(mantissa.Length > exponent + 1 ? mantissa[(exponent + 1)..] : "0");
        }
    }

    /// <summary><c>float.hex</c>: exact, one digit before the point and thirteen after it.</summary>
    internal static void AppendFloatHex(StringBuilder output, double value)
    {
        if (double.IsInfinity(value))
        {
            output.Append("inf");
            return;
        }
        if (value == 0)
        {
            output.Append("0x0.0p+0");
            return;
        }
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var fraction = bits & 0xFFFFFFFFFFFFF;
        var exponent = (int)(bits >> 52) & 0x7FF;
        output.Append(exponent == 0 ? "0x0." : "0x1.");
        output.Append(fraction.ToString("x13", CultureInfo.InvariantCulture)).Append('p');
        var power = exponent == 0 ? -1022 : exponent - 1023;
        output.Append(power < 0 ? '-' : '+').Append(Math.Abs(power));
    }

    /// <summary>An imaginary number as <c>repr</c> writes it.</summary>
    internal static void AppendImaginary(StringBuilder output, double value)
    {
        var start = output.Length;
        AppendFloat(output, value);
        if (output.Length - start > 2 && output[^2] == '.' && output[^1] == '0')
            output.Length -= 2;
        output.Append('j');
    }
}
