using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Motif.Code.Python.Unicode;

namespace Motif.Code.Python;

/// <summary>The text of a file, decoded as PEP 263 says and with line ends made <c>\n</c>.</summary>
internal sealed class PythonSource
{
    private static readonly SearchValues<byte> EncodingNameBytes = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."u8
    );

    private PythonSource(
        string text,
        string encoding,
        bool isAscii,
        bool hasByteOrderMark,
        string? error
    )
    {
        Text = text;
        Encoding = encoding;
        IsAscii = isAscii;
        HasByteOrderMark = hasByteOrderMark;
        Error = error;
    }

    /// <summary>Never empty unless the source is; ends with a line end.</summary>
    internal string Text { get; }

    internal string Encoding { get; }

    internal bool IsAscii { get; }

    internal bool HasByteOrderMark { get; }

    /// <summary>Why the bytes are no text, where they are none; <see cref="Text"/> then holds what could be read.</summary>
    internal string? Error { get; }

    /// <summary>Takes text that is decoded already: an encoding declared in it means nothing.</summary>
    internal static PythonSource FromText(string text)
    {
        var bom = text.StartsWith('\uFEFF');
        var normalized = WithLineFeeds(bom ? text[1..] : text);
        return new PythonSource(
            normalized,
            "utf-8",
            Ascii.IsValid(normalized),
            bom,
            NullByteError(normalized)
        );
    }

    internal static PythonSource FromBytes(ReadOnlySpan<byte> bytes)
    {
        var bom = bytes.StartsWith("\uFEFF"u8);
        if (bom)
            bytes = bytes[3..];
        var declared = DeclaredEncoding(bytes);
        var name = NormalName(declared ?? "utf-8");
        if (bom && name != "utf-8")
            return DecodeUtf8(bytes, bom, $"encoding problem: {declared} with BOM");
        return name switch
        {
            "utf-8" => DecodeUtf8(bytes, bom, null),
            "iso-8859-1" => Decoded(System.Text.Encoding.Latin1.GetString(bytes), declared!, null),
            _ => DecodeOther(bytes, declared!),
        };
    }

    private static PythonSource DecodeUtf8(ReadOnlySpan<byte> bytes, bool bom, string? error)
    {
        if (Ascii.IsValid(bytes))
        {
            var ascii = WithLineFeeds(System.Text.Encoding.Latin1.GetString(bytes));
            return new PythonSource(ascii, "utf-8", true, bom, error ?? NullByteError(ascii));
        }
        if (!Utf8.IsValid(bytes))
            error ??= "the source is no valid UTF-8 and declares no other encoding";
        var text = WithLineFeeds(System.Text.Encoding.UTF8.GetString(bytes));
        return new PythonSource(text, "utf-8", false, bom, error ?? NullByteError(text));
    }

    private static PythonSource Decoded(string text, string encoding, string? error)
    {
        var normalized = WithLineFeeds(text);
        return new PythonSource(
            normalized,
            encoding,
            Ascii.IsValid(normalized),
            false,
            error ?? NullByteError(normalized)
        );
    }

    private static PythonSource DecodeOther(ReadOnlySpan<byte> bytes, string declared)
    {
        if (PythonUnicode.OneByteEncoding(CodecName(declared)) is { } table)
            return DecodeOneByte(bytes, declared, table);
        try
        {
            var encoding = MultiByteEncoding(CodecName(declared));
            if (encoding is not null)
                return Decoded(encoding.GetString(bytes), declared, null);
        }
        catch (DecoderFallbackException)
        {
            return Decoded(
                System.Text.Encoding.Latin1.GetString(bytes),
                declared,
                $"the source is no valid {declared}"
            );
        }
        return Decoded(
            System.Text.Encoding.Latin1.GetString(bytes),
            declared,
            $"unknown encoding: {declared}"
        );
    }

    private static PythonSource DecodeOneByte(
        ReadOnlySpan<byte> bytes,
        string declared,
        char[] table
    )
    {
        var text = new char[bytes.Length];
        string? error = null;
        for (var i = 0; i < bytes.Length; i++)
        {
            text[i] = table[bytes[i]];
            if (text[i] == '\uFFFE')
                error ??= $"byte 0x{bytes[i]:x2} has no meaning in {declared}";
        }
        return Decoded(new string(text), declared, error);
    }

    // These tables are the framework's; CPython's differ from them in a few rare characters.
    private static Encoding? MultiByteEncoding(string codec)
    {
        var page = codec switch
        {
            "utf_8_sig" => 65001,
            "shift_jis"
            or "csshiftjis"
            or "shiftjis"
            or "sjis"
            or "s_jis"
            or "cp932"
            or "932"
            or "ms932" => 932,
            "euc_jp" or "eucjp" or "ujis" or "u_jis" => 51932,
            "iso2022_jp" or "iso_2022_jp" or "csiso2022jp" or "iso2022jp" => 50220,
            "gb2312"
            or "euc_cn"
            or "euccn"
            or "eucgb2312_cn"
            or "gbk"
            or "936"
            or "cp936"
            or "ms936" => 936,
            "gb18030" or "gb18030_2000" => 54936,
            "hz" or "hzgb" or "hz_gb" or "hz_gb_2312" => 52936,
            "big5" or "big5_tw" or "csbig5" or "cp950" or "950" or "ms950" => 950,
            "euc_kr" or "euckr" or "korean" or "ksc5601" or "cp949" or "949" or "ms949" or "uhc" =>
                949,
            "johab" or "cp1361" or "ms1361" => 1361,
            _ => 0,
        };
        return page == 0
            ? null
            : CodePagesEncodingProvider.Instance.GetEncoding(
                page,
                EncoderFallback.ExceptionFallback,
                DecoderFallback.ExceptionFallback
            )
                ?? System.Text.Encoding.GetEncoding(
                    page,
                    EncoderFallback.ExceptionFallback,
                    DecoderFallback.ExceptionFallback
                );
    }

    /// <summary>The name in a comment <c>coding: name</c> of the first line, or of the second if the first holds
    /// nothing but a comment.</summary>
    private static string? DeclaredEncoding(ReadOnlySpan<byte> bytes)
    {
        for (var line = 0; line < 2 && bytes.Length > 0; line++)
        {
            var end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
            var text = end < 0 ? bytes : bytes[..end];
            var content = text.TrimStart(" \t\f"u8);
            if (content.Length > 0 && content[0] != '#')
                return null;
            if (EncodingIn(content) is { } name)
                return name;
            if (end < 0)
                return null;
            var isPair = bytes[end] == '\r' && end + 1 < bytes.Length && bytes[end + 1] == '\n';
            bytes = bytes[(end + (isPair ? 2 : 1))..];
        }
        return null;
    }

    private static string? EncodingIn(ReadOnlySpan<byte> comment)
    {
        for (var at = comment.IndexOf("coding"u8); at >= 0; )
        {
            var rest = comment[(at + 6)..];
            if (rest.Length > 0 && rest[0] is (byte)':' or (byte)'=')
            {
                var name = rest[1..].TrimStart(" \t"u8);
                var length = name.IndexOfAnyExcept(EncodingNameBytes);
                if (length < 0)
                    length = name.Length;
                if (length > 0)
                    return System.Text.Encoding.ASCII.GetString(name[..length]);
            }
            var next = rest.IndexOf("coding"u8);
            at = next < 0 ? -1 : at + 6 + next;
        }
        return null;
    }

    // CPython's tokenizer looks at the first twelve characters only.
    private static string NormalName(string name)
    {
        var head = name[..Math.Min(12, name.Length)].Replace('_', '-').ToLowerInvariant();
        if (head == "utf-8" || head.StartsWith("utf-8-", StringComparison.Ordinal))
            return "utf-8";
        foreach (var latin in (ReadOnlySpan<string>)["latin-1", "iso-8859-1", "iso-latin-1"])
        {
            if (head == latin || head.StartsWith(latin + "-", StringComparison.Ordinal))
                return "iso-8859-1";
        }
        return name;
    }

    private static string CodecName(string name)
    {
        var result = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '.')
                result.Append(char.ToLowerInvariant(c));
            else if (result.Length > 0 && result[^1] != '_')
                result.Append('_');
        }
        var normalized = result.ToString();
        return normalized is "utf8" or "u8" or "utf" or "utf8_ucs2" or "utf8_ucs4" or "cp65001"
            ? "utf_8_sig"
            : normalized.Replace('.', '_');
    }

    private static string? NullByteError(string text) =>
        text.Contains('\0', StringComparison.Ordinal)
            ? "source code cannot contain null bytes"
            : null;

    private static string WithLineFeeds(string text)
    {
        if (text.Contains('\r', StringComparison.Ordinal))
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return text.Length == 0 || text[^1] == '\n' ? text : text + "\n";
    }
}
