using System.Globalization;
using System.Text;
using Motif.Code.Python.Unicode;

namespace Motif.Code.Python;

/// <summary>The escape sequences of string and bytes literals. An unknown one stays as it is written;
/// one that is begun and not finished is an error.</summary>
internal static class PythonEscapes
{
    /// <summary>Appends what a string literal's content means. Gives the error, or null.</summary>
    internal static string? Decode(
        ReadOnlySpan<char> text,
        List<char> output,
        List<int> loneSurrogates
    )
    {
        while (true)
        {
            var backslash = text.IndexOf('\\');
            if (backslash < 0)
            {
                output.AddRange(text);
                return null;
            }
            output.AddRange(text[..backslash]);
            text = text[(backslash + 1)..];
            if (text.IsEmpty)
            {
                output.Add('\\');
                return null;
            }
            var c = text[0];
            text = text[1..];
            if (Simple(c) is { } meaning)
            {
                if (meaning >= 0)
                    output.Add((char)meaning);
                continue;
            }
            int point;
            switch (c)
            {
                case >= '0' and <= '7':
                    point = Octal(c, ref text);
                    break;
                case 'x':
                    if (!TryReadHex(ref text, 2, out point))
                        return "(unicode error) truncated \\xXX escape";
                    break;
                case 'u':
                    if (!TryReadHex(ref text, 4, out point))
                        return "(unicode error) truncated \\uXXXX escape";
                    break;
                case 'U':
                    if (!TryReadHex(ref text, 8, out point))
                        return "(unicode error) truncated \\UXXXXXXXX escape";
                    if ((uint)point > 0x10FFFF)
                        return "(unicode error) illegal Unicode character";
                    break;
                case 'N':
                    if (!TryReadName(ref text, out point))
                        return "(unicode error) unknown or malformed Unicode character name";
                    break;
                default:
                    output.Add('\\');
                    output.Add(c);
                    continue;
            }
            Append(point, output, loneSurrogates);
        }
    }

    /// <summary>Appends what a bytes literal's content means. Gives the error, or null.</summary>
    internal static string? DecodeBytes(ReadOnlySpan<char> text, bool isEscaped, List<byte> output)
    {
        if (!Ascii.IsValid(text))
            return "bytes can only contain ASCII literal characters";
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c != '\\' || !isEscaped || i + 1 == text.Length)
            {
                output.Add((byte)c);
                continue;
            }
            c = text[++i];
            if (Simple(c) is { } meaning)
            {
                if (meaning >= 0)
                    output.Add((byte)meaning);
                continue;
            }
            var rest = text[(i + 1)..];
            var length = rest.Length;
            if (c is >= '0' and <= '7')
            {
                output.Add((byte)Octal(c, ref rest));
            }
            else if (c == 'x')
            {
                if (!TryReadHex(ref rest, 2, out var value))
                    return "(value error) invalid \\x escape";
                output.Add((byte)value);
            }
            else
            {
                output.Add((byte)'\\');
                output.Add((byte)c);
            }
            i += length - rest.Length;
        }
        return null;
    }

    /// <summary>The code points of text in which two halves from separate escapes stand together, which UTF-16 would
    /// take for one character; null where there are none.</summary>
    internal static int[]? CodePointsWithSplitPairs(
        ReadOnlySpan<char> text,
        int offset,
        List<int> loneSurrogates
    )
    {
        var hasPair = false;
        foreach (var position in loneSurrogates)
        {
            var i = position - offset;
            hasPair |=
                i >= 0
                && i + 1 < text.Length
                && char.IsSurrogatePair(text[i], text[i + 1])
                && loneSurrogates.Contains(position + 1);
        }
        if (!hasPair)
            return null;
        var points = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isPair =
                i + 1 < text.Length
                && char.IsSurrogatePair(text[i], text[i + 1])
                && !loneSurrogates.Contains(offset + i);
            points.Add(isPair ? char.ConvertToUtf32(text[i], text[++i]) : text[i]);
        }
        return [.. points];
    }

    // -1 for an escaped line end, which means nothing; null for what is no escape of one character.
    private static int? Simple(char c) =>
        c switch
        {
            '\n' => -1,
            '\\' or '\'' or '"' => c,
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\b',
            'f' => '\f',
            'v' => '\v',
            'a' => '\a',
            _ => null,
        };

    private static int Octal(char first, ref ReadOnlySpan<char> rest)
    {
        var value = first - '0';
        for (
            var digits = 1;
            digits < 3 && rest.Length > 0 && rest[0] is >= '0' and <= '7';
            digits++
        )
        {
            value = value * 8 + rest[0] - '0';
            rest = rest[1..];
        }
        return value;
    }

    private static bool TryReadHex(ref ReadOnlySpan<char> text, int digits, out int value)
    {
        value = 0;
        if (text.Length < digits)
            return false;
        foreach (var c in text[..digits])
        {
            if (!char.IsAsciiHexDigit(c))
                return false;
        }
        value = int.Parse(text[..digits], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        text = text[digits..];
        return true;
    }

    private static bool TryReadName(ref ReadOnlySpan<char> text, out int point)
    {
        point = -1;
        var end = text.IndexOf('}');
        if (text.Length < 3 || text[0] != '{' || end < 2)
            return false;
        point = PythonUnicode.Lookup(text[1..end]);
        text = text[(end + 1)..];
        return point >= 0;
    }

    private static void Append(int point, List<char> output, List<int> loneSurrogates)
    {
        if (point > 0xFFFF)
        {
            output.Add(char.ConvertFromUtf32(point)[0]);
            output.Add(char.ConvertFromUtf32(point)[1]);
            return;
        }
        if (char.IsSurrogate((char)point))
            loneSurrogates.Add(output.Count);
        output.Add((char)point);
    }
}
