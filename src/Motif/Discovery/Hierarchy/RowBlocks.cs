using Motif.Numerics;

namespace Motif.Discovery.Hierarchy;

/// <summary>Rows of a matrix, some thousand at a time: their products with all centroids fit in memory.</summary>
internal static class RowBlocks
{
    private const int BlockRows = 4096;

    /// <summary>The rows' products with columns, a block after the other; a block is overwritten by the next of its size.</summary>
    /// <param name="mean">By which rows are centred on the way; null where they are already.</param>
    public static IEnumerable<(int Start, FloatMatrix Products)> Multiply(
        FloatMatrix rows,
        FloatMatrix columns,
        float[]? mean = null
    )
    {
        FloatMatrix? centred = null;
        FloatMatrix? products = null;
        for (var start = 0; start < rows.Rows; start += BlockRows)
        {
            var count = Math.Min(BlockRows, rows.Rows - start);
            if (products?.Rows != count)
                products = new FloatMatrix(count, columns.Columns);
            if (mean is null)
                MatrixProduct.MultiplyInto(rows, start, columns, products);
            else
            {
                if (centred?.Rows != count)
                    centred = new FloatMatrix(count, rows.Columns);
                rows.Values.AsSpan(start * rows.Columns, centred.Values.Length)
                    .CopyTo(centred.Values);
                CentredVectors.Centre(centred, mean);
                MatrixProduct.MultiplyInto(centred, 0, columns, products);
            }
            yield return (start, products);
        }
    }

    /// <summary>What is done to every row, on all cores.</summary>
    public static void Each(int rows, Action<int> work)
    {
        if (rows <= BlockRows)
        {
            for (var row = 0; row < rows; row++)
                work(row);
            return;
        }
        Parallel.For(
            0,
            (rows + BlockRows - 1) / BlockRows,
            block =>
            {
                var end = Math.Min(rows, (block + 1) * BlockRows);
                for (var row = block * BlockRows; row < end; row++)
                    work(row);
            }
        );
    }

    /// <summary>Chosen rows, in the order given.</summary>
    public static FloatMatrix Select(FloatMatrix rows, IReadOnlyList<int> chosen)
    {
        var result = new FloatMatrix(chosen.Count, rows.Columns);
        Each(chosen.Count, i => rows.Row(chosen[i]).CopyTo(result.Row(i)));
        return result;
    }

    /// <summary>
    /// Work on the rows of each group, groups on all cores. The rows lie in memory that the next group uses again: copies of all
    /// groups would be as large as the rows.
    /// </summary>
    public static void EachGroup(
        FloatMatrix rows,
        IReadOnlyList<IReadOnlyList<int>> groups,
        Action<int, FloatMatrix> work
    )
    {
        var largest = groups.Count == 0 ? 0 : groups.Max(g => g.Count);
        Parallel.For(
            0,
            groups.Count,
            () => new FloatMatrix(largest, rows.Columns),
            (group, _, memory) =>
            {
                var chosen = groups[group];
                var part = memory.First(chosen.Count);
                for (var i = 0; i < chosen.Count; i++)
                    rows.Row(chosen[i]).CopyTo(part.Row(i));
                work(group, part);
                return memory;
            },
            _ => { }
        );
    }

    /// <summary>Matrices one under the other.</summary>
    public static FloatMatrix Join(IReadOnlyList<FloatMatrix> parts, int columns)
    {
        var result = new FloatMatrix(parts.Sum(p => p.Rows), columns);
        var at = 0;
        foreach (var part in parts)
        {
            part.Values.CopyTo(result.Values, at);
            at += part.Values.Length;
        }
        return result;
    }
}
