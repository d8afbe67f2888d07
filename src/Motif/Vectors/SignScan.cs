using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Motif.Vectors;

/// <summary>
/// What turns the sums of one list into the highest scores that its rows may have:
/// along · q·c + spread · (step · sum − bias + width · |q⊥|), in the query's unit.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct SignBound(float dot, float step, float offset, float halfNormFactor)
{
    /// <summary>q·c.</summary>
    public readonly float Dot = dot;
    public readonly float Step = step;

    /// <summary>Bias − width · |q⊥|.</summary>
    public readonly float Offset = offset;

    /// <summary>As in <see cref="QueryCode"/>.</summary>
    public readonly float HalfNormFactor = halfNormFactor;
}

/// <summary>Finds the rows of a block that may score above a threshold.</summary>
internal static unsafe class SignScan
{
    private const int Lanes = 16;

    /// <summary>A bit for each of the 32 rows.</summary>
    /// <param name="block">See <see cref="SignCode"/>.</param>
    /// <param name="stride">Padded dimension.</param>
    /// <param name="table">The query's entries.</param>
    /// <param name="bound">The list's.</param>
    /// <param name="halfNorms">The rows' −|x|²/2, 32 of them; read where the metric is Euclid.</param>
    /// <param name="threshold">To exceed.</param>
    /// <param name="sums">Working memory for 32 numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Above(
        byte* block,
        int stride,
        byte* table,
        in SignBound bound,
        float* halfNorms,
        float threshold,
        ushort* sums
    )
    {
        SignSums.OfBlock(block, table, SignCode.ColumnsBytes(stride), sums);
        var spreads = SignCode.Spreads(block, stride);
        var alongs = SignCode.Alongs(block, stride);
        uint above = 0;
        for (var row = 0; row < SignCode.BlockRows; row += Lanes)
        {
            var sum = Vector512.Create(
                Vector256.WidenLower(Vector256.Load(sums + row)),
                Vector256.WidenUpper(Vector256.Load(sums + row))
            );
            var signs =
                Vector512.ConvertToSingle(sum.AsInt32()) * Vector512.Create(bound.Step)
                - Vector512.Create(bound.Offset);
            var score =
                Vector512.Load(spreads + row) * signs
                + Vector512.Load(alongs + row) * Vector512.Create(bound.Dot);
            if (bound.HalfNormFactor != 0)
                score += Vector512.Load(halfNorms + row) * Vector512.Create(bound.HalfNormFactor);
            above |=
                (uint)
                    Vector512
                        .GreaterThan(score, Vector512.Create(threshold))
                        .ExtractMostSignificantBits() << row;
        }
        return above;
    }

    /// <summary>How wide the bound has to be for one row to reach a score.</summary>
    /// <param name="block">The row's block.</param>
    /// <param name="stride">Padded dimension.</param>
    /// <param name="row">0..31.</param>
    /// <param name="table">The query's entries.</param>
    /// <param name="bound">The list's, of width 0.</param>
    /// <param name="score">To reach, less what half norms add.</param>
    public static float WidthToReach(
        byte* block,
        int stride,
        int row,
        byte* table,
        in SignBound bound,
        float score
    )
    {
        var sums = stackalloc ushort[SignCode.BlockRows];
        SignSums.OfBlock(block, table, SignCode.ColumnsBytes(stride), sums);
        var missing = score - SignCode.Alongs(block, stride)[row] * bound.Dot;
        var spread = SignCode.Spreads(block, stride)[row];
        if (spread == 0)
            return missing <= 0 ? 0 : float.PositiveInfinity;
        return Math.Max(0, missing / spread - (bound.Step * sums[row] - bound.Offset));
    }

    /// <summary>Asks for a block that is about to be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch(byte* block, int bytes)
    {
        if (!Sse.IsSupported)
            return;
        for (var line = 0; line < bytes; line += 64)
            Sse.Prefetch0(block + line);
    }
}
