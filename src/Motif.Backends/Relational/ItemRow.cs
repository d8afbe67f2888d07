using System.Text.Json;
using Motif.Discovery.Items;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>An item as it is read.</summary>
internal sealed class ItemRow
{
    private const string Columns = """
        item_id AS ItemId, text AS Text, channel AS Channel, published_at AS PublishedAt, views AS Views,
        performance_ratio AS PerformanceRatio, attributes AS Attributes, space AS Space
        """;

    public const string Select = $"SELECT {Columns} FROM items";

    public const string SelectWithVector = $"SELECT {Columns}, vector AS Vector FROM items";

    public const string Upsert = """
        INSERT INTO items (
            item_id, text, channel, published_at, views, performance_ratio, attributes, space, vector)
        VALUES (
            @item_id, @text, @channel, @published_at, @views, @performance_ratio, @attributes, @space, @vector)
        ON CONFLICT (item_id) DO UPDATE SET
            text = excluded.text, channel = excluded.channel, published_at = excluded.published_at,
            views = excluded.views, performance_ratio = excluded.performance_ratio,
            attributes = excluded.attributes, space = excluded.space, vector = excluded.vector
        """;

    public string ItemId { get; init; } = "";

    public string Text { get; init; } = "";

    public string? Channel { get; init; }

    public StoredTime? PublishedAt { get; init; }

    public double? Views { get; init; }

    public double? PerformanceRatio { get; init; }

    public string Attributes { get; init; } = "{}";

    public string? Space { get; init; }

    public byte[]? Vector { get; init; }

    public static (string, object?)[] Parameters(Item item) =>
        [
            ("item_id", StorableText.RequireIndexed("id", item.ItemId)),
            ("text", item.Text),
            ("channel", item.Channel),
            ("published_at", item.PublishedAt),
            ("views", item.Views),
            ("performance_ratio", item.PerformanceRatio),
            ("attributes", StorableJson.Of("attributes", item.Attributes)),
            ("space", item.Space),
            ("vector", item.Vector is null ? null : StoredVector.Bytes(item.Vector)),
        ];

    public Item ToItem() =>
        new()
        {
            ItemId = ItemId,
            Text = Text,
            Channel = Channel,
            PublishedAt = PublishedAt?.Value,
            Views = Views,
            PerformanceRatio = PerformanceRatio,
            // In the order of their names, which jsonb does not keep.
            Attributes = JsonSerializer
                .Deserialize<Dictionary<string, JsonElement>>(Attributes, MotifJson.Options)!
                .OrderBy(a => a.Key, StringComparer.Ordinal)
                .ToDictionary(StringComparer.Ordinal),
            Space = Space,
            Vector = Vector is null ? null : StoredVector.Read(Vector),
        };

    public static bool AreSame(Item one, Item other) =>
        one.Text == other.Text
        && one.Channel == other.Channel
        && one.PublishedAt == other.PublishedAt
        && one.Views.Equals(other.Views)
        && one.PerformanceRatio.Equals(other.PerformanceRatio)
        && one.Space == other.Space
        && one.Vector.AsSpan().SequenceEqual(other.Vector)
        && one.Attributes.Count == other.Attributes.Count
        && one.Attributes.All(a =>
            other.Attributes.TryGetValue(a.Key, out var value)
            && JsonElement.DeepEquals(a.Value, value)
        );
}
