using System.Text.Json;
using System.Text.Json.Serialization;

namespace Motif.Discovery.Items;

/// <summary>One video, article or post of a corpus, with what is known of it and how it did.</summary>
public sealed record Item
{
    public required string ItemId { get; init; }

    /// <summary>Its title, or whatever people saw of it first; empty where only a vector was given.</summary>
    public string Text { get; init; } = "";

    /// <summary>Who published it: a channel, an author, a site. Null counts as one channel.</summary>
    public string? Channel { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>How often it was seen, at least 0; null while unknown.</summary>
    public double? Views { get; init; }

    /// <summary>How it did against its channel's usual, 1 being usual; null where it is to be scored from the views.</summary>
    public double? PerformanceRatio { get; init; }

    /// <summary>Texts, numbers and booleans by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Attributes { get; init; } =
        new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>The space of <see cref="Vector"/>; null while it has none.</summary>
    public string? Space { get; init; }

    /// <summary>What the text means, in <see cref="Space"/>.</summary>
    [JsonIgnore]
    public float[]? Vector { get; init; }

    /// <summary>Whether the vector came with the item, not from a model.</summary>
    [JsonIgnore]
    public bool IsVectorGiven =>
        Space?.StartsWith(ItemSpace.GivenPrefix, StringComparison.Ordinal) is true;
}

/// <summary>How spaces of items are named.</summary>
public static class ItemSpace
{
    public const string GivenPrefix = "given:";

    /// <summary>The space of vectors that came with the items.</summary>
    public static string Given(int dimensions) => $"{GivenPrefix}{dimensions}";
}

/// <summary>An item with the vector, or without where none is to be read.</summary>
public sealed record ItemPage(
    [property: JsonPropertyName("items")] IReadOnlyList<Item> List,
    string? NextCursor
);

/// <summary>What a corpus holds.</summary>
/// <param name="GivenDimensions">The dimension of vectors that came with items; null where none did.</param>
public sealed record ItemCounts(long Items, long WithVector, int? GivenDimensions);
