using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Motif.Vectors;

/// <summary>
/// One search of one view: code the query, rank lists, scan, rerank. A value on the caller's stack over the
/// thread's working memory; the calibration drives the same steps one by one.
/// </summary>
internal unsafe ref struct IvfSearch
{
    private readonly View _view;
    private readonly Layout _layout;
    private readonly SearchMemory _memory;
    private readonly FilterBits? _filter;
    private QueryCode _code;
    private CandidateHeap _candidates;
    private int _ranked;
    private float _squaredLength;

    /// <param name="view">What to search; the caller keeps it alive to the end of the search.</param>
    /// <param name="candidates">Rows to keep for the rerank.</param>
    /// <param name="filter">Null lets every row pass.</param>
    public IvfSearch(View view, int candidates, FilterBits? filter)
    {
        _view = view;
        _layout = view.Layout;
        _filter = filter;
        _memory = SearchMemory.OfThread;
        var tree = _layout.Centroids;
        var lists = tree is null ? 1 : tree.CentroidBlock.Capacity + tree.GroupBlock.Capacity;
        _memory.Ensure(_layout.Stride, lists, candidates);
        _candidates = new CandidateHeap(_memory.CandidateScores, _memory.CandidateIds, candidates);
    }

    /// <summary>Rows scored so far; the calibration's measure of cost.</summary>
    public long Scanned { get; private set; }

    /// <summary>The score a row has to exceed, in this query's unit.</summary>
    public readonly float Threshold => _candidates.Threshold;

    /// <summary>A score difference in this query's unit times this is one that plans speak of.</summary>
    public float UnitScale { get; private set; }

    public readonly bool IsFull => _candidates.IsFull;

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
        var rotated = new ReadOnlySpan<float>(_memory.Rotated, query.Length);
        var scale = Int8Code.EncodeQuery(rotated, _memory.Code, _layout.Stride);
        // A query too small to code still orders by length under Euclid: any unit will do.
        if (scale == 0)
            scale = 1;
        var half = space.Metric == VectorMetric.Euclidean ? 1 / scale : 0;
        _code = new QueryCode(_memory.Code, scale, half);
        _squaredLength = (float)(norm * norm);
        UnitScale = space.Metric == VectorMetric.Dot ? scale / (float)norm : scale;
        return true;
    }

    /// <summary>Scores the centroids of the nearest groups. Returns how many lists can be probed.</summary>
    public int RankLists(int groups)
    {
        var tree = _layout.Centroids;
        if (tree is null)
        {
            _memory.ListScores[0] = 0;
            _memory.ListIds[0] = 0;
            return _ranked = 1;
        }
        var groupScores = GroupScores(tree);
        _ranked = 0;
        for (var i = 0; i < Math.Min(groups, tree.GroupCount); i++)
        {
            var group = IndexOfMax(groupScores, tree.GroupCount);
            groupScores[group] = float.NegativeInfinity;
            AddGroup(tree.Centroids(group));
        }
        return _ranked;
    }

    /// <summary>The place of each group in the order in which <see cref="RankLists"/> would take them.</summary>
    public readonly void RankGroups(Span<int> ranks)
    {
        var tree = _layout.Centroids!;
        var scores = GroupScores(tree);
        for (var rank = 0; rank < tree.GroupCount; rank++)
        {
            var group = IndexOfMax(scores, tree.GroupCount);
            ranks[group] = rank;
            scores[group] = float.NegativeInfinity;
        }
    }

    /// <summary>The best list not yet taken and its centroid's score; −1 after the last.</summary>
    public readonly int NextList(out float score)
    {
        var at = IndexOfMax(_memory.ListScores, _ranked);
        score = _memory.ListScores[at];
        _memory.ListScores[at] = float.NegativeInfinity;
        return float.IsNegativeInfinity(score) ? -1 : _memory.ListIds[at];
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
            ScanList(list);
        }
    }

    public void ScanList(int list)
    {
        Scan(_layout.Lists.MainRun(list));
        var tail = _layout.Lists.TailRun(list);
        if (tail.Count > 0)
            Scan(tail);
    }

    /// <summary>The exact best of the candidates, best first. Returns how many.</summary>
    /// <param name="hits">Filled with the best.</param>
    /// <param name="margin">See <see cref="ProbePlan.Margin"/>; infinity reranks every candidate.</param>
    public int Rerank(Span<VectorHit> hits, float margin)
    {
        var best = new CandidateHeap(_memory.BestScores, _memory.BestIds, hits.Length);
        _candidates.Sort();
        var ahead = Math.Min(hits.Length, RerankAhead);
        for (var i = 0; i < Math.Min(ahead, _candidates.Count); i++)
            _layout.Rows.Prefetch(_candidates.Id(i));
        for (var i = 0; i < _candidates.Count; i++)
        {
            if (best.IsFull && _candidates.Score(i) + margin / UnitScale < Coded(best.Threshold))
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

    private readonly void Score(in RowRun run, float* scores)
    {
        RowScan.Score(run, 0, run.Count, _layout.Stride, _code, scores);
        run.Block.KeepAlive();
    }

    private readonly float* GroupScores(CentroidTree tree)
    {
        var scores = _memory.ListScores + tree.CentroidBlock.Capacity;
        Score(tree.Groups, scores);
        return scores;
    }

    private void AddGroup(in RowRun run)
    {
        Score(run, _memory.ListScores + _ranked);
        new ReadOnlySpan<int>(run.Ids, run.Count).CopyTo(
            new Span<int>(_memory.ListIds + _ranked, run.Count)
        );
        _ranked += run.Count;
    }

    private static int IndexOfMax(float* scores, int count) =>
        TensorPrimitives.IndexOfMax(new ReadOnlySpan<float>(scores, count));

    private void Scan(in RowRun run)
    {
        for (var start = 0; start < run.Count; start += SearchMemory.ScanRows)
        {
            var count = Math.Min(SearchMemory.ScanRows, run.Count - start);
            if (_filter is null)
                RowScan.Score(run, start, count, _layout.Stride, _code, _memory.Scores);
            else
                RowScan.ScoreFiltered(
                    run,
                    start,
                    count,
                    _layout.Stride,
                    _code,
                    _filter,
                    _memory.Scores
                );
            Collect(run.Ids + start, count);
        }
        Scanned += run.Count;
        run.Block.KeepAlive();
    }

    /// <summary>Offers the scores above the threshold; most groups of eight hold none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Collect(int* ids, int count)
    {
        var scores = _memory.Scores;
        for (var i = 0; i < count; i += 8)
        {
            var above = Vector256
                .GreaterThan(Vector256.Load(scores + i), Vector256.Create(_candidates.Threshold))
                .ExtractMostSignificantBits();
            if (count - i < 8)
                above &= (1u << (count - i)) - 1;
            for (; above != 0; above &= above - 1)
            {
                var at = i + System.Numerics.BitOperations.TrailingZeroCount(above);
                if (scores[at] > _candidates.Threshold && Passes(ids[at]))
                    _candidates.Push(scores[at], ids[at]);
            }
        }
    }

    private readonly bool Passes(int ordinal) =>
        (_filter is null || _filter[ordinal]) && _view.IsVisibleInList(ordinal);

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
