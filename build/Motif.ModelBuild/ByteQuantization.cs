namespace Motif.ModelBuild;

/// <summary>
/// Symmetric 8-bit codes: code = round(value / scale), scale = largest magnitude / 127, ties to even. One thread or many, the
/// result is the same.
/// </summary>
internal static class ByteQuantization
{
    public const int BlockSize = 32;

    private const float Largest = 127;
    private const float SmallestMagnitude = 1e-12f;

    /// <summary>What a code of 0 is written as where codes are unsigned.</summary>
    private const int ZeroPoint = 128;

    /// <summary>The rows of a table, one scale each.</summary>
    public static (sbyte[] Codes, float[] Scales) Rows(float[] values, int rows, int columns)
    {
        var codes = new sbyte[values.Length];
        var scales = new float[rows];
        Parallel.For(
            0,
            rows,
            row =>
            {
                var source = values.AsSpan(row * columns, columns);
                scales[row] = Scale(source);
                for (var i = 0; i < columns; i++)
                    codes[(row * columns) + i] = (sbyte)Code(source[i], scales[row]);
            }
        );
        return (codes, scales);
    }

    /// <summary>
    /// The columns of a weight of inner × outer, one scale for each 32 numbers down a column: [outer][inner / 32][32], as
    /// ONNX Runtime's MatMulNBits reads them.
    /// </summary>
    public static (byte[] Codes, float[] Scales) Columns(float[] values, int inner, int outer)
    {
        var codes = new byte[values.Length];
        var scales = new float[values.Length / BlockSize];
        Parallel.For(
            0,
            outer,
            column =>
            {
                Span<float> block = stackalloc float[BlockSize];
                for (var first = 0; first < inner; first += BlockSize)
                {
                    for (var i = 0; i < BlockSize; i++)
                        block[i] = values[((first + i) * outer) + column];
                    var scale = Scale(block);
                    var at = (column * inner) + first;
                    scales[at / BlockSize] = scale;
                    for (var i = 0; i < BlockSize; i++)
                        codes[at + i] = (byte)(Code(block[i], scale) + ZeroPoint);
                }
            }
        );
        return (codes, scales);
    }

    private static float Scale(ReadOnlySpan<float> values)
    {
        var largest = 0f;
        foreach (var value in values)
            largest = MathF.Max(largest, MathF.Abs(value));
        return MathF.Max(largest, SmallestMagnitude) / Largest;
    }

    private static int Code(float value, float scale) =>
        (int)Math.Clamp(MathF.Round(value / scale), -Largest, Largest);
}
