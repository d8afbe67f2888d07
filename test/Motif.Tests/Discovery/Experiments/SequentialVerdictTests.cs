using Motif.Discovery.Experiments;
using Motif.Numerics;
using Motif.Statistics;

namespace Motif.Tests.Discovery.Experiments;

public sealed class SequentialVerdictTests
{
    /// <summary>The interval excludes 0 exactly where p is below its level.</summary>
    [Theory]
    [InlineData(50)]
    [InlineData(5_000)]
    [InlineData(500_000)]
    public void Interval_and_p_of_a_look_are_two_sides_of_one_test(double observations)
    {
        var test = NormalMixture.NarrowestAt(5_000, 0.05);

        var reach = test.Reach(observations, 0.02);

        test.P(reach, observations).ShouldBe(0.02, 1e-9);
    }

    [Fact]
    public void The_mixture_is_narrowest_where_it_was_made_for()
    {
        var here = NormalMixture.NarrowestAt(5_000, 0.05).Reach(5_000, 0.05);

        foreach (var other in (double[])[500, 2_500, 10_000, 50_000])
            NormalMixture.NarrowestAt(other, 0.05).Reach(5_000, 0.05).ShouldBeGreaterThan(here);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(28)]
    public void The_same_holds_for_few_observations(int observations)
    {
        var test = StudentMixture.For(14, 0.05);

        test.P(test.Reach(observations, 0.1)!.Value, observations).ShouldBe(0.1, 1e-9);
    }

    /// <summary>1,000 times one title against itself, with a look on each of 30 days.</summary>
    [Theory]
    [InlineData(MetricKind.Proportion, 0.05, 400)]
    [InlineData(MetricKind.Proportion, 0.5, 60)]
    [InlineData(MetricKind.Mean, 1, 100)]
    [Trait("Category", "Slow")]
    public void One_in_twenty_experiments_without_effect_at_most_is_ever_declared(
        MetricKind kind,
        double baseline,
        int unitsADay
    )
    {
        var answer = ExperimentSimulation
            .Run(
                new SimulationQuestion
                {
                    Kind = kind,
                    Baseline = baseline,
                    UnitsADay = unitsADay,
                }
            )
            .Value!;

        answer.Declared.ShouldBeLessThanOrEqualTo(0.05);
        answer.DailyZTest.ShouldBeGreaterThan(0.2);
    }

    /// <summary>The same with fewer, which is over in a blink.</summary>
    [Fact]
    public void Few_experiments_without_effect_are_declared()
    {
        var answer = ExperimentSimulation
            .Run(new SimulationQuestion { Runs = 100, UnitsADay = 200 })
            .Value!;

        answer.Declared.ShouldBeLessThanOrEqualTo(0.05);
        answer.MedianDays.ShouldBeNull();
        answer.DeclaredCi95.High.ShouldBeGreaterThan(answer.Declared);
    }

    [Fact]
    public void A_true_lift_is_found_and_the_time_until_then_is_told()
    {
        var answer = ExperimentSimulation
            .Run(
                new SimulationQuestion
                {
                    Baseline = 0.05,
                    Lift = 0.3,
                    UnitsADay = 600,
                    Runs = 300,
                }
            )
            .Value!;

        answer.Declared.ShouldBeGreaterThan(0.9);
        answer.WrongDirection.ShouldBe(0);
        answer.MedianDays!.Value.ShouldBeInRange(5, 25);
    }

    /// <summary>Units' outcomes pile up day by day, some units' always more than others'.</summary>
    [Fact]
    [Trait("Category", "Slow")]
    public void Outcomes_that_keep_coming_from_the_same_units_declare_nothing_either()
    {
        var setup = ExperimentSamples.Setup(
            expected: 600,
            metrics: new ExperimentMetric { Name = "views" }
        );
        var declared = 0;
        for (var run = 0; run < 300; run++)
        {
            var random = new SeededRandom((ulong)(900 + run));
            var tally = new ExperimentTally(setup);
            for (var i = 0; i < 300; i++)
            {
                var (since, habit) = (random.NextBelow(20), Math.Exp(random.NextNormal()));
                tally.Add(
                    ExperimentSamples.Unit(
                        $"u{i}",
                        random.NextBelow(2) == 0 ? "A" : "B",
                        since,
                        null,
                        [
                            .. Enumerable
                                .Range(0, 30 - since)
                                .Select(d => ("views", 24.0 * d, habit * random.NextDouble())),
                        ]
                    )
                );
            }
            var result = AssignedAnalysis.Of(setup, tally, ExperimentSamples.Start);
            declared += result.Decisions[0].Verdict is not Verdict.Undecided ? 1 : 0;
        }
        declared.ShouldBeLessThanOrEqualTo(15);
    }

    /// <summary>A lift of the first days that turns round: what was shown stays, and the reader is told.</summary>
    [Fact]
    public void A_verdict_once_shown_stays()
    {
        var setup = ExperimentSamples.Setup(expected: 4_000);
        var random = new SeededRandom(8);
        var units = new List<ExperimentUnit>();
        for (var i = 0; i < 30_000; i++)
        {
            var (day, arm) = (i / 1_000, random.NextBelow(2) == 0 ? "A" : "B");
            var rate =
                arm == "A" ? 0.1
                : day < 6 ? 0.16
                : 0.07;
            units.Add(
                ExperimentSamples.Unit(
                    $"u{i}",
                    arm,
                    day,
                    null,
                    ("sale", 1, random.NextDouble() < rate ? 1 : 0)
                )
            );
        }

        var shown = false;
        for (var day = 2; day < 30; day++)
        {
            var tally = new ExperimentTally(setup);
            foreach (var unit in units.Take((day + 1) * 1_000))
                tally.Add(unit);
            var one = AssignedAnalysis.Of(setup, tally, ExperimentSamples.Start).Decisions[0];
            if (shown)
                one.Verdict.ShouldBe(Verdict.Better);
            shown |= one.Verdict is Verdict.Better;
            if (day == 29)
            {
                one.Difference!.Value.ShouldBeLessThan(0);
                one.Interval.ShouldBeNull();
            }
        }
        shown.ShouldBeTrue();
    }
}
