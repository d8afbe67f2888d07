using Motif.Discovery.Experiments;
using Motif.Numerics;

namespace Motif.Tests.Discovery.Experiments;

public sealed class ArmDifferenceTests
{
    private const double Z95 = 1.959963984540054;

    /// <summary>500 comparisons of an arm with itself, earlier values correlated by .7: the variance falls by .49.</summary>
    [Fact]
    public void Earlier_values_take_half_the_variance_and_leave_the_estimate_where_it_is()
    {
        var random = new SeededRandom(21);
        var (reductions, estimates, spread, covered) = (0.0, 0.0, 0.0, 0);
        for (var run = 0; run < 500; run++)
        {
            var (control, arm) = (Correlated(random, 300), Correlated(random, 300));
            var difference = ArmDifference.Of(MetricKind.Mean, control, arm)!;
            difference.Earlier!.IsUsed.ShouldBeTrue();
            reductions += difference.Earlier.VarianceReduction!.Value / 500;
            estimates += difference.Difference / 500;
            spread += difference.Difference * difference.Difference / 500;
            covered +=
                Math.Abs(difference.Difference) <= Z95 * Math.Sqrt(difference.Variance) ? 1 : 0;
        }

        reductions.ShouldBe(0.49, 0.05);
        // Two standard errors of the mean over 500.
        Math.Abs(estimates).ShouldBeLessThan(2 * Math.Sqrt(spread / 500));
        (covered / 500.0).ShouldBeInRange(0.93, 0.97);
    }

    [Theory]
    [InlineData(100, 400, "more than 100 are needed")]
    [InlineData(120, 4000, "more than 5")]
    public void Too_few_earlier_values_are_not_used_and_the_answer_says_why(
        int with,
        int units,
        string reason
    )
    {
        var random = new SeededRandom(22);
        var sums = Enumerable
            .Range(0, units)
            .Aggregate(
                MetricSums.Zero,
                (s, i) => s.With(random.NextNormal(), i < with ? random.NextNormal() : null)
            );
        var none = Enumerable
            .Range(0, units)
            .Aggregate(MetricSums.Zero, (s, _) => s.With(random.NextNormal(), null));

        var earlier = ArmDifference.Of(MetricKind.Mean, sums, none)!.Earlier!;

        earlier.IsUsed.ShouldBeFalse();
        earlier.Reason!.ShouldContain(reason);
        earlier.UnitsWithEarlier.ShouldBe(with);
        earlier.VarianceReduction.ShouldBeNull();
    }

    /// <summary>Units of very different sizes: views taken as independent would hold in far fewer.</summary>
    [Fact]
    public void Intervals_of_ratios_hold_in_95_of_100()
    {
        var random = new SeededRandom(23);
        var (covered, naive) = (0, 0);
        const int Runs = 500;
        for (var run = 0; run < Runs; run++)
        {
            var (control, arm) = (Clicks(random, 200), Clicks(random, 200));
            var difference = ArmDifference.Of(MetricKind.Ratio, control, arm)!;
            covered +=
                Math.Abs(difference.Difference) <= Z95 * Math.Sqrt(difference.Variance) ? 1 : 0;
            var rate = (control.Y + arm.Y) / (control.Z + arm.Z);
            var independent = rate * (1 - rate) * ((1 / control.Z) + (1 / arm.Z));
            naive += Math.Abs(difference.Difference) <= Z95 * Math.Sqrt(independent) ? 1 : 0;
        }

        (covered / (double)Runs).ShouldBeInRange(0.93, 0.97);
        (naive / (double)Runs).ShouldBeLessThan(0.8);
    }

    [Fact]
    public void Outcomes_before_the_exposure_are_earlier_values_and_those_after_it_count()
    {
        var setup = ExperimentSamples.Setup(metrics: new ExperimentMetric { Name = "views" });
        var tally = new ExperimentTally(setup);
        tally.Add(
            ExperimentSamples.Unit(
                "a",
                "A",
                0,
                null,
                ("views", -30, 5),
                ("views", 2, 3),
                ("views", 30, 4)
            )
        );
        tally.Add(ExperimentSamples.Unit("b", "A", 1, null, ("views", 1, 2)));

        var days = tally.Cumulated().ToList();

        days.Count.ShouldBe(2);
        var first = days[0].Sums.Metrics[0][0];
        (first.Units, first.Y, first.YY, first.Z, first.WithEarlier).ShouldBe((1, 3, 9, 5, 1));
        var second = days[1].Sums.Metrics[0][0];
        (second.Units, second.Y, second.YY, second.YZ, second.YWithEarlier).ShouldBe(
            (2, 9, 53, 35, 7)
        );
    }

    /// <summary>Who clicked much before clicks much: the variance falls, and the intervals still hold.</summary>
    [Theory]
    [InlineData(1, 0.3)]
    [InlineData(0.5, 0.1)]
    public void Earlier_values_take_variance_from_ratios_too_and_intervals_hold_in_95_of_100(
        double known,
        double atLeast
    )
    {
        var random = new SeededRandom(24);
        var (covered, reductions, estimates, spread) = (0, 0.0, 0.0, 0.0);
        const int Runs = 1000;
        for (var run = 0; run < Runs; run++)
        {
            // The arm of which it is known that it does nothing; sizes differ.
            var (control, arm) = (Visitors(random, 250, known), Visitors(random, 200, known));
            var difference = ArmDifference.Of(MetricKind.Ratio, control, arm)!;
            difference.Earlier!.IsUsed.ShouldBeTrue(difference.Earlier.Reason);
            reductions += difference.Earlier.VarianceReduction!.Value / Runs;
            estimates += difference.Difference / Runs;
            spread += difference.Difference * difference.Difference / Runs;
            covered +=
                Math.Abs(difference.Difference) <= Z95 * Math.Sqrt(difference.Variance) ? 1 : 0;
        }

        (covered / (double)Runs).ShouldBeInRange(0.93, 0.97);
        reductions.ShouldBeGreaterThan(atLeast);
        Math.Abs(estimates).ShouldBeLessThan(2.5 * Math.Sqrt(spread / Runs));
    }

    [Theory]
    [InlineData(100, 400, "more than 100 are needed")]
    [InlineData(120, 4000, "more than 5")]
    public void Too_few_earlier_values_of_a_ratio_are_not_used_either(
        int with,
        int units,
        string reason
    )
    {
        var random = new SeededRandom(25);
        var sums = MetricSums.Zero;
        for (var i = 0; i < units; i++)
            sums = sums.WithRatio(
                random.NextBelow(3),
                3,
                i < with ? (random.NextBelow(3), 3) : (0, 0)
            );
        var none = Visitors(random, units, 0);

        var difference = ArmDifference.Of(MetricKind.Ratio, sums, none)!;

        difference.Earlier!.IsUsed.ShouldBeFalse();
        difference.Earlier.Reason!.ShouldContain(reason);
        difference.Earlier.UnitsWithEarlier.ShouldBe(with);
        difference.Control.ShouldBe(sums.Ratio);
    }

    [Fact]
    public void A_ratio_s_outcomes_before_the_exposure_are_its_earlier_values()
    {
        var tally = new ExperimentTally(
            ExperimentSamples.Setup(
                metrics: new ExperimentMetric
                {
                    Name = "rate",
                    Kind = MetricKind.Ratio,
                    Outcome = "clicks",
                    Denominator = "views",
                }
            )
        );
        tally.Add(
            ExperimentSamples.Unit(
                "a",
                "A",
                0,
                null,
                ("clicks", -5, 2),
                ("views", -5, 7),
                ("views", 1, 4),
                ("clicks", 30, 3)
            )
        );

        var last = tally.Cumulated().Last().Sums.Metrics[0][0];

        (last.Units, last.Y, last.Z).ShouldBe((1, 3, 4));
        var earlier = last.EarlierRatio;
        (earlier.With, earlier.A, earlier.B, earlier.YA, earlier.ZB).ShouldBe((1, 2, 7, 6, 28));
    }

    /// <param name="known">The share of units that were there before.</param>
    private static MetricSums Visitors(SeededRandom random, int units, double known)
    {
        var sums = MetricSums.Zero;
        for (var i = 0; i < units; i++)
        {
            var rate = random.NextDouble() < 0.3 ? 0.4 : 0.02;
            var (views, earlier) = (1 + random.NextBelow(40), 1 + random.NextBelow(40));
            if (random.NextDouble() >= known)
                earlier = 0;
            sums = sums.WithRatio(Clicks(views), views, (Clicks(earlier), earlier));
            int Clicks(int seen) =>
                Enumerable.Range(0, seen).Count(_ => random.NextDouble() < rate);
        }
        return sums;
    }

    private static MetricSums Correlated(SeededRandom random, int units)
    {
        var sums = MetricSums.Zero;
        for (var i = 0; i < units; i++)
        {
            var earlier = random.NextNormal();
            sums = sums.With((0.7 * earlier) + (Math.Sqrt(0.51) * random.NextNormal()), earlier);
        }
        return sums;
    }

    private static MetricSums Clicks(SeededRandom random, int units)
    {
        var sums = MetricSums.Zero;
        for (var i = 0; i < units; i++)
        {
            var rate = random.NextDouble() < 0.3 ? 0.4 : 0.02;
            var views = 1 + random.NextBelow(40);
            sums = sums.With(
                Enumerable.Range(0, views).Count(_ => random.NextDouble() < rate),
                views
            );
        }
        return sums;
    }
}
