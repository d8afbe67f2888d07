using System.Numerics.Tensors;

namespace Motif.Numerics;

/// <summary>
/// Truncated singular value decomposition A ≈ U·diag(s)·Vᵀ by randomised subspace iteration (Halko, Martinsson and Tropp,
/// SIAM Review 53/2, 2011). The seed fixes the start; the sign of every pair is fixed by making the largest entry of the right
/// vector positive.
/// </summary>
/// <param name="Left">U, one row per row of A.</param>
/// <param name="Values">s, descending.</param>
/// <param name="Right">V, one row per column of A.</param>
internal sealed record RandomizedSvd(FloatMatrix Left, float[] Values, FloatMatrix Right)
{
    private const int Oversampling = 10;

    /// <param name="matrix">A.</param>
    /// <param name="rank">Wanted singular values; at most the smaller side of A.</param>
    /// <param name="powerIterations">More separate close singular values better, at two products each.</param>
    /// <param name="seed">Start of the generator.</param>
    public static RandomizedSvd Compute(
        SparseMatrix matrix,
        int rank,
        int powerIterations,
        int seed
    )
    {
        var smaller = Math.Min(matrix.Rows, matrix.Columns);
        rank = Math.Min(rank, smaller);
        var width = Math.Min(rank + Oversampling, smaller);
        var transposed = matrix.Transpose();
        var range = OrthonormalBasis.Of(
            matrix.Multiply(FloatMatrix.Gaussian(matrix.Columns, width, seed))
        );
        for (var i = 0; i < powerIterations; i++)
        {
            var rows = OrthonormalBasis.Of(transposed.Multiply(range));
            range = OrthonormalBasis.Of(matrix.Multiply(rows), i == powerIterations - 1 ? 2 : 1);
        }
        var projected = transposed.Multiply(range);
        var (values, vectors) = SymmetricEigen.Decompose(MatrixProduct.Gram(projected));
        return Assemble(range, projected, values, vectors, rank);
    }

    private static RandomizedSvd Assemble(
        FloatMatrix range,
        FloatMatrix projected,
        double[] values,
        double[][] vectors,
        int rank
    )
    {
        var singular = values[..rank].Select(value => (float)Math.Sqrt(value)).ToArray();
        var rotation = new FloatMatrix(projected.Columns, rank);
        for (var j = 0; j < rank; j++)
        {
            for (var i = 0; i < projected.Columns; i++)
                rotation.Values[(i * rank) + j] = (float)vectors[j][i];
        }
        var left = MatrixProduct.Multiply(range, rotation);
        var right = MatrixProduct.Multiply(projected, rotation);
        var scales = new float[rank];
        for (var j = 0; j < rank; j++)
            scales[j] = singular[j] > 0 ? Sign(right, j) / singular[j] : 0;
        for (var row = 0; row < right.Rows; row++)
            TensorPrimitives.Multiply(right.Row(row), scales, right.Row(row));
        var signs = Array.ConvertAll(scales, scale => scale < 0 ? -1f : 1f);
        for (var row = 0; row < left.Rows; row++)
            TensorPrimitives.Multiply(left.Row(row), signs, left.Row(row));
        return new RandomizedSvd(left, singular, right);
    }

    private static float Sign(FloatMatrix matrix, int column)
    {
        var largest = 0f;
        for (var i = column; i < matrix.Values.Length; i += matrix.Columns)
        {
            if (Math.Abs(matrix.Values[i]) > Math.Abs(largest))
                largest = matrix.Values[i];
        }
        return largest < 0 ? -1 : 1;
    }
}
