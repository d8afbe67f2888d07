using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Motif.Text;

namespace Motif.Embeddings;

/// <summary>
/// A lexicon on disk: magic, format, name, analyzer version, dimensions, tokens, scales, inverse document frequencies, codes,
/// all little-endian, and the SHA-256 of everything before it.
/// </summary>
public static class LexiconFile
{
    internal const int Format = 1;
    private const int DigestBytes = 32;
    private const int LargestFileBytes = 512 * 1024 * 1024;

    internal static ReadOnlySpan<byte> Magic => "MOTIFLEX"u8;

    /// <summary>Writes a lexicon; the same lexicon gives the same bytes.</summary>
    public static void Write(Lexicon lexicon, Stream target)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(target);
        using var writer = new LexiconWriter();
        lexicon.Write(writer);
        target.Write(writer.Finish());
    }

    /// <summary>Reads a lexicon.</summary>
    /// <exception cref="InvalidDataException">Not a lexicon, a damaged one, or one of another format or analyzer.</exception>
    public static Lexicon Read(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var buffer = new MemoryStream();
        source.CopyTo(buffer);
        var bytes = buffer.ToArray();
        if (bytes.Length > LargestFileBytes)
            throw new InvalidDataException($"The lexicon is larger than {LargestFileBytes} bytes.");
        if (bytes.Length < DigestBytes + Magic.Length || !bytes.AsSpan().StartsWith(Magic))
            throw new InvalidDataException(
                "This is no lexicon: the file does not begin with MOTIFLEX."
            );
        var content = bytes.AsSpan(0, bytes.Length - DigestBytes);
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes.AsSpan(content.Length)))
            throw new InvalidDataException(
                "The lexicon is damaged: its checksum does not fit. Train or copy it again."
            );
        using var reader = new BinaryReader(
            new MemoryStream(bytes, Magic.Length, content.Length - Magic.Length),
            Encoding.UTF8
        );
        return ReadContent(reader);
    }

    private static Lexicon ReadContent(BinaryReader reader)
    {
        if (reader.ReadInt32() is var format and not Format)
            throw new InvalidDataException(
                $"The lexicon has format {format}; this version reads format {Format}."
            );
        var name = reader.ReadString();
        if (reader.ReadString() is var analyzer && analyzer != TextAnalyzer.EnglishSince)
            throw new InvalidDataException(
                $"The lexicon was trained with analyzer {analyzer}, this version reads those of {TextAnalyzer.EnglishSince}. Train it again."
            );
        var dimensions = reader.ReadInt32();
        var count = reader.ReadInt32();
        var tokens = new string[count];
        for (var i = 0; i < count; i++)
            tokens[i] = reader.ReadString();
        var scales = new float[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(scales.AsSpan()));
        var idf = new float[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(idf.AsSpan()));
        var codes = new sbyte[checked(count * dimensions)];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(codes.AsSpan()));
        return new Lexicon(name, tokens, dimensions, codes, scales, idf);
    }
}

/// <summary>Collects the bytes of a lexicon file.</summary>
internal sealed class LexiconWriter : IDisposable
{
    private readonly MemoryStream _buffer = new();

    public void Write(
        string name,
        string[] tokens,
        int dimensions,
        sbyte[] codes,
        float[] scales,
        float[] idf
    )
    {
        _buffer.Write(LexiconFile.Magic);
        using var writer = new BinaryWriter(_buffer, Encoding.UTF8, leaveOpen: true);
        writer.Write(LexiconFile.Format);
        writer.Write(name);
        writer.Write(TextAnalyzer.EnglishSince);
        writer.Write(dimensions);
        writer.Write(tokens.Length);
        foreach (var token in tokens)
            writer.Write(token);
        writer.Write(MemoryMarshal.AsBytes(scales.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(idf.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(codes.AsSpan()));
    }

    /// <summary>Everything written, and its digest.</summary>
    public byte[] Finish()
    {
        var content = _buffer.ToArray();
        return [.. content, .. SHA256.HashData(content)];
    }

    public void Dispose() => _buffer.Dispose();
}
