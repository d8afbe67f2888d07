using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Motif.Numerics;

/// <summary>
/// Dense products, panels of the right factor packed so that they stay in cache, panels and stretches of rows spread over the
/// cores. A step is two vectors wide and as many rows high as there are registers for: eight of 512 bits, else four. Every entry is
/// summed in the order of k by fused multiply-adds, so that the result depends neither on the number of cores nor on the width of
/// their registers. The inner loops are compiled with all optimisations at once: a fit is over before they would have been promoted.
/// </summary>
internal static unsafe class MatrixProduct
{
    /// <summary>Products of fewer steps are done before other cores have begun.</summary>
    private const long Shared = 1 << 18;

    /// <summary>Rows that one panel is packed for.</summary>
    private const int Stretch = 1024;

    private const int MostHigh = 8;

    /// <summary>A · B.</summary>
    public static FloatMatrix Multiply(FloatMatrix a, FloatMatrix b)
    {
        var result = new FloatMatrix(a.Rows, b.Columns);
        MultiplyInto(a, 0, b, result);
        return result;
    }

    /// <summary>The product of as many rows of A, from one on, as the result has, with B; every entry of the result is written.</summary>
    public static void MultiplyInto(FloatMatrix a, int from, FloatMatrix b, FloatMatrix result)
    {
        if (
            a.Columns != b.Rows
            || result.Columns != b.Columns
            || from < 0
            || from + result.Rows > a.Rows
        )
            throw new ArgumentException(
                $"{a.Rows}×{a.Columns} from row {from} times {b.Rows}×{b.Columns} is not {result.Rows}×{result.Columns}",
                nameof(b)
            );
        var step = Step.OfThisMachine;
        var panels = (b.Columns + step.Width - 1) / step.Width;
        var stretches = (result.Rows + Stretch - 1) / Stretch;
        void Part(int part) =>
            MultiplyPanel(
                step,
                a,
                from,
                b,
                result,
                part % panels * step.Width,
                part / panels * Stretch
            );
        if ((long)result.Rows * b.Values.Length < Shared)
        {
            for (var part = 0; part < panels * stretches; part++)
                Part(part);
        }
        else
            Parallel.For(0, panels * stretches, Part);
    }

    /// <summary>Aᵀ · A, the Gram matrix of the columns.</summary>
    public static FloatMatrix Gram(FloatMatrix a) => Multiply(a.Transpose(), a);

    private static void MultiplyPanel(
        Step step,
        FloatMatrix a,
        int from,
        FloatMatrix b,
        FloatMatrix result,
        int column,
        int row
    )
    {
        var width = Math.Min(step.Width, b.Columns - column);
        var end = Math.Min(result.Rows, row + Stretch);
        fixed (
            float* left = a.Values,
                right = b.Values
        )
        {
            var rows = left + ((long)from * a.Columns);
            // What is read once is read where it stands.
            if (end - row <= step.Height && width == step.Width)
            {
                MultiplyRows(
                    step,
                    rows,
                    a.Columns,
                    right + column,
                    b.Columns,
                    result,
                    row,
                    end,
                    column,
                    width
                );
                return;
            }
            var packed = ArrayPool<float>.Shared.Rent(b.Rows * step.Width);
            try
            {
                for (var k = 0; k < b.Rows; k++)
                {
                    var target = packed.AsSpan(k * step.Width, step.Width);
                    b.Values.AsSpan((k * b.Columns) + column, width).CopyTo(target);
                    target[width..].Clear();
                }
                fixed (float* panel = packed)
                    MultiplyRows(
                        step,
                        rows,
                        a.Columns,
                        panel,
                        step.Width,
                        result,
                        row,
                        end,
                        column,
                        width
                    );
            }
            finally
            {
                ArrayPool<float>.Shared.Return(packed);
            }
        }
    }

    /// <param name="panel">Begins with the panel's first row.</param>
    /// <param name="stride">From one row of the panel to the next.</param>
    private static void MultiplyRows(
        Step step,
        float* rows,
        int depth,
        float* panel,
        int stride,
        FloatMatrix result,
        int row,
        int end,
        int column,
        int width
    )
    {
        var block = stackalloc float[MostHigh * 2 * Vector512<float>.Count];
        for (; row < end; row += step.Height)
        {
            var height = Math.Min(step.Height, end - row);
            step.Kernel(rows + ((long)row * depth), height, depth, panel, stride, block);
            for (var i = 0; i < height; i++)
                new ReadOnlySpan<float>(block + (i * step.Width), width).CopyTo(
                    result.Row(row + i)[column..]
                );
        }
    }

    /// <summary>One block of rows; where fewer are left the last one is repeated and its copies are not stored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightRows(
        float* a,
        int height,
        int depth,
        float* panel,
        int stride,
        float* block
    )
    {
        var last = height - 1;
        float* row0 = a,
            row1 = a + ((long)Math.Min(1, last) * depth),
            row2 = a + ((long)Math.Min(2, last) * depth),
            row3 = a + ((long)Math.Min(3, last) * depth),
            row4 = a + ((long)Math.Min(4, last) * depth),
            row5 = a + ((long)Math.Min(5, last) * depth),
            row6 = a + ((long)Math.Min(6, last) * depth),
            row7 = a + ((long)Math.Min(7, last) * depth);
        Vector512<float> l0 = default,
            r0 = default,
            l1 = default,
            r1 = default;
        Vector512<float> l2 = default,
            r2 = default,
            l3 = default,
            r3 = default;
        Vector512<float> l4 = default,
            r4 = default,
            l5 = default,
            r5 = default;
        Vector512<float> l6 = default,
            r6 = default,
            l7 = default,
            r7 = default;
        for (var k = 0; k < depth; k++, panel += stride)
        {
            var left = Vector512.Load(panel);
            var right = Vector512.Load(panel + Vector512<float>.Count);
            var factor = Vector512.Create(row0[k]);
            l0 = Vector512.FusedMultiplyAdd(factor, left, l0);
            r0 = Vector512.FusedMultiplyAdd(factor, right, r0);
            factor = Vector512.Create(row1[k]);
            l1 = Vector512.FusedMultiplyAdd(factor, left, l1);
            r1 = Vector512.FusedMultiplyAdd(factor, right, r1);
            factor = Vector512.Create(row2[k]);
            l2 = Vector512.FusedMultiplyAdd(factor, left, l2);
            r2 = Vector512.FusedMultiplyAdd(factor, right, r2);
            factor = Vector512.Create(row3[k]);
            l3 = Vector512.FusedMultiplyAdd(factor, left, l3);
            r3 = Vector512.FusedMultiplyAdd(factor, right, r3);
            factor = Vector512.Create(row4[k]);
            l4 = Vector512.FusedMultiplyAdd(factor, left, l4);
            r4 = Vector512.FusedMultiplyAdd(factor, right, r4);
            factor = Vector512.Create(row5[k]);
            l5 = Vector512.FusedMultiplyAdd(factor, left, l5);
            r5 = Vector512.FusedMultiplyAdd(factor, right, r5);
            factor = Vector512.Create(row6[k]);
            l6 = Vector512.FusedMultiplyAdd(factor, left, l6);
            r6 = Vector512.FusedMultiplyAdd(factor, right, r6);
            factor = Vector512.Create(row7[k]);
            l7 = Vector512.FusedMultiplyAdd(factor, left, l7);
            r7 = Vector512.FusedMultiplyAdd(factor, right, r7);
        }
        Store(block, 0, l0, r0);
        Store(block, 1, l1, r1);
        Store(block, 2, l2, r2);
        Store(block, 3, l3, r3);
        Store(block, 4, l4, r4);
        Store(block, 5, l5, r5);
        Store(block, 6, l6, r6);
        Store(block, 7, l7, r7);
    }

    private static void Store(float* block, int row, Vector512<float> left, Vector512<float> right)
    {
        left.Store(block + (row * 2 * Vector512<float>.Count));
        right.Store(block + (((row * 2) + 1) * Vector512<float>.Count));
    }

    /// <inheritdoc cref="EightRows"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows(
        float* a,
        int height,
        int depth,
        float* panel,
        int stride,
        float* block
    )
    {
        var last = height - 1;
        float* row0 = a,
            row1 = a + ((long)Math.Min(1, last) * depth),
            row2 = a + ((long)Math.Min(2, last) * depth),
            row3 = a + ((long)Math.Min(3, last) * depth);
        Vector<float> l0 = default,
            r0 = default,
            l1 = default,
            r1 = default;
        Vector<float> l2 = default,
            r2 = default,
            l3 = default,
            r3 = default;
        for (var k = 0; k < depth; k++, panel += stride)
        {
            var left = Vector.Load(panel);
            var right = Vector.Load(panel + Vector<float>.Count);
            var factor = new Vector<float>(row0[k]);
            l0 = Vector.FusedMultiplyAdd(factor, left, l0);
            r0 = Vector.FusedMultiplyAdd(factor, right, r0);
            factor = new Vector<float>(row1[k]);
            l1 = Vector.FusedMultiplyAdd(factor, left, l1);
            r1 = Vector.FusedMultiplyAdd(factor, right, r1);
            factor = new Vector<float>(row2[k]);
            l2 = Vector.FusedMultiplyAdd(factor, left, l2);
            r2 = Vector.FusedMultiplyAdd(factor, right, r2);
            factor = new Vector<float>(row3[k]);
            l3 = Vector.FusedMultiplyAdd(factor, left, l3);
            r3 = Vector.FusedMultiplyAdd(factor, right, r3);
        }
        Store(block, 0, l0, r0);
        Store(block, 1, l1, r1);
        Store(block, 2, l2, r2);
        Store(block, 3, l3, r3);
    }

    private static void Store(float* block, int row, Vector<float> left, Vector<float> right)
    {
        left.Store(block + (row * 2 * Vector<float>.Count));
        right.Store(block + (((row * 2) + 1) * Vector<float>.Count));
    }

    /// <summary>How a block is made: the function, its rows and its columns.</summary>
    private readonly struct Step(
        delegate* <float*, int, int, float*, int, float*, void> kernel,
        int height,
        int width
    )
    {
        public readonly delegate* <float*, int, int, float*, int, float*, void> Kernel = kernel;
        public readonly int Height = height;
        public readonly int Width = width;

        public static Step OfThisMachine =>
            Vector512.IsHardwareAccelerated
                ? new(&EightRows, MostHigh, 2 * Vector512<float>.Count)
                : new(&FourRows, 4, 2 * Vector<float>.Count);
    }
}
