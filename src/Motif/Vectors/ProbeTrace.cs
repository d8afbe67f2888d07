namespace Motif.Vectors;

/// <summary>
/// What one held-out query meets when lists are scanned in order without an end: enough to tell, for any
/// plan, what it would have found and what it would have cost.
/// </summary>
internal sealed class ProbeTrace
{
    private readonly float[] _gaps;
    private readonly int[] _rowsScanned;
    private readonly (int Rank, int GroupRank)[] _neighbours;

    private ProbeTrace(float[] gaps, int[] rowsScanned, (int, int)[] neighbours)
    {
        _gaps = gaps;
        _rowsScanned = rowsScanned;
        _neighbours = neighbours;
    }

    /// <summary>The slack that a plan needs to get as far as each neighbour's list.</summary>
    public IEnumerable<float> SlackNeeded() =>
        _neighbours
            .Where(neighbour => neighbour.Rank < _gaps.Length)
            .Select(neighbour => _gaps.Take(neighbour.Rank + 1).Max());

    /// <summary>Lists scanned under a plan.</summary>
    public int Stop(int probes, float slack)
    {
        var last = Math.Min(probes, _gaps.Length);
        for (var probe = 1; probe < last; probe++)
            if (_gaps[probe] > slack)
                return probe;
        return last;
    }

    public int RowsScanned(int stop) => _rowsScanned[stop - 1];

    /// <summary>The share of the neighbours found, 0..1.</summary>
    public double Recall(int groups, int stop)
    {
        var found = 0;
        foreach (var (rank, groupRank) in _neighbours)
            if (rank < stop && groupRank < groups)
                found++;
        var wanted = Math.Min(HeldOutQueries.Limit, _neighbours.Length);
        return Math.Min(found, wanted) / (double)wanted;
    }

    /// <param name="view">The data.</param>
    /// <param name="query">Whose trace.</param>
    /// <param name="candidates">Rows kept for the rerank.</param>
    /// <param name="probes">Lists to scan.</param>
    /// <param name="listOf">The list of an ordinal.</param>
    /// <param name="groupOf">The group of a list.</param>
    public static ProbeTrace Record(
        View view,
        HeldOutQuery query,
        int candidates,
        int probes,
        Func<int, int> listOf,
        int[] groupOf
    )
    {
        var tree = view.Layout.Centroids!;
        var row = view.Layout.Rows.Span(query.Ordinal);
        var search = new IvfSearch(view, candidates + 1, null);
        search.Begin(row, System.Numerics.Tensors.TensorPrimitives.Norm(row));
        var groupRanks = new int[tree.GroupCount];
        search.RankGroups(groupRanks);
        var gaps = new float[Math.Min(probes, search.RankLists(int.MaxValue))];
        var scanned = new int[gaps.Length];
        var ranks = new Dictionary<int, int>(gaps.Length);
        for (var probe = 0; probe < gaps.Length; probe++)
        {
            var list = search.NextList(out var score);
            gaps[probe] =
                probe == 0 ? float.NegativeInfinity : (search.Threshold - score) * search.UnitScale;
            search.ScanList(list);
            scanned[probe] = (int)search.Scanned;
            ranks[list] = probe;
        }
        var neighbours = Array.ConvertAll(
            query.Neighbours,
            ordinal =>
            {
                var list = listOf(ordinal);
                return (ranks.GetValueOrDefault(list, int.MaxValue), groupRanks[groupOf[list]]);
            }
        );
        return new ProbeTrace(gaps, scanned, neighbours);
    }
}
