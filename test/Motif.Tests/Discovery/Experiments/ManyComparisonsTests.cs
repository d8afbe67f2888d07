using Motif.Discovery.Experiments;
using Motif.Numerics;
using Motif.Statistics;

namespace Motif.Tests.Discovery.Experiments;

public sealed class ManyComparisonsTests
{
    private const int Arms = 4;
    private const int Metrics = 10;

    [Fact]
    public void Holm_steps_down()
    {
        double[] adjusted = Holm.Adjusted([0.01, 0.04, 0.03, 0.005]);

        adjusted.ShouldBe([0.03, 0.06, 0.06, 0.02], 1e-12);
    }

    /// <summary>500 experiments of 4 arms and 10 metrics in which nothing has an effect, looked at on ten days.</summary>
    [Theory]
    [InlineData(ComparisonCorrection.Holm)]
    [InlineData(ComparisonCorrection.BenjaminiHochberg)]
    [Trait("Category", "Slow")]
    public void Nothing_wins_where_nothing_has_an_effect_and_intervals_say_the_same_as_verdicts(
        ComparisonCorrection correction
    )
    {
        var won = 0;
        for (var run = 0; run < 500; run++)
            won += Play(correction, (ulong)run, _ => 0).Any(c => c.Verdict is not Verdict.Undecided)
                ? 1
                : 0;

        won.ShouldBeLessThanOrEqualTo(25);
    }

    [Theory]
    [InlineData(ComparisonCorrection.Holm)]
    [InlineData(ComparisonCorrection.BenjaminiHochberg)]
    public void Where_some_have_an_effect_intervals_say_the_same_as_verdicts_too(
        ComparisonCorrection correction
    )
    {
        var (found, all) = (0, 0);
        for (var run = 0; run < 100; run++)
        {
            var comparisons = Play(correction, 7_000 + (ulong)run, m => m < 4 ? 0.05 * (m + 1) : 0);
            found += comparisons.Count(c => c.Verdict is Verdict.Better);
            all += comparisons.Count;
        }
        found.ShouldBeInRange(1, all - 1);
    }

    [Fact]
    public void Guardrails_are_reported_apart_and_cost_the_decisions_nothing()
    {
        var setup = ExperimentSamples.Setup(
            metrics:
            [
                new ExperimentMetric { Name = "sale" },
                new ExperimentMetric
                {
                    Name = "complaints",
                    Role = MetricRole.Guardrail,
                    Better = BetterWhen.Lower,
                },
            ]
        );
        var random = new SeededRandom(31);
        var tally = new ExperimentTally(setup);
        for (var i = 0; i < 4_000; i++)
        {
            var arm = random.NextBelow(2) == 0 ? "A" : "B";
            tally.Add(
                ExperimentSamples.Unit(
                    $"u{i}",
                    arm,
                    i / 400,
                    null,
                    ("sale", 1, random.NextNormal()),
                    ("complaints", 1, random.NextNormal() + (arm == "B" ? 0.3 : 0))
                )
            );
        }

        var result = AssignedAnalysis.Of(setup, tally, ExperimentSamples.Start);

        result.Decisions.ShouldHaveSingleItem().Level.ShouldBe(0.05);
        var guardrail = result.Guardrails.ShouldHaveSingleItem();
        guardrail.Verdict.ShouldBe(Verdict.Worse);
        guardrail.Interval!.Low.ShouldBeGreaterThan(0);
    }

    /// <summary>Judges an experiment and holds every verdict against its interval.</summary>
    private static IReadOnlyList<MetricComparison> Play(
        ComparisonCorrection correction,
        ulong seed,
        Func<int, double> effect
    )
    {
        var setup = ExperimentSamples.Setup(
            Arms,
            expected: 4_000,
            [
                .. Enumerable
                    .Range(0, Metrics)
                    .Select(m => new ExperimentMetric { Name = $"metric {m}" }),
            ]
        ) with
        {
            Correction = correction,
        };
        var random = new SeededRandom(SeededRandom.Mix(seed));
        var sums = new MetricSums[Arms, Metrics];
        var days = new List<MetricSums[,]>();
        for (var day = 0; day < 10; day++)
        {
            for (var arm = 0; arm < Arms; arm++)
            for (var metric = 0; metric < Metrics; metric++)
                sums[arm, metric] = (sums[arm, metric] ?? MetricSums.Zero).Plus(
                    Sums(random, 100, arm == 0 ? 0 : effect(metric))
                );
            days.Add((MetricSums[,])sums.Clone());
        }
        var paths =
            from metric in Enumerable.Range(0, Metrics)
            from arm in Enumerable.Range(1, Arms - 1)
            select AssignedAnalysis.Path(
                setup,
                metric,
                arm,
                days.Select(
                    (d, i) => (new DateOnly(2026, 1, 1).AddDays(i), d[0, metric], d[arm, metric])
                )
            );
        var result = ResultSheet.Of(setup, ExperimentSamples.Start, 4_000, 0, null, [.. paths]);
        foreach (var one in result.Decisions.Where(c => c.Interval is not null))
            one.Verdict.ShouldBe(
                one.Interval!.Low > 0 ? Verdict.Better
                : one.Interval.High < 0 ? Verdict.Worse
                : Verdict.Undecided
            );
        return result.Decisions;
    }

    /// <summary>Sums of so many normal units: of mean and squares those of 100 draws, by two draws.</summary>
    private static MetricSums Sums(SeededRandom random, int units, double mean)
    {
        var (y, yy) = (0.0, 0.0);
        for (var i = 0; i < units; i++)
        {
            var value = mean + random.NextNormal();
            (y, yy) = (y + value, yy + (value * value));
        }
        return new MetricSums
        {
            Units = units,
            Y = y,
            YY = yy,
        };
    }
}
