using Motif.Catalog;

namespace Motif.Matching.Documents;

/// <summary>What the index knows of one pattern: its text by field, what filters look at, and the parts of its prior.</summary>
public sealed record MatchDocument
{
    /// <summary>Stable identifier; ties in rank are broken by its ordinal order.</summary>
    public required string Id { get; init; }

    public string Kind { get; init; } = "";

    public string PatternType { get; init; } = "";

    public string Status { get; init; } = "active";

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The programming language of a code pattern, such as <c>python</c>; null where it has none.</summary>
    public string? Language { get; init; }

    /// <summary>0..1; null where nothing was measured.</summary>
    public double? Quality { get; init; }

    /// <summary>Share of outcomes that were successes, 0..1; null where there is no outcome.</summary>
    public double? SuccessRate { get; init; }

    /// <summary>Mean of the Beta posterior over outcomes, 0..1; null where not even the type has a prior.</summary>
    public double? SuccessPosterior { get; init; }

    /// <summary>How far it works where it fits, by its own outcomes (<see cref="Motif.SuccessPosterior.Trust"/>), 0..1; 1 before any.</summary>
    public double Trust { get; init; } = 1;

    /// <summary>0..1, 1 for changed or used just now; null where unknown.</summary>
    public double? Freshness { get; init; }

    public string Name { get; init; } = "";

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public string Intent { get; init; } = "";

    /// <summary>Intents of requests that this pattern served with success, newest first; the index takes the first 20.</summary>
    public IReadOnlyList<PastIntent> PastIntents { get; init; } = [];

    public string Description { get; init; } = "";

    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Where it holds and by what it is judged: environment, context and success criteria, in their own words.</summary>
    public IReadOnlyList<string> Setting { get; init; } = [];

    /// <summary>What only a model of meaning reads: its documentation and the words of its source's identifiers.</summary>
    public string Details { get; init; } = "";
}
