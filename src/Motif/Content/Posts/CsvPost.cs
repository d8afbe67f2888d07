using System.Globalization;
using System.Text.Json.Nodes;

namespace Motif.Content.Posts;

/// <summary>A row of a CSV as the JSON line that says the same.</summary>
internal static class CsvPost
{
    private static readonly string[] Numbers = ["impressions", "successes"];

    /// <summary>An empty field is not given; an unknown column is refused by the line's own reader.</summary>
    public static string ToJson(IReadOnlyList<string> header, IReadOnlyList<string> row)
    {
        var line = new JsonObject();
        for (var i = 0; i < header.Count && i < row.Count; i++)
        {
            if (row[i].Length > 0)
                line[header[i]] = Value(header[i], row[i]);
        }
        return line.ToJsonString(MotifJson.Options);
    }

    private static JsonValue Value(string column, string text) =>
        Numbers.Contains(column, StringComparer.Ordinal)
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? JsonValue.Create(number)
            : JsonValue.Create(text);
}
