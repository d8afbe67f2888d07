using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Motif.Code.Scanning.Kept;

/// <summary>
/// Numbers, texts and columns of one file as bytes. Every text stands once, behind the rest; a column of small numbers takes two
/// bytes for each, any other four. For one thread.
/// </summary>
internal sealed class FactsWriter
{
    /// <summary>Refuses what is no text, which would come back as another.</summary>
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly ArrayBufferWriter<byte> _body = new(1 << 16);
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    /// <summary>A number of −1 or more, small ones in one byte.</summary>
    public void Number(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, -1);
        var rest = (uint)(value + 1);
        for (; rest >= 0x80; rest >>= 7)
            Byte((byte)(rest | 0x80));
        Byte((byte)rest);
    }

    public void Byte(byte value)
    {
        _body.GetSpan(1)[0] = value;
        _body.Advance(1);
    }

    public void Long(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(_body.GetSpan(sizeof(ulong)), value);
        _body.Advance(sizeof(ulong));
    }

    public void Text(string? text)
    {
        if (text is null)
        {
            Number(-1);
            return;
        }
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(_index, text, out var known);
        if (!known)
        {
            index = _texts.Count;
            _texts.Add(text);
        }
        Number(index);
    }

    public void Texts(IReadOnlyList<string> texts)
    {
        Number(texts.Count);
        foreach (var text in texts)
            Text(text);
    }

    /// <summary>Values of one byte or two each.</summary>
    public void Raw<T>(ReadOnlySpan<T> values)
        where T : unmanaged => _body.Write(MemoryMarshal.AsBytes(values));

    /// <summary>Numbers of −1 or more, whose count is known to the reader.</summary>
    public void Column(ReadOnlySpan<int> values)
    {
        var isNarrow = true;
        foreach (var value in values)
        {
            if (value < -1)
                throw new ArgumentException("no number that a source has", nameof(values));
            isNarrow &= value < ushort.MaxValue;
        }
        Byte(isNarrow ? (byte)sizeof(ushort) : (byte)sizeof(int));
        if (isNarrow)
            Narrow(values);
        else
            Raw(values);
    }

    /// <summary>Behind <paramref name="before"/> bytes that the caller fills.</summary>
    /// <exception cref="EncoderFallbackException">A text holds half a character.</exception>
    public byte[] Written(int before)
    {
        var lengths = new int[_texts.Count];
        for (var i = 0; i < lengths.Length; i++)
            lengths[i] = Strict.GetByteCount(_texts[i]);
        var bodyBytes = _body.WrittenCount;
        Number(lengths.Length);
        Column(lengths);
        var tableBytes = _body.WrittenCount - bodyBytes;
        var bytes = new byte[before + (2 * sizeof(int)) + _body.WrittenCount + lengths.Sum()];
        var rest = bytes.AsSpan(before);
        BinaryPrimitives.WriteInt32LittleEndian(rest, bodyBytes);
        BinaryPrimitives.WriteInt32LittleEndian(rest[sizeof(int)..], tableBytes);
        rest = rest[(2 * sizeof(int))..];
        _body.WrittenSpan.CopyTo(rest);
        rest = rest[_body.WrittenCount..];
        foreach (var text in _texts)
            rest = rest[Strict.GetBytes(text, rest)..];
        return bytes;
    }

    private void Narrow(ReadOnlySpan<int> values)
    {
        var bytes = values.Length * sizeof(ushort);
        var narrow = MemoryMarshal.Cast<byte, ushort>(_body.GetSpan(bytes)[..bytes]);
        for (var i = 0; i < values.Length; i++)
            narrow[i] = (ushort)(values[i] + 1);
        _body.Advance(bytes);
    }
}
