using Motif.Code;

namespace Motif.Tests.Code.Judgements;

public sealed class RuleTrustTests
{
    [Theory]
    [InlineData(4, 0, 1)]
    [InlineData(4, 3, .75)]
    [InlineData(4, 4, .6667)]
    [InlineData(500, 3, .9941)]
    public void Few_wrong_places_of_many_weigh_less_than_most_of_a_few(
        long places,
        long wrong,
        double trust
    ) => new RuleTrust("retry", places, wrong).Trust.ShouldBe(trust);

    [Fact]
    public void The_explanation_has_the_figures_that_the_confidence_was_computed_with()
    {
        var trust = new RuleTrust("circuit_breaker", 4, 3);
        trust.Of(new Confidence(.9)).Value.ShouldBe(.675);
        trust.Explanation.ShouldBe(
            "3 of 4 places of the rule circuit_breaker were called wrong, so its confidence counts ×0.75: (8 + 4 − 3) / (8 + 4)"
        );
    }
}
