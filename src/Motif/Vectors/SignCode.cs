using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Motif.Vectors;

/// <summary>
/// One bit for each dimension of a row, relative to the centroid of its list, after RaBitQ (Gao, Long, SIGMOD 2024). With c
/// the centroid, a row is x = t·c + r, r ⊥ c, and under a random rotation r lies near f·sign(r), f = |r|² / Σ|rᵢ|, so that
/// <code>
/// q·x ≈ along · q·c + spread · Σ sign(rᵢ) qᵢ     spread = f,  along = t − f · Σ sign(rᵢ) cᵢ / |c|²
/// </code>
/// is unbiased: what is along c is exact, which leaves the part of q that is orthogonal to c, q⊥, to err, by
/// spread · |q⊥| · z, z of standard deviation about .6 at any dimension. Since q·c is scored for every list anyway, a row takes
/// dimension / 8 bytes and two floats, and a query one table for all lists.
/// </summary>
/// <remarks>
/// Thirty-two rows make a block: for each four dimensions (a column) sixteen bytes, byte i with the bits of row i in its low
/// half and those of row i + 16 in its high half, ready to be looked up (André, Kermarrec, Le Scouarnec, VLDB 2015); then the
/// 32 spreads and the 32 alongs.
/// </remarks>
internal static unsafe class SignCode
{
    public const int BlockRows = 32;

    /// <summary>Below this a code of whole bytes is hardly longer than what the signs take with their two floats.</summary>
    public const int FewestDimensions = 128;

    private const int ColumnBytes = 16;
    private const int ColumnDimensions = 4;

    /// <summary>Bytes of a block's signs, and of a query's table.</summary>
    public static int ColumnsBytes(int stride) => stride / ColumnDimensions * ColumnBytes;

    public static int BlockBytes(int stride) =>
        ColumnsBytes(stride) + 2 * BlockRows * sizeof(float);

    public static float* Spreads(byte* block, int stride) => (float*)(block + ColumnsBytes(stride));

    public static float* Alongs(byte* block, int stride) => Spreads(block, stride) + BlockRows;

    /// <summary>Codes a row into a zeroed place of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="row">0..31.</param>
    /// <param name="x">The rotated row; overwritten with r.</param>
    /// <param name="centroid">The rotated centroid c.</param>
    /// <param name="square">|c|².</param>
    public static void Encode(
        byte* block,
        int row,
        Span<float> x,
        ReadOnlySpan<float> centroid,
        float square
    )
    {
        var t = square > 0 ? TensorPrimitives.Dot(x, centroid) / square : 0;
        TensorPrimitives.MultiplyAdd(centroid, -t, x, x);
        var magnitudes = TensorPrimitives.SumOfMagnitudes<float>(x);
        var spread = magnitudes > 0 ? TensorPrimitives.SumOfSquares<float>(x) / magnitudes : 0;
        var drift = Pack(block, row, x, centroid);
        Spreads(block, x.Length)[row] = spread;
        Alongs(block, x.Length)[row] = square > 0 ? t - spread * drift / square : 0;
    }

    /// <summary>Sets the bits of the positive components. Returns Σ sign(rᵢ) cᵢ.</summary>
    private static float Pack(byte* block, int row, Span<float> r, ReadOnlySpan<float> centroid)
    {
        var drift = Vector256<float>.Zero;
        var target = block + (row & (ColumnBytes - 1));
        var shift = row < ColumnBytes ? 0 : ColumnDimensions;
        fixed (
            float* own = r,
                c = centroid
        )
            for (var i = 0; i < r.Length; i += 8, target += 2 * ColumnBytes)
            {
                var isPositive = Vector256.GreaterThan(Vector256.Load(own + i), default);
                var along = Vector256.Load(c + i);
                drift += Vector256.ConditionalSelect(isPositive, along, -along);
                var bits = isPositive.ExtractMostSignificantBits();
                target[0] |= (byte)((bits & 15) << shift);
                target[ColumnBytes] |= (byte)(bits >> ColumnDimensions << shift);
            }
        return Vector256.Sum(drift);
    }
}
