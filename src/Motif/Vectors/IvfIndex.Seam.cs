namespace Motif.Vectors;

// The asynchronous face of the index: everything happens in memory and is done when the call returns.
public sealed partial class IvfIndex : IVectorIndex
{
    public ValueTask<long> CountAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult((long)Count);

    public ValueTask UpsertAsync(
        IReadOnlyList<VectorRecord> records,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        Upsert(records);
        return ValueTask.CompletedTask;
    }

    public ValueTask<int> DeleteAsync(
        IReadOnlyList<VectorKey> keys,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Delete(keys));
    }

    public ValueTask<IReadOnlyList<VectorHit>> SearchAsync(
        VectorQuery query,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        if (query.Payload is not null)
            throw new NotSupportedException(
                "the in-process index keeps no payloads; filter by keys"
            );
        var hits = new VectorHit[query.Limit];
        var found = Search(query.Vector.Span, hits, query.Filter, query.Recall);
        return ValueTask.FromResult<IReadOnlyList<VectorHit>>(hits[..found]);
    }

    public ValueTask<IReadOnlyList<float>> ScoreAsync(
        ReadOnlyMemory<float> vector,
        IReadOnlyList<VectorKey> keys,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<float>>(Score(vector.Span, keys));
    }

    private float[] Score(ReadOnlySpan<float> vector, IReadOnlyList<VectorKey> keys)
    {
        var norm = Space.MeasureNorm(vector, "the query");
        var query = new float[vector.Length];
        if (Space.Metric == VectorMetric.Cosine && norm > 0)
            UnitVector.Normalize(vector, norm, query);
        else
            vector.CopyTo(query);
        var view = CurrentView;
        var scores = new float[keys.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            var ordinal = view.Layout.Keys.FindWithin(keys[i], view.Rows);
            scores[i] =
                Space.CanMatch(norm) && ordinal >= 0 && view.IsVisible(ordinal)
                    ? RowScore.Exact(Space.Metric, query, view.Layout.Rows.Span(ordinal))
                    : float.NaN;
        }
        GC.KeepAlive(view);
        return scores;
    }
}
