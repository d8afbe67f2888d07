using System.Buffers.Binary;
using System.Text;

namespace Motif.ModelBuild;

/// <summary>How a field is written (Protocol Buffers encoding; groups are not supported).</summary>
public enum WireType
{
    Varint = 0,
    Fixed64 = 1,
    Bytes = 2,
    Fixed32 = 5,
}

/// <summary>One field of a message as it is written.</summary>
/// <param name="Number">1 and above.</param>
/// <param name="Value">Of all wire types but <see cref="WireType.Bytes"/>.</param>
/// <param name="Data">Of <see cref="WireType.Bytes"/>: a text, bytes, packed numbers or a message.</param>
public readonly record struct ProtobufField(
    int Number,
    WireType Type,
    ulong Value,
    ReadOnlyMemory<byte> Data
)
{
    public static ProtobufField Of(int number, long value) =>
        new(number, WireType.Varint, unchecked((ulong)value), default);

    public static ProtobufField Of(int number, string text) =>
        new(number, WireType.Bytes, 0, Encoding.UTF8.GetBytes(text));

    public static ProtobufField Of(int number, ReadOnlyMemory<byte> data) =>
        new(number, WireType.Bytes, 0, data);

    public static ProtobufField Of(int number, ProtobufMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new(number, WireType.Bytes, 0, message.ToBytes());
    }

    public string Text => Encoding.UTF8.GetString(Data.Span);
}

/// <summary>
/// A protobuf message as its fields in their order, without its schema: what is not looked at is written back as it was read.
/// </summary>
public sealed class ProtobufMessage
{
    private const int VarintBits = 7;
    private const int LongestVarint = 10;

    public ProtobufMessage(params IEnumerable<ProtobufField> fields) => Fields = [.. fields];

    public List<ProtobufField> Fields { get; }

    /// <exception cref="InvalidDataException">It is no message: cut off, or of an unknown wire type.</exception>
    public static ProtobufMessage Parse(ReadOnlyMemory<byte> data)
    {
        var message = new ProtobufMessage();
        for (var at = 0; at < data.Length; )
            message.Fields.Add(ReadField(data, ref at));
        return message;
    }

    public IEnumerable<ProtobufField> All(int number) => Fields.Where(f => f.Number == number);

    /// <summary>The last of its fields of this number, which is the one that counts; empty where there is none.</summary>
    public string Text(int number) => All(number).LastOrDefault().Text;

    public long Number(int number) => unchecked((long)All(number).LastOrDefault().Value);

    /// <summary>A repeated number, one by one or packed.</summary>
    public IReadOnlyList<long> Numbers(int number)
    {
        var numbers = new List<long>();
        foreach (var field in All(number))
        {
            if (field.Type is not WireType.Bytes)
                numbers.Add(unchecked((long)field.Value));
            for (var at = 0; at < field.Data.Length; )
                numbers.Add(unchecked((long)ReadVarint(field.Data.Span, ref at)));
        }
        return numbers;
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[Fields.Sum(Size)];
        var at = 0;
        foreach (var field in Fields)
            Write(field, bytes, ref at);
        return bytes;
    }

    private static ProtobufField ReadField(ReadOnlyMemory<byte> data, ref int at)
    {
        var tag = ReadVarint(data.Span, ref at);
        var (number, type) = ((int)(tag >> 3), (WireType)(tag & 7));
        if (number == 0)
            throw new InvalidDataException($"field 0 at byte {at}");
        return type switch
        {
            WireType.Varint => new(number, type, ReadVarint(data.Span, ref at), default),
            WireType.Fixed64 => new(
                number,
                type,
                BinaryPrimitives.ReadUInt64LittleEndian(Take(data, ref at, sizeof(ulong)).Span),
                default
            ),
            WireType.Fixed32 => new(
                number,
                type,
                BinaryPrimitives.ReadUInt32LittleEndian(Take(data, ref at, sizeof(uint)).Span),
                default
            ),
            WireType.Bytes => new(
                number,
                type,
                0,
                Take(data, ref at, ReadVarint(data.Span, ref at))
            ),
            _ => throw new InvalidDataException($"wire type {(int)type} at byte {at}"),
        };
    }

    private static ReadOnlyMemory<byte> Take(ReadOnlyMemory<byte> data, ref int at, ulong length)
    {
        if (length > (ulong)(data.Length - at))
            throw new InvalidDataException($"cut off at byte {at}");
        at += (int)length;
        return data.Slice(at - (int)length, (int)length);
    }

    private static ulong ReadVarint(ReadOnlySpan<byte> data, ref int at)
    {
        var value = 0UL;
        for (var i = 0; i < LongestVarint; i++)
        {
            if (at >= data.Length)
                throw new InvalidDataException($"cut off at byte {at}");
            var next = data[at++];
            value |= (ulong)(next & 0x7F) << (i * VarintBits);
            if (next < 0x80)
                return value;
        }
        throw new InvalidDataException($"a number without an end at byte {at}");
    }

    private static int Size(ProtobufField field) =>
        VarintSize(Tag(field))
        + field.Type switch
        {
            WireType.Varint => VarintSize(field.Value),
            WireType.Fixed64 => sizeof(ulong),
            WireType.Fixed32 => sizeof(uint),
            _ => VarintSize((ulong)field.Data.Length) + field.Data.Length,
        };

    private static void Write(ProtobufField field, Span<byte> target, ref int at)
    {
        WriteVarint(Tag(field), target, ref at);
        switch (field.Type)
        {
            case WireType.Varint:
                WriteVarint(field.Value, target, ref at);
                break;
            case WireType.Fixed64:
                BinaryPrimitives.WriteUInt64LittleEndian(target[at..], field.Value);
                at += sizeof(ulong);
                break;
            case WireType.Fixed32:
                BinaryPrimitives.WriteUInt32LittleEndian(target[at..], (uint)field.Value);
                at += sizeof(uint);
                break;
            default:
                WriteVarint((ulong)field.Data.Length, target, ref at);
                field.Data.Span.CopyTo(target[at..]);
                at += field.Data.Length;
                break;
        }
    }

    private static ulong Tag(ProtobufField field) => ((ulong)field.Number << 3) | (ulong)field.Type;

    private static int VarintSize(ulong value)
    {
        var size = 1;
        for (; value >= 0x80; value >>= VarintBits)
            size++;
        return size;
    }

    private static void WriteVarint(ulong value, Span<byte> target, ref int at)
    {
        for (; value >= 0x80; value >>= VarintBits)
            target[at++] = (byte)(value | 0x80);
        target[at++] = (byte)value;
    }
}
