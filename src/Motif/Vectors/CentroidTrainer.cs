using System.Numerics.Tensors;
using Motif.Numerics;

namespace Motif.Vectors;

/// <summary>
/// k-means over coded rows (Lloyd 1982; spherical under cosine), built top down: √lists groups, inside each
/// group its share of the centroids, then passes over all of them through the two-level tree. Work is
/// n·√lists instead of n·lists per pass. Means are taken from the codes, which are exact enough for a centre.
/// </summary>
internal sealed unsafe class CentroidTrainer(
    VectorMetric metric,
    RowBlock rows,
    ulong seed,
    int threads
)
{
    private const int RowsPerList = 48;
    private const int RowsPerGroup = 256;
    private const int GroupPasses = 8;
    private const int InnerPasses = 6;
    private const int TreePasses = 3;

    /// <summary>Groups looked into by a pass: a mean moves little by the few rows that have a nearer centroid elsewhere.</summary>
    private const int PassGroups = 4;

    private readonly int _stride = rows.Stride;
    private SplitMix64 _random = new(seed);

    /// <param name="ordinals">Rows that may be trained on.</param>
    /// <param name="lists">Centroids wanted; fewer come out where there are fewer rows.</param>
    public CentroidTree Train(ReadOnlySpan<int> ordinals, int lists)
    {
        var sample = Pick(ordinals, lists * RowsPerList);
        var groupCount = Math.Max(1, (int)Math.Sqrt(lists));
        var groups = Cluster(
            Pick(sample, groupCount * RowsPerGroup),
            groupCount,
            GroupPasses,
            _random.Next()
        );
        var members = Split(sample, groups, groupCount);
        var tree = GrowTree(members, groups, lists, sample.Length);
        for (var pass = 0; pass < TreePasses; pass++)
            Refine(tree, sample);
        return tree;
    }

    private int[] Pick(ReadOnlySpan<int> ordinals, int count)
    {
        var picked = _random.Sample(ordinals.Length, count);
        for (var i = 0; i < picked.Length; i++)
            picked[i] = ordinals[picked[i]];
        return picked;
    }

    private RowBlock Cluster(int[] members, int count, int passes, ulong clusterSeed)
    {
        var centroids = new RowBlock(RowBlock.Padded(count), _stride);
        var start = new SplitMix64(clusterSeed).Sample(members.Length, count);
        var sums = new CentroidSums(metric, count, _stride);
        for (var i = 0; i < start.Length; i++)
            sums.Add(i, rows, members[start[i]]);
        sums.Store(centroids, 0, count, firstId: 0);
        for (var pass = 0; pass < passes; pass++)
        {
            var nearest = NearestOf(members, centroids, count);
            sums.Clear();
            for (var i = 0; i < members.Length; i++)
                sums.Add(nearest[i], rows, members[i]);
            sums.Store(centroids, 0, count, firstId: 0);
        }
        return centroids;
    }

    private int[] NearestOf(int[] members, RowBlock centroids, int count)
    {
        var nearest = new int[members.Length];
        RowRanges.Run(
            members.Length,
            threads,
            (from, to) =>
            {
                var assigner = new ListAssigner(metric, _stride, count, 0);
                for (var i = from; i < to; i++)
                    nearest[i] = assigner.NearestOf(centroids.Run(0, count), rows, members[i]);
            }
        );
        return nearest;
    }

    private List<int>[] Split(int[] sample, RowBlock groups, int groupCount)
    {
        var members = new List<int>[groupCount];
        for (var group = 0; group < groupCount; group++)
            members[group] = [];
        var nearest = NearestOf(sample, groups, groupCount);
        for (var i = 0; i < sample.Length; i++)
            members[nearest[i]].Add(sample[i]);
        return members;
    }

    /// <summary>Gives each group centroids in proportion to its rows.</summary>
    private CentroidTree GrowTree(List<int>[] members, RowBlock groups, int lists, int total)
    {
        var counts = new int[members.Length];
        var seeds = new ulong[members.Length];
        for (var group = 0; group < counts.Length; group++)
        {
            var share = (int)Math.Round((double)lists * members[group].Count / total);
            counts[group] = Math.Min(Math.Max(1, share), members[group].Count);
            seeds[group] = _random.Next();
        }
        var starts = InvertedLists.StartsOf(counts);
        var centroids = new RowBlock(starts[^1], _stride);
        var firstIds = new int[counts.Length];
        for (var group = 1; group < counts.Length; group++)
            firstIds[group] = firstIds[group - 1] + counts[group - 1];
        Parallel.For(
            0,
            counts.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            group =>
            {
                var own = Cluster([.. members[group]], counts[group], InnerPasses, seeds[group]);
                for (var i = 0; i < counts[group]; i++)
                    centroids.CopyRow(starts[group] + i, own, i, firstIds[group] + i);
            }
        );
        return new CentroidTree(groups, centroids, counts);
    }

    /// <summary>One pass of k-means over all centroids; groups become the means of their rows.</summary>
    private void Refine(CentroidTree tree, int[] sample)
    {
        var nearest = Assign(tree, rows, sample, metric, threads, PassGroups);
        var sums = new CentroidSums(metric, tree.ListCount, _stride);
        var groupSums = new CentroidSums(metric, tree.GroupCount, _stride);
        var groupOf = GroupOfLists(tree);
        for (var i = 0; i < sample.Length; i++)
        {
            sums.Add(nearest[i], rows, sample[i]);
            groupSums.Add(groupOf[nearest[i]], rows, sample[i]);
        }
        groupSums.Store(tree.GroupBlock, 0, tree.GroupCount, firstId: 0);
        var firstId = 0;
        for (var group = 0; group < tree.GroupCount; group++)
        {
            sums.Store(tree.CentroidBlock, tree.Start(group), tree.Counts[group], firstId);
            firstId += tree.Counts[group];
        }
    }

    public static int[] GroupOfLists(CentroidTree tree)
    {
        var groupOf = new int[tree.ListCount];
        var list = 0;
        for (var group = 0; group < tree.GroupCount; group++)
        for (var i = 0; i < tree.Counts[group]; i++)
            groupOf[list++] = group;
        return groupOf;
    }

    /// <summary>The list of each of the rows.</summary>
    public static int[] Assign(
        CentroidTree tree,
        RowBlock rows,
        int[] ordinals,
        VectorMetric metric,
        int threads,
        int groups = ListAssigner.Groups
    )
    {
        var lists = new int[ordinals.Length];
        RowRanges.Run(
            ordinals.Length,
            threads,
            (from, to) =>
            {
                var assigner = new ListAssigner(
                    metric,
                    rows.Stride,
                    tree.LongestGroup,
                    tree.GroupCount
                );
                for (var i = from; i < to; i++)
                    lists[i] = assigner.Nearest(tree, rows, ordinals[i], groups);
            }
        );
        return lists;
    }
}
