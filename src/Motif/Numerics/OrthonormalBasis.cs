namespace Motif.Numerics;

/// <summary>
/// Orthonormal columns by Cholesky QR: with AᵀA = RᵀR, Q = A·R⁻¹. Columns that depend on earlier ones become zero.
/// One pass is enough between power iterations; two passes give full single precision ("CholeskyQR2", Yamamoto et al. 2015).
/// </summary>
internal static class OrthonormalBasis
{
    private const double Dependent = 1e-7;

    public static FloatMatrix Of(FloatMatrix matrix, int passes = 1)
    {
        for (var pass = 0; pass < passes; pass++)
            matrix = MatrixProduct.Multiply(matrix, InverseFactor(MatrixProduct.Gram(matrix)));
        return matrix;
    }

    /// <summary>R⁻¹ of the Cholesky factor AᵀA = RᵀR, in double precision inside.</summary>
    private static FloatMatrix InverseFactor(FloatMatrix gram)
    {
        var n = gram.Rows;
        var lower = new double[n, n];
        for (var j = 0; j < n; j++)
        {
            var pivot = (double)gram.Values[(j * n) + j];
            var floor = Dependent * pivot;
            for (var k = 0; k < j; k++)
                pivot -= lower[j, k] * lower[j, k];
            // A zero diagonal marks a dependent column; the inverse leaves it out.
            lower[j, j] = pivot > floor && pivot > 0 ? Math.Sqrt(pivot) : 0;
            if (lower[j, j] == 0)
                continue;
            for (var i = j + 1; i < n; i++)
            {
                var sum = (double)gram.Values[(i * n) + j];
                for (var k = 0; k < j; k++)
                    sum -= lower[i, k] * lower[j, k];
                lower[i, j] = sum / lower[j, j];
            }
        }
        return InvertTransposed(lower, n);
    }

    private static FloatMatrix InvertTransposed(double[,] lower, int n)
    {
        var result = new FloatMatrix(n, n);
        var column = new double[n];
        for (var j = 0; j < n; j++)
        {
            Array.Clear(column);
            for (var i = j; i < n; i++)
            {
                var sum = i == j ? 1.0 : 0.0;
                for (var k = j; k < i; k++)
                    sum -= lower[i, k] * column[k];
                column[i] = lower[i, i] == 0 || lower[j, j] == 0 ? 0 : sum / lower[i, i];
                // (L⁻¹)[i, j] is (R⁻¹)[j, i].
                result.Values[(j * n) + i] = (float)column[i];
            }
        }
        return result;
    }
}
