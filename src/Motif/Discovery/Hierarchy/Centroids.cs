using System.Numerics.Tensors;
using Motif.Numerics;

namespace Motif.Discovery.Hierarchy;

/// <summary>The nearest centroid of a row and how near it and the next one are, as cosines.</summary>
internal readonly record struct Nearest(int Centroid, float Cosine, float NextCosine);

/// <summary>
/// Means of length 1 and the rows nearest to them: the two halves of a pass of spherical k-means (Dhillon and Modha 2001).
/// Every product is summed in the same order however many rows are asked about at once, so that one item alone gets what it
/// got among a million.
/// </summary>
internal static class Centroids
{
    /// <summary>The means of the rows of each group; a group without rows has a zero mean.</summary>
    public static FloatMatrix Of(FloatMatrix rows, ReadOnlySpan<int> groups, int count)
    {
        var means = new FloatMatrix(count, rows.Columns);
        for (var i = 0; i < rows.Rows; i++)
        {
            var mean = means.Row(groups[i]);
            TensorPrimitives.Add(mean, rows.Row(i), mean);
        }
        for (var group = 0; group < count; group++)
            CentredVectors.Normalize(means.Row(group));
        return means;
    }

    /// <summary>The nearest centroid of each row; of equally near ones the first.</summary>
    public static Nearest[] Assign(FloatMatrix rows, FloatMatrix centroids) =>
        AssignToColumns(rows, centroids.Transpose());

    /// <inheritdoc cref="Assign"/>
    /// <param name="columns">The centroids, one a column: who asks often keeps them so.</param>
    public static Nearest[] AssignToColumns(FloatMatrix rows, FloatMatrix columns)
    {
        var nearest = new Nearest[rows.Rows];
        FloatMatrix? kept = null;
        foreach (var (start, block) in RowBlocks.Of(rows))
        {
            // Blocks are of one size but for the last: a hundred megabytes each time would be litter.
            var cosines =
                kept?.Rows == block.Rows
                    ? kept
                    : kept = new FloatMatrix(block.Rows, columns.Columns);
            MatrixProduct.MultiplyInto(block, columns, cosines);
            for (var i = 0; i < cosines.Rows; i++)
                nearest[start + i] = Best(cosines.Row(i));
        }
        return nearest;
    }

    /// <summary>Passes of k-means from given groups; groups that lose all rows go.</summary>
    public static (int[] Groups, FloatMatrix Means) Refine(
        FloatMatrix rows,
        int[] groups,
        int count,
        int passes
    )
    {
        var means = Of(rows, groups, count);
        for (var pass = 0; pass < passes; pass++)
        {
            groups = Array.ConvertAll(Assign(rows, means), n => n.Centroid);
            (groups, count) = Compact(groups);
            means = Of(rows, groups, count);
        }
        return (groups, means);
    }

    /// <summary>The same groups numbered 0, 1, 2 … in the order of their old numbers.</summary>
    public static (int[] Groups, int Count) Compact(int[] groups)
    {
        var numbers = new SortedSet<int>(groups)
            .Select((old, fresh) => (old, fresh))
            .ToDictionary(p => p.old, p => p.fresh);
        return (Array.ConvertAll(groups, g => numbers[g]), numbers.Count);
    }

    private static Nearest Best(ReadOnlySpan<float> cosines)
    {
        var best = 0;
        var next = -1f;
        for (var i = 1; i < cosines.Length; i++)
        {
            if (cosines[i] > cosines[best])
                (best, next) = (i, cosines[best]);
            else if (cosines[i] > next)
                next = cosines[i];
        }
        return new Nearest(best, cosines[best], next);
    }
}
