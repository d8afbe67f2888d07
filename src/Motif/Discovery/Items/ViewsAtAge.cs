using System.Globalization;
using System.Text.Json;

namespace Motif.Discovery.Items;

/// <summary>Attributes that are views at an age in whole days: <c>views_day_1</c>, <c>views_day_7</c> …</summary>
internal static class ViewsAtAge
{
    private const string Prefix = "views_day_";
    private const int MostDays = 3650;

    /// <summary>The age; null for any other attribute.</summary>
    public static int? Days(string attribute) =>
        attribute.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(
            attribute.AsSpan(Prefix.Length),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var days
        )
        && days is >= 1 and <= MostDays
            ? days
            : null;

    /// <summary>What is wrong with an attribute that is called as they are; null for any other.</summary>
    public static string? Mistake(string attribute, JsonElement value)
    {
        if (!attribute.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        if (Days(attribute) is null)
            return $"views at an age are called {Prefix}1 to {Prefix}{MostDays}";
        return
            value.ValueKind is JsonValueKind.Null
            || (value.ValueKind is JsonValueKind.Number && value.GetDouble() >= 0)
            ? null
            : "must be a number of at least 0";
    }
}
