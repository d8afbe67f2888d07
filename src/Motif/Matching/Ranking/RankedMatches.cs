using Motif.Matching.Indexing;
using Motif.Matching.Requests;

namespace Motif.Matching.Ranking;

/// <summary>What the matcher asks of the index.</summary>
/// <param name="Parts">Texts and how much they count.</param>
/// <param name="Filters">Which documents are considered.</param>
/// <param name="Limit">Results wanted.</param>
/// <param name="Diversity">0..1, see <see cref="MatchRequest.Diversity"/>.</param>
/// <param name="Broad">Whether the request is widened by feedback.</param>
/// <param name="MinConfidence">Results below it are counted, not returned.</param>
/// <param name="Vectors">What a vector index says of the meaning, where there is one: of a model beside the offline vectors, of those in their place.</param>
/// <param name="Weights">Other shares of the signals than the index's own.</param>
/// <param name="Exclude">What a result must not be called or tagged.</param>
/// <param name="RuledOut">What the request's own words said no to; the parts no longer have it.</param>
internal sealed record MatchSearch(
    IReadOnlyList<QueryPart> Parts,
    MatchFilters Filters,
    int Limit,
    double Diversity = 0,
    bool Broad = false,
    double MinConfidence = 0,
    VectorSignal? Vectors = null,
    SignalWeights? Weights = null,
    IReadOnlyList<string>? Exclude = null,
    IReadOnlyList<string>? RuledOut = null
);

/// <summary>A document with its place in the ranking.</summary>
/// <param name="Slot">Where it stands in the index, until the index changes.</param>
/// <param name="Id">Its id.</param>
/// <param name="Rank">S·(.85 + .15·P): what the first ones are chosen by.</param>
/// <param name="Score">S.</param>
/// <param name="Raw">The signals as they are: BM25 score, cosines.</param>
/// <param name="Inputs">What its confidence is computed from.</param>
/// <param name="Confidence">0..1; what they are ordered by.</param>
/// <param name="Prior">P and its parts.</param>
internal sealed record RankedMatch(
    int Slot,
    string Id,
    double Rank,
    double Score,
    SignalValues Raw,
    Calibration.ConfidenceInputs Inputs,
    double Confidence,
    PriorParts Prior
);

/// <summary>The answer of the index to a <see cref="MatchSearch"/>.</summary>
internal sealed record RankedMatches
{
    /// <summary>Best first, at most as many as wanted.</summary>
    public required IReadOnlyList<RankedMatch> Matches { get; init; }

    /// <summary>Candidates that have anything in common with the request.</summary>
    public required int Total { get; init; }

    /// <summary>Of those, how many fell below the wanted confidence.</summary>
    public required int BelowThreshold { get; init; }

    /// <summary>The surest among them, by its id; null where there is none.</summary>
    public (string Id, double Confidence)? NearestBelow { get; init; }

    public required SignalValues Maxima { get; init; }

    public required SignalWeights Weights { get; init; }

    public required MatchQuery Query { get; init; }

    public required QueryTerm[] Terms { get; init; }

    public required IReadOnlyList<FilterEffect> Filters { get; init; }

    /// <summary>The model that NEURAL was compared by, otherwise the lexicon.</summary>
    public required string Space { get; init; }
}
