using System.Numerics.Tensors;
using Motif.Numerics;

namespace Motif.Discovery.Hierarchy;

/// <summary>
/// Finds subjects among new items that no standing cell is about. Candidates are new items that lie further from their cell than
/// nine in ten of the old ones from theirs; a group of them by Ward's method is a subject where it stands as firmly apart as most
/// cells do: (a − b)/(1 − b) of the mean cosines of its items to its own centre and to the nearest cell, against the same of the
/// cells' old items and the cell next to theirs.
/// </summary>
internal sealed class NewSubjects(HierarchySettings settings)
{
    private const int UsualFewest = 50;
    private const double Lonely = 0.1;
    private const double Firm = 0.25;

    /// <summary>Ward's table of distances of more would not fit beside everything else.</summary>
    private const int MostCandidates = 4096;

    /// <summary>The centres of new subjects, the largest first.</summary>
    public FloatMatrix Find(FloatMatrix rows, bool[] isNew, Nearest[] nearest, FloatMatrix cells)
    {
        var fewest = settings.MinClusterSize ?? UsualFewest;
        var none = new FloatMatrix(0, rows.Columns);
        if (cells.Rows < 2)
            return none;
        var old = nearest.Where((_, i) => !isNew[i]).ToList();
        var border = Quantile(old.Select(n => (double)n.Cosine), Lonely);
        int[] candidates =
        [
            .. Enumerable
                .Range(0, rows.Rows)
                .Where(i => isNew[i] && nearest[i].Cosine < border)
                .Take(MostCandidates),
        ];
        if (candidates.Length < fewest)
            return none;
        var firmness = Quantile(
            old.GroupBy(n => n.Centroid)
                .Select(g => Apart(g.Average(n => n.Cosine), g.Average(n => n.NextCosine))),
            Firm
        );
        return Grouped(
            RowBlocks.Select(rows, candidates),
            [.. candidates.Select(i => nearest[i].Cosine)],
            fewest,
            firmness
        );
    }

    private static FloatMatrix Grouped(
        FloatMatrix part,
        float[] toCells,
        int fewest,
        double firmness
    )
    {
        var tree = WardTree.Grow(part, [.. Enumerable.Repeat(1.0, part.Rows)]);
        var isTaken = new bool[part.Rows];
        var found = new List<FloatMatrix>();
        for (var count = 1; count <= part.Rows / fewest * 2; count++)
        {
            foreach (var members in FreshParts.Members(tree.Cut(count), count))
            {
                if (members.Count < fewest || members.Exists(row => isTaken[row]))
                    continue;
                var own = RowBlocks.Select(part, members);
                var centre = Centroids.Of(own, new int[own.Rows], 1);
                if (Apart(Mean(own, centre), members.Average(row => toCells[row])) < firmness)
                    continue;
                found.Add(centre);
                foreach (var row in members)
                    isTaken[row] = true;
            }
        }
        return RowBlocks.Join(found, part.Columns);
    }

    private static double Apart(double own, double next) =>
        1 - next <= 0 ? 0 : (own - next) / (1 - next);

    private static double Mean(FloatMatrix rows, FloatMatrix centre)
    {
        var sum = 0.0;
        for (var i = 0; i < rows.Rows; i++)
            sum += TensorPrimitives.Dot<float>(rows.Row(i), centre.Row(0));
        return sum / rows.Rows;
    }

    private static double Quantile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0
            ? double.NegativeInfinity
            : sorted[(int)(share * (sorted.Length - 1))];
    }
}
