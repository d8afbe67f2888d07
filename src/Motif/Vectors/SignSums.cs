using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Motif.Vectors;

/// <summary>
/// Sums what a query's table holds for each column of a block's 32 rows: a shuffle looks up sixteen rows at once. Four entries
/// of at most 63 add up in a byte, 1,024 columns of them in 16 bits. All paths return the same integers.
/// </summary>
internal static unsafe class SignSums
{
    private const int StepBytes = 256;

    /// <summary>The paths, fastest first; tests prove those the machine supports equal to the last.</summary>
    public static readonly SignPath[] Paths =
    [
        new("avx512bw", Avx512BW.IsSupported, &Avx512Block),
        new("avx2", Avx2.IsSupported, &Avx2Block),
        new("vector128", true, &PortableBlock),
        new("scalar", true, &ScalarBlock),
    ];

    /// <summary>Writes the sums of the 32 rows.</summary>
    /// <param name="block">The block's columns, 64-byte aligned.</param>
    /// <param name="table">The query's entries, 64-byte aligned.</param>
    /// <param name="bytes">Length of both, a multiple of 256.</param>
    /// <param name="sums">Room for 32 numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OfBlock(byte* block, byte* table, nint bytes, ushort* sums)
    {
        if (Avx512BW.IsSupported)
            Avx512Block(block, table, bytes, sums);
        else if (Avx2.IsSupported)
            Avx2Block(block, table, bytes, sums);
        else
            PortableBlock(block, table, bytes, sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Avx512Block(byte* block, byte* table, nint bytes, ushort* sums)
    {
        Vector512<ushort> lowEven = default,
            lowOdd = default,
            highEven = default,
            highOdd = default;
        for (nint i = 0; i < bytes; i += StepBytes)
        {
            Vector512<byte> low = default,
                high = default;
            for (nint part = 0; part < StepBytes; part += 64)
            {
                var entries = Vector512.LoadAligned(table + i + part);
                var signs = Vector512.LoadAligned(block + i + part);
                low += Avx512BW.Shuffle(entries, LowHalves(signs));
                high += Avx512BW.Shuffle(entries, HighHalves(signs));
            }
            lowEven += low.AsUInt16() & Vector512.Create((ushort)0xFF);
            lowOdd += low.AsUInt16() >> 8;
            highEven += high.AsUInt16() & Vector512.Create((ushort)0xFF);
            highOdd += high.AsUInt16() >> 8;
        }
        Store(lowEven.GetLower() + lowEven.GetUpper(), lowOdd.GetLower() + lowOdd.GetUpper(), sums);
        Store(
            highEven.GetLower() + highEven.GetUpper(),
            highOdd.GetLower() + highOdd.GetUpper(),
            sums + 16
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> LowHalves(Vector512<byte> signs) =>
        signs & Vector512.Create((byte)15);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> HighHalves(Vector512<byte> signs) =>
        (signs.AsUInt16() >> 4).AsByte() & Vector512.Create((byte)15);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Avx2Block(byte* block, byte* table, nint bytes, ushort* sums)
    {
        Vector256<ushort> lowEven = default,
            lowOdd = default,
            highEven = default,
            highOdd = default;
        for (nint i = 0; i < bytes; i += StepBytes / 2)
        {
            Vector256<byte> low = default,
                high = default;
            for (nint part = 0; part < StepBytes / 2; part += 32)
            {
                var entries = Vector256.LoadAligned(table + i + part);
                var signs = Vector256.LoadAligned(block + i + part);
                var half = Vector256.Create((byte)15);
                low += Avx2.Shuffle(entries, signs & half);
                high += Avx2.Shuffle(entries, (signs.AsUInt16() >> 4).AsByte() & half);
            }
            lowEven += low.AsUInt16() & Vector256.Create((ushort)0xFF);
            lowOdd += low.AsUInt16() >> 8;
            highEven += high.AsUInt16() & Vector256.Create((ushort)0xFF);
            highOdd += high.AsUInt16() >> 8;
        }
        Store(lowEven, lowOdd, sums);
        Store(highEven, highOdd, sums + 16);
    }

    /// <summary>Puts the even and the odd of sixteen rows, each summed in two parts, in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<ushort> even, Vector256<ushort> odd, ushort* sums)
    {
        var evens = even.GetLower() + even.GetUpper();
        var odds = odd.GetLower() + odd.GetUpper();
        Sse2.UnpackLow(evens, odds).Store(sums);
        Sse2.UnpackHigh(evens, odds).Store(sums + 8);
    }

    private static void PortableBlock(byte* block, byte* table, nint bytes, ushort* sums)
    {
        Vector128<ushort> a = default,
            b = default,
            c = default,
            d = default;
        for (nint i = 0; i < bytes; i += Vector128<byte>.Count)
        {
            var entries = Vector128.Load(table + i);
            var signs = Vector128.Load(block + i);
            var low = Vector128.Shuffle(entries, signs & Vector128.Create((byte)15));
            var high = Vector128.Shuffle(entries, signs >> 4);
            a += Vector128.WidenLower(low);
            b += Vector128.WidenUpper(low);
            c += Vector128.WidenLower(high);
            d += Vector128.WidenUpper(high);
        }
        a.Store(sums);
        b.Store(sums + 8);
        c.Store(sums + 16);
        d.Store(sums + 24);
    }

    private static void ScalarBlock(byte* block, byte* table, nint bytes, ushort* sums)
    {
        new Span<ushort>(sums, SignCode.BlockRows).Clear();
        for (nint i = 0; i < bytes; i += 16)
        for (var row = 0; row < 16; row++)
        {
            sums[row] += table[i + (block[i + row] & 15)];
            sums[row + 16] += table[i + (block[i + row] >> 4)];
        }
    }
}

/// <summary>One way to compute <see cref="SignSums.OfBlock"/>.</summary>
internal readonly unsafe struct SignPath(
    string name,
    bool isSupported,
    delegate* managed<byte*, byte*, nint, ushort*, void> run
)
{
    public string Name { get; } = name;
    public bool IsSupported { get; } = isSupported;

    public void OfBlock(byte* block, byte* table, nint bytes, ushort* sums) =>
        run(block, table, bytes, sums);
}
