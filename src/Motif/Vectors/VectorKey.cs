using System.Buffers.Binary;

namespace Motif.Vectors;

/// <summary>
/// What a caller calls a vector: a <see cref="Guid"/> (patterns) or a 64-bit number (items). A number n is
/// the Guid whose upper eight bytes are zero and whose lower eight are n big-endian, so that both order
/// and print naturally and every backend needs one column type.
/// </summary>
public readonly record struct VectorKey(Guid Value) : IComparable<VectorKey>
{
    public static implicit operator VectorKey(Guid value) => new(value);

    public static implicit operator VectorKey(long value) => FromInt64(value);

    public static VectorKey FromGuid(Guid value) => new(value);

    public static VectorKey FromInt64(long value)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], value);
        return new(new Guid(bytes, bigEndian: true));
    }

    /// <summary>The number this key was made from; false for a key whose upper half is not zero.</summary>
    public bool TryGetInt64(out long value)
    {
        Span<byte> bytes = stackalloc byte[16];
        Value.TryWriteBytes(bytes, bigEndian: true, out _);
        value = BinaryPrimitives.ReadInt64BigEndian(bytes[8..]);
        return BinaryPrimitives.ReadInt64BigEndian(bytes) == 0;
    }

    public int CompareTo(VectorKey other) => Value.CompareTo(other.Value);

    public static bool operator <(VectorKey left, VectorKey right) => left.CompareTo(right) < 0;

    public static bool operator >(VectorKey left, VectorKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(VectorKey left, VectorKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(VectorKey left, VectorKey right) => left.CompareTo(right) >= 0;

    public override string ToString() =>
        TryGetInt64(out var number) ? number.ToString() : Value.ToString();
}
