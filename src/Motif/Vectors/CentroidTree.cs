namespace Motif.Vectors;

/// <summary>
/// The lists' centroids in two levels: groups, and under each group its centroids in one run. A query
/// looks at all groups, then only at the centroids of the nearest ones: √nlist + groups·√nlist dot products
/// instead of nlist. Centroids are coded like rows; their ids are the numbers of their lists.
/// </summary>
internal sealed class CentroidTree
{
    private readonly RowBlock _groups;
    private readonly RowBlock _centroids;
    private readonly int[] _starts;
    private readonly int[] _counts;

    public CentroidTree(RowBlock groups, RowBlock centroids, int[] counts)
    {
        _groups = groups;
        _centroids = centroids;
        _counts = counts;
        _starts = InvertedLists.StartsOf(counts);
        ListCount = counts.Sum();
    }

    public int GroupCount => _counts.Length;

    public int ListCount { get; }

    public RowBlock GroupBlock => _groups;

    public RowBlock CentroidBlock => _centroids;

    public IReadOnlyList<int> Counts => _counts;

    public long Bytes => _groups.Bytes + _centroids.Bytes;

    public RowRun Groups => _groups.Run(0, GroupCount);

    /// <summary>Every group's centroids: ids are list numbers.</summary>
    public RowRun Centroids(int group) => _centroids.Run(_starts[group], _counts[group]);

    public int LongestGroup => _counts.Max();

    /// <summary>The row of <see cref="CentroidBlock"/> where a group's centroids begin.</summary>
    public int Start(int group) => _starts[group];
}
