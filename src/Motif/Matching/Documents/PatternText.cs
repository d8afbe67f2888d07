using System.Text.Json;
using Motif.Catalog;

namespace Motif.Matching.Documents;

/// <summary>Reads a catalogued pattern as the index sees it.</summary>
public static class PatternText
{
    /// <summary>A pattern touched that long ago has a freshness of one half.</summary>
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(180);

    /// <summary>What the members of a step may be called that hold its text, in order of preference.</summary>
    private static readonly string[] StepText = ["text", "description", "action", "name", "step"];

    /// <summary>What may be an object or a list of any shape.</summary>
    private static readonly string[] SettingMembers =
    [
        "environment",
        "context",
        "success_criteria",
    ];

    /// <summary>Texts deeper than that are nobody's words.</summary>
    private const int DeepestText = 4;

    /// <param name="learned">Intents that it served with success, newest first.</param>
    internal static MatchDocument Document(
        Pattern pattern,
        IReadOnlyList<PastIntent> learned,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = pattern.PatternId.ToString(),
            Kind = WireName.Of(pattern.Kind),
            PatternType = pattern.PatternType,
            Status = WireName.Of(pattern.Status),
            Tags = pattern.Tags,
            Language = Text(pattern.Body, "language") is { Length: > 0 } language ? language : null,
            Quality = pattern.Quality.Score,
            SuccessRate = pattern.Success.Rate,
            SuccessPosterior = pattern.Success.Mean,
            Trust = pattern.Success.Trust,
            Freshness = Freshness(pattern, now),
            Name = pattern.Name,
            Aliases = Texts(pattern.Body, "aliases"),
            Intent = Intent(pattern),
            PastIntents =
            [
                .. learned
                    .Concat(Texts(pattern.Body, "past_intents").Select(t => new PastIntent(t)))
                    .Concat(Texts(pattern.Body, "intents").Select(t => new PastIntent(t)))
                    .DistinctBy(intent => intent.Text, StringComparer.OrdinalIgnoreCase)
                    .Take(Ledger.MostPastIntents),
            ],
            Description = pattern.Description,
            Steps = Steps(pattern),
            Setting = [.. SettingMembers.SelectMany(member => AllTexts(pattern.Body, member))],
            Details = Details(pattern.Body),
        };

    /// <summary>The steps of a pattern: <c>steps</c>, otherwise its execution trace.</summary>
    public static IReadOnlyList<string> Steps(Pattern pattern)
    {
        var steps = Texts(pattern.Body, "steps");
        return steps.Count > 0 ? steps : Texts(pattern.Body, "execution_trace");
    }

    /// <summary>The pattern's own <c>quality_metrics</c>, an object; its measured components where it has none.</summary>
    public static JsonElement QualityMetrics(Pattern pattern) =>
        pattern.Body.TryGetProperty("quality_metrics", out var own)
        && own.ValueKind is JsonValueKind.Object
            ? own
            : PatternBody.From(pattern.Quality.Components);

    /// <summary>What it is for, in words: <c>intent</c>, otherwise its <c>purpose</c>; empty where it does not say.</summary>
    public static string Intent(Pattern pattern) =>
        Text(pattern.Body, "intent") is { Length: > 0 } intent
            ? intent
            : Text(pattern.Body, "purpose");

    /// <summary>The name of its intent and environment; null where it has none.</summary>
    public static string? ContextHash(Pattern pattern) =>
        Text(pattern.Body, "context_hash") is { Length: > 0 } hash ? hash : null;

    private static string Details(JsonElement body)
    {
        string[] parts = [Text(body, "docstring"), SourceWords.Of(Text(body, "implementation"))];
        return string.Join('\n', parts.Where(part => part.Length > 0));
    }

    private static double Freshness(Pattern pattern, DateTimeOffset now)
    {
        var touched =
            pattern.Usage.LastUsedAt > pattern.UpdatedAt
                ? pattern.Usage.LastUsedAt.Value
                : pattern.UpdatedAt;
        var age = now > touched ? now - touched : TimeSpan.Zero;
        return Math.Pow(0.5, age / HalfLife);
    }

    private static IEnumerable<string> AllTexts(JsonElement body, string member) =>
        body.ValueKind is JsonValueKind.Object && body.TryGetProperty(member, out var value)
            ? AllTexts(value, DeepestText)
            : [];

    private static IEnumerable<string> AllTexts(JsonElement value, int deep) =>
        value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array when deep > 0 => value
                .EnumerateArray()
                .SelectMany(item => AllTexts(item, deep - 1)),
            JsonValueKind.Object when deep > 0 => value
                .EnumerateObject()
                .SelectMany(item => AllTexts(item.Value, deep - 1)),
            _ => [],
        };

    private static string Text(JsonElement body, string member) =>
        body.ValueKind is JsonValueKind.Object
        && body.TryGetProperty(member, out var value)
        && value.ValueKind is JsonValueKind.String
            ? value.GetString()!
            : "";

    private static List<string> Texts(JsonElement body, string member)
    {
        if (
            body.ValueKind is not JsonValueKind.Object
            || !body.TryGetProperty(member, out var value)
        )
            return [];
        return value.ValueKind switch
        {
            JsonValueKind.Array =>
            [
                .. value.EnumerateArray().Select(StepOf).Where(text => text.Length > 0),
            ],
            JsonValueKind.Object => Texts(value, "steps"),
            JsonValueKind.String => [value.GetString()!],
            _ => [],
        };
    }

    private static string StepOf(JsonElement step) =>
        step.ValueKind switch
        {
            JsonValueKind.String => step.GetString()!,
            JsonValueKind.Object => StepText
                .Select(member => Text(step, member))
                .FirstOrDefault(text => text.Length > 0)
                ?? "",
            _ => "",
        };
}
