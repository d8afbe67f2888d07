using System.Numerics.Tensors;

namespace Motif.Vectors;

/// <summary>A stored row used as a query, with its true neighbours (itself left out).</summary>
/// <param name="Ordinal">The row.</param>
/// <param name="Neighbours">
/// The nearest rows, best first; every row that ties with the last is a neighbour too, and a search needs to
/// find only <see cref="HeldOutQueries.Limit"/> of them.
/// </param>
/// <param name="CodedRanks">The place of each neighbour in the order of the codes alone.</param>
/// <param name="CodingErrors">By how much each neighbour's true score exceeds that of its code, in the unit of plans.</param>
/// <param name="WorstScore">What a hit has to score to count.</param>
internal sealed record HeldOutQuery(
    int Ordinal,
    int[] Neighbours,
    int[] CodedRanks,
    float[] CodingErrors,
    float WorstScore
);

/// <summary>Finds the true neighbours of held-out queries by scanning every code.</summary>
internal sealed unsafe class HeldOutQueries(View view, int threads)
{
    /// <summary>Neighbours that a plan is calibrated to find.</summary>
    public const int Limit = 10;

    /// <summary>Candidates kept by code; a true neighbour beyond them is one that no rerank would see.</summary>
    private const int Kept = 160;

    private const float Tie = 1e-5f;
    private const int QueriesPerScan = 32;
    private readonly Layout _layout = view.Layout;

    public HeldOutQuery[] Find(int[] ordinals)
    {
        var queries = new HeldOutQuery[ordinals.Length];
        var scans = (ordinals.Length + QueriesPerScan - 1) / QueriesPerScan;
        Parallel.For(
            0,
            scans,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            scan =>
            {
                var from = scan * QueriesPerScan;
                var to = Math.Min(ordinals.Length, from + QueriesPerScan);
                Find(ordinals.AsSpan(from, to - from), queries.AsSpan(from, to - from));
            }
        );
        return queries;
    }

    /// <summary>Scans the codes once for some queries: each block of rows is read from memory once.</summary>
    private void Find(ReadOnlySpan<int> ordinals, Span<HeldOutQuery> queries)
    {
        var stride = _layout.Stride;
        var memory = new NativeBlock(
            (long)ordinals.Length * (stride + 2 * (Kept + 1) * sizeof(float))
                + (SearchMemory.ScanRows + stride) * sizeof(float)
        );
        var code = memory.Pointer;
        var heapMemory = (float*)(code + ordinals.Length * stride);
        var scores = heapMemory + ordinals.Length * 2 * (Kept + 1);
        var codes = new QueryCode[ordinals.Length];
        var heaps = new CandidateHeap[ordinals.Length];
        for (var i = 0; i < ordinals.Length; i++)
        {
            codes[i] = Code(ordinals[i], code + i * stride, scores + SearchMemory.ScanRows);
            var own = heapMemory + i * 2 * (Kept + 1);
            heaps[i] = new CandidateHeap(own, (int*)(own + Kept + 1), Kept + 1);
        }
        var main = _layout.Lists.MainBlock;
        for (var start = 0; start < main.Capacity; start += SearchMemory.ScanRows)
        {
            var run = main.Run(start, Math.Min(SearchMemory.ScanRows, main.Capacity - start));
            for (var i = 0; i < codes.Length; i++)
            {
                RowScan.Score(run, 0, run.Count, stride, codes[i], scores);
                Collect(ref heaps[i], run, scores);
            }
        }
        for (var i = 0; i < queries.Length; i++)
            queries[i] = Rank(ordinals[i], ref heaps[i]);
        GC.KeepAlive(memory);
    }

    private QueryCode Code(int ordinal, byte* code, float* rotated)
    {
        _layout.Rotation.Rotate(_layout.Rows.Span(ordinal), rotated);
        var scale = Int8Code.EncodeQuery(
            new ReadOnlySpan<float>(rotated, _layout.Space.Dimension),
            code,
            _layout.Stride
        );
        scale = scale == 0 ? 1 : scale;
        return new QueryCode(
            code,
            scale,
            _layout.Space.Metric == VectorMetric.Euclidean ? 1 / scale : 0
        );
    }

    private static void Collect(ref CandidateHeap heap, in RowRun run, float* scores)
    {
        for (var i = 0; i < run.Count; i++)
            if (scores[i] > heap.Threshold && run.Ids[i] >= 0)
                heap.Push(scores[i], run.Ids[i]);
    }

    private HeldOutQuery Rank(int ordinal, ref CandidateHeap heap)
    {
        var query = _layout.Rows.Span(ordinal);
        var search = new IvfSearch(view, 1, null);
        search.Begin(query, TensorPrimitives.Norm(query));
        heap.Sort();
        var found = new List<Found>(heap.Count);
        for (var i = 0; i < heap.Count; i++)
        {
            if (heap.Id(i) == ordinal)
                continue;
            var score = RowScore.Exact(_layout.Space.Metric, query, _layout.Rows.Span(heap.Id(i)));
            var error = (search.Coded(score) - heap.Score(i)) * search.UnitScale;
            found.Add(new Found(heap.Id(i), score, found.Count, error));
        }
        var byScore = found.OrderByDescending(row => row.Score).ToArray();
        var worst = byScore[Math.Min(Limit, byScore.Length) - 1].Score - Tie;
        var nearest = byScore.Where(row => row.Score >= worst).ToArray();
        return new HeldOutQuery(
            ordinal,
            Array.ConvertAll(nearest, row => row.Ordinal),
            Array.ConvertAll(nearest, row => row.CodedRank),
            Array.ConvertAll(nearest, row => row.CodingError),
            worst
        );
    }

    private sealed record Found(int Ordinal, float Score, int CodedRank, float CodingError);
}
