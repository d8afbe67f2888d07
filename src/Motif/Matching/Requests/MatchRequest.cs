using Motif.Catalog;
using Motif.Storage;

namespace Motif.Matching.Requests;

/// <summary>What somebody wants to achieve, and what the answer has to look like.</summary>
[WireRequest]
public sealed record MatchRequest
{
    public const int LargestLimit = 100;

    /// <summary>Few look so far; beyond it the request should say more.</summary>
    public const int LargestOffset = 400;

    public const int LongestText = 20_000;

    public const int MostExcluded = 20;

    /// <summary>The intent in the caller's words; required.</summary>
    public string Intent { get; init; } = "";

    /// <summary>Where it happens: language, framework, load … Counts .35 of the intent.</summary>
    public string? Context { get; init; }

    /// <summary>What the result has to fulfil; counts as much as the intent, and marks the steps of a pattern that are near to it.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];

    /// <summary>
    /// What a result must not be called or tagged: with <c>redis</c>, no pattern comes that has it in its name, an alias, its intent or
    /// as a tag, unless the name turns it ("without redis"). At most 20.
    /// </summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    public MatchFilters Filters { get; init; } = new();

    /// <summary>1 to 100.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>How many of the best are passed over, 0 to 400: <c>next_offset</c> of the answer before asks for what follows it.</summary>
    public int Offset { get; init; }

    /// <summary>0..1; results below it are counted, not shown.</summary>
    public double MinConfidence { get; init; }

    /// <summary>Maximal marginal relevance: 0 ranks by fit alone, 1 by difference from what stands above; null is 0.</summary>
    public double? Diversity { get; init; }

    /// <summary>Whether words of the best first results are added to the request (RM3): finds more, less exactly.</summary>
    public bool Broad { get; init; }

    /// <summary>Whether every result carries the arithmetic behind it.</summary>
    public bool Explain { get; init; }

    /// <summary>Who asks, for the ledger of exposures.</summary>
    public string? Actor { get; init; }

    /// <summary>The team whose outcomes, learned intents and calibration count (<see cref="LearningNamespace"/>); null for those of all.</summary>
    public string? Namespace { get; init; }

    /// <summary>What is wrong with the request, by field; empty when nothing is.</summary>
    public IReadOnlyDictionary<string, string> Problems()
    {
        if (StorableRequest.Mistakes(this) is { Count: > 0 } unstorable)
            return unstorable.ToDictionary(m => m.Key, m => m.Value[0], StringComparer.Ordinal);
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(Intent))
            problems["intent"] = "must say what is to be achieved";
        if (TextLength() > LongestText)
            problems["intent"] =
                $"intent, context, requirements and exclude together are longer than {LongestText} characters";
        if (Exclude.Count > MostExcluded)
            problems["exclude"] = $"has {Exclude.Count} entries; at most {MostExcluded} are taken";
        if (Exclude.Any(string.IsNullOrWhiteSpace))
            problems["exclude"] = "has an empty entry";
        if (Limit is < 1 or > LargestLimit)
            problems["limit"] = $"must be 1 to {LargestLimit}, is {Limit}";
        if (Offset is < 0 or > LargestOffset)
            problems["offset"] = $"must be 0 to {LargestOffset}, is {Offset}";
        if (!(MinConfidence is >= 0 and <= 1))
            problems["min_confidence"] = $"must be 0 to 1, is {MinConfidence}";
        if (Diversity is { } diversity && !(diversity is >= 0 and <= 1))
            problems["diversity"] = $"must be 0 to 1, is {diversity}";
        if (Filters.MinQualityScore is { } quality && !(quality is >= 0 and <= 1))
            problems["filters.min_quality_score"] = $"must be 0 to 1, is {quality}";
        if (Filters.MinSuccessRate is { } rate && !(rate is >= 0 and <= 1))
            problems["filters.min_success_rate"] = $"must be 0 to 1, is {rate}";
        if (LearningNamespace.Problem(Namespace) is { } problem)
            problems["namespace"] = problem;
        return problems;
    }

    private long TextLength() =>
        (long)Intent.Length
        + (Context?.Length ?? 0)
        + Requirements.Sum(requirement => (long)requirement.Length)
        + Exclude.Sum(phrase => (long)phrase.Length);
}

/// <summary>
/// Which patterns are considered at all. Values of one field are alternatives, fields add up; an empty list leaves its field
/// open, except that statuses default to active.
/// </summary>
[WireRequest]
public sealed record MatchFilters
{
    public IReadOnlyList<string> PatternTypes { get; init; } = [];

    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Patterns with any of these tags, or with all (<see cref="TagMode"/>), in capitals or not.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether any of <see cref="Tags"/> will do, or all must be there.</summary>
    public TagMode TagMode { get; init; }

    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Code in any of these languages, such as <c>python</c> and <c>csharp</c>; what has no language does not pass.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>0..1; patterns whose quality was never measured do not pass.</summary>
    public double? MinQualityScore { get; init; }

    /// <summary>0..1; patterns without an outcome do not pass.</summary>
    public double? MinSuccessRate { get; init; }
}
