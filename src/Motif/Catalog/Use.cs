using System.Text.Json;

namespace Motif.Catalog;

/// <summary>What was done with a pattern.</summary>
public enum UseAction
{
    /// <summary>It was shown or offered; not a use.</summary>
    Exposed,

    /// <summary>It was chosen and is being held for a use.</summary>
    Reserved,

    /// <summary>It was really used.</summary>
    Applied,

    /// <summary>A reservation was given back.</summary>
    Released,
}

/// <summary>How a use ended.</summary>
public enum UseOutcome
{
    Success,
    Failure,
}

/// <summary>An entry of the append-only ledger.</summary>
/// <param name="UseId">Given by the ledger.</param>
/// <param name="Actor">The persona, agent or operator that used it.</param>
/// <param name="Context">Where or for what, in the actor's own words.</param>
/// <param name="IdempotencyKey">Unique with its pattern: a second entry with the same key is the first one again. The exposure of a match has the match's id.</param>
/// <param name="Outcome">Null until reported; reported once.</param>
/// <param name="Metrics">What was measured with the outcome, a JSON object; for the exposure of a match what its confidence was computed from.</param>
/// <param name="MatchId">The match whose result was used; null where it came from none.</param>
/// <param name="Intent">What it was used for, where the outcome says so or its match is known.</param>
/// <param name="Namespace">Whose learning it belongs to (<see cref="LearningNamespace"/>): of an exposure that of its match, of a use that of its outcome; null where none was named.</param>
public sealed record Use(
    Guid UseId,
    Guid PatternId,
    string Actor,
    UseAction Action,
    DateTimeOffset At,
    string? Context = null,
    string? IdempotencyKey = null,
    UseOutcome? Outcome = null,
    DateTimeOffset? OutcomeAt = null,
    JsonElement? Metrics = null,
    Guid? MatchId = null,
    string? Intent = null,
    string? Namespace = null
);

/// <summary>A use to be recorded.</summary>
/// <param name="At">When it happened; now when null.</param>
/// <param name="IdempotencyKey">When null and a match is given, the match: used twice of one match counts once.</param>
/// <param name="MatchId">The match whose result was used.</param>
[WireRequest]
public sealed record UseDraft(
    string Actor,
    UseAction Action = UseAction.Applied,
    string? Context = null,
    DateTimeOffset? At = null,
    string? IdempotencyKey = null,
    Guid? MatchId = null
);

/// <summary>An outcome to be recorded.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="UseId">The use it belongs to; when null a use is recorded with it.</param>
/// <param name="Actor">Who used it; needed when <paramref name="UseId"/> is null.</param>
/// <param name="IdempotencyKey">Makes a repeated report count once when <paramref name="UseId"/> is null; the match when null and one is given.</param>
/// <param name="MatchId">The match whose result was used: a success teaches the pattern that match's intent, and every outcome how far its confidence was right.</param>
/// <param name="Intent">What it was used for; that of the match when null.</param>
/// <param name="Namespace">The team whose matches learn from it (<see cref="LearningNamespace"/>), of a use that came from no match; a match has its own.</param>
[WireRequest]
public sealed record OutcomeDraft(
    UseOutcome Outcome,
    Guid? UseId = null,
    string? Actor = null,
    string? Context = null,
    string? IdempotencyKey = null,
    JsonElement? Metrics = null,
    Guid? MatchId = null,
    string? Intent = null,
    string? Namespace = null
);

/// <summary>The ledger of a pattern by day (UTC), for a chart.</summary>
public sealed record UsageDay(
    DateOnly Day,
    long Uses,
    long Exposures,
    long Successes,
    long Failures
);

/// <summary>Uses by one actor.</summary>
public sealed record ActorUsage(string Actor, long Uses, DateTimeOffset LastUsedAt);

/// <summary>How a pattern is used over time.</summary>
/// <param name="Days">Every day of the window in order, also those without an entry.</param>
/// <param name="Last7Days">Uses in the 7 days before now.</param>
/// <param name="Previous7Days">Uses in the 7 days before those; the trend is the difference.</param>
public sealed record UsageReport(
    IReadOnlyList<UsageDay> Days,
    IReadOnlyList<ActorUsage> Actors,
    long Last7Days,
    long Previous7Days
);
