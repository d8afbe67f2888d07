using Motif.Catalog;
using Motif.Discovery.Experiments;
using Motif.Numerics;

namespace Motif.Tests.Discovery.Experiments;

public sealed class ExperimentPlannerTests
{
    [Fact]
    public void What_was_planned_is_found_as_surely_as_was_wanted()
    {
        var plan = ExperimentPlanner
            .Plan(
                new PlanQuestion
                {
                    Kind = MetricKind.Proportion,
                    Baseline = 0.1,
                    Lift = 0.2,
                    UnitsADay = 500,
                }
            )
            .Value!;

        plan.CanBeDecided.ShouldBeTrue();
        var played = ExperimentSimulation
            .Run(
                new SimulationQuestion
                {
                    Baseline = 0.1,
                    Lift = 0.2,
                    UnitsADay = 500,
                    Days = plan.Days,
                    Runs = 300,
                }
            )
            .Value!;
        played.Declared.ShouldBeInRange(0.76, 0.97);
        plan.SmallestLift!.Value.ShouldBeLessThan(0.2);
    }

    [Fact]
    public void Earlier_values_and_larger_lifts_need_fewer_units()
    {
        PlanQuestion question = new()
        {
            Baseline = 10,
            Deviation = 8,
            Lift = 0.05,
            UnitsADay = 1_000,
        };

        var plain = Units(question);

        (Units(question with { EarlierCorrelation = 0.7 }) / plain).ShouldBe(0.51, 0.01);
        (Units(question with { Lift = 0.1 }) / plain).ShouldBe(0.25, 0.01);
        Units(question with { Metrics = 5 }).ShouldBeGreaterThan(plain);
    }

    [Fact]
    public void A_small_channel_is_told_beforehand_that_nothing_can_be_decided()
    {
        var small = Plan(
            new PlanQuestion
            {
                Design = ExperimentDesign.Switchback,
                Baseline = 4,
                Lift = 0.1,
            }
        );
        var large = Plan(
            new PlanQuestion
            {
                Design = ExperimentDesign.Switchback,
                Baseline = 50_000,
                Lift = 0.4,
            }
        );

        small.CanBeDecided.ShouldBeFalse();
        small.Reason!.ShouldStartWith("cannot be decided");
        small.Days.ShouldBeGreaterThan(90);
        small.SmallestLift!.Value.ShouldBeGreaterThan(0.1);
        large.CanBeDecided.ShouldBeTrue();
        (large.Days % 14).ShouldBe(0);
    }

    [Fact]
    public void Earlier_days_say_how_many_days_a_lift_needs()
    {
        var random = new SeededRandom(41);
        PlanQuestion Days(double noise) =>
            new()
            {
                Design = ExperimentDesign.Switchback,
                Baseline = 10_000,
                Lift = 0.3,
                EarlierDays =
                [
                    .. Enumerable
                        .Range(0, 56)
                        .Select(i =>
                            10_000 * (i % 7 > 4 ? 2 : 1) * Math.Exp(noise * random.NextNormal())
                        ),
                ],
            };

        var (calm, wild) = (Plan(Days(0.1)), Plan(Days(0.6)));

        calm.Days.ShouldBeLessThan(wild.Days);
        wild.CanBeDecided.ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, 0.1, "baseline")]
    [InlineData(5, 0, "lift")]
    [InlineData(5, 0.1, "units_a_day")]
    public void A_question_that_is_no_question_is_refused_by_field(
        double baseline,
        double lift,
        string field
    ) =>
        ExperimentPlanner
            .Plan(new PlanQuestion { Baseline = baseline, Lift = lift })
            .Problem!.Fields!.ShouldContainKey(field);

    private static ExperimentPlan Plan(PlanQuestion question) =>
        ExperimentPlanner.Plan(question).Value!;

    private static double Units(PlanQuestion question) => Plan(question).Units;
}
