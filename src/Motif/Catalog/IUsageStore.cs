using System.Text.Json;
using Motif.Storage;

namespace Motif.Catalog;

/// <summary>What became of a recorded outcome.</summary>
public enum OutcomeResult
{
    Recorded,

    /// <summary>The same outcome had been reported for this use before; nothing was counted twice.</summary>
    AlreadyRecorded,

    /// <summary>Another outcome had been reported for this use.</summary>
    Conflicting,

    /// <summary>No such use, one of another pattern, or an exposure, which is none.</summary>
    UnknownUse,
}

/// <summary>How a use ended, to be written.</summary>
/// <param name="MatchId">The match it came from; that of the use stays when null.</param>
/// <param name="Intent">What it was used for; that of the match when null.</param>
/// <param name="Namespace">Where it is learned (<see cref="LearningNamespace"/>); that of the match where one is known.</param>
public sealed record OutcomeEntry(
    Guid PatternId,
    Guid UseId,
    UseOutcome Outcome,
    DateTimeOffset At,
    JsonElement? Metrics = null,
    Guid? MatchId = null,
    string? Intent = null,
    string? Namespace = null
);

/// <summary>A place in the ledger of a pattern: newest first, entries of one moment by descending id.</summary>
public readonly record struct UsePosition(DateTimeOffset At, Guid UseId)
{
    public static UsePosition Of(Use use) => new(use.At, use.UseId);
}

/// <summary>A span of the ledger, [from, to); the window before it is of the same length and ends where it begins.</summary>
public readonly record struct UsageWindow(DateTimeOffset From, DateTimeOffset To)
{
    public DateTimeOffset PreviousFrom => From - (To - From);
}

/// <summary>Where a page of a ranking ended.</summary>
/// <param name="Rank">What the last entry was ranked by.</param>
/// <param name="Last">Its pattern's id, or its actor.</param>
public sealed record RankPlace(long Rank, string Last);

/// <summary>
/// The append-only ledger of uses and outcomes. Thread-safe; every method is one transaction and keeps the counters of
/// <see cref="UsageSummary"/> and <see cref="SuccessPosterior"/> in step. Failures are <see cref="BackendException"/>.
/// </summary>
public interface IUsageStore
{
    /// <summary>
    /// Appends the uses that are new by id and by (pattern, idempotency key), counting an outcome that comes with them, and returns all of them as stored, in order, each with
    /// whether it was new. The patterns must exist; the ids of those that do not are returned and nothing is written.
    /// </summary>
    Task<(IReadOnlyList<(Use Use, bool IsNew)> Stored, IReadOnlyList<Guid> Unknown)> AppendAsync(
        IReadOnlyList<Use> uses,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Writes an outcome once. A success whose intent is known, its own or that of its match, is one of the pattern's past intents
    /// from then on; a failure speaks against it.
    /// </summary>
    Task<OutcomeResult> RecordOutcomeAsync(OutcomeEntry entry, CancellationToken cancellationToken);

    /// <summary>Entries of a pattern, newest first, those after <paramref name="before"/> in this order where given.</summary>
    Task<IReadOnlyList<Use>> ListAsync(
        Guid patternId,
        UsePosition? before,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>The ids of that beginning among the entries of a pattern, ascending.</summary>
    Task<IReadOnlyList<Guid>> UseIdsAsync(
        Guid patternId,
        IdPrefix prefix,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// The ids of that beginning among the matches that showed a pattern, ascending. An exposure that a caller recorded is none.
    /// </summary>
    Task<IReadOnlyList<Guid>> MatchIdsAsync(
        Guid patternId,
        IdPrefix prefix,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// The ledger of a pattern, or of all when null, by day (UTC) and by actor over [from, to). An outcome counts on the day
    /// of its use. The hundred busiest actors; the two weeks are those before <paramref name="to"/>.
    /// </summary>
    Task<UsageReport> ReportAsync(
        Guid? patternId,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// The patterns with an entry in the window or in the one before, by the query's sort and then by descending id; its
    /// days, limit and cursor are not used.
    /// </summary>
    Task<IReadOnlyList<PatternTrend>> RankPatternsAsync(
        TrendQuery query,
        UsageWindow window,
        RankPlace? after,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>The actors with an entry in the window, by descending uses and then by name.</summary>
    Task<IReadOnlyList<ActorSummary>> RankActorsAsync(
        UsageWindow window,
        RankPlace? after,
        int limit,
        CancellationToken cancellationToken
    );
}
