using Motif.Catalog;

namespace Motif.Tests.Catalog;

public sealed class LifecycleTests
{
    [Theory]
    [InlineData(PatternStatus.Draft, PatternStatus.Active)]
    [InlineData(PatternStatus.Active, PatternStatus.Deprecated)]
    [InlineData(PatternStatus.Deprecated, PatternStatus.Active)]
    [InlineData(PatternStatus.Deprecated, PatternStatus.Archived)]
    [InlineData(PatternStatus.Active, PatternStatus.Active)]
    public void Ordinary_moves_are_anybodys(PatternStatus from, PatternStatus to) =>
        Lifecycle.Refusal(from, to, isAdministrator: false).ShouldBeNull();

    [Theory]
    [InlineData(PatternStatus.Deprecated)]
    [InlineData(PatternStatus.Archived)]
    public void Only_an_administrator_takes_a_pattern_back_to_draft(PatternStatus from)
    {
        Lifecycle
            .Refusal(from, PatternStatus.Draft, isAdministrator: false)
            .ShouldNotBeNull()
            .ShouldContain("administrator");
        Lifecycle.Refusal(from, PatternStatus.Draft, isAdministrator: true).ShouldBeNull();
    }

    [Fact]
    public void A_refusal_says_what_is_allowed_instead() =>
        Lifecycle
            .Refusal(PatternStatus.Draft, PatternStatus.Deprecated, isAdministrator: false)
            .ShouldBe(
                "a pattern cannot move from draft to deprecated; from there it may become active or archived"
            );
}
