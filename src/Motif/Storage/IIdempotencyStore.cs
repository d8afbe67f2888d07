namespace Motif.Storage;

/// <summary>The answer given to a request with an Idempotency-Key.</summary>
/// <param name="RequestHash">SHA-256 of method, path and body, to tell a replay from a misuse of the key.</param>
/// <param name="Status">HTTP status; 0 while the first request is still being answered.</param>
/// <param name="At">When it was answered; while it is not, when its claim was last renewed.</param>
public sealed record IdempotentAnswer(
    string RequestHash,
    int Status,
    string? ContentType,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Body,
    DateTimeOffset At
);

/// <summary>
/// Answers kept for replay (draft-ietf-httpapi-idempotency-key-header). Thread-safe across servers of one database.
/// </summary>
public interface IIdempotencyStore
{
    /// <summary>Claims the key: null when it is now the caller's to answer, otherwise what was stored for it.</summary>
    /// <param name="abandonedBefore">A claim without answer older than this is taken over: its server died.</param>
    Task<IdempotentAnswer?> ClaimAsync(
        string scope,
        string key,
        string requestHash,
        DateTimeOffset now,
        DateTimeOffset abandonedBefore,
        CancellationToken cancellationToken
    );

    /// <summary>Says that the claim is alive; false when it was taken over or answered.</summary>
    /// <param name="claimedAt">The time that the claim was made or last renewed with: by it the claim is known.</param>
    Task<bool> RenewAsync(
        string scope,
        string key,
        DateTimeOffset claimedAt,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>Keeps the answer, unless there is one already.</summary>
    Task CompleteAsync(
        string scope,
        string key,
        IdempotentAnswer answer,
        CancellationToken cancellationToken
    );

    /// <summary>Gives the key back after a failure that must not be replayed; nothing where the claim was taken over.</summary>
    Task ReleaseAsync(
        string scope,
        string key,
        DateTimeOffset claimedAt,
        CancellationToken cancellationToken
    );

    Task<int> RemoveOlderThanAsync(DateTimeOffset time, CancellationToken cancellationToken);
}
