using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Motif.Vectors;

/// <summary>A coded query with what turns integer dot products into comparable scores.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly unsafe struct QueryCode(byte* code, float scale, float halfNormFactor)
{
    public readonly byte* Code = code;

    /// <summary>Score · scale is in the metric's inner unit.</summary>
    public readonly float Scale = scale;

    /// <summary>1/scale where the row's −|x|²/2 belongs to the score (Euclid), else 0.</summary>
    public readonly float HalfNormFactor = halfNormFactor;
}

/// <summary>Scores of coded rows: (u·code − 64 Σcode) · rowScale + halfNorm · factor.</summary>
internal static unsafe class RowScan
{
    // The hardware prefetcher stops at each 4 KB page; asking two groups ahead gains 40 % from the third-level cache.
    private const int PrefetchGroups = 2;

    /// <summary>Writes the scores of rows start … start + count − 1 (padded to a group) to <paramref name="scores"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Score(
        in RowRun run,
        int start,
        int count,
        nint stride,
        in QueryCode query,
        float* scores
    )
    {
        var code = query.Code;
        var factor = Vector128.Create(query.HalfNormFactor);
        var addHalfNorm = query.HalfNormFactor != 0;
        var rows = run.Codes + start * stride;
        for (var i = 0; i < count; i += Int8Dot.Group, rows += Int8Dot.Group * stride)
        {
            if (Sse.IsSupported)
                PrefetchGroup(rows + PrefetchGroups * Int8Dot.Group * stride, stride);
            var at = start + i;
            var dots = Int8Dot.FourRows(rows, stride, code) - Vector128.Load(run.Corrections + at);
            var score = Vector128.ConvertToSingle(dots) * Vector128.Load(run.Scales + at);
            if (addHalfNorm)
                score += Vector128.Load(run.HalfNorms + at) * factor;
            score.Store(scores + i);
        }
    }

    /// <summary>The scores of any four rows of a run.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ScoreFour(
        in RowRun run,
        nint first,
        nint second,
        nint third,
        nint fourth,
        nint stride,
        in QueryCode query,
        float* scores
    )
    {
        var codes = run.Codes;
        var dots = Int8Dot.FourRows(
            codes + first * stride,
            codes + second * stride,
            codes + third * stride,
            codes + fourth * stride,
            stride,
            query.Code
        );
        dots -= Four(run.Corrections, first, second, third, fourth);
        var score =
            Vector128.ConvertToSingle(dots) * Four(run.Scales, first, second, third, fourth);
        if (query.HalfNormFactor != 0)
            score +=
                Four(run.HalfNorms, first, second, third, fourth)
                * Vector128.Create(query.HalfNormFactor);
        score.Store(scores);
    }

    private static Vector128<int> Four(int* of, nint first, nint second, nint third, nint fourth) =>
        Vector128.Create(of[first], of[second], of[third], of[fourth]);

    private static Vector128<float> Four(
        float* of,
        nint first,
        nint second,
        nint third,
        nint fourth
    ) => Vector128.Create(of[first], of[second], of[third], of[fourth]);

    /// <summary>As <see cref="Score"/>, leaving out groups of which no row passes the filter.</summary>
    public static void ScoreFiltered(
        in RowRun run,
        int start,
        int count,
        nint stride,
        in QueryCode query,
        FilterBits filter,
        float* scores
    )
    {
        for (var i = 0; i < count; i += Int8Dot.Group)
        {
            var ids = run.Ids + start + i;
            if (filter[ids[0]] || filter[ids[1]] || filter[ids[2]] || filter[ids[3]])
                Score(run, start + i, Int8Dot.Group, stride, query, scores + i);
            else
                Vector128.Create(float.NegativeInfinity).Store(scores + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PrefetchGroup(sbyte* rows, nint stride)
    {
        for (nint line = 0; line < Int8Dot.Group * stride; line += 64)
            Sse.Prefetch0(rows + line);
    }
}
