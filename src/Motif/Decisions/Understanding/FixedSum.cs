using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Motif.Decisions.Understanding;

/// <summary>Products of vectors whose sum is taken in one order on every machine: a confidence must come out again to the last bit.</summary>
internal static class FixedSum
{
    /// <summary>The inner product, summed in sixteen lanes.</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        var length = Math.Min(a.Length, b.Length);
        var (first, second) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var i = 0;
        for (; i + 16 <= length; i += 16)
        {
            first += Vector256.LoadUnsafe(ref x, (nuint)i) * Vector256.LoadUnsafe(ref y, (nuint)i);
            second +=
                Vector256.LoadUnsafe(ref x, (nuint)i + 8)
                * Vector256.LoadUnsafe(ref y, (nuint)i + 8);
        }
        var lanes = first + second;
        var sum = 0f;
        for (var lane = 0; lane < 8; lane++)
            sum += lanes[lane];
        for (; i < length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    /// <summary>target += scale · x.</summary>
    public static void AddScaled(Span<float> target, float scale, ReadOnlySpan<float> x)
    {
        ref var to = ref MemoryMarshal.GetReference(target);
        ref var from = ref MemoryMarshal.GetReference(x);
        var factor = Vector256.Create(scale);
        var i = 0;
        for (; i + 8 <= target.Length; i += 8)
            (
                Vector256.LoadUnsafe(ref to, (nuint)i)
                + (factor * Vector256.LoadUnsafe(ref from, (nuint)i))
            ).StoreUnsafe(ref to, (nuint)i);
        for (; i < target.Length; i++)
            target[i] += scale * x[i];
    }
}
