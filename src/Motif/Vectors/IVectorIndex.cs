namespace Motif.Vectors;

/// <summary>What an index can do beyond the contract; the conformance suite asks before it tests.</summary>
[Flags]
public enum VectorIndexCapabilities
{
    None = 0,

    /// <summary>A search started after a write has returned sees that write.</summary>
    ReadsItsWrites = 1,

    /// <summary><see cref="VectorQuery.Recall"/> is honoured; 1 is exact.</summary>
    WantedRecall = 2,

    /// <summary>A batch becomes visible as a whole or not at all.</summary>
    AtomicBatches = 4,

    /// <summary>
    /// Zero vectors are stored and counted under every metric. A backend that cannot store one under
    /// cosine skips it: it can match nothing anyway.
    /// </summary>
    StoresZeroVectors = 8,

    /// <summary><see cref="VectorRecord.Payload"/> is kept and <see cref="VectorQuery.Payload"/> is honoured.</summary>
    Payloads = 16,
}

/// <summary>
/// Nearest neighbours under caller-given keys: the in-process index, pgvector or Qdrant.
/// <para>
/// Thread safety: any number of searches may run beside any number of writers; an implementation serialises
/// its writers itself. A search sees every batch whole or not at all where
/// <see cref="VectorIndexCapabilities.AtomicBatches"/> is declared.
/// </para>
/// <para>
/// Failure: bad input (dimension, NaN, infinity, limit) throws an <see cref="ArgumentException"/> before
/// anything is changed. A remote index that cannot be reached throws the storage layer's backend exception;
/// the caller decides whether to retry or answer without vectors. Nothing is swallowed.
/// </para>
/// </summary>
public interface IVectorIndex
{
    VectorSpace Space { get; }

    VectorIndexCapabilities Capabilities { get; }

    /// <summary>How many keys are stored.</summary>
    ValueTask<long> CountAsync(CancellationToken cancellationToken = default);

    /// <summary>Stores every record, replacing what stands under its key; the last of equal keys wins.</summary>
    ValueTask UpsertAsync(
        IReadOnlyList<VectorRecord> records,
        CancellationToken cancellationToken = default
    );

    /// <summary>Removes keys; unknown ones are passed over. Returns how many were there.</summary>
    ValueTask<int> DeleteAsync(
        IReadOnlyList<VectorKey> keys,
        CancellationToken cancellationToken = default
    );

    /// <summary>At most <see cref="VectorQuery.Limit"/> neighbours, best first, equal scores by key.</summary>
    ValueTask<IReadOnlyList<VectorHit>> SearchAsync(
        VectorQuery query,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Exact scores of some keys, in their order; not a number where a key is not stored. A search among those keys alone, unless
    /// an index knows a shorter way.
    /// </summary>
    async ValueTask<IReadOnlyList<float>> ScoreAsync(
        ReadOnlyMemory<float> vector,
        IReadOnlyList<VectorKey> keys,
        CancellationToken cancellationToken = default
    )
    {
        if (keys.Count == 0)
            return [];
        var query = new VectorQuery(vector)
        {
            Limit = Math.Min(keys.Count, VectorQuery.MaxLimit),
            Filter = new VectorFilter(keys),
            Recall = 1,
        };
        var hits = await SearchAsync(query, cancellationToken);
        var scores = hits.ToDictionary(hit => hit.Key, hit => hit.Score);
        return [.. keys.Select(key => scores.GetValueOrDefault(key, float.NaN))];
    }
}
