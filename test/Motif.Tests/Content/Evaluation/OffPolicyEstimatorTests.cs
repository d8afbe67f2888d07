using Motif.Content.Evaluation;
using Motif.Numerics;

namespace Motif.Tests.Content.Evaluation;

public sealed class OffPolicyEstimatorTests
{
    private static readonly double[] Rates = [0.02, 0.05, 0.1, 0.2];
    private static readonly double[] Logging = [0.4, 0.3, 0.2, 0.1];
    private static readonly double[] Target = [0.1, 0.2, 0.3, 0.4];

    [Fact]
    public void Intervals_cover_the_truth_as_often_as_they_promise()
    {
        var truth = Target.Zip(Rates, (p, r) => p * r).Sum();
        var covered = new int[3];
        for (var log = 0; log < 1000; log++)
        {
            var estimate = OffPolicyEstimator.Estimate(Log(log, 3000, Target));
            estimate.Refusal.ShouldBeNull();
            Estimate?[] all = [estimate.Ips, estimate.Snips, estimate.Dr];
            for (var i = 0; i < 3; i++)
                covered[i] += all[i]!.Low <= truth && truth <= all[i]!.High ? 1 : 0;
        }
        covered.ShouldAllBe(c => c >= 930);
    }

    [Fact]
    public void The_logging_policy_gets_its_own_mean()
    {
        var log = Log(1, 500, Logging).ToList();
        var estimate = OffPolicyEstimator.Estimate(log);
        estimate.Ips!.Value.ShouldBe(log.Average(c => c.Reward!.Value), 1e-12);
        estimate.EffectiveSamples.ShouldBe(500, 1e-9);
    }

    [Fact]
    public void Too_few_effective_samples_are_refused_with_the_reason()
    {
        var estimate = OffPolicyEstimator.Estimate(Log(2, 150, Target));
        estimate.Ips.ShouldBeNull();
        estimate.Refusal.ShouldNotBeNull().ShouldContain("200");
    }

    [Fact]
    public void Probabilities_that_are_not_those_of_the_choices_are_found_out()
    {
        var wrong = Log(3, 5000, Target).Select(c => c with { Probability = 0.9 });
        OffPolicyEstimator.Estimate(wrong).Refusal.ShouldNotBeNull().ShouldContain("mean");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0.0)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void A_row_without_a_probability_is_refused_and_never_guessed(double? probability)
    {
        var log = Log(4, 400, Logging).Append(new LoggedChoice(probability, 0.5, 1));
        var estimate = OffPolicyEstimator.Estimate(log);
        estimate.Choices.ShouldBe(400);
        estimate.Refused.Values.ShouldBe([1]);
    }

    [Fact]
    public void An_uneven_split_raises_the_alarm_and_an_even_one_does_not()
    {
        HoldoutReport.Of(0.5, 600, 400, [], 0).SampleRatioAlarm.ShouldBeTrue();
        HoldoutReport.Of(0.1, 905, 95, [], 0).SampleRatioAlarm.ShouldBeFalse();
    }

    private static IEnumerable<LoggedChoice> Log(int seed, int choices, double[] target)
    {
        var random = new SeededRandom((ulong)seed);
        for (var i = 0; i < choices; i++)
        {
            var arm = Pick(random.NextDouble());
            yield return new LoggedChoice(
                Logging[arm],
                target[arm],
                random.NextDouble() < Rates[arm] ? 1 : 0,
                0.08,
                0.08
            );
        }
    }

    private static int Pick(double u)
    {
        for (var arm = 0; arm < Logging.Length - 1; arm++)
            if ((u -= Logging[arm]) < 0)
                return arm;
        return Logging.Length - 1;
    }
}
