using System.Text.Json;
using System.Text.Json.Serialization;
using Motif.Catalog;
using Motif.Storage;

namespace Motif.Discovery.Items;

/// <summary>An item as an import brings it; members that it does not name are attributes.</summary>
[WireRequest]
public sealed record ItemLine
{
    public const int MaxIdBytes = StorableText.MaxIndexedBytes;
    public const int MaxTextLength = 20_000;
    public const int MaxDimensions = 4096;
    public const int MaxAttributes = 256;

    public required string Id { get; init; }

    public string? Text { get; init; }

    public string? Channel { get; init; }

    [JsonConverter(typeof(OffsetTimeConverter))]
    public DateTimeOffset? PublishedAt { get; init; }

    public double? Views { get; init; }

    /// <summary>Performance against the channel's usual; taken as it is. Views are then not looked at.</summary>
    public double? PerformanceRatio { get; init; }

    public float[]? Embedding { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Attributes { get; init; }

    /// <summary>The item, or why the line is none, as the end of a sentence.</summary>
    internal (Item? Item, string? Mistake) Read() =>
        Mistake() is { } mistake ? (null, mistake) : (ToItem(), null);

    private string? Mistake()
    {
        if (string.IsNullOrWhiteSpace(Id))
            return "id: must not be blank";
        if (System.Text.Encoding.UTF8.GetByteCount(Id) > MaxIdBytes)
            return $"id: is longer than {MaxIdBytes} bytes";
        if (Text?.Length > MaxTextLength)
            return $"text: is longer than {MaxTextLength} characters";
        if (string.IsNullOrWhiteSpace(Text) && Embedding is null)
            return "has neither text nor embedding; give one of them";
        if (Views is < 0 || (Views is { } views && !double.IsFinite(views)))
            return "views: must be a number of at least 0";
        if (PerformanceRatio is { } ratio && !double.IsFinite(ratio))
            return "performance_ratio: must be a finite number";
        return EmbeddingMistake() ?? AttributeMistake();
    }

    private string? EmbeddingMistake()
    {
        if (Embedding is null)
            return null;
        if (Embedding.Length is 0 or > MaxDimensions)
            return $"embedding: has {Embedding.Length} numbers; 1 to {MaxDimensions} can be kept";
        var place = Array.FindIndex(Embedding, x => !float.IsFinite(x));
        if (place >= 0)
            return $"embedding[{place}]: is no finite number";
        return Array.TrueForAll(Embedding, x => x == 0)
            ? "embedding: is zero, which has no direction; leave it out or correct it"
            : null;
    }

    private string? AttributeMistake()
    {
        if (Attributes is null)
            return null;
        if (Attributes.Count > MaxAttributes)
            return $"has {Attributes.Count} attributes; at most {MaxAttributes} are kept";
        foreach (var (name, value) in Attributes)
        {
            if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                return $"{name}: an attribute is a text, a number or a boolean";
            if (ViewsAtAge.Mistake(name, value) is { } views)
                return $"{name}: {views}";
            if (StorableText.Mistake(name) is { } bad)
                return $"an attribute's name {bad}";
            if (StorableJson.Mistake(value, name) is { } inside)
                return $"{inside.Member}: {inside.Mistake}";
        }
        return null;
    }

    private Item ToItem() =>
        new()
        {
            ItemId = Id,
            Text = Text ?? "",
            Channel = string.IsNullOrWhiteSpace(Channel) ? null : Channel,
            PublishedAt = PublishedAt is { } at ? Moment.Kept(at) : null,
            Views = Views,
            PerformanceRatio = PerformanceRatio,
            Attributes = (Attributes ?? [])
                .Where(a => a.Value.ValueKind is not JsonValueKind.Null)
                .OrderBy(a => a.Key, StringComparer.Ordinal)
                .ToDictionary(StringComparer.Ordinal),
            Vector = Embedding,
            Space = Embedding is null ? null : ItemSpace.Given(Embedding.Length),
        };
}
