using System.Text.Json;
using Motif.Catalog;

namespace Motif.Backends.Tests;

/// <summary>Made-up patterns and uses.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Who uses, where nobody else is named.</summary>
    public const string Actor = "agent-1";

    public static Pattern Pattern(string key, PatternKind kind = PatternKind.Success) =>
        new()
        {
            PatternId = PatternId.For(kind, key),
            Kind = kind,
            PatternType = "api_optimization",
            Key = key,
            Name = $"Pattern {key}",
            CreatedAt = Start,
            UpdatedAt = Start,
        };

    public static PatternWrite Insert(Pattern pattern) => new(pattern, 0, Version(pattern));

    /// <summary>The next version of a pattern that stands as <paramref name="changed"/>.</summary>
    public static PatternWrite Update(Pattern changed)
    {
        var next = changed with { Version = changed.Version + 1 };
        return new PatternWrite(next, changed.Version, Version(next, VersionEvent.Edited));
    }

    public static PatternVersion Version(
        Pattern pattern,
        VersionEvent what = VersionEvent.Created
    ) =>
        new(
            pattern.PatternId,
            pattern.Version,
            what,
            pattern.UpdatedAt,
            "tester",
            null,
            [],
            PatternContent.Of(pattern)
        );

    public static Use Use(
        Guid patternId,
        int number,
        UseAction action = UseAction.Applied,
        string? key = null,
        UseOutcome? outcome = null
    ) =>
        new(
            PatternId.For(PatternKind.Decision, $"use {number} of {patternId}"),
            patternId,
            Actor,
            action,
            Start.AddMinutes(number),
            IdempotencyKey: key,
            Outcome: outcome,
            OutcomeAt: outcome is null ? null : Start.AddMinutes(number)
        );

    public static JsonElement Json(string json) => JsonElement.Parse(json);

    /// <summary>Texts that break what is put together carelessly; each must come back as it went in.</summary>
    public static readonly string[] Awkward =
    [
        "'; DROP TABLE patterns; --",
        "\" OR \"\"=\"",
        "$1 @id :id ? %s {0} \\",
        "NULL",
        "*",
        "a' AND 1=CAST((SELECT version()) AS int)--",
        "🦊🧑‍🚀 é ﬁle ＡＰＩ ümläut",
        "\u0001\u001f\u007f\ufffd\uffff",
        "line\nbreak\r\n\ttab",
        "  ",
    ];

    /// <summary>Longer than any index can hold; fine where nothing is indexed.</summary>
    public static readonly string Long = string.Concat(
        Enumerable.Range(0, 2500).Select(i => $"é{i} ")
    );

    /// <summary>Texts that no database can keep.</summary>
    public static readonly string[] Unstorable = ["a\0b", "a\ud800b", "\udc00", "x\ud83d"];

    /// <summary>Patterns with ties in every order.</summary>
    public static List<Pattern> Many(int count, int seed)
    {
        var random = new Random(seed);
        var kinds = Enum.GetValues<PatternKind>();
        var statuses = Enum.GetValues<PatternStatus>();
        var patterns = new List<Pattern>();
        for (var i = 0; i < count; i++)
        {
            var kind = kinds[random.Next(kinds.Length)];
            double? score = random.Next(4) == 0 ? null : random.Next(11) / 10.0;
            patterns.Add(
                Pattern($"many-{i}", kind) with
                {
                    PatternType = Types[random.Next(Types.Length)],
                    Name = $"{Words[random.Next(Words.Length)]} {Words[random.Next(Words.Length)]}",
                    Description = Words[random.Next(Words.Length)],
                    Tags = Tags(random),
                    Body = random.Next(3) is > 0 and var at
                        ? PatternBody.From(new { language = Languages[at - 1] })
                        : PatternBody.Empty,
                    Status = statuses[random.Next(statuses.Length)],
                    Quality = score is null
                        ? Quality.Unmeasured
                        : Quality.Measure("reported", [("a", 1, score), ("b", 1, null)]),
                    UpdatedAt = Start.AddSeconds(random.Next(count / 4)),
                }
            );
        }
        return patterns;
    }

    public static readonly string[] Types = ["function_pattern", "class_pattern", "api_call"];

    public static readonly string[] Languages = ["python", "csharp"];

    public static readonly string[] Words =
    [
        "Retry",
        "retries",
        "Cache-aside",
        "CACHE",
        "Émile",
        "observer",
        "obs",
        "x2",
    ];

    public static readonly string[] AllTags = ["async", "db", "http", "it's", "Ω"];

    private static string[] Tags(Random random) =>
        [.. AllTags.Where(_ => random.Next(3) == 0).Order(StringComparer.Ordinal)];
}
