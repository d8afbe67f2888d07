using System.Text.Json;

namespace Motif.Cli.Terminal;

/// <summary>Fields whose shape is the caller's, as lines for people.</summary>
internal static class ReadableJson
{
    /// <summary>A line for each item or member; none for what says nothing.</summary>
    public static IReadOnlyList<string> Lines(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(Lines)],
            JsonValueKind.Object when Condition(value) is { } condition => [condition],
            JsonValueKind.Object =>
            [
                .. value.EnumerateObject().Select(m => $"{m.Name}: {OneLine(m.Value)}"),
            ],
            JsonValueKind.Null or JsonValueKind.Undefined => [],
            _ => [OneLine(value)],
        };

    private static string OneLine(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(OneLine)),
            JsonValueKind.Object => Condition(value) ?? value.GetRawText(),
            _ => value.GetRawText(),
        };

    /// <summary><c>p99_latency_ms &lt; 50</c> for the usual form of a criterion.</summary>
    private static string? Condition(JsonElement value) =>
        value.TryGetProperty("metric", out var metric)
        && value.TryGetProperty("operator", out var comparison)
        && value.TryGetProperty("threshold", out var threshold)
            ? $"{OneLine(metric)} {OneLine(comparison)} {OneLine(threshold)}"
            : null;
}
