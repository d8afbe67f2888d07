using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Motif.Code.Scanning.Kept;

/// <summary>Reads what a <see cref="FactsWriter"/> wrote; every count is held against the bytes there are.</summary>
internal ref struct FactsReader
{
    private readonly string[] _texts;
    private ReadOnlySpan<byte> _rest;

    /// <exception cref="ArgumentException">It is no such thing.</exception>
    /// <exception cref="InvalidDataException">Likewise.</exception>
    public FactsReader(ReadOnlySpan<byte> bytes)
    {
        var bodyBytes = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var tableBytes = BinaryPrimitives.ReadInt32LittleEndian(bytes[sizeof(int)..]);
        var body = bytes[(2 * sizeof(int))..];
        _texts = [];
        _rest = body.Slice(bodyBytes, tableBytes);
        var lengths = Column(Count());
        var texts = body[(bodyBytes + tableBytes)..];
        _texts = new string[lengths.Length];
        for (var i = 0; i < lengths.Length; i++)
        {
            _texts[i] = Encoding.UTF8.GetString(texts[..lengths[i]]);
            texts = texts[lengths[i]..];
        }
        _rest = body[..bodyBytes];
    }

    public int Number()
    {
        uint value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var part = Byte();
            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
                return (int)value - 1;
        }
        throw new InvalidDataException("no number");
    }

    /// <summary>How many of something follow, which take a byte each at least.</summary>
    public int Count()
    {
        var count = Number();
        return count >= 0 && count <= _rest.Length
            ? count
            : throw new InvalidDataException("more than there is");
    }

    public byte Byte() => Taken(1)[0];

    public ulong Long() => BinaryPrimitives.ReadUInt64LittleEndian(Taken(sizeof(ulong)));

    public string? TextOrNull()
    {
        var index = Number();
        return index < 0 ? null : _texts[index];
    }

    public string Text() => TextOrNull() ?? throw new InvalidDataException("no text");

    public string[] Texts()
    {
        var count = Count();
        if (count == 0)
            return [];
        var texts = new string[count];
        for (var i = 0; i < count; i++)
            texts[i] = Text();
        return texts;
    }

    /// <param name="width">Bytes of each.</param>
    public T[] Raw<T>(int count, int width)
        where T : unmanaged
    {
        if (count == 0)
            return [];
        var bytes = Taken(checked(count * width));
        return MemoryMarshal.Cast<byte, T>(bytes).ToArray();
    }

    public int[] Column(int count)
    {
        var width = Byte();
        if (width == sizeof(int))
            return MemoryMarshal.Cast<byte, int>(Taken(checked(count * sizeof(int)))).ToArray();
        if (width != sizeof(ushort))
            throw new InvalidDataException("a column of another width");
        var narrow = MemoryMarshal.Cast<byte, ushort>(Taken(checked(count * sizeof(ushort))));
        var values = GC.AllocateUninitializedArray<int>(count);
        for (var i = 0; i < values.Length; i++)
            values[i] = narrow[i] - 1;
        return values;
    }

    private ReadOnlySpan<byte> Taken(int bytes)
    {
        var taken = _rest[..bytes];
        _rest = _rest[bytes..];
        return taken;
    }
}
