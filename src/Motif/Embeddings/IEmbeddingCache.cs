using Motif.Storage;

namespace Motif.Embeddings;

/// <summary>
/// Vectors of texts that were embedded before, shared by all servers of a database. Thread-safe; failures are
/// <see cref="BackendException"/>.
/// </summary>
public interface IEmbeddingCache
{
    /// <summary>The vectors of those keys that are known.</summary>
    Task<IReadOnlyDictionary<string, float[]>> FindAsync(
        IReadOnlyCollection<string> keys,
        CancellationToken cancellationToken
    );

    /// <summary>Keeps vectors by the key of their text; one that is known already stays as it is.</summary>
    Task StoreAsync(
        IReadOnlyDictionary<string, float[]> vectors,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );

    /// <summary>Forgets all but the <paramref name="most"/> kept last; returns how many it forgot.</summary>
    Task<int> TrimAsync(int most, CancellationToken cancellationToken);
}
