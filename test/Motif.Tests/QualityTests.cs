namespace Motif.Tests;

public sealed class QualityTests
{
    [Fact]
    public void What_is_not_measured_is_left_out_and_the_weights_are_renormalised()
    {
        var quality = Quality.Measure(
            "code",
            [("complexity", .30, 1.0), ("documentation", .20, .5), ("coverage", .20, null)]
        );

        quality.Score.ShouldBe(Math.Round(((.30 * 1.0) + (.20 * .5)) / .50, 4));
        quality.Completeness.ShouldBe(Math.Round(.5 / .7, 4));
        quality.Components["coverage"].ShouldBeNull();
    }

    [Fact]
    public void Nothing_measured_has_no_score()
    {
        Quality.Measure("code", [("complexity", 1, null)]).Score.ShouldBeNull();
        Quality.Unmeasured.Completeness.ShouldBe(0);
    }

    [Theory]
    [InlineData(-.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_component_outside_0_to_1_is_a_callers_bug(double value) =>
        Should.Throw<ArgumentException>(() => Quality.Measure("code", [("complexity", 1, value)]));

    [Fact]
    public void Equality_looks_into_the_components()
    {
        Quality.Measure("p", [("a", 1, .5)]).ShouldBe(Quality.Measure("p", [("a", 1, .5)]));
        Quality.Measure("p", [("a", 1, .5)]).ShouldNotBe(Quality.Measure("p", [("b", 1, .5)]));
    }
}
