using Motif.Catalog;
using Motif.Matching.Calibration;

namespace Motif.Storage;

/// <summary>A pattern whose outcomes grew.</summary>
/// <param name="LearnedAt">When its last outcome was reported.</param>
public readonly record struct LearnedPattern(Guid PatternId, DateTimeOffset LearnedAt);

/// <summary>A result that a match showed, and what became of it.</summary>
/// <param name="Shown">What was promised.</param>
/// <param name="OutcomeAt">When the outcome was reported.</param>
public sealed record JudgedResult(ShownResult Shown, UseOutcome Outcome, DateTimeOffset OutcomeAt);

/// <summary>A calibrator as it was last fitted.</summary>
public sealed record FittedCalibrator(ConfidenceCalibrator Calibrator, DateTimeOffset FittedAt);

/// <summary>
/// What matching learns from outcomes. The outcomes themselves are written through <see cref="IUsageStore"/>, which keeps
/// the intents of <see cref="PastIntentsAsync"/> in the same transaction. Thread-safe; every method is one transaction.
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
    /// The intents that patterns served with success, newest first, at most <see cref="Ledger.MostPastIntents"/> each; a
    /// pattern without one is left out.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> PastIntentsAsync(
        IReadOnlyCollection<Guid> patternIds,
        CancellationToken cancellationToken
    );

    /// <summary>Results with an outcome that names their match, the newest outcomes first.</summary>
    Task<IReadOnlyList<JudgedResult>> JudgedAsync(int limit, CancellationToken cancellationToken);

    Task<IReadOnlyList<FittedCalibrator>> CalibratorsAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a calibrator in place of the one with the same key.</summary>
    Task SaveCalibratorAsync(FittedCalibrator calibrator, CancellationToken cancellationToken);
}
