using Motif.Catalog;
using Motif.Storage;

namespace Motif.Matching.Calibration;

/// <summary>A pattern whose outcomes grew.</summary>
/// <param name="LearnedAt">When its last outcome was reported.</param>
public readonly record struct LearnedPattern(Guid PatternId, DateTimeOffset LearnedAt);

/// <summary>The outcomes of a pattern in one namespace.</summary>
/// <param name="WeighedSuccesses">What the successes count, in millionths (<see cref="OutcomeWeight"/>).</param>
/// <param name="WeighedFailures">What the failures count, in millionths.</param>
public readonly record struct NamespaceRecord(
    long Successes,
    long Failures,
    long WeighedSuccesses,
    long WeighedFailures
);

/// <summary>A result that a match showed, and what became of it.</summary>
/// <param name="Shown">What was promised.</param>
/// <param name="Outcome">Null where another result of the match was used and this one passed over.</param>
/// <param name="OutcomeAt">When the outcome was reported; of what was passed over, that of the other result.</param>
/// <param name="Actor">Who used a result.</param>
/// <param name="Intent">What the match was asked.</param>
public sealed record JudgedResult(
    ShownResult Shown,
    UseOutcome? Outcome,
    DateTimeOffset OutcomeAt,
    Guid PatternId,
    string Actor,
    string Intent
);

/// <summary>A calibrator as it was last fitted.</summary>
public sealed record FittedCalibrator(ConfidenceCalibrator Calibrator, DateTimeOffset FittedAt);

/// <summary>
/// What matching learns from outcomes. The outcomes are written through
/// <see cref="IUsageStore"/>, which keeps the intents of <see cref="PastIntentsAsync"/> in the same transaction. Thread-safe; every method is one transaction.
/// Failures are <see cref="BackendException"/>.
/// </summary>
public interface IFeedbackStore
{
    /// <summary>The patterns with an outcome reported after a time, in order of time.</summary>
    Task<IReadOnlyList<LearnedPattern>> LearnedSinceAsync(
        DateTimeOffset since,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// The intents that patterns served with success, newest first, at most <see cref="Ledger.MostPastIntents"/> each, with how
    /// far each is believed; an intent that failures unlearned, and a pattern without one, is left out.
    /// </summary>
    /// <param name="learnedIn">The namespace whose outcomes count (<see cref="LearningNamespace"/>); null for those of all.</param>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<PastIntent>>> PastIntentsAsync(
        IReadOnlyCollection<Guid> patternIds,
        string? learnedIn,
        CancellationToken cancellationToken
    );

    /// <summary>Whether an outcome was reported in a namespace.</summary>
    Task<bool> IsLearnedInAsync(string learnedIn, CancellationToken cancellationToken);

    /// <summary>What the outcomes of a namespace say of patterns; those without an outcome there are left out.</summary>
    Task<IReadOnlyDictionary<Guid, NamespaceRecord>> RecordsAsync(
        IReadOnlyCollection<Guid> patternIds,
        string learnedIn,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Results with an outcome that names their match, the newest outcomes first; behind them what those matches showed beside,
    /// each once, unless it is in use.
    /// </summary>
    /// <param name="limit">Outcomes at most.</param>
    Task<IReadOnlyList<JudgedResult>> JudgedAsync(int limit, CancellationToken cancellationToken);

    Task<IReadOnlyList<FittedCalibrator>> CalibratorsAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a calibrator in place of the one with the same key.</summary>
    Task SaveCalibratorAsync(FittedCalibrator calibrator, CancellationToken cancellationToken);
}
