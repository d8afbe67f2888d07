using Motif.Discovery.Experiments;
using Motif.Numerics;

namespace Motif.Tests.Discovery.Experiments;

public sealed class SampleRatioCheckTests
{
    private static readonly ExperimentArm[] Halves = Arms(1, 1);

    [Fact]
    public void A_small_difference_alarms_at_a_twentieth_and_not_at_a_thousandth()
    {
        long[] counts = [44_700, 45_489];

        var usual = SampleRatioCheck.Of(Halves, [counts]);
        var sharp = SampleRatioCheck.Of(Halves, [counts], alpha: 0.05);

        usual.ChiSquared.ShouldBe(6.90, 0.005);
        usual.P.ShouldBe(0.0086, 0.00005);
        usual.State.ShouldBe(RatioState.Holds);
        sharp.State.ShouldBe(RatioState.Alarm);
    }

    [Theory]
    [InlineData(60_120, 39_880, 60, 40)]
    [InlineData(95_050, 4_950, 95, 5)]
    public void Uneven_ratios_that_hold_are_no_alarm(long one, long other, double a, double b) =>
        SampleRatioCheck
            .Of(
                Arms(a, b),
                [
                    [one, other],
                ],
                alpha: 0.05
            )
            .State.ShouldBe(RatioState.Holds);

    [Fact]
    public void Ten_millions_show_what_does_not_matter()
    {
        var check = SampleRatioCheck.Of(
            Halves,
            [
                [5_010_000, 4_990_000],
            ]
        );

        check.ChiSquared.ShouldBe(40, 0.001);
        check.Deviation.ShouldBe(0.002, 1e-9);
        check.State.ShouldBe(RatioState.PracticallySmall);
    }

    [Fact]
    public void The_running_p_never_rises()
    {
        var random = new SeededRandom(3);
        var looks = new List<long[]>();
        var counts = new long[2];
        var last = 1.0;
        for (var day = 0; day < 60; day++)
        {
            for (var i = 0; i < 200; i++)
                counts[random.NextDouble() < (day < 20 ? 0.42 : 0.54) ? 0 : 1]++;
            looks.Add([.. counts]);
            var p = SampleRatioCheck.Of(Halves, looks).SequentialP;
            p.ShouldBeLessThanOrEqualTo(last);
            last = p;
        }
        last.ShouldBeLessThan(0.001);
    }

    /// <summary>A χ² at .05 looked at on each of 60 days alarms in far more than 5 of 100.</summary>
    [Fact]
    public void Looking_daily_alarms_no_more_often_than_was_ordered()
    {
        var random = new SeededRandom(4);
        var alarms = 0;
        for (var run = 0; run < 400; run++)
        {
            var sequence = new Motif.Statistics.MultinomialSequence([1, 1, 2]);
            var counts = new long[3];
            for (var day = 0; day < 60; day++)
            {
                for (var i = 0; i < 50; i++)
                    counts[
                        random.NextBelow(4) switch
                        {
                            0 => 0,
                            1 => 1,
                            _ => 2,
                        }
                    ]++;
                sequence.Look(counts);
            }
            alarms += sequence.P < 0.05 ? 1 : 0;
        }
        alarms.ShouldBeLessThanOrEqualTo(20);
    }

    [Fact]
    public void A_loss_in_one_system_alone_is_named_first_and_withholds_the_verdict()
    {
        var setup = ExperimentSamples.Setup();
        var tally = new ExperimentTally(setup);
        var random = new SeededRandom(5);
        for (var i = 0; i < 20_000; i++)
        {
            var arm = random.NextBelow(2) == 0 ? "A" : "B";
            var (os, country) = (
                random.NextBelow(10) < 4 ? "android" : "ios",
                random.NextBelow(2) == 0 ? "de" : "fr"
            );
            if (arm == "B" && os == "android" && random.NextBelow(10) < 3)
                continue;
            tally.Add(
                ExperimentSamples.Unit(
                    $"u{i}",
                    arm,
                    day: i % 10,
                    attributes: new(StringComparer.Ordinal) { ["os"] = os, ["country"] = country },
                    outcomes: [("sale", 1, random.NextDouble() < (arm == "B" ? 0.3 : 0.1) ? 1 : 0)]
                )
            );
        }

        var result = AssignedAnalysis.Of(setup, tally, ExperimentSamples.Start);

        result.RatioCheck!.State.ShouldBe(RatioState.Alarm);
        var first = result.RatioCheck.Causes[0];
        (first.Attribute, first.Value).ShouldBe(("os", "android"));
        first.PWithout.ShouldBeGreaterThan(0.01);
        result.Decisions.ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Withheld);
        result.Remarks.ShouldContain(r => r.Contains("os=android", StringComparison.Ordinal));
    }

    private static ExperimentArm[] Arms(double a, double b) =>
        [new() { Name = "A", Ratio = a }, new() { Name = "B", Ratio = b }];
}
