using Motif.Statistics;

namespace Motif.Tests.Statistics;

public sealed class WilsonIntervalTests
{
    /// <summary>Figures of Newcombe (1998), table I, method 3.</summary>
    [Theory]
    [InlineData(81, 182, .2553, .3662)]
    [InlineData(15, 133, .0624, .1605)]
    [InlineData(0, 20, .0000, .1611)]
    [InlineData(1, 28, .0061, .1718)]
    public void The_interval_is_that_of_the_literature(
        long successes,
        long failures,
        double low,
        double high
    )
    {
        var interval = WilsonInterval.Of(successes, failures)!;
        interval.Low.ShouldBe(low, .0001);
        interval.High.ShouldBe(high, .0001);
    }

    [Fact]
    public void Without_an_observation_there_is_none() => WilsonInterval.Of(0, 0).ShouldBeNull();
}
