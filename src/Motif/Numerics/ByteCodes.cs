using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Motif.Numerics;

/// <summary>Vectors in signed bytes, read as floats.</summary>
internal static class ByteCodes
{
    /// <summary>
    /// target += factor · codes, both of one length. <c>TensorPrimitives.ConvertChecked</c> takes bytes one by one, which made
    /// this a tenth as fast and half of all the time that fitting took.
    /// </summary>
    public static void AddTo(ReadOnlySpan<sbyte> codes, float factor, Span<float> target)
    {
        if (target.Length != codes.Length)
            throw new ArgumentException(
                $"{codes.Length} codes cannot be added to {target.Length} sums",
                nameof(target)
            );
        ref var source = ref MemoryMarshal.GetReference(codes);
        ref var sums = ref MemoryMarshal.GetReference(target);
        var factors = Vector256.Create(factor);
        var at = 0;
        for (; at <= codes.Length - Vector256<sbyte>.Count; at += Vector256<sbyte>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref source, (nuint)at));
            var (a, b) = Vector256.Widen(low);
            var (c, d) = Vector256.Widen(high);
            Add(a, factors, ref sums, at);
            Add(b, factors, ref sums, at + 8);
            Add(c, factors, ref sums, at + 16);
            Add(d, factors, ref sums, at + 24);
        }
        for (; at < codes.Length; at++)
            target[at] = MathF.FusedMultiplyAdd(codes[at], factor, target[at]);
    }

    private static void Add(
        Vector256<int> codes,
        Vector256<float> factors,
        ref float sums,
        int at
    ) =>
        Vector256
            .FusedMultiplyAdd(
                Vector256.ConvertToSingle(codes),
                factors,
                Vector256.LoadUnsafe(ref sums, (nuint)at)
            )
            .StoreUnsafe(ref sums, (nuint)at);
}
