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
        SuccessPosterior.TypeMean(100, 0).ShouldBeInRange(.98, .999);
    }
}
