using Motif.Catalog;
using Motif.Storage;

namespace Motif.Matching.Calibration;

/// <summary>A pattern whose outcomes grew.</summary>
/// <param name="LearnedAt">When its last outcome was reported.</param>
public readonly record struct LearnedPattern(Guid PatternId, DateTimeOffset LearnedAt);

/// <summary>A result that a match showed, and what became of it.</summary>
/// <param name="Shown">What was promised.</param>
/// <param name="OutcomeAt">When the outcome was reported.</param>
public sealed record JudgedResult(ShownResult Shown, UseOutcome Outcome, DateTimeOffset OutcomeAt);

/// <summary>A calibrator as it was last fitted.</summary>
public sealed record FittedCalibrator(ConfidenceCalibrator Calibrator, DateTimeOffset FittedAt);

/// <summary>Token vectors as they were last tuned on the catalogue.</summary>
/// <param name="Lexicon">Name of the lexicon that they were tuned from.</param>
/// <param name="Analyzer">Version of the analyzer that split the texts.</param>
/// <param name="Patterns">How many patterns the catalogue had.</param>
/// <param name="Content">A lexicon file; null where the tuning made nothing better.</param>
public sealed record TunedVectors(
    string Lexicon,
    string Analyzer,
    DateTimeOffset TunedAt,
    int Patterns,
    byte[]? Content
);

/// <summary>
/// What matching learns from outcomes and from the catalogue itself. The outcomes are written through
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

    /// <summary>Vectors tuned from that lexicon after a time; null where there are none.</summary>
    Task<TunedVectors?> TunedVectorsAsync(
        string lexicon,
        string analyzer,
        DateTimeOffset after,
        CancellationToken cancellationToken
    );

    /// <summary>Keeps tuned vectors in place of those of the same lexicon and analyzer.</summary>
    Task SaveTunedVectorsAsync(TunedVectors vectors, CancellationToken cancellationToken);
}
