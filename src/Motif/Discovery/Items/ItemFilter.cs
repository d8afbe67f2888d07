using System.Text.Json;

namespace Motif.Discovery.Items;

/// <summary>Which items a filter lets through: those whose attributes, and <c>channel</c>, equal all that it names.</summary>
internal static class ItemFilter
{
    public static bool Passes(Item item, IReadOnlyDictionary<string, JsonElement>? filters) =>
        filters is null
        || filters.All(f =>
            f.Key == "channel"
                ? f.Value.ValueKind is JsonValueKind.String && f.Value.GetString() == item.Channel
                : item.Attributes.TryGetValue(f.Key, out var value)
                    && JsonElement.DeepEquals(value, f.Value)
        );
}
