using System.Numerics.Tensors;

namespace Motif.Vectors;

/// <summary>The dimension (1..4,096) and metric that all vectors of one index share.</summary>
public sealed record VectorSpace
{
    public const int MaxDimension = 4096;

    /// <summary>Above this length a float dot product could overflow to infinity.</summary>
    public const double MaxNorm = 1e18;

    public VectorSpace(int dimension, VectorMetric metric = VectorMetric.Cosine)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimension, MaxDimension);
        if (!Enum.IsDefined(metric))
            throw new ArgumentOutOfRangeException(nameof(metric), metric, "unknown vector metric");
        Dimension = dimension;
        Metric = metric;
    }

    public int Dimension { get; }
    public VectorMetric Metric { get; }

    /// <summary>The length of a vector that this space accepts.</summary>
    /// <param name="vector">The components.</param>
    /// <param name="what">Names the vector in the error, as "vector 42" or "query".</param>
    /// <exception cref="ArgumentException">
    /// Wrong dimension, a NaN or infinite component, or a length above <see cref="MaxNorm"/>.
    /// </exception>
    public double MeasureNorm(ReadOnlySpan<float> vector, string what)
    {
        if (vector.Length != Dimension)
            throw new ArgumentException(
                $"{what} has {vector.Length} components, this index holds vectors of {Dimension}; embed with the model this index was made for",
                nameof(vector)
            );
        double norm = TensorPrimitives.Norm(vector);
        // The quick float norm answers for every ordinary vector; only its failures are looked at twice.
        if (norm is > 1e-15 and < 1e15)
            return norm;
        return MeasureExtremeNorm(vector, what);
    }

    /// <summary>True where a vector of this length can be a neighbour of anything (see <see cref="VectorMetric"/>).</summary>
    public bool CanMatch(double norm) => norm > 0 || Metric == VectorMetric.Euclidean;

    /// <summary>The exact score of two vectors of this space; 0 under cosine where one of them is zero.</summary>
    public float Score(ReadOnlySpan<float> query, ReadOnlySpan<float> row)
    {
        var lengths = MeasureNorm(query, "the query") * MeasureNorm(row, "the row");
        if (Metric != VectorMetric.Cosine)
            return RowScore.Exact(Metric, query, row);
        return lengths == 0 ? 0 : (float)(TensorPrimitives.Dot(query, row) / lengths);
    }

    private static double MeasureExtremeNorm(ReadOnlySpan<float> vector, string what)
    {
        var sum = 0.0;
        for (var i = 0; i < vector.Length; i++)
        {
            if (!float.IsFinite(vector[i]))
                throw new ArgumentException(
                    $"component {i} of {what} is {vector[i]}; every component must be a finite number",
                    nameof(vector)
                );
            sum += (double)vector[i] * vector[i];
        }
        var norm = Math.Sqrt(sum);
        if (norm > MaxNorm)
            throw new ArgumentException(
                $"{what} has length {norm:G3}, at most {MaxNorm:G3} is accepted; scale the vectors down",
                nameof(vector)
            );
        return norm;
    }
}
