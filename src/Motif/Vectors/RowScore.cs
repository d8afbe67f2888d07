using System.Numerics.Tensors;

namespace Motif.Vectors;

/// <summary>The exact score of a row in the metric's unit; under cosine both are of unit length already.</summary>
internal static class RowScore
{
    public static float Exact(
        VectorMetric metric,
        ReadOnlySpan<float> query,
        ReadOnlySpan<float> row
    ) =>
        metric == VectorMetric.Euclidean
            ? -TensorPrimitives.Distance(row, query)
            : TensorPrimitives.Dot(row, query);
}
