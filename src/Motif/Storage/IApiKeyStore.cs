namespace Motif.Storage;

/// <summary>What a key may do; each includes the one before.</summary>
public enum ApiScope
{
    Reader,
    Operator,
    Admin,
}

/// <summary>An API key as it is kept: its secret only as a hash.</summary>
/// <param name="Hash">SHA-256 of the secret, lower-case hex.</param>
public sealed record ApiKey(
    string Name,
    ApiScope Scope,
    string Hash,
    DateTimeOffset CreatedAt,
    DateTimeOffset? RevokedAt
);

/// <summary>API keys. Thread-safe; failures are <see cref="BackendException"/>.</summary>
public interface IApiKeyStore
{
    /// <summary>The key of that hash unless it was revoked.</summary>
    Task<ApiKey?> FindAsync(string hash, CancellationToken cancellationToken);

    Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken);

    /// <summary>False when the name is taken.</summary>
    Task<bool> AddAsync(ApiKey key, CancellationToken cancellationToken);

    /// <summary>False when no such key is in force.</summary>
    Task<bool> RevokeAsync(string name, DateTimeOffset at, CancellationToken cancellationToken);
}
