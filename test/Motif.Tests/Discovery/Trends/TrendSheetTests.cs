using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Trends;
using Motif.Numerics;
using Motif.Statistics;

namespace Motif.Tests.Discovery.Trends;

public sealed class TrendSheetTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 10, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Empty_months_are_zero_the_last_is_partial_and_all_sum_to_the_size()
    {
        List<Item> items =
        [
            Item("a", Start),
            Item("b", Start.AddDays(3)),
            Item("c", Start.AddMonths(3)),
            Item("d", null),
        ];

        var trend = Trend(items);

        trend.Periods.Select(p => p.Items).ShouldBe([2, 0, 0, 1]);
        trend.Periods.Select(p => p.IsPartial).ShouldBe([false, false, false, true]);
        trend.Periods.Select(p => p.Share).ShouldBe([1, null, null, 1]);
        (trend.Periods.Sum(p => p.Items) + trend.Undated).ShouldBe(trend.Size);
        trend.Size.ShouldBe(4);
        (trend.Slope, trend.Q).ShouldBe((null, null));
    }

    [Fact]
    public void Half_past_eleven_at_night_on_the_last_day_is_the_next_month_in_Berlin()
    {
        List<Item> items =
        [
            Item("a", Start),
            Item("b", new DateTimeOffset(2024, 1, 31, 23, 30, 0, TimeSpan.Zero)),
            Item("c", Start.AddMonths(1)),
        ];

        Trend(items).Periods.Select(p => p.Items).ShouldBe([2, 1]);
        Trend(items, new TrendQuestion { Zone = "Europe/Berlin" })
            .Periods.Select(p => p.Items)
            .ShouldBe([1, 2]);
    }

    [Fact]
    public void Weeks_begin_on_Monday_and_quarters_with_their_first_month()
    {
        List<Item> items = [Item("a", Start), Item("b", Start.AddDays(7))];

        Trend(items, new TrendQuestion { Period = TrendPeriod.Week })
            .Periods.Select(p => p.Start)
            .ShouldBe([new DateOnly(2024, 1, 8), new DateOnly(2024, 1, 15)]);
        Trend(items, new TrendQuestion { Period = TrendPeriod.Quarter })
            .Periods.ShouldHaveSingleItem()
            .Start.ShouldBe(new DateOnly(2024, 1, 1));
    }

    /// <summary>A thousand neighbourhoods of three years whose numbers only wobble.</summary>
    [Fact]
    public void Of_a_thousand_flat_series_five_in_a_hundred_at_most_are_said_to_move()
    {
        var random = new SeededRandom(12);
        var clusters = Enumerable
            .Range(0, 1000)
            .Select(c =>
                (
                    Cluster(),
                    (IReadOnlyList<Item>)
                        [
                            .. Enumerable
                                .Range(0, 36)
                                .SelectMany(m =>
                                    Enumerable
                                        .Range(0, random.NextBelow(5))
                                        .Select(i => Item($"{c}-{m}-{i}", Start.AddMonths(m)))
                                ),
                        ]
                )
            )
            .ToList();

        var trends = new TrendSheet(new TrendQuestion(), [.. clusters.SelectMany(c => c.Item2)]).Of(
            clusters,
            withWords: false
        );

        trends.Count(t => t.Direction is not TrendDirection.Flat).ShouldBeLessThanOrEqualTo(50);
        trends
            .Count(t => t.ShareDirection is not TrendDirection.Flat)
            .ShouldBeLessThanOrEqualTo(50);
    }

    [Fact]
    public void What_grows_rises_and_what_only_grows_with_all_is_flat_by_its_share()
    {
        var (all, own) = (new List<Item>(), new List<Item>());
        for (var month = 0; month < 24; month++)
        for (var i = 0; i < 4 + (2 * month); i++)
        {
            all.Add(Item($"{month}-{i}", Start.AddMonths(month)));
            if (i % 2 == 0)
                own.Add(all[^1]);
        }

        var trend = new TrendSheet(new TrendQuestion(), all).Of([(Cluster(), own)], false)[0];

        trend.Direction.ShouldBe(TrendDirection.Rising);
        trend.Slope.ShouldBe(1);
        trend.ShareDirection.ShouldBe(TrendDirection.Flat);
    }

    [Fact]
    public void Words_of_a_period_are_of_its_own_titles_alone()
    {
        var items = new List<Item>();
        for (var i = 0; i < 10; i++)
        {
            items.Add(Item($"a{i}", Start, $"bread oven winter {i}"));
            items.Add(Item($"b{i}", Start.AddMonths(1), $"bread oven spring {i}"));
        }

        var periods = new TrendSheet(new TrendQuestion(), items)
            .Of([(Cluster(), items)], withWords: true)[0]
            .Periods;

        periods[0].Words[0].ShouldBe("winter");
        periods[0].Words.ShouldNotContain("spring");
        periods[1].Words[0].ShouldBe("spring");
    }

    /// <summary>Kendall's own way: all pairs agree, and S = 28 of eight values has p = 2·(1 − Φ(27/√65.33)).</summary>
    [Fact]
    public void A_series_that_rises_all_the_way_has_the_p_of_the_tables()
    {
        var test = MannKendall.Of([1, 2, 3, 4, 5, 6, 7, 8])!;

        (test.Tau, test.Slope).ShouldBe((1, 1));
        test.P.ShouldBe(0.00083, 0.00001);
        MannKendall.Of([5, 5, 5, 5, 5, 5, 5, 5])!.P.ShouldBe(1, 1e-12);
    }

    private static ClusterTrend Trend(List<Item> items, TrendQuestion? question = null) =>
        new TrendSheet(question ?? new TrendQuestion(), items).Of([(Cluster(), items)], false)[0];

    private static Cluster Cluster() =>
        new(Guid.Empty, ClusterLevel.Macro, null, "all", [], [], 0, 0, 1);

    private static Item Item(string id, DateTimeOffset? at, string text = "bread") =>
        new()
        {
            ItemId = id,
            Text = text,
            PublishedAt = at,
        };
}
