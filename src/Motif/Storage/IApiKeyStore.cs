namespace Motif.Storage;

/// <summary>What a key may do; each includes the one before.</summary>
public enum ApiScope
{
    Reader,
    Operator,
    Admin,
}

/// <summary>What a key may do besides its scope; an administrator's may all of it.</summary>
[Flags]
public enum ApiRights
{
    None = 0,

    /// <summary>What its holder answers teaches the matcher, and he may change the patterns that answer.</summary>
    Teach = 1,

    /// <summary>Its holder may be one of the two who approve a reply about money, law or medicine.</summary>
    ApproveR3 = 2,
}

/// <summary>An API key as it is kept: its secret only as a hash.</summary>
/// <param name="Hash">SHA-256 of the secret, lower-case hex.</param>
public sealed record ApiKey(
    string Name,
    ApiScope Scope,
    string Hash,
    DateTimeOffset CreatedAt,
    DateTimeOffset? RevokedAt,
    ApiRights Rights = ApiRights.None
)
{
    public const int MaxNameLength = 200;

    /// <summary>What is wrong with a name that a key shall have, as the end of a sentence; null when nothing is.</summary>
    public static string? NameProblem(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is 0 or > MaxNameLength)
            return $"has 1 to {MaxNameLength} characters; {name.Length} were given";
        if (name.Any(char.IsControl) || name.AsSpan().Trim().Length != name.Length)
            return "is one line without blanks around it";
        return null;
    }
}

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
