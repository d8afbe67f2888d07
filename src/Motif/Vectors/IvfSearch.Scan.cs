using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Motif.Vectors;

// The scan of one list: its signs where there is a threshold to hold them against, else its codes.
internal unsafe ref partial struct IvfSearch
{
    /// <summary>Scans one list.</summary>
    /// <param name="list">Its number.</param>
    /// <param name="score">Its centroid's, as <see cref="NextList"/> gave it.</param>
    /// <param name="width">See <see cref="ProbePlan.Width"/>; infinity scores every code.</param>
    public void ScanList(int list, float score, float width)
    {
        var main = _layout.Lists.MainRun(list);
        if (
            float.IsFinite(width)
            && !float.IsNegativeInfinity(Threshold)
            && _layout.Signs is { } signs
        )
            ScanSigns(main, signs.List(list), Bound(signs, list, score, width));
        else
            ScanCodes(main);
        var tail = _layout.Lists.TailRun(list);
        if (tail.Count > 0)
            ScanCodes(tail);
    }

    /// <summary>The width at which a row of a list reaches a score in the query's unit; 0 where it does with none.</summary>
    /// <param name="list">The list.</param>
    /// <param name="listScore">Its centroid's.</param>
    /// <param name="row">The row's place in the list.</param>
    /// <param name="score">To reach.</param>
    public float WidthToReach(int list, float listScore, int row, float score)
    {
        var signs = _layout.Signs!;
        var bound = Bound(signs, list, listScore, width: 0);
        var half = _layout.Lists.MainRun(list).HalfNorms[row] * _code.HalfNormFactor;
        var block =
            signs.List(list)
            + (long)(row / SignCode.BlockRows) * SignCode.BlockBytes(_layout.Stride);
        var missing = SignScan.WidthToReach(
            block,
            _layout.Stride,
            row % SignCode.BlockRows,
            _table.Entries,
            bound,
            score - half
        );
        signs.KeepAlive();
        return missing / OrthogonalPart(signs, list, bound.Dot);
    }

    private SignBound Bound(SignBlocks signs, int list, float score, float width)
    {
        if (_table.Entries is null)
            _table = SignTable.Build(_memory.Rotated, _layout.Stride, _memory.SignTable);
        var dot = score - signs.HalfNorm(list) * _code.HalfNormFactor;
        var offset = _table.Bias / _code.Scale - width * OrthogonalPart(signs, list, dot);
        return new SignBound(dot, _table.Step / _code.Scale, offset, _code.HalfNormFactor);
    }

    /// <summary>|q⊥|, the length of what the query has beside a list's centroid; never quite 0.</summary>
    private readonly float OrthogonalPart(SignBlocks signs, int list, float dot)
    {
        var square = signs.Square(list);
        var along = square > 0 ? dot * dot / square : 0;
        return MathF.Sqrt(Math.Max(_square - along, 1e-6f * _square));
    }

    private void ScanSigns(in RowRun run, byte* block, in SignBound bound)
    {
        var stride = _layout.Stride;
        var blockBytes = SignCode.BlockBytes(stride);
        var table = _table.Entries;
        var survivors = _memory.Survivors;
        var sums = _memory.SignSums;
        var count = 0;
        for (var start = 0; start < run.Count; start += SignCode.BlockRows, block += blockBytes)
        {
            var rows = PassingWindow(run, start);
            if (rows == 0)
                continue;
            SignScan.Prefetch(block + blockBytes, blockBytes);
            rows &= SignScan.Above(
                block,
                stride,
                table,
                bound,
                run.HalfNorms + start,
                Threshold,
                sums
            );
            for (; rows != 0; rows &= rows - 1)
            {
                var row = start + BitOperations.TrailingZeroCount(rows);
                SignScan.Prefetch((byte*)run.Codes + (long)row * stride, stride);
                survivors[count++] = row;
            }
            if (count <= SearchMemory.ScanRows - SignCode.BlockRows)
                continue;
            ScoreSurvivors(run, count);
            count = 0;
        }
        ScoreSurvivors(run, count);
        Cost += new PlanCost(0, run.Count, 0);
        run.Block.KeepAlive();
        _layout.Signs!.KeepAlive();
    }

    /// <summary>A bit for each row of a block that is there and passes the filter.</summary>
    private readonly uint PassingWindow(in RowRun run, int start)
    {
        var left = run.Count - start;
        var there = left < SignCode.BlockRows ? (1u << left) - 1 : uint.MaxValue;
        // Ordinals follow the order of the lists' main parts.
        return _filter is null ? there : there & _filter.Window(run.Ids[start]);
    }

    private void ScoreSurvivors(in RowRun run, int count)
    {
        Cost += new PlanCost(0, 0, count);
        var stride = _layout.Stride;
        var rows = _memory.Survivors;
        var scores = stackalloc float[Int8Dot.Group];
        for (var i = 0; i < count; i += Int8Dot.Group)
        {
            var last = count - 1;
            RowScan.ScoreFour(
                run,
                rows[i],
                rows[Math.Min(i + 1, last)],
                rows[Math.Min(i + 2, last)],
                rows[Math.Min(i + 3, last)],
                stride,
                _code,
                scores
            );
            for (var k = 0; k < Math.Min(Int8Dot.Group, count - i); k++)
                if (scores[k] > Threshold && Passes(run.Ids[rows[i + k]]))
                    Keep(scores[k], run.Ids[rows[i + k]]);
        }
    }

    private void ScanCodes(in RowRun run)
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
        Cost += new PlanCost(run.Count, 0, 0);
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
                .GreaterThan(Vector256.Load(scores + i), Vector256.Create(Threshold))
                .ExtractMostSignificantBits();
            if (count - i < 8)
                above &= (1u << (count - i)) - 1;
            for (; above != 0; above &= above - 1)
            {
                var at = i + BitOperations.TrailingZeroCount(above);
                if (scores[at] > Threshold && Passes(ids[at]))
                    Keep(scores[at], ids[at]);
            }
        }
    }

    /// <summary>
    /// Keeps a row for the rerank. A true neighbour's code scores at most two margins below that of the last of the nearest by
    /// code: by one its own may fall short, by one that of the other exceed.
    /// </summary>
    private void Keep(float score, int ordinal)
    {
        _candidates.Push(score, ordinal);
        if (score > _nearest.Threshold)
            _nearest.Push(score, ordinal);
        Threshold = Math.Max(_candidates.Threshold, _nearest.Threshold - _reserve);
    }

    private readonly bool Passes(int ordinal) =>
        (_filter is null || _filter[ordinal]) && _view.IsVisibleInList(ordinal);
}
