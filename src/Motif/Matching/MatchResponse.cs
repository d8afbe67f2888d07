using System.Text.Json;
using Motif.Matching.Calibration;
using Motif.Matching.Documents;
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
    /// Of the patterns that were looked at, those that have anything in common with the request and reach its least confidence;
    /// more than are shown where the limit cuts. Looked at are the 300 that share most words, the 300 nearest in meaning and those
    /// that are named: of a large catalogue nobody counts the rest.
    /// </summary>
    public required int TotalMatches { get; init; }

    /// <summary>Of the patterns that were looked at, those with something in common with the request below its least confidence.</summary>
    public required int BelowThresholdCount { get; init; }

    /// <summary>The best confidence among them; null where there is none.</summary>
    public double? BestBelow => NearestBelow?.ConfidenceScore;

    /// <summary>The surest among them; null where there is none.</summary>
    public NearestBelow? NearestBelow { get; init; }

    /// <summary>
    /// Whether nothing is shown: the filters leave nothing, nothing reaches the least confidence, or nobody knows a word of the
    /// request. Then nothing is recorded either.
    /// </summary>
    public bool NothingFits => MatchedPatterns.Count == 0 && Offset == 0;

    /// <summary>How many better ones were passed over, as asked for.</summary>
    public int Offset { get; init; }

    /// <summary>The offset that shows what follows; null where nothing does.</summary>
    public int? NextOffset { get; init; }

    /// <summary>What each filter of the request took away, in the order applied, and which of its values no pattern has.</summary>
    public required IReadOnlyList<FilterEffect> Filters { get; init; }

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

/// <summary>A pattern that is not sure enough to be shown.</summary>
/// <param name="ConfidenceScore">0..1.</param>
public sealed record NearestBelow(Guid PatternId, string Name, double ConfidenceScore);

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

    /// <summary>What it is for, in one sentence; null where it does not say.</summary>
    public string? Purpose { get; init; }

    /// <summary>Code to look at and to reuse; null where the pattern is none of code.</summary>
    public CodeExemplar? Exemplar { get; init; }

    public required MatchedMetadata Metadata { get; init; }

    /// <summary>All of the pattern's own steps in its order, those near to a requirement marked.</summary>
    public required IReadOnlyList<MatchedStep> Steps { get; init; }

    /// <summary>The same steps as plain texts, in the same order.</summary>
    public IReadOnlyList<string> Recommendations => [.. Steps.Select(step => step.Text)];

    /// <summary>The arithmetic behind its place, where it was asked for.</summary>
    public ResultExplanation? Explain { get; init; }
}

/// <summary>A step of a matched pattern.</summary>
/// <param name="Text">What is to be done.</param>
/// <param name="Near">Whether it is near to a requirement of the request.</param>
public sealed record MatchedStep(string Text, bool Near);

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
