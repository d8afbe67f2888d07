using Motif.Content.Templates;

namespace Motif.Content.Fatigue;

/// <summary>What is kept of a persona itself.</summary>
/// <param name="AudienceGroup">Personas of one group write for the same people: a use by one counts for all.</param>
/// <param name="Clock">The latest time that any write saw: time does not go back.</param>
public sealed record StoredPersona(
    string PersonaId,
    string? AudienceGroup,
    FatigueOverrides Settings,
    DateTimeOffset Clock,
    long Version
);

/// <summary>A persona and those that share its audience, in order of their ids.</summary>
/// <param name="Families">Where ids of families lead.</param>
public sealed record StoredAudience(IReadOnlyList<StoredPersona> Personas, FamilyAliases Families);

/// <summary>A use and what came of it, as much as a model needs.</summary>
public readonly record struct PostOutcome(
    DateTimeOffset UsedAt,
    string FamilyId,
    string? VariantId,
    double? Impressions,
    double? Successes,
    PostOrigin Origin,
    bool IsRipe
);

/// <summary>A decision as it was stored.</summary>
/// <param name="Inputs">What the draw depended on, packed.</param>
public sealed record StoredDecision(
    string DecisionId,
    string PersonaId,
    string RequestHash,
    DateTimeOffset At,
    string Answer,
    byte[] Inputs
);

/// <summary>Which part of a persona's ledger an operation works on.</summary>
/// <param name="Since">Posts of the group since then, and all that are open.</param>
public sealed record LedgerScope(string PersonaId, DateTimeOffset Since)
{
    /// <summary>
    /// Since when instead, once the persona's own settings are known: windows are short, and a ledger is long.
    /// </summary>
    public Func<StoredPersona, DateTimeOffset>? SinceOf { get; init; }

    public IReadOnlyList<string> TextHashes { get; init; } = [];
    public IReadOnlyList<Guid> PostIds { get; init; } = [];
    public IReadOnlyList<string> ExternalIds { get; init; } = [];
    public IReadOnlyList<string> IdempotencyKeys { get; init; } = [];
    public string? DecisionId { get; init; }

    /// <summary>How long a cache may keep what is read; not at all when zero. A change never looks at one.</summary>
    public TimeSpan CacheFor { get; init; }

    /// <summary>Outcomes of the persona since then are read too; null for none.</summary>
    public DateTimeOffset? OutcomesSince { get; init; }
}

/// <summary>
/// Keeps personas, their posts and decisions. A change is one transaction that holds the persona's row, and those of its
/// audience group, from before anything is read: two changes of one persona never overlap. Thread-safe; a failure is a
/// <see cref="Storage.BackendException"/>.
/// </summary>
public interface IContentStore
{
    /// <param name="change">May run more than once; it must do nothing but look at the ledger and change it.</param>
    Task<T> ChangeAsync<T>(
        LedgerScope scope,
        Func<PersonaLedger, T> change,
        CancellationToken cancellationToken
    );

    Task<PersonaLedger> ReadAsync(LedgerScope scope, CancellationToken cancellationToken);

    /// <summary>What a read of the ledger would begin with; no personas where the one asked for is not known.</summary>
    Task<StoredAudience> ReadAudienceAsync(string personaId, CancellationToken cancellationToken);

    Task<ContentPost?> FindPostAsync(Guid postId, CancellationToken cancellationToken);

    /// <summary>The persona's posts, newest first.</summary>
    Task<IReadOnlyList<ContentPost>> ListPostsAsync(
        string personaId,
        int limit,
        CancellationToken cancellationToken
    );

    Task<IReadOnlyList<StoredDecision>> ListDecisionsAsync(
        string personaId,
        DateTimeOffset since,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>Personas in order of their id.</summary>
    Task<IReadOnlyList<StoredPersona>> ListPersonasAsync(
        string? after,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>Personas that posted since then, those with the most posts first, then in order of their id.</summary>
    Task<IReadOnlyList<string>> ListActiveAsync(
        DateTimeOffset since,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>Settings that were changed at run time, for all personas.</summary>
    Task<FatigueOverrides> GetSettingsAsync(CancellationToken cancellationToken);

    Task SetSettingsAsync(FatigueOverrides settings, CancellationToken cancellationToken);
}
