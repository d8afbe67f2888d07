using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Motif.Matching.Ranking;

/// <summary>Dot product of 8-bit codes with 16-bit codes; all paths give the same integer.</summary>
internal static class CodedProduct
{
    /// <summary>Σ codes·query; both have the same length, a multiple of 32.</summary>
    public static int Dot(ReadOnlySpan<sbyte> codes, ReadOnlySpan<short> query)
    {
        if (Avx512BW.IsSupported)
            return Dot512(codes, query);
        return Avx2.IsSupported ? Dot256(codes, query) : DotPortable(codes, query);
    }

    internal static int Dot512(ReadOnlySpan<sbyte> codes, ReadOnlySpan<short> query)
    {
        ref var left = ref MemoryMarshal.GetReference(codes);
        ref var right = ref MemoryMarshal.GetReference(query);
        var sum = Vector512<int>.Zero;
        for (nuint i = 0; i < (nuint)codes.Length; i += 32)
        {
            var wide = Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref left, i));
            sum += Avx512BW.MultiplyAddAdjacent(wide, Vector512.LoadUnsafe(ref right, i));
        }
        return Vector512.Sum(sum);
    }

    internal static int Dot256(ReadOnlySpan<sbyte> codes, ReadOnlySpan<short> query)
    {
        ref var left = ref MemoryMarshal.GetReference(codes);
        ref var right = ref MemoryMarshal.GetReference(query);
        var sum = Vector256<int>.Zero;
        for (nuint i = 0; i < (nuint)codes.Length; i += 16)
        {
            var wide = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref left, i));
            sum += Avx2.MultiplyAddAdjacent(wide, Vector256.LoadUnsafe(ref right, i));
        }
        return Vector256.Sum(sum);
    }

    internal static int DotPortable(ReadOnlySpan<sbyte> codes, ReadOnlySpan<short> query)
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
