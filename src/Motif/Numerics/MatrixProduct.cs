using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Motif.Numerics;

/// <summary>
/// Dense products, two vectors wide and four rows high per step, panels of the right factor packed so that they stay in cache,
/// panels spread over the cores. Every entry is summed in the order of k, so that the result does not depend on the number of
/// cores. The inner loop is compiled with all optimisations at once: a fit is over before it would have been promoted.
/// </summary>
internal static class MatrixProduct
{
    /// <summary>Products of fewer steps are done before other cores have begun.</summary>
    private const long Shared = 1 << 18;

    private static readonly int Panel = 2 * Vector<float>.Count;

    /// <summary>A · B.</summary>
    public static FloatMatrix Multiply(FloatMatrix a, FloatMatrix b)
    {
        if (a.Columns != b.Rows)
            throw new ArgumentException(
                $"{a.Rows}×{a.Columns} cannot be multiplied by {b.Rows}×{b.Columns}",
                nameof(b)
            );
        var result = new FloatMatrix(a.Rows, b.Columns);
        MultiplyInto(a, b, result);
        return result;
    }

    /// <summary>A · B into a matrix of that shape, every entry of which is written.</summary>
    public static void MultiplyInto(FloatMatrix a, FloatMatrix b, FloatMatrix result)
    {
        if (a.Columns != b.Rows || result.Rows != a.Rows || result.Columns != b.Columns)
            throw new ArgumentException(
                $"{a.Rows}×{a.Columns} times {b.Rows}×{b.Columns} is not {result.Rows}×{result.Columns}",
                nameof(result)
            );
        var panels = (b.Columns + Panel - 1) / Panel;
        if ((long)a.Rows * b.Values.Length < Shared)
        {
            for (var panel = 0; panel < panels; panel++)
                MultiplyPanel(a, b, result, panel * Panel);
        }
        else
            Parallel.For(0, panels, panel => MultiplyPanel(a, b, result, panel * Panel));
    }

    /// <summary>Aᵀ · A, the Gram matrix of the columns.</summary>
    public static FloatMatrix Gram(FloatMatrix a) => Multiply(a.Transpose(), a);

    private static void MultiplyPanel(FloatMatrix a, FloatMatrix b, FloatMatrix result, int column)
    {
        var width = Math.Min(Panel, b.Columns - column);
        // What is read once is read where it stands.
        if (a.Rows <= 4 && width == Panel)
        {
            MultiplyRows(a, b.Values.AsSpan(column), b.Columns, result, column, width);
            return;
        }
        var packed = ArrayPool<float>.Shared.Rent(b.Rows * Panel);
        try
        {
            for (var k = 0; k < b.Rows; k++)
            {
                var target = packed.AsSpan(k * Panel, Panel);
                b.Values.AsSpan((k * b.Columns) + column, width).CopyTo(target);
                target[width..].Clear();
            }
            MultiplyRows(a, packed, Panel, result, column, width);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(packed);
        }
    }

    /// <param name="panel">Begins with the panel's first row.</param>
    /// <param name="stride">From one row of the panel to the next.</param>
    private static void MultiplyRows(
        FloatMatrix a,
        ReadOnlySpan<float> panel,
        int stride,
        FloatMatrix result,
        int column,
        int width
    )
    {
        Span<float> block = stackalloc float[4 * Panel];
        for (var row = 0; row < a.Rows; row += 4)
        {
            var height = Math.Min(4, a.Rows - row);
            FourRows(a, row, height, panel, stride, block);
            for (var i = 0; i < height; i++)
                block.Slice(i * Panel, width).CopyTo(result.Row(row + i)[column..]);
        }
    }

    /// <summary>One block of four rows; where fewer are left the last one is repeated and its copies are not stored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows(
        FloatMatrix a,
        int row,
        int height,
        ReadOnlySpan<float> panel,
        int stride,
        Span<float> block
    )
    {
        var depth = a.Columns;
        var row0 = a.Row(row);
        var row1 = a.Row(row + Math.Min(1, height - 1));
        var row2 = a.Row(row + Math.Min(2, height - 1));
        var row3 = a.Row(row + Math.Min(3, height - 1));
        Vector<float> a0 = default,
            b0 = default,
            a1 = default,
            b1 = default;
        Vector<float> a2 = default,
            b2 = default,
            a3 = default,
            b3 = default;
        ref readonly var source = ref panel[0];
        for (var k = 0; k < depth; k++)
        {
            var left = Vector.LoadUnsafe(in source, (nuint)(k * stride));
            var right = Vector.LoadUnsafe(in source, (nuint)((k * stride) + Vector<float>.Count));
            var factor = new Vector<float>(row0[k]);
            a0 = Vector.FusedMultiplyAdd(factor, left, a0);
            b0 = Vector.FusedMultiplyAdd(factor, right, b0);
            factor = new Vector<float>(row1[k]);
            a1 = Vector.FusedMultiplyAdd(factor, left, a1);
            b1 = Vector.FusedMultiplyAdd(factor, right, b1);
            factor = new Vector<float>(row2[k]);
            a2 = Vector.FusedMultiplyAdd(factor, left, a2);
            b2 = Vector.FusedMultiplyAdd(factor, right, b2);
            factor = new Vector<float>(row3[k]);
            a3 = Vector.FusedMultiplyAdd(factor, left, a3);
            b3 = Vector.FusedMultiplyAdd(factor, right, b3);
        }
        Store(block, 0, a0, b0);
        Store(block, 1, a1, b1);
        Store(block, 2, a2, b2);
        Store(block, 3, a3, b3);
    }

    private static void Store(Span<float> block, int row, Vector<float> left, Vector<float> right)
    {
        left.CopyTo(block[(row * Panel)..]);
        right.CopyTo(block[((row * Panel) + Vector<float>.Count)..]);
    }
}
