using Motif.Numerics;

namespace Motif.Discovery.Hierarchy;

/// <summary>
/// Neighbourhoods from nothing: many small clusters by k-means, joined by Ward's method, cut where the usual sizes come out, the
/// cut refined by k-means over the rows; micros are kept inside their meso.
/// </summary>
/// <param name="elsewhere">Mesos that stand already, of those that were ordered.</param>
internal sealed class FreshParts(
    HierarchySettings settings,
    int threads,
    int elsewhere,
    List<string> remarks
)
{
    private const double UsualMeso = 300;
    private const double FewestForMesos = 200;
    private const int RefinePasses = 3;
    private const int MicroPasses = 2;

    /// <param name="rows">Centred.</param>
    public HierarchyParts Make(FloatMatrix rows, CancellationToken cancellationToken)
    {
        if (rows.Rows == 0)
            return HierarchyParts.None(rows.Columns);
        var seed = unchecked((ulong)settings.Seed);
        var found = MicroClusters.Found(rows, settings.MicroClusters, seed, threads);
        var micros = MicroClusters.Kept(rows, settings.MicroClusters, found);
        cancellationToken.ThrowIfCancellationRequested();
        var (cells, cellCount) = MicroClusters.Cells(rows, micros, found, seed, threads);
        cancellationToken.ThrowIfCancellationRequested();
        var means = Centroids.Of(rows, cells, cellCount);
        var sizes = Sizes(cells, cellCount);
        var tree = WardTree.Grow(means, sizes);
        cancellationToken.ThrowIfCancellationRequested();
        var mesoOfCell = tree.Cut(Wanted(rows.Rows, tree, sizes));
        var cut = Array.ConvertAll(cells, c => mesoOfCell[c]);
        (cut, var count) = MesoBounds.Apply(rows, cut, settings);
        var (meso, mesos) = Centroids.Refine(rows, cut, count, RefinePasses);
        cancellationToken.ThrowIfCancellationRequested();
        var inside = MicrosInside(rows, meso, mesos.Rows, micros.Groups, cancellationToken);
        return HierarchyParts.Of(mesos, inside, [.. Enumerable.Repeat(-1, mesos.Rows)]);
    }

    /// <summary>The parts into which a meso cuts its micros, brought back to their bounds.</summary>
    public static FloatMatrix Inside(FloatMatrix part, int[] groups)
    {
        var (compact, count) = Centroids.Compact(groups);
        (compact, _) = Centroids.Refine(part, compact, count, MicroPasses);
        (compact, count) = MicroClusters.Bounded(part, compact);
        return Centroids.Of(part, compact, count);
    }

    public static double[] Sizes(int[] groups, int count)
    {
        var sizes = new double[count];
        foreach (var group in groups)
            sizes[group]++;
        return sizes;
    }

    /// <summary>The rows of each group.</summary>
    public static List<int>[] Members(int[] groups, int count)
    {
        var members = new List<int>[count];
        for (var i = 0; i < count; i++)
            members[i] = [];
        for (var row = 0; row < groups.Length; row++)
            members[groups[row]].Add(row);
        return members;
    }

    private int Wanted(int rows, WardTree tree, double[] sizes)
    {
        if (settings.MesoClusters is { } ordered)
        {
            if (ordered > sizes.Length)
                remarks.Add(
                    $"{ordered} mesos were asked for; {rows} distinct items give {sizes.Length}"
                );
            return Math.Clamp(ordered - elsewhere, 1, sizes.Length);
        }
        if (rows >= FewestForMesos)
            return tree.GroupsFor(Math.Min(UsualMeso, settings.MaxClusterSize ?? UsualMeso), sizes);
        remarks.Add($"{rows} distinct items are fewer than {FewestForMesos}: one meso holds all");
        return 1;
    }

    private List<FloatMatrix> MicrosInside(
        FloatMatrix rows,
        int[] meso,
        int mesos,
        int[] micro,
        CancellationToken cancellationToken
    )
    {
        var members = Members(meso, mesos);
        var wanted = settings.MicroClusters is { } ordered
            ? MicroShares.Of(ordered, [.. members.Select(m => m.Count)], settings.MinChildren ?? 1)
            : null;
        var found = new List<FloatMatrix>(mesos);
        for (var parent = 0; parent < mesos; parent++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var part = RowBlocks.Select(rows, members[parent]);
            var inside = wanted is null
                ? Inside(part, [.. members[parent].Select(row => micro[row])])
                : InParts(part, wanted[parent]);
            if (inside.Rows < settings.MinChildren)
                inside = InParts(part, settings.MinChildren.Value);
            found.Add(inside);
        }
        Tell(found);
        return found;
    }

    private FloatMatrix InParts(FloatMatrix part, int wanted)
    {
        var (groups, count) = MicroClusters.Find(
            part,
            wanted,
            unchecked((ulong)settings.Seed),
            threads
        );
        return Centroids.Of(part, groups, count);
    }

    private void Tell(List<FloatMatrix> found)
    {
        var count = found.Sum(f => f.Rows);
        if (settings.MicroClusters is { } ordered && ordered != count)
            remarks.Add(
                $"{ordered} micros were asked for; kept inside their mesos they are {count}"
            );
        if (
            settings.MinChildren is { } least
            && found.Count(f => f.Rows < least) is > 0 and var few
        )
            remarks.Add($"{few} mesos hold too few distinct items for {least} micros");
    }
}
