using System.Text.Json;

namespace Motif.Matching;

/// <summary>Reads a catalogued pattern as the index sees it.</summary>
internal static class PatternText
{
    /// <summary>A pattern touched that long ago has a freshness of one half.</summary>
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(180);

    /// <summary>What the members of a step may be called that hold its text, in order of preference.</summary>
    private static readonly string[] StepText = ["text", "description", "action", "name", "step"];

    public static MatchDocument Document(Pattern pattern, DateTimeOffset now) =>
        new()
        {
            Id = pattern.PatternId.ToString(),
            Kind = WireName.Of(pattern.Kind),
            PatternType = pattern.PatternType,
            Status = WireName.Of(pattern.Status),
            Tags = pattern.Tags,
            Quality = pattern.Quality.Score,
            SuccessRate = pattern.Success.Rate,
            SuccessPosterior = pattern.Success.Mean,
            Freshness = Freshness(pattern, now),
            Name = pattern.Name,
            Aliases = Texts(pattern.Body, "aliases"),
            Intent = Text(pattern.Body, "intent"),
            PastIntents = Texts(pattern.Body, "past_intents"),
            Description = pattern.Description,
            Steps = Steps(pattern),
        };

    /// <summary>The steps of a pattern: <c>steps</c>, otherwise its execution trace.</summary>
    public static IReadOnlyList<string> Steps(Pattern pattern)
    {
        var steps = Texts(pattern.Body, "steps");
        return steps.Count > 0 ? steps : Texts(pattern.Body, "execution_trace");
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
