using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Motif.Discovery.Advice;

/// <summary>How several examples count.</summary>
public enum ExampleStrategy
{
    /// <summary>By the mean of the likes, less that of the dislikes.</summary>
    Average,

    /// <summary>By the nearest like; what is nearer to a dislike comes behind all that is not.</summary>
    Best,
}

/// <summary>An item as an example: one of the corpus, a text or a vector.</summary>
[WireRequest]
public sealed record Example(string? ItemId = null, string? Text = null, float[]? Embedding = null);

/// <summary>What to recommend: ways to write about a concept, or items like others.</summary>
[WireRequest]
public sealed record RecommendRequest
{
    public const int MostListed = 100;

    /// <summary>What it shall be about; confirmed findings are then turned into suggestions.</summary>
    public string? Concept { get; init; }

    /// <summary>Items are then recommended that are near to these.</summary>
    public IReadOnlyList<Example> Likes { get; init; } = [];

    public IReadOnlyList<Example> Dislikes { get; init; } = [];

    public ExampleStrategy Strategy { get; init; }

    /// <summary>Only items with these attributes, and <c>channel</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Filters { get; init; }

    /// <summary>10 when not given.</summary>
    [Range(1, MostListed)]
    public int Limit { get; init; } = 10;
}

/// <summary>A way to write, with what speaks for it.</summary>
/// <param name="Text">A title's template with the concept in it, or what to do.</param>
/// <param name="LowerBound">The end of its 95 % interval that promises least; suggestions are ranked by it.</param>
/// <param name="Evidence">Items that did well with it.</param>
public sealed record Suggestion(
    string Text,
    double ExpectedMultiplier,
    double LowerBound,
    Guid FindingId,
    string Feature,
    string Scope,
    IReadOnlyList<string> Evidence
);

/// <summary>An item that is like the examples.</summary>
/// <param name="Score">By the strategy; comparable inside one answer alone.</param>
public sealed record RecommendedItem(string ItemId, string Text, double Score);

/// <summary>What is recommended.</summary>
/// <param name="Reason">Why a list that was asked for is empty.</param>
public sealed record Recommendation(
    IReadOnlyList<Suggestion> Suggestions,
    IReadOnlyList<RecommendedItem> Items,
    string? Reason
);
