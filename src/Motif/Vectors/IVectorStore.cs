using Motif.Storage;

namespace Motif.Vectors;

/// <summary>Where an embedding space stands.</summary>
public enum SpaceState
{
    /// <summary>Vectors are being made; nothing is searched in it yet.</summary>
    Building,

    /// <summary>Matches are searched in it.</summary>
    Current,
}

/// <summary>An embedding space that the database keeps vectors of.</summary>
public sealed record StoredSpace(EmbeddingSpace Space, SpaceState State, DateTimeOffset CreatedAt);

/// <summary>The vector of a pattern in one space.</summary>
/// <param name="Version">The pattern's version that it was made from.</param>
/// <param name="ContentHash">SHA-256 of the text that was embedded, lower-case hex.</param>
/// <param name="Vector">Null when the pattern is gone: indexes shall forget it.</param>
/// <param name="At">When it was written.</param>
public sealed record PatternVector(
    Guid PatternId,
    int Version,
    string ContentHash,
    float[]? Vector,
    DateTimeOffset At
);

/// <summary>A pattern whose vector has to be brought up to date.</summary>
/// <param name="Token">Grows with every change of the pattern: work done for an older token is not all there is to do.</param>
/// <param name="Attempts">How often it failed.</param>
public sealed record OutboxEntry(Guid PatternId, long Token, int Attempts);

/// <summary>What waits in the outbox of a space.</summary>
/// <param name="Pending">Entries still to be tried.</param>
/// <param name="OldestAt">When the oldest of them was enqueued: its age is the lag.</param>
/// <param name="DeadLetters">Entries that failed too often to be tried again by themselves.</param>
/// <param name="LastError">Of an entry that failed; null when none did.</param>
public sealed record OutboxStatus(
    long Pending,
    DateTimeOffset? OldestAt,
    long DeadLetters,
    string? LastError
);

/// <summary>A place among the vectors of a space in the order of their writing.</summary>
public readonly record struct VectorPosition(DateTimeOffset At, Guid PatternId);

/// <summary>
/// Vectors of patterns by embedding space, and the transactional outbox: while a space exists, every transaction that changes a
/// pattern, its counters or its existence also enqueues it for that space. Thread-safe across servers of one database; every
/// method is one transaction. Failures are <see cref="BackendException"/>.
/// </summary>
public interface IVectorStore
{
    /// <summary>After so many failures an entry is a dead letter.</summary>
    const int MaxAttempts = 8;

    /// <summary>The oldest first.</summary>
    Task<IReadOnlyList<StoredSpace>> SpacesAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Adds a space that is not there yet, with every pattern enqueued for it. Dead letters of one that is there are tried
    /// once more.
    /// </summary>
    Task<StoredSpace> OpenAsync(
        EmbeddingSpace space,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );

    /// <summary>Makes a space the current one and removes all others with what they hold; false when it is not there.</summary>
    Task<bool> SwitchAsync(EmbeddingSpace space, CancellationToken cancellationToken);

    /// <summary>Takes entries that are due and that nobody else works on, the longest due first, until a time.</summary>
    Task<IReadOnlyList<OutboxEntry>> LeaseAsync(
        EmbeddingSpace space,
        int limit,
        DateTimeOffset now,
        DateTimeOffset until,
        CancellationToken cancellationToken
    );

    /// <summary>Prolongs the lease of those of these entries that are still leased.</summary>
    Task RenewAsync(
        EmbeddingSpace space,
        IReadOnlyList<OutboxEntry> entries,
        DateTimeOffset until,
        CancellationToken cancellationToken
    );

    /// <summary>Removes entries that are done. One that was enqueued again meanwhile stays and can be leased at once.</summary>
    Task CompleteAsync(
        EmbeddingSpace space,
        IReadOnlyList<OutboxEntry> entries,
        CancellationToken cancellationToken
    );

    /// <summary>Gives entries back.</summary>
    /// <param name="error">Why they failed, counted as an attempt; null when it was not their fault.</param>
    /// <param name="dueAt">When they may be leased again.</param>
    Task ReturnAsync(
        EmbeddingSpace space,
        IReadOnlyList<OutboxEntry> entries,
        string? error,
        DateTimeOffset dueAt,
        CancellationToken cancellationToken
    );

    Task<OutboxStatus> StatusAsync(EmbeddingSpace space, CancellationToken cancellationToken);

    /// <summary>Enqueues these patterns, whether they exist or not.</summary>
    Task EnqueueAsync(
        EmbeddingSpace space,
        IReadOnlyCollection<Guid> patternIds,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Enqueues every pattern whose vector is missing or of another version, and every vector whose pattern is gone; returns how
    /// many were not enqueued already.
    /// </summary>
    Task<int> EnqueueDriftAsync(
        EmbeddingSpace space,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );

    /// <summary>Writes vectors, replacing what stood there.</summary>
    Task SaveAsync(
        EmbeddingSpace space,
        IReadOnlyList<PatternVector> vectors,
        CancellationToken cancellationToken
    );

    /// <summary>Those of these patterns that are known.</summary>
    Task<IReadOnlyList<PatternVector>> FindAsync(
        EmbeddingSpace space,
        IReadOnlyCollection<Guid> patternIds,
        CancellationToken cancellationToken
    );

    /// <summary>Vectors in the order of their writing, those after a place.</summary>
    Task<IReadOnlyList<PatternVector>> ChangesAsync(
        EmbeddingSpace space,
        VectorPosition? after,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>What each vector was made from, by ascending pattern id, those after one; the vectors themselves are left out.</summary>
    Task<IReadOnlyList<PatternVector>> ScrollAsync(
        EmbeddingSpace space,
        Guid? after,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>Patterns with a vector.</summary>
    Task<long> CountAsync(EmbeddingSpace space, CancellationToken cancellationToken);
}
