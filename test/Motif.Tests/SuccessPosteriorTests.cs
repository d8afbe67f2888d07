namespace Motif.Tests;

public sealed class SuccessPosteriorTests
{
    [Fact]
    public void Without_outcomes_the_rate_is_null_and_the_mean_is_the_prior()
    {
        var posterior = new SuccessPosterior(0, 0, PriorMean: .7);

        posterior.Rate.ShouldBeNull();
        posterior.Mean.ShouldBe(.7, 1e-12);
    }

    [Fact]
    public void Six_hundred_of_a_thousand_give_point_six()
    {
        var posterior = new SuccessPosterior(600, 400);

        posterior.Rate.ShouldBe(.6);
        posterior.Mean.ShouldBe(.6, .05);
        posterior.Ci90[0].ShouldBeInRange(.55, .6);
        posterior.Ci90[1].ShouldBeInRange(.6, .65);
    }

    [Fact]
    public void The_mean_of_a_type_never_reaches_0_or_1()
    {
        SuccessPosterior.TypeMean(0, 0).ShouldBe(.5);
        SuccessPosterior.TypeMean(100, 100).ShouldBeInRange(.98, .999);
    }

    [Fact]
    public void Outcomes_of_one_actor_and_day_say_less_the_more_they_are()
    {
        OutcomeWeight.Of(0, 0).ShouldBe(0);
        OutcomeWeight.Of(1, 1).ShouldBe(OutcomeWeight.Unit);
        OutcomeWeight
            .Of(1_000_000, 1_000_000)
            .ShouldBeInRange(
                (OutcomeWeight.MostPerDay - 1) * OutcomeWeight.Unit,
                OutcomeWeight.MostPerDay * OutcomeWeight.Unit
            );
        var counts = Enumerable.Range(1, 100).Select(n => OutcomeWeight.Of(n, n)).ToList();
        var steps = counts.Zip(counts.Skip(1), (less, more) => more - less).ToList();
        steps.ShouldAllBe(step => step > 0);
        steps.Zip(steps.Skip(1), (one, next) => one >= next).ShouldAllBe(falls => falls);
    }

    [Fact]
    public void A_pattern_has_at_most_one_voice_in_its_type()
    {
        var (successes, weight) = OutcomeWeight.InItsType(long.MaxValue / 2, 0);

        weight.ShouldBeLessThanOrEqualTo(OutcomeWeight.Unit);
        successes.ShouldBe(weight);
    }
}
