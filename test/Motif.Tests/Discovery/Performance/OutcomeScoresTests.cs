using System.Text.Json;
using Motif.Discovery.Items;
using Motif.Discovery.Performance;

namespace Motif.Tests.Discovery.Performance;

public sealed class OutcomeScoresTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_long_video_is_measured_by_long_videos()
    {
        var items = Channel(40, "short", 100_000).Concat(Channel(40, "long", 5_000)).ToList();
        items.Add(Video("hit", "long", 10_000, Now.AddDays(-100)));

        var score = OutcomeScores.Of(items, Now).Scores[^1]!.Value;

        score.Ratio.ShouldBe(2.0, 0.001);
        score.Band.ShouldBe(PerformanceBand.Above);
        score.IsBorrowed.ShouldBeFalse();
    }

    [Fact]
    public void What_cannot_be_scored_is_counted_by_its_reason()
    {
        Item[] items =
        [
            .. Channel(20, "long", 1000),
            Video("young", "long", 9000, Now.AddDays(-3)),
            Video("ahead", "long", 9000, Now.AddDays(1)),
            Video("unseen", "long", null, Now.AddDays(-30)),
            Video("undated", "long", 500, null),
            Video("negative", "long", null, Now.AddDays(-30)) with
            {
                PerformanceRatio = -1,
            },
            Video("given", "long", null, null) with
            {
                PerformanceRatio = 2.5,
            },
        ];

        var scores = OutcomeScores.Of(items, Now);

        scores.Reasons.ShouldBe(
            new Dictionary<Unscored, int>
            {
                [Unscored.NoOutcome] = 1,
                [Unscored.NotPositive] = 1,
                [Unscored.NoDate] = 1,
                [Unscored.DatedLater] = 1,
                [Unscored.TooRecent] = 1,
            },
            ignoreOrder: true
        );
        scores.Scores.Count(s => s is not null).ShouldBe(21);
        scores.Scores[^1]!.Value.Band.ShouldBe(PerformanceBand.Outperform);
    }

    [Fact]
    public void A_hit_of_a_thousand_times_is_drawn_in_and_stays()
    {
        var items = Channel(200, "long", 1000).ToList();
        items[100] = items[100] with { Views = 1_000_000 };

        var scores = OutcomeScores.Of(items, Now).Scores;

        scores[100]!.Value.Ratio.ShouldBeGreaterThan(900);
        scores[100]!.Value.LogRatio.ShouldBeLessThan(Math.Log(10));
        scores[100]!.Value.LogRatio.ShouldBe(scores.Max(s => s!.Value.LogRatio));
    }

    [Fact]
    public void A_small_channel_borrows_from_channels_of_its_size_and_says_so()
    {
        Item[] items =
        [
            .. Channel(30, "long", 1000),
            Video("small", "long", 3000, Now.AddDays(-50)) with
            {
                Channel = "newcomer",
            },
            Video("alone", "long", 5, Now.AddDays(-50)) with
            {
                Channel = "tiny",
            },
        ];

        var scores = OutcomeScores.Of(items, Now).Scores;

        scores[^2]!.Value.IsBorrowed.ShouldBeTrue();
        scores[^2]!.Value.Ratio.ShouldBe(3, 0.3);
        scores[^1]!.Value.Ratio.ShouldBe(1);
    }

    /// <summary>Views around the middle, an item every two days.</summary>
    private static IEnumerable<Item> Channel(int count, string format, double views) =>
        Enumerable
            .Range(0, count)
            .Select(i =>
                Video(
                    $"{format}-{i:000}",
                    format,
                    views + (count % 2 == 0 && i % 2 == 0 ? 1 : -1) * (i % 7),
                    Now.AddDays(-20 - (2 * i))
                )
            );

    private static Item Video(string id, string format, double? views, DateTimeOffset? at) =>
        new()
        {
            ItemId = id,
            Text = id,
            Channel = "channel",
            Views = views,
            PublishedAt = at,
            Attributes = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
            {
                ["format"] = JsonSerializer.SerializeToElement(format),
            },
        };
}
