using System.Numerics;
using System.Runtime.InteropServices;

namespace Motif.Vectors;

/// <summary>CRC-32C (Castagnoli) of memory of any length; one processor instruction for eight bytes.</summary>
internal static unsafe class Checksum
{
    private const int BlockBytes = 1 << 20;

    public static uint Of(byte* memory, long bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes > 0; memory += BlockBytes, bytes -= BlockBytes)
            crc = Continue(crc, new ReadOnlySpan<byte>(memory, (int)Math.Min(bytes, BlockBytes)));
        return ~crc;
    }

    public static uint Of(ReadOnlySpan<byte> bytes) => ~Continue(uint.MaxValue, bytes);

    /// <summary>Goes on from a running value; it begins with all ones and its complement is the checksum.</summary>
    public static uint Continue(uint crc, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            crc = BitOperations.Crc32C(crc, word);
        foreach (var last in bytes[(words.Length * sizeof(ulong))..])
            crc = BitOperations.Crc32C(crc, last);
        return crc;
    }
}
