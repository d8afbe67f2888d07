using System.Diagnostics;

namespace Motif.Vectors;

/// <summary>What a wanted recall gave.</summary>
/// <param name="WantedRecall">As asked for, 0..1.</param>
/// <param name="Recall">
/// Share of the true neighbours found, 0..1. A hit counts when its score is no more than 1e-5 below that of
/// the last true neighbour, so ties are hits.
/// </param>
/// <param name="QueriesPerSecond">One thread, by processor time of the process, best pass.</param>
/// <param name="P50Microseconds">Median wall time of a search.</param>
/// <param name="P99Microseconds">Wall time that 99 of 100 searches stay below.</param>
/// <param name="AllocatedBytesPerQuery">Managed memory allocated by a search.</param>
public sealed record RecallSetting(
    double WantedRecall,
    double Recall,
    double QueriesPerSecond,
    double P50Microseconds,
    double P99Microseconds,
    double AllocatedBytesPerQuery
);

/// <summary>
/// Measures an index against known neighbours. Rates come from processor time, because other programs may
/// share the machine; latencies are wall time and include them.
/// </summary>
public sealed class RecallMeasurement
{
    private const float Tie = 1e-5f;
    private const int Passes = 4;
    private readonly IvfIndex _index;
    private readonly ReadOnlyMemory<float> _queries;
    private readonly float[] _worstScores;
    private readonly VectorHit[] _hits;
    private readonly VectorFilter? _filter;

    /// <param name="index">The index.</param>
    /// <param name="queries">One query after another.</param>
    /// <param name="worstScores">For each query the score of its k-th true neighbour.</param>
    /// <param name="neighbours">k.</param>
    /// <param name="filter">Keys that may answer, null for all.</param>
    public RecallMeasurement(
        IvfIndex index,
        ReadOnlyMemory<float> queries,
        float[] worstScores,
        int neighbours,
        VectorFilter? filter = null
    )
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(worstScores);
        if (queries.Length != worstScores.Length * index.Space.Dimension)
            throw new ArgumentException(
                $"{queries.Length} query components do not make {worstScores.Length} queries of {index.Space.Dimension}",
                nameof(queries)
            );
        _index = index;
        _queries = queries;
        _worstScores = worstScores;
        _hits = new VectorHit[neighbours];
        _filter = filter;
    }

    /// <summary>The score of each query's k-th neighbour by an exact scan.</summary>
    public static float[] ExactWorstScores(
        IvfIndex index,
        ReadOnlyMemory<float> queries,
        int neighbours,
        VectorFilter? filter = null
    )
    {
        ArgumentNullException.ThrowIfNull(index);
        var dimension = index.Space.Dimension;
        var worst = new float[queries.Length / dimension];
        Parallel.For(
            0,
            worst.Length,
            query =>
            {
                var hits = new VectorHit[neighbours];
                var vector = queries.Span.Slice(query * dimension, dimension);
                var found = index.Search(vector, hits, filter, recall: 1);
                worst[query] = found == 0 ? float.PositiveInfinity : hits[found - 1].Score;
            }
        );
        return worst;
    }

    public RecallSetting Measure(double wantedRecall)
    {
        // The first pass also lets the runtime compile what it finds to be hot.
        var recall = Recall(wantedRecall);
        var best = double.PositiveInfinity;
        for (var pass = 0; pass < Passes; pass++)
            best = Math.Min(best, ProcessorSeconds(wantedRecall));
        var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        for (var query = 0; query < _worstScores.Length; query++)
            Search(query, wantedRecall);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;
        var latencies = Latencies(wantedRecall);
        return new RecallSetting(
            wantedRecall,
            recall,
            _worstScores.Length / best,
            latencies[latencies.Length / 2],
            latencies[(int)(0.99 * (latencies.Length - 1))],
            (double)allocated / _worstScores.Length
        );
    }

    private int Search(int query, double wantedRecall)
    {
        var dimension = _index.Space.Dimension;
        var vector = _queries.Span.Slice(query * dimension, dimension);
        return _index.Search(vector, _hits, _filter, wantedRecall);
    }

    private double Recall(double wantedRecall)
    {
        var recall = 0.0;
        var answerable = 0;
        for (var query = 0; query < _worstScores.Length; query++)
        {
            if (float.IsPositiveInfinity(_worstScores[query]))
                continue;
            var hits = _hits.AsSpan(0, Search(query, wantedRecall));
            var found = 0;
            foreach (var hit in hits)
                if (hit.Score >= _worstScores[query] - Tie)
                    found++;
            var wanted = Math.Min(_hits.Length, _filter?.Keys.Count ?? _index.Count);
            recall += found / (double)wanted;
            answerable++;
        }
        return recall / answerable;
    }

    private double ProcessorSeconds(double wantedRecall)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var query = 0; query < _worstScores.Length; query++)
            Search(query, wantedRecall);
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private double[] Latencies(double wantedRecall)
    {
        var latencies = new double[_worstScores.Length];
        for (var query = 0; query < latencies.Length; query++)
        {
            var start = Stopwatch.GetTimestamp();
            Search(query, wantedRecall);
            latencies[query] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }
        Array.Sort(latencies);
        return latencies;
    }
}
