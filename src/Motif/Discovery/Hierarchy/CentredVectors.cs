using System.Numerics.Tensors;
using Motif.Numerics;

namespace Motif.Discovery.Hierarchy;

/// <summary>
/// Vectors as neighbourhoods are looked for in them: of length 1, less the mean of the corpus, of length 1 again. What all
/// texts share would otherwise make everything look alike.
/// </summary>
internal static class CentredVectors
{
    /// <summary>Shorter than this a vector has no direction that rounding did not give it.</summary>
    private const float Shortest = 1e-6f;

    /// <summary>Makes every row of length 1; a row without direction becomes zero.</summary>
    public static void Normalize(FloatMatrix rows) =>
        RowBlocks.Each(rows.Rows, row => Normalize(rows.Row(row)));

    /// <inheritdoc cref="Normalize(FloatMatrix)"/>
    public static void Normalize(Span<float> vector)
    {
        var norm = TensorPrimitives.Norm<float>(vector);
        if (norm < Shortest || !float.IsFinite(norm))
            vector.Clear();
        else
            TensorPrimitives.Divide(vector, norm, vector);
    }

    /// <summary>The mean of rows, summed in their order in double.</summary>
    public static float[] Mean(FloatMatrix rows)
    {
        var sums = new double[rows.Columns];
        var wide = new double[rows.Columns];
        for (var i = 0; i < rows.Rows; i++)
        {
            TensorPrimitives.ConvertTruncating<float, double>(rows.Row(i), wide);
            TensorPrimitives.Add<double>(sums, wide, sums);
        }
        return Array.ConvertAll(sums, s => (float)(s / Math.Max(1, rows.Rows)));
    }

    /// <summary>Centres rows of length 1 in place.</summary>
    public static void Centre(FloatMatrix unit, float[] mean) =>
        RowBlocks.Each(unit.Rows, row => Centre(unit.Row(row), mean));

    /// <summary>Centres one vector of length 1 in place.</summary>
    public static void Centre(Span<float> unit, ReadOnlySpan<float> mean)
    {
        TensorPrimitives.Subtract(unit, mean, unit);
        Normalize(unit);
    }
}
