namespace Motif.Vectors;

/// <summary>
/// One search of one view: code the query, rank lists, scan, rerank. A value on the caller's stack over the
/// thread's working memory; the calibration drives the same steps one by one.
/// </summary>
internal unsafe ref partial struct IvfSearch
{
    private readonly View _view;
    private readonly Layout _layout;
    private readonly SearchMemory _memory;
    private readonly FilterBits? _filter;
    private QueryCode _code;
    private readonly float _margin;

    /// <summary>Rows for the rerank.</summary>
    private CandidateHeap _candidates;

    /// <summary>The best by code, as many as are asked for; the rerank takes over its memory.</summary>
    private CandidateHeap _nearest;

    private ScoreTournament _ranking;

    /// <summary>Made when the first list is scanned by its signs.</summary>
    private SignTable _table;

    private float _reserve;
    private float _square;
    private float _squaredLength;

    /// <param name="view">What to search; the caller keeps it alive to the end of the search.</param>
    /// <param name="candidates">Rows to keep for the rerank.</param>
    /// <param name="filter">Null lets every row pass.</param>
    /// <param name="limit">Neighbours asked for; fewer than a plan is calibrated on count as that many.</param>
    /// <param name="margin">See <see cref="ProbePlan.Margin"/>; infinity reranks every candidate.</param>
    public IvfSearch(
        View view,
        int candidates,
        FilterBits? filter,
        int limit = 0,
        float margin = float.PositiveInfinity
    )
    {
        _view = view;
        _layout = view.Layout;
        _filter = filter;
        _margin = margin;
        _memory = SearchMemory.OfThread;
        limit = Math.Max(limit, HeldOutQueries.Limit);
        var tree = _layout.Centroids;
        var lists = tree is null ? 1 : tree.CentroidBlock.Capacity + tree.GroupBlock.Capacity;
        _memory.Ensure(_layout.Stride, lists, Math.Max(candidates, limit));
        _candidates = new CandidateHeap(_memory.CandidateScores, _memory.CandidateIds, candidates);
        _nearest = new CandidateHeap(_memory.BestScores, _memory.BestIds, limit);
    }

    /// <summary>What the search has done so far; the calibration's measure of cost.</summary>
    public PlanCost Cost { get; private set; }

    /// <summary>The score a row has to exceed, in this query's unit; −∞ while every row is welcome.</summary>
    public float Threshold { get; private set; } = float.NegativeInfinity;

    /// <summary>A score difference in this query's unit times this is one that plans speak of.</summary>
    public float UnitScale { get; private set; }

    /// <summary>Whether as many rows were found as are asked for.</summary>
    public readonly bool IsFull => _nearest.IsFull;

    /// <summary>The rows kept for the rerank, in no order.</summary>
    public readonly CandidateHeap Candidates => _candidates;

    /// <summary>Normalises (cosine), rotates and codes the query. False where it can match nothing.</summary>
    public bool Begin(ReadOnlySpan<float> query, double norm)
    {
        var space = _layout.Space;
        if (!space.CanMatch(norm))
            return false;
        var own = new Span<float>(_memory.Query, query.Length);
        if (space.Metric == VectorMetric.Cosine)
            UnitVector.Normalize(query, norm, own);
        else
            query.CopyTo(own);
        _layout.Rotation.Rotate(own, _memory.Rotated);
        new Span<float>(_memory.Rotated + query.Length, _layout.Stride - query.Length).Clear();
        var rotated = new ReadOnlySpan<float>(_memory.Rotated, query.Length);
        var scale = Int8Code.EncodeQuery(rotated, _memory.Code, _layout.Stride);
        // A query too small to code still orders by length under Euclid: any unit will do.
        if (scale == 0)
            scale = 1;
        var half = space.Metric == VectorMetric.Euclidean ? 1 / scale : 0;
        _code = new QueryCode(_memory.Code, scale, half);
        _squaredLength = (float)(norm * norm);
        _square = (space.Metric == VectorMetric.Cosine ? 1 : _squaredLength) / scale / scale;
        UnitScale = space.Metric == VectorMetric.Dot ? scale / (float)norm : scale;
        _reserve = 2 * _margin / UnitScale;
        return true;
    }

    /// <summary>Scans lists, best first, until the plan says enough.</summary>
    public void Probe(ProbePlan plan, int limit)
    {
        var passing = _filter is null ? 1 : (double)_filter.Count / _view.Rows;
        var probes = plan.ProbesFor(limit, passing);
        var isCalibrated = _filter is null && limit <= HeldOutQueries.Limit;
        RankLists(isCalibrated ? plan.Groups : int.MaxValue);
        var slack = plan.SlackFor(limit, passing) / UnitScale;
        for (var probe = 0; ; probe++)
        {
            var list = NextList(out var score);
            if (list < 0)
                return;
            if (probe > 0 && score < Threshold - slack)
                return;
            // With a filter a finite slack ends the scan better than a number of lists can foretell.
            if (probe >= probes && (_filter is null || IsFull && float.IsPositiveInfinity(slack)))
                return;
            ScanList(list, score, plan.Width);
        }
    }

    /// <summary>The exact best of the candidates, best first. Returns how many.</summary>
    /// <param name="hits">Filled with the best.</param>
    public int Rerank(Span<VectorHit> hits)
    {
        var best = new CandidateHeap(_memory.BestScores, _memory.BestIds, hits.Length);
        _candidates.SortAbove(Threshold);
        var ahead = Math.Min(hits.Length, RerankAhead);
        for (var i = 0; i < Math.Min(ahead, _candidates.Count); i++)
            _layout.Rows.Prefetch(_candidates.Id(i));
        for (var i = 0; i < _candidates.Count; i++)
        {
            if (best.IsFull && _candidates.Score(i) + _margin / UnitScale < Coded(best.Threshold))
                break;
            if (i + ahead < _candidates.Count)
                _layout.Rows.Prefetch(_candidates.Id(i + ahead));
            Offer(ref best, _candidates.Id(i));
        }
        return Emit(ref best, hits);
    }

    /// <summary>The score that an exactly coded row of this true score would have.</summary>
    public readonly float Coded(float exact) =>
        (
            _layout.Space.Metric == VectorMetric.Euclidean
                ? (_squaredLength - exact * exact) / 2
                : exact
        ) / _code.Scale;

    /// <summary>The exact best of all rows that pass, without codes.</summary>
    public readonly int ScanExactly(Span<VectorHit> hits)
    {
        var best = new CandidateHeap(_memory.BestScores, _memory.BestIds, hits.Length);
        var next = _filter?.Next(0) ?? 0;
        while ((uint)next < (uint)_view.Rows)
        {
            var ordinal = next;
            next = _filter is null ? ordinal + 1 : _filter.Next(ordinal + 1);
            if (_filter is not null && (uint)next < (uint)_view.Rows)
                _layout.Rows.Prefetch(next);
            if (_view.IsVisible(ordinal))
                Offer(ref best, ordinal);
        }
        return Emit(ref best, hits);
    }

    private const int RerankAhead = 3;

    private readonly void Offer(ref CandidateHeap best, int ordinal)
    {
        var row = _layout.Rows.Span(ordinal);
        var query = new ReadOnlySpan<float>(_memory.Query, row.Length);
        var score = RowScore.Exact(_layout.Space.Metric, query, row);
        if (score > best.Threshold)
            best.Push(score, ordinal);
    }

    private readonly int Emit(ref CandidateHeap best, Span<VectorHit> hits)
    {
        var count = best.Count;
        for (var at = count - 1; at >= 0; at--)
        {
            var ordinal = best.Pop(out var score);
            hits[at] = new VectorHit(_layout.Rows.Key(ordinal), score);
        }
        VectorHit.SortTies(hits[..count]);
        _memory.KeepAlive();
        return count;
    }
}
