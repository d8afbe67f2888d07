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

    [Fact]
    public void Where_views_are_told_by_age_an_old_video_is_not_ahead_of_a_young_one_by_its_years()
    {
        var items = Aged().ToList();

        var scores = OutcomeScores.Of(items, Now);
        var plain = OutcomeScores.Of([.. items.Select(WithoutAges)], Now);

        (scores.IsAgeMatched, plain.IsAgeMatched).ShouldBe((true, false));
        // All are the same video at another age: each is usual at its own.
        scores.Scores.ShouldAllBe(s => Math.Abs(s!.Value.Ratio - 1) < 0.02);
        // As they are, those that are still growing would be called weak by their years alone.
        plain.Scores[0]!.Value.Ratio.ShouldBeLessThan(0.9);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(400)]
    public void A_video_that_doubles_at_its_age_is_twice_the_usual_whatever_its_age(int days)
    {
        var items = Aged().ToList();
        var hit = Aged(days, 2);
        items.Add(hit);

        var score = OutcomeScores.Of(items, Now).Scores[^1]!.Value;

        score.Ratio.ShouldBe(2, 0.05);
    }

    /// <summary>Views that are told without their age may have been read at any day since.</summary>
    [Fact]
    public void A_young_video_without_views_by_age_is_too_recent_still()
    {
        var items = Aged().ToList();
        items.Add(WithoutAges(Aged(3, 2)));

        var scores = OutcomeScores.Of(items, Now);

        scores.Scores[^1].ShouldBeNull();
        scores.Reasons.ShouldBe(new Dictionary<Unscored, int> { [Unscored.TooRecent] = 1 });
    }

    [Fact]
    public void Ages_that_few_tell_of_change_nothing()
    {
        var items = Channel(60, "long", 1000).ToList();
        for (var i = 0; i < 15; i++)
            items[i] = With(items[i], ("views_day_1", 10), ("views_day_30", 900));

        var scores = OutcomeScores.Of(items, Now);

        scores.IsAgeMatched.ShouldBeFalse();
        scores.Scores.ShouldBe(OutcomeScores.Of([.. items.Select(WithoutAges)], Now).Scores);
    }

    /// <summary>One a day for 200 days, each told at its 1st, 3rd, 7th, 14th, 30th and 90th day as far as it is as old.</summary>
    private static IEnumerable<Item> Aged() => Enumerable.Range(8, 200).Select(day => Aged(day, 1));

    private static Item Aged(int days, double times)
    {
        // By the course of 10,000 · (1 − e^(−age/20)).
        double Views(double age) => times * 10_000 * (1 - Math.Exp(-age / 20));
        return With(
            Video($"aged {days} {times}", "long", Views(days), Now.AddDays(-days)),
            [
                .. new[] { 1, 2, 3, 5, 7, 14, 30, 90 }
                    .Where(age => age <= days)
                    .Select(age => ($"views_day_{age}", Views(age))),
            ]
        );
    }

    private static Item With(Item item, params (string Name, double Value)[] numbers) =>
        item with
        {
            Attributes = item
                .Attributes.Concat(
                    numbers.Select(n =>
                        KeyValuePair.Create(n.Name, JsonSerializer.SerializeToElement(n.Value))
                    )
                )
                .ToDictionary(StringComparer.Ordinal),
        };

    private static Item WithoutAges(Item item) =>
        item with
        {
            Attributes = item
                .Attributes.Where(a => ViewsAtAge.Days(a.Key) is null)
                .ToDictionary(StringComparer.Ordinal),
        };

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
