using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Motif.Vectors;

/// <summary>
/// Scalar quantisation to eight bits with a scale per vector: x ≈ scale · code, code in −127..127,
/// scale = max|x| / 127. A query is coded as an unsigned byte of seven significant bits, 64 + round(q / s),
/// 1..127, and the bias taken out with the row's stored sum: q·x ≈ s · scale · (Σ u·code − 64 Σ code).
/// Seven bits because the byte instructions of processors without VNNI add two products in 16 bits, which
/// eight would overflow; so every path computes the same integers, and the exact rerank makes up for the bit.
/// </summary>
internal static unsafe class Int8Code
{
    public const int QueryBias = 64;
    private const float RowMax = 127;
    private const float QueryMax = 63;

    /// <summary>Below this a component's scale has no reciprocal; such a vector is coded as zero and left to the rerank.</summary>
    private const float Smallest = 1e-30f;

    /// <summary>Bytes of a coded row: the dimension rounded up to a cache line, zero-filled.</summary>
    public static int Stride(int dimension) => (dimension + 63) & ~63;

    /// <summary>Codes a row; returns its scale and the bias correction 64 Σ code.</summary>
    public static float EncodeRow(
        ReadOnlySpan<float> x,
        sbyte* code,
        int stride,
        out int correction
    )
    {
        new Span<sbyte>(code, stride).Clear();
        correction = 0;
        var max = TensorPrimitives.MaxMagnitude(x);
        max = MathF.Abs(max);
        if (max < Smallest)
            return 0;
        var factor = RowMax / max;
        var sum = 0;
        var whole = x.Length & ~31;
        fixed (float* source = x)
        {
            for (var i = 0; i < whole; i += 32)
                sum += EncodeRow32(source + i, factor, code + i);
            for (var i = whole; i < x.Length; i++)
            {
                var value = (int)MathF.Round(source[i] * factor);
                code[i] = (sbyte)value;
                sum += value;
            }
        }
        correction = QueryBias * sum;
        return max / RowMax;
    }

    /// <summary>Codes 32 components; returns the sum of their codes.</summary>
    private static int EncodeRow32(float* x, float factor, sbyte* code)
    {
        var (a, b) = (Rounded(x, factor), Rounded(x + 8, factor));
        var (c, d) = (Rounded(x + 16, factor), Rounded(x + 24, factor));
        Vector256.Narrow(Vector256.Narrow(a, b), Vector256.Narrow(c, d)).Store(code);
        return Vector256.Sum(a + b + (c + d));
    }

    /// <summary>Codes a query; returns its scale (0 for a vector too small to code).</summary>
    public static float EncodeQuery(ReadOnlySpan<float> q, byte* code, int stride)
    {
        new Span<byte>(code, stride).Fill(QueryBias);
        var max = MathF.Abs(TensorPrimitives.MaxMagnitude(q));
        if (max < Smallest)
            return 0;
        var factor = QueryMax / max;
        var whole = q.Length & ~31;
        fixed (float* source = q)
        {
            for (var i = 0; i < whole; i += 32)
                EncodeQuery32(source + i, factor).Store(code + i);
            for (var i = whole; i < q.Length; i++)
                code[i] = (byte)((int)MathF.Round(source[i] * factor) + QueryBias);
        }
        return max / QueryMax;
    }

    private static Vector256<byte> EncodeQuery32(float* q, float factor)
    {
        var low = Vector256.Narrow(Rounded(q, factor), Rounded(q + 8, factor));
        var high = Vector256.Narrow(Rounded(q + 16, factor), Rounded(q + 24, factor));
        return Vector256.Narrow(low, high).AsByte() + Vector256.Create((byte)QueryBias);
    }

    private static Vector256<int> Rounded(float* q, float factor) =>
        Vector256.ConvertToInt32Native(Vector256.Round(Vector256.Load(q) * factor));

    /// <summary>A coded row used as a query (training and assignment); the query's scale is the row's · 127/63.</summary>
    public static float QueryOfRow(sbyte* row, float scale, byte* code, int stride)
    {
        var factor = Vector256.Create(QueryMax / RowMax);
        for (var i = 0; i < stride; i += 32)
            QueryOfRow32(row + i, factor).Store(code + i);
        return scale * (RowMax / QueryMax);
    }

    private static Vector256<byte> QueryOfRow32(sbyte* row, Vector256<float> factor)
    {
        var (low, high) = Vector256.Widen(Vector256.Load(row));
        return Vector256
                .Narrow(
                    Vector256.Narrow(
                        Scaled(Vector256.WidenLower(low), factor),
                        Scaled(Vector256.WidenUpper(low), factor)
                    ),
                    Vector256.Narrow(
                        Scaled(Vector256.WidenLower(high), factor),
                        Scaled(Vector256.WidenUpper(high), factor)
                    )
                )
                .AsByte() + Vector256.Create((byte)QueryBias);
    }

    private static Vector256<int> Scaled(Vector256<int> values, Vector256<float> factor) =>
        Vector256.ConvertToInt32Native(Vector256.Round(Vector256.ConvertToSingle(values) * factor));

    /// <summary>target += scale · code.</summary>
    public static void AddTo(float* target, sbyte* code, float scale, int stride)
    {
        var factor = Vector256.Create(scale);
        for (var i = 0; i < stride; i += 8)
        {
            var wide = Vector256.WidenLower(
                Vector128
                    .WidenLower(Vector128.CreateScalar(*(long*)(code + i)).AsSByte())
                    .ToVector256()
            );
            (Vector256.Load(target + i) + Vector256.ConvertToSingle(wide) * factor).Store(
                target + i
            );
        }
    }
}
