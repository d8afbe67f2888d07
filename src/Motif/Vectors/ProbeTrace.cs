using System.Numerics.Tensors;

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

    private ProbeTrace(int probes, int neighbours)
    {
        _gaps = new float[probes];
        _rowsScanned = new int[probes];
        _neighbours = new (int, int)[neighbours];
    }

    /// <summary>The slack that a plan needs to get as far as each neighbour's list.</summary>
    public IEnumerable<float> SlackNeeded() =>
        _neighbours
            .Where(neighbour => neighbour.Rank < _gaps.Length)
            .Select(neighbour => _gaps.Take(neighbour.Rank + 1).Max());

    /// <summary>The width that a plan needs to keep each neighbour met; empty without signs.</summary>
    public IReadOnlyList<float> WidthsNeeded { get; private set; } = [];

    /// <summary>Lists scanned before the first one beyond the slack.</summary>
    public int End(float slack)
    {
        for (var probe = 1; probe < _gaps.Length; probe++)
            if (_gaps[probe] > slack)
                return probe;
        return _gaps.Length;
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
    /// <param name="plan">Candidates and margin of the plans to come, lists to scan at most.</param>
    /// <param name="places">Where rows lie.</param>
    public static ProbeTrace Record(
        View view,
        HeldOutQuery query,
        ProbePlan plan,
        ListPlaces places
    )
    {
        var row = view.Layout.Rows.Span(query.Ordinal);
        var limit = HeldOutQueries.Limit + 1;
        var search = new IvfSearch(view, plan.Candidates + 1, null, limit, plan.Margin);
        search.Begin(row, TensorPrimitives.Norm(row));
        var groupRanks = new int[view.Layout.Centroids!.GroupCount];
        search.RankGroups(groupRanks);
        var probes = Math.Min(plan.Probes, search.RankLists(int.MaxValue));
        var trace = new ProbeTrace(probes, query.Neighbours.Length);
        var met = new Dictionary<int, (int Rank, float Score)>(probes);
        for (var probe = 0; probe < probes; probe++)
        {
            var list = search.NextList(out var score);
            trace._gaps[probe] =
                probe == 0 ? float.NegativeInfinity : (search.Threshold - score) * search.UnitScale;
            search.ScanList(list, score, HeldOutQueries.AmpleWidth);
            trace._rowsScanned[probe] = (int)search.Cost.Rows;
            met[list] = (probe, score);
        }
        trace.Place(query, places, met, groupRanks);
        if (view.Layout.Signs is not null)
            trace.WidthsNeeded = Widths(ref search, query, places, met);
        return trace;
    }

    private void Place(
        HeldOutQuery query,
        ListPlaces places,
        Dictionary<int, (int Rank, float Score)> met,
        int[] groupRanks
    )
    {
        for (var i = 0; i < _neighbours.Length; i++)
        {
            var list = places.ListOf(query.Neighbours[i]);
            var rank = met.TryGetValue(list, out var place) ? place.Rank : int.MaxValue;
            _neighbours[i] = (rank, groupRanks[places.GroupOf(list)]);
        }
    }

    /// <summary>
    /// Against the threshold at the end, the highest there is. In the first list no neighbour needs any: its codes are scored.
    /// </summary>
    private static List<float> Widths(
        ref IvfSearch search,
        HeldOutQuery query,
        ListPlaces places,
        Dictionary<int, (int Rank, float Score)> met
    )
    {
        var widths = new List<float>(query.Neighbours.Length);
        foreach (var neighbour in query.Neighbours)
        {
            var list = places.ListOf(neighbour);
            if (met.TryGetValue(list, out var place))
                widths.Add(
                    place.Rank == 0
                        ? 0
                        : search.WidthToReach(
                            list,
                            place.Score,
                            neighbour - places.FirstOf(list),
                            search.Threshold
                        )
                );
        }
        return widths;
    }
}
