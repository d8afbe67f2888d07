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
    /// <summary>Of more centroids a pass of k-means looks only at those near to the row's own: work grows with the rows alone.</summary>
    private const int MostCompared = 512;
    private const int Near = 64;

    /// <summary>The means of the rows of each group; a group without rows has a zero mean.</summary>
    public static FloatMatrix Of(FloatMatrix rows, ReadOnlySpan<int> groups, int count)
    {
        var means = new FloatMatrix(count, rows.Columns);
        for (var i = 0; i < rows.Rows; i++)
        {
            var mean = means.Row(groups[i]);
            TensorPrimitives.Add(mean, rows.Row(i), mean);
        }
        CentredVectors.Normalize(means);
        return means;
    }

    /// <summary>The nearest centroid of each row; of equally near ones the first.</summary>
    public static Nearest[] Assign(FloatMatrix rows, FloatMatrix centroids) =>
        AssignToColumns(rows, centroids.Transpose());

    /// <inheritdoc cref="Assign"/>
    /// <param name="columns">The centroids, one a column: who asks often keeps them so.</param>
    /// <param name="mean">By which rows are centred on the way; null where they are already.</param>
    public static Nearest[] AssignToColumns(
        FloatMatrix rows,
        FloatMatrix columns,
        float[]? mean = null
    )
    {
        var nearest = new Nearest[rows.Rows];
        foreach (var (start, cosines) in RowBlocks.Multiply(rows, columns, mean))
        {
            RowBlocks.Each(cosines.Rows, i => nearest[start + i] = Best(cosines.Row(i)));
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
            groups =
                count > MostCompared
                    ? AssignNear(rows, groups, means)
                    : Array.ConvertAll(Assign(rows, means), n => n.Centroid);
            (groups, count) = Compact(groups);
            means = Of(rows, groups, count);
        }
        return (groups, means);
    }

    /// <summary>
    /// The nearest of the centroids that are nearest to the row's own. A row that is nearer to another one still gets there pass by
    /// pass; where a row belongs in the end is not asked here.
    /// </summary>
    private static int[] AssignNear(FloatMatrix rows, int[] groups, FloatMatrix means)
    {
        var members = FreshParts.Members(groups, means.Rows);
        var cosines = MatrixProduct.Multiply(means, means.Transpose());
        var nearest = new int[groups.Length];
        RowBlocks.EachGroup(
            rows,
            members,
            (own, part) =>
            {
                var near = NearestTo(own, cosines.Row(own));
                var found = Assign(part, RowBlocks.Select(means, near));
                for (var i = 0; i < found.Length; i++)
                    nearest[members[own][i]] = near[found[i].Centroid];
            }
        );
        return nearest;
    }

    /// <summary>Itself and those most alike, ascending.</summary>
    private static int[] NearestTo(int own, ReadOnlySpan<float> cosines)
    {
        var order = Enumerable.Range(0, cosines.Length).ToArray();
        var keys = new float[order.Length];
        TensorPrimitives.Negate(cosines, keys);
        keys[own] = float.NegativeInfinity;
        Array.Sort(keys, order);
        Array.Sort(order, 0, Near);
        return order[..Near];
    }

    /// <summary>The same groups numbered 0, 1, 2 … in the order of their old numbers.</summary>
    public static (int[] Groups, int Count) Compact(int[] groups)
    {
        var numbers = new SortedSet<int>(groups)
            .Select((old, fresh) => (old, fresh))
            .ToDictionary(p => p.old, p => p.fresh);
        return (Array.ConvertAll(groups, g => numbers[g]), numbers.Count);
    }

    /// <summary>The greatest, the first of several, and the greatest of the others; −1 where there is no other.</summary>
    private static Nearest Best(ReadOnlySpan<float> cosines)
    {
        var best = TensorPrimitives.IndexOfMax(cosines);
        var next = -1f;
        if (best > 0)
            next = Math.Max(next, TensorPrimitives.Max(cosines[..best]));
        if (best + 1 < cosines.Length)
            next = Math.Max(next, TensorPrimitives.Max(cosines[(best + 1)..]));
        return new Nearest(best, cosines[best], next);
    }
}
