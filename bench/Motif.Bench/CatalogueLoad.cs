using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;

namespace Motif.Bench;

/// <summary>Fills a catalogue with made-up patterns and uses, the same ones every time.</summary>
internal static class CatalogueLoad
{
    private const int WordCount = 5000;
    private const int TagCount = 300;
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Guid Id(int number) => Pattern(number).PatternId;

    public static async Task<(TimeSpan Patterns, TimeSpan Uses)> RunAsync(
        IServiceProvider server,
        CatalogueSize size
    )
    {
        var patterns = server.GetRequiredService<IPatternStore>();
        var usage = server.GetRequiredService<IUsageStore>();
        var started = Stopwatch.GetTimestamp();
        foreach (var chunk in Enumerable.Range(0, size.Patterns).Chunk(1000))
            await patterns.SaveAsync([.. chunk.Select(i => Write(Pattern(i)))], default);
        var loaded = Stopwatch.GetElapsedTime(started);
        started = Stopwatch.GetTimestamp();
        foreach (var chunk in Enumerable.Range(0, size.Uses).Chunk(50_000))
            await usage.AppendAsync([.. chunk.Select(i => Use(i, size))], default);
        return (loaded, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>The first words and tags are common, the last ones are rare.</summary>
    public static string Word(Random random) => $"word{Zipf(random, WordCount)}";

    public static string Tag(Random random) => $"tag{Zipf(random, TagCount)}";

    public static string Type(int number) => $"type_{number % 40}";

    public static Pattern Pattern(int number)
    {
        var random = new Random(number);
        var kind = (PatternKind)(number % 5);
        var key = $"bench/{number}";
        var at = Start.AddSeconds(random.Next(10_000_000));
        return new Pattern
        {
            PatternId = PatternId.For(kind, key),
            Kind = kind,
            PatternType = Type(number),
            Key = key,
            Name = $"{Word(random)} {Word(random)} {number}",
            Description = string.Join(' ', Enumerable.Range(0, 20).Select(_ => Word(random))),
            Tags =
            [
                .. Enumerable
                    .Range(0, 4)
                    .Select(_ => Tag(random))
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            Status = random.Next(10) == 0 ? PatternStatus.Deprecated : PatternStatus.Active,
            Quality =
                random.Next(5) == 0
                    ? Quality.Unmeasured
                    : Quality.Measure("bench", [("a", 1, random.NextDouble())]),
            Body = PatternBody.From(
                new { code = new string('x', 400), metrics = new { lines = number % 100 } }
            ),
            CreatedAt = at,
            UpdatedAt = at,
        };
    }

    public static PatternWrite Write(Pattern pattern) =>
        new(
            pattern,
            0,
            new PatternVersion(
                pattern.PatternId,
                1,
                VersionEvent.Created,
                pattern.CreatedAt,
                "bench",
                null,
                [],
                PatternContent.Of(pattern)
            )
        );

    public static Use Use(int number, CatalogueSize size)
    {
        var random = new Random(number);
        var pattern = Zipf(random, size.Patterns);
        var at = Start.AddSeconds(number * 10.0);
        var isOutcome = number % 4 == 0;
        return new Use(
            Guid.CreateVersion7(at.AddMilliseconds(number % 1000)),
            PatternId.For((PatternKind)(pattern % 5), $"bench/{pattern}"),
            $"agent-{random.Next(50)}",
            number % 3 == 0 ? UseAction.Applied : UseAction.Exposed,
            at,
            IdempotencyKey: $"bench-{number}",
            Outcome: isOutcome ? (UseOutcome)random.Next(2) : null,
            OutcomeAt: isOutcome ? at : null
        );
    }

    /// <summary>Of n things, thing k with a probability of nearly 1/(k + 1).</summary>
    private static int Zipf(Random random, int n) =>
        (int)Math.Pow(n + 1.0, random.NextDouble()) - 1;
}
