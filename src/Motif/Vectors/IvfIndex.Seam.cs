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
}
