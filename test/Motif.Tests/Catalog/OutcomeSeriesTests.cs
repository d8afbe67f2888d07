using Motif.Catalog;

namespace Motif.Tests.Catalog;

public sealed class OutcomeSeriesTests
{
    private static readonly DateOnly Today = new(2026, 3, 31);

    [Fact]
    public void Weeks_end_today_and_add_up()
    {
        var series = OutcomeSeries.Of(SeriesStep.Week, Days(10));
        series
            .Items.Select(s => (s.From, s.To))
            .ShouldBe([(Today.AddDays(-13), Today.AddDays(-7)), (Today.AddDays(-6), Today)]);
        series.Items.Select(s => (s.Successes, s.Failures)).ShouldBe([(3, 0), (7, 7)]);
        (series.Total.Successes, series.Total.Failures).ShouldBe((10, 7));
        series.Items[0].Rate.ShouldBe(1);
        series.Items[1].Rate.ShouldBe(.5);
        series.Items[1].Low!.Value.ShouldBeLessThan(.5);
        series.Items[1].High!.Value.ShouldBeGreaterThan(.5);
    }

    [Fact]
    public void A_day_without_an_outcome_has_no_rate()
    {
        var series = OutcomeSeries.Of(SeriesStep.Day, [new UsageDay(Today, 3, 1, 0, 0)]);
        var step = series.Items.ShouldHaveSingleItem();
        (step.From, step.To, step.Rate, step.Low, step.High).ShouldBe(
            (Today, Today, null, null, null)
        );
    }

    /// <summary>A success every day, and a failure on each of the last seven.</summary>
    private static List<UsageDay> Days(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new UsageDay(
                    Today.AddDays(1 - count + i),
                    2,
                    0,
                    1,
                    i >= count - 7 ? 1 : 0
                )),
        ];
}
