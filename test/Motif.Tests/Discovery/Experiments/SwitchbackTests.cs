using Motif.Discovery.Experiments;
using Motif.Numerics;
using Motif.Statistics;

namespace Motif.Tests.Discovery.Experiments;

public sealed class SwitchbackTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly ExperimentSetup Titles = ExperimentSamples.Setup(
        expected: 28,
        metrics: new ExperimentMetric { Name = "views" }
    ) with
    {
        Design = ExperimentDesign.Switchback,
    };

    [Fact]
    public void Every_weekday_has_both_arms_in_each_pair_of_weeks()
    {
        var days = SwitchbackSchedule.Of(Titles, "salt", Monday, 56);

        foreach (var fortnight in days.Chunk(14))
        foreach (var weekday in fortnight.GroupBy(d => d.Day.DayOfWeek))
            weekday.Select(d => d.Arm).Order(StringComparer.Ordinal).ShouldBe(["A", "B"]);
        days.Take(7).Select(d => d.Arm).Distinct().Count().ShouldBe(2);
    }

    /// <summary>200 channels of 28 days whose titles do nothing, weekends twice as strong and good days followed by good ones.</summary>
    [Fact]
    public void Titles_that_do_nothing_are_declared_in_one_of_twenty_at_most()
    {
        var (declared, independent) = (0, 0);
        for (var run = 0; run < 200; run++)
        {
            var days = Views(run, 28, lift: 0);
            var result = Analyse($"salt {run}", days);
            declared += result.Decisions[0].Verdict is not Verdict.Undecided ? 1 : 0;
            independent += IsDeclaredByViews($"salt {run}", days) ? 1 : 0;
        }

        declared.ShouldBeLessThanOrEqualTo(10);
        independent.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void A_title_that_doubles_is_found()
    {
        var found = Enumerable
            .Range(0, 100)
            .Count(run =>
                Analyse($"salt {run}", Views(1_000 + run, 42, Math.Log(2), $"salt {run}"))
                    .Decisions[0]
                    .Verdict is Verdict.Better
            );

        found.ShouldBeGreaterThan(90);
    }

    [Fact]
    public void A_day_with_another_title_than_scheduled_is_left_out()
    {
        var analysis = new SwitchbackAnalysis(Titles, "salt", Monday);
        foreach (var (day, views) in Views(1, 28, 0))
            analysis.Add(Day(day, views));
        var scheduled = SwitchbackSchedule.Of(Titles, "salt", Monday, 1)[0].Arm;
        analysis.Add(
            new ExperimentUnit(
                "channel",
                [
                    new Exposure(
                        "channel",
                        scheduled == "A" ? "B" : "A",
                        ExperimentSamples.Start,
                        new Dictionary<string, string>()
                    ),
                ],
                []
            )
        );

        var result = analysis.Result(ExperimentSamples.Start.AddDays(28));

        (result.Units, result.LeftOut).ShouldBe((27L, 1L));
        result.Remarks.ShouldContain(r => r.Contains("another arm", StringComparison.Ordinal));
        result.Decisions[0].Observations.ShouldBe(13);
    }

    [Fact]
    public void Today_is_not_over_and_does_not_count()
    {
        var analysis = new SwitchbackAnalysis(Titles, "salt", Monday);
        foreach (var (day, views) in Views(1, 28, 0))
            analysis.Add(Day(day, views));

        analysis.Result(ExperimentSamples.Start.AddDays(20).AddHours(5)).Units.ShouldBe(20);
    }

    private static ExperimentResult Analyse(
        string salt,
        IEnumerable<(DateOnly Day, double Views)> days
    )
    {
        var analysis = new SwitchbackAnalysis(Titles, salt, Monday);
        foreach (var (day, views) in days)
            analysis.Add(Day(day, views));
        return analysis.Result(ExperimentSamples.Start.AddDays(365));
    }

    private static ExperimentUnit Day(DateOnly day, double views) =>
        new(
            "channel",
            [],
            [
                new Outcome(
                    "channel",
                    "views",
                    new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero),
                    views
                ),
            ]
        );

    private static List<(DateOnly Day, double Views)> Views(
        int seed,
        int days,
        double lift,
        string salt = "salt"
    )
    {
        var random = new SeededRandom(SeededRandom.Mix((ulong)seed));
        var mood = 0.0;
        var views = new List<(DateOnly, double)>();
        for (var i = 0; i < days; i++)
        {
            var day = Monday.AddDays(i);
            mood = (0.5 * mood) + (0.2 * random.NextNormal());
            var log =
                Math.Log(1_000)
                + mood
                + (i * 0.01)
                + (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? Math.Log(2) : 0)
                + (SwitchbackSchedule.ArmOf(salt, Monday, day) == 1 ? lift : 0);
            views.Add((day, Math.Round(Math.Exp(log))));
        }
        return views;
    }

    /// <summary>As if every view had been dealt to an arm by itself.</summary>
    private static bool IsDeclaredByViews(string salt, List<(DateOnly Day, double Views)> days)
    {
        var counts = new long[2];
        foreach (var (day, views) in days)
            counts[SwitchbackSchedule.ArmOf(salt, Monday, day)!.Value] += (long)views;
        return ChiSquaredFit.Of(counts, [1, 1]).P < 0.05;
    }
}
