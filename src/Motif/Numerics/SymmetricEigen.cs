using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Motif.Numerics;

/// <summary>
/// Eigenvalues and eigenvectors of a symmetric positive semi-definite matrix by one-sided Jacobi rotations (Hestenes 1958):
/// rows of M are rotated until they are orthogonal; then row i is λᵢ·uᵢᵀ.
/// </summary>
internal static class SymmetricEigen
{
    private const int MostSweeps = 40;
    private const double Orthogonal = 1e-10;

    /// <summary>Eigenvalues in descending order; row i of <c>Vectors</c> is the unit eigenvector of value i (zero for value 0).</summary>
    public static (double[] Values, double[][] Vectors) Decompose(FloatMatrix matrix)
    {
        var rows = Enumerable
            .Range(0, matrix.Rows)
            .Select(row => Array.ConvertAll(matrix.Row(row).ToArray(), value => (double)value))
            .ToArray();
        for (var sweep = 0; sweep < MostSweeps && Sweep(rows); sweep++) { }
        var sorted = rows.Select(row => (Value: TensorPrimitives.Norm<double>(row), Row: row))
            .OrderByDescending(pair => pair.Value)
            .ToArray();
        foreach (var (value, row) in sorted)
        {
            if (value > 0)
                TensorPrimitives.Divide(row, value, row);
        }
        return ([.. sorted.Select(pair => pair.Value)], [.. sorted.Select(pair => pair.Row)]);
    }

    /// <summary>Orthogonalises every pair of rows once; false when all were orthogonal already.</summary>
    private static bool Sweep(double[][] rows)
    {
        var rotated = false;
        for (var p = 0; p < rows.Length - 1; p++)
        {
            for (var q = p + 1; q < rows.Length; q++)
                rotated |= Orthogonalize(rows[p], rows[q]);
        }
        return rotated;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Orthogonalize(double[] first, double[] second)
    {
        var alpha = TensorPrimitives.Dot<double>(first, first);
        var beta = TensorPrimitives.Dot<double>(second, second);
        var gamma = TensorPrimitives.Dot<double>(first, second);
        if (gamma == 0 || Math.Abs(gamma) <= Orthogonal * Math.Sqrt(alpha * beta))
            return false;
        var zeta = (beta - alpha) / (2 * gamma);
        var tangent = Math.CopySign(1, zeta) / (Math.Abs(zeta) + Math.Sqrt(1 + (zeta * zeta)));
        var cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
        var sine = cosine * tangent;
        Rotate(first, second, cosine, sine);
        return true;
    }

    /// <summary>(first, second) ← (c·first − s·second, s·first + c·second).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rotate(Span<double> first, Span<double> second, double cosine, double sine)
    {
        var c = new Vector<double>(cosine);
        var s = new Vector<double>(sine);
        var at = 0;
        for (; at <= first.Length - Vector<double>.Count; at += Vector<double>.Count)
        {
            var x = new Vector<double>(first[at..]);
            var y = new Vector<double>(second[at..]);
            ((c * x) - (s * y)).CopyTo(first[at..]);
            ((s * x) + (c * y)).CopyTo(second[at..]);
        }
        for (; at < first.Length; at++)
            (first[at], second[at]) = (
                (cosine * first[at]) - (sine * second[at]),
                (sine * first[at]) + (cosine * second[at])
            );
    }
}
