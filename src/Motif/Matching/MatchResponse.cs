using System.Text.Json;
using Motif.Matching.Calibration;
using Motif.Matching.Ranking;
using Motif.Matching.Requests;

namespace Motif.Matching;

/// <summary>Ranked patterns for a <see cref="MatchRequest"/>.</summary>
public sealed record MatchResponse
{
    /// <summary>Names this answer when an outcome is reported later.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>Best first.</summary>
    public required IReadOnlyList<MatchedPattern> MatchedPatterns { get; init; }

    /// <summary>
    /// Patterns that passed the filters, have anything in common with the request and reach its least confidence; more than are
    /// shown where the limit cuts.
    /// </summary>
    public required int TotalMatches { get; init; }

    /// <summary>Patterns that have something in common with the request, below its least confidence.</summary>
    public required int BelowThresholdCount { get; init; }

    /// <summary>The best confidence among them; null where there is none.</summary>
    public double? BestBelow { get; init; }

    /// <summary>prior, platt or isotonic: how far judged results stand behind the confidences.</summary>
    public required string ConfidenceBasis { get; init; }

    /// <summary>Judged results the confidences were calibrated with.</summary>
    public required int LabelsUsed { get; init; }

    /// <summary>Whether the embedding endpoint failed and the offline vectors answered.</summary>
    public required bool Degraded { get; init; }

    public required MatchQueryMetadata QueryMetadata { get; init; }

    /// <summary>The ranking as a whole, where it was asked for.</summary>
    public MatchExplanation? Explain { get; init; }
}

/// <summary>How the request was answered.</summary>
/// <param name="QueryTimeMs">From request to answer, exposures not included.</param>
/// <param name="EmbeddingModel">The space the meaning was compared in.</param>
/// <param name="Analyzer">Version of the text analysis.</param>
/// <param name="Corrections">What was read differently from what was written.</param>
public sealed record MatchQueryMetadata(
    double QueryTimeMs,
    string EmbeddingModel,
    string Analyzer,
    IReadOnlyList<MatchCorrection> Corrections
);

/// <summary>A pattern that fits.</summary>
public sealed record MatchedPattern
{
    public required Guid PatternId { get; init; }

    public required PatternKind Kind { get; init; }

    public required string PatternType { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>Probability that it is useful for this request, 0..1.</summary>
    public required double ConfidenceScore { get; init; }

    public required MatchedMetadata Metadata { get; init; }

    /// <summary>The pattern's own steps, those nearest to the requirements first.</summary>
    public required IReadOnlyList<string> Recommendations { get; init; }

    /// <summary>The arithmetic behind its place, where it was asked for.</summary>
    public ResultExplanation? Explain { get; init; }
}

/// <summary>What is known of a matched pattern.</summary>
/// <param name="Version">Of its content.</param>
/// <param name="QualityMetrics">The quality metrics it was catalogued with, in their own names and units; measured components where it came without.</param>
/// <param name="Quality">What it is, measured on 0..1.</param>
/// <param name="SuccessRate">Raw share of successes, 0..1; null without outcomes.</param>
/// <param name="SuccessPosterior">Mean of the posterior over outcomes, 0..1.</param>
/// <param name="MatchCount">How often it was used.</param>
/// <param name="LastMatchedAt">When it was last used; null when never.</param>
public sealed record MatchedMetadata(
    int Version,
    JsonElement QualityMetrics,
    Quality Quality,
    double? SuccessRate,
    double SuccessPosterior,
    long MatchCount,
    DateTimeOffset? LastMatchedAt
);

/// <summary>What holds for all results of a request.</summary>
/// <param name="Terms">Stems looked for, with their weights.</param>
/// <param name="Filters">What each filter removed, in the order applied.</param>
/// <param name="Maxima">Largest value of each signal over the filtered set.</param>
/// <param name="Weights">Share of each signal.</param>
/// <param name="Calibrator">What the calibrator was made for.</param>
public sealed record MatchExplanation(
    IReadOnlyDictionary<string, double> Terms,
    IReadOnlyList<FilterEffect> Filters,
    SignalValues Maxima,
    SignalWeights Weights,
    CalibratorKey Calibrator
);

/// <summary>How a result came to its place.</summary>
/// <param name="Rank">S·(.85 + .15·P).</param>
/// <param name="Score">S.</param>
/// <param name="Raw">The signals as they are: BM25 score and three cosines.</param>
/// <param name="Normalized">Each divided by its maximum over the filtered set.</param>
/// <param name="Weighted">Each times its share; S is their sum.</param>
/// <param name="Terms">What each term gave by the field it stands in, largest first; they add up to the BM25 score.</param>
/// <param name="Prior">P and its parts.</param>
/// <param name="Confidence">What the confidence was computed from.</param>
public sealed record ResultExplanation(
    double Rank,
    double Score,
    SignalValues Raw,
    SignalValues Normalized,
    SignalValues Weighted,
    IReadOnlyList<TermContribution> Terms,
    PriorParts Prior,
    ConfidenceInputs Confidence
);

/// <summary>What a term gave a result.</summary>
/// <param name="Term">The stem.</param>
/// <param name="Field">Where it stands.</param>
/// <param name="Count">How often.</param>
/// <param name="Contribution">Its part of the BM25 score.</param>
public sealed record TermContribution(
    string Term,
    MatchField Field,
    int Count,
    double Contribution
);
