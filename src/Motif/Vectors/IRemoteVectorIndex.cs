namespace Motif.Vectors;

/// <summary>
/// A vector index outside this process, of one embedding space. It is a copy of what the database says, kept in step by the
/// outbox and compared with it from time to time. Failures are the storage layer's backend exception.
/// </summary>
public interface IRemoteVectorIndex : IVectorIndex, IDisposable
{
    /// <summary><c>closed</c>, <c>half_open</c> or <c>open</c>; null where no circuit breaker stands before it.</summary>
    string? Circuit { get; }

    /// <summary>Makes what it needs where that is missing; refuses what is there with another dimension or metric.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>What it holds, by ascending key, those after <paramref name="after"/> in this order where given.</summary>
    Task<IReadOnlyList<VectorPoint>> ScrollAsync(
        VectorKey? after,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>Gives it the name under which others look for the current space.</summary>
    Task PublishAsync(CancellationToken cancellationToken);

    /// <summary>Removes it with all it holds; nothing happens where it is not there.</summary>
    Task DropAsync(CancellationToken cancellationToken);
}

/// <summary>A stored vector as reconciliation sees it.</summary>
/// <param name="Version">0 where it was stored without payload.</param>
/// <param name="ContentHash">Empty where it was stored without payload.</param>
public readonly record struct VectorPoint(VectorKey Key, int Version, string ContentHash);
