using Motif.Statistics;

namespace Motif.Tests.Statistics;

public sealed class EValueTests
{
    [Fact]
    public void A_ratio_of_two_needs_a_cause_of_3_41_and_a_half_the_same()
    {
        EValue.Of(2).ShouldBe(3.41, 0.005);
        EValue.Of(0.5).ShouldBe(EValue.Of(2), 1e-12);
        EValue.Of(1).ShouldBe(1);
    }

    [Theory]
    [InlineData(0.9, 2.5, 1)]
    [InlineData(1, 3, 1)]
    [InlineData(2, 3, 3.41)]
    [InlineData(0.2, 0.5, 3.41)]
    public void An_interval_that_touches_1_needs_none(double low, double high, double wanted) =>
        EValue.OfInterval(low, high).ShouldBe(wanted, 0.005);
}
