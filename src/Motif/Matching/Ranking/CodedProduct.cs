using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Motif.Matching.Ranking;

/// <summary>
/// Dot products of 8-bit codes with 16-bit codes, four rows at a time, which share each load of the query; all paths give the
/// same integers.
/// </summary>
internal static class CodedProduct
{
    public const int Group = 4;

    /// <summary>Σ codes·query of four rows one behind the other, each as long as the query, a multiple of 32.</summary>
    public static Vector128<int> DotFour(ReadOnlySpan<sbyte> rows, ReadOnlySpan<short> query)
    {
        if (rows.Length != Group * query.Length)
            throw new ArgumentException(
                $"four rows of {query.Length} codes are wanted, {rows.Length} codes are given",
                nameof(rows)
            );
        if (Avx512BW.IsSupported)
            return Dot512(rows, query);
        return Avx2.IsSupported ? Dot256(rows, query) : DotPortable(rows, query);
    }

    internal static Vector128<int> Dot512(ReadOnlySpan<sbyte> rows, ReadOnlySpan<short> query)
    {
        ref var row = ref MemoryMarshal.GetReference(rows);
        ref var right = ref MemoryMarshal.GetReference(query);
        var stride = (nuint)query.Length;
        Vector512<int> a = default,
            b = default,
            c = default,
            d = default;
        for (nuint i = 0; i < stride; i += 32)
        {
            var factor = Vector512.LoadUnsafe(ref right, i);
            a += Product512(ref row, i, factor);
            b += Product512(ref row, i + stride, factor);
            c += Product512(ref row, i + (2 * stride), factor);
            d += Product512(ref row, i + (3 * stride), factor);
        }
        return Sums(
            a.GetLower() + a.GetUpper(),
            b.GetLower() + b.GetUpper(),
            c.GetLower() + c.GetUpper(),
            d.GetLower() + d.GetUpper()
        );
    }

    internal static Vector128<int> Dot256(ReadOnlySpan<sbyte> rows, ReadOnlySpan<short> query)
    {
        ref var row = ref MemoryMarshal.GetReference(rows);
        ref var right = ref MemoryMarshal.GetReference(query);
        var stride = (nuint)query.Length;
        Vector256<int> a = default,
            b = default,
            c = default,
            d = default;
        for (nuint i = 0; i < stride; i += 16)
        {
            var factor = Vector256.LoadUnsafe(ref right, i);
            a += Product256(ref row, i, factor);
            b += Product256(ref row, i + stride, factor);
            c += Product256(ref row, i + (2 * stride), factor);
            d += Product256(ref row, i + (3 * stride), factor);
        }
        return Sums(a, b, c, d);
    }

    internal static Vector128<int> DotPortable(ReadOnlySpan<sbyte> rows, ReadOnlySpan<short> query)
    {
        var stride = query.Length;
        return Vector128.Create(
            RowPortable(rows[..stride], query),
            RowPortable(rows.Slice(stride, stride), query),
            RowPortable(rows.Slice(2 * stride, stride), query),
            RowPortable(rows.Slice(3 * stride, stride), query)
        );
    }

    private static Vector512<int> Product512(ref sbyte codes, nuint at, Vector512<short> query) =>
        Avx512BW.MultiplyAddAdjacent(
            Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref codes, at)),
            query
        );

    private static Vector256<int> Product256(ref sbyte codes, nuint at, Vector256<short> query) =>
        Avx2.MultiplyAddAdjacent(
            Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref codes, at)),
            query
        );

    /// <summary>The sums of four vectors, one in each lane.</summary>
    private static Vector128<int> Sums(
        Vector256<int> a,
        Vector256<int> b,
        Vector256<int> c,
        Vector256<int> d
    )
    {
        var sums = Avx2.HorizontalAdd(Avx2.HorizontalAdd(a, b), Avx2.HorizontalAdd(c, d));
        return sums.GetLower() + sums.GetUpper();
    }

    private static int RowPortable(ReadOnlySpan<sbyte> codes, ReadOnlySpan<short> query)
    {
        ref var left = ref MemoryMarshal.GetReference(codes);
        ref var right = ref MemoryMarshal.GetReference(query);
        var sum = Vector128<int>.Zero;
        for (nuint i = 0; i < (nuint)codes.Length; i += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref left, i));
            sum += Products(low, Vector128.LoadUnsafe(ref right, i));
            sum += Products(high, Vector128.LoadUnsafe(ref right, i + 8));
        }
        return Vector128.Sum(sum);
    }

    private static Vector128<int> Products(Vector128<short> left, Vector128<short> right)
    {
        var (leftLow, leftHigh) = Vector128.Widen(left);
        var (rightLow, rightHigh) = Vector128.Widen(right);
        return (leftLow * rightLow) + (leftHigh * rightHigh);
    }
}
