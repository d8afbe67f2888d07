using Motif.Catalog;
using Motif.Code.Rules;
using Motif.Matching;
using Motif.Matching.Ranking;
using Motif.Tests.Code.Rules;

namespace Motif.Tests.Matching;

public sealed class SuspectedMatchesTests
{
    [Fact]
    public void What_is_suspected_stands_behind_the_first_that_is_not_and_is_no_surer()
    {
        var shown = SuspectedMatches.Behind([
            Shown("a", .9, "suspected"),
            Shown("b", .8, "suspected"),
            Shown("c", .6),
            Shown("d", .5, "suspected"),
        ]);

        shown.Select(s => s.Match.Id).ShouldBe(["c", "a", "b", "d"]);
        shown.Select(s => s.Match.Confidence).ShouldBe([.6, .6, .6, .5]);
    }

    [Fact]
    public void Where_all_are_suspected_the_best_leads()
    {
        var shown = SuspectedMatches.Behind([
            Shown("a", .9, "suspected"),
            Shown("b", .8, "suspected"),
        ]);

        shown.Select(s => s.Match.Confidence).ShouldBe([.9, .8]);
    }

    [Fact]
    public void Judgements_are_of_rules_that_there_are()
    {
        JudgedRules.Of("singleton", "csharp").ShouldNotBeNull().Judged.ShouldBeGreaterThan(0);
        JudgedRules.IsSuspected("no_such_rule", "python").ShouldBeTrue();
        ListedRules
            .All.SelectMany(r =>
                new[] { "python", "csharp" }.Select(l => JudgedRules.Of(r.Name, l))
            )
            .OfType<RuleShare>()
            .ShouldAllBe(s => s.Right <= s.Judged);
    }

    [Fact]
    public void A_confidence_is_the_share_that_was_right_when_judged_drawn_to_that_of_the_language()
    {
        var share = JudgedRules.Of("context_manager", "python").ShouldNotBeNull();
        var confidence = JudgedRules.ConfidenceOf("context_manager", "python").Value;

        var language = JudgedRules.ConfidenceOf("no_such_rule", "python").Value;
        share.Share.ShouldBeGreaterThan(.9);
        confidence.ShouldBe((share.Right + 2 * language) / (share.Judged + 2d), .0001);
        JudgedRules.ConfidenceOf("no_such_rule", "python").Value.ShouldBeInRange(.5, .9);
        JudgedRules
            .ConfidenceOf("proxy", "csharp")
            .Value.ShouldBeLessThan(JudgedRules.ConfidenceOf("no_such_rule", "csharp").Value);
    }

    [Fact]
    public void One_place_that_was_right_makes_no_rule_sure()
    {
        var once = (
            from rule in ListedRules.All
            from language in new[] { "python", "csharp", "typescript" }
            where JudgedRules.Of(rule.Name, language) is { Judged: 1 }
            select (rule.Name, language)
        ).ToList();

        once.ShouldNotBeEmpty();
        once.ShouldAllBe(o => JudgedRules.IsSuspected(o.Name, o.language));
        JudgedRules.IsSuspected("context_manager", "python").ShouldBeFalse();
    }

    [Fact]
    public void A_language_without_judgements_has_the_share_of_all() =>
        JudgedRules.ConfidenceOf("iterator", "no_such_language").Value.ShouldBeInRange(.5, .9);

    [Theory]
    [InlineData(4, 4, .5101, 1)]
    [InlineData(8, 0, 0, .3244)]
    [InlineData(10, 5, .2366, .7634)]
    public void An_interval_is_Wilsons(int judged, int right, double low, double high)
    {
        var share = new RuleShare(judged, right);

        share.Low.ShouldBe(low, .0001);
        share.High.ShouldBe(high, .0001);
    }

    private static (RankedMatch Match, Pattern Pattern) Shown(
        string id,
        double confidence,
        params string[] tags
    ) =>
        (
            new RankedMatch(
                0,
                id,
                confidence,
                confidence,
                default!,
                default!,
                confidence,
                default!
            ),
            new Pattern
            {
                PatternId = Guid.Empty,
                Kind = PatternKind.Code,
                PatternType = "function_pattern",
                Key = id,
                Name = id,
                Tags = tags,
                CreatedAt = DateTimeOffset.UnixEpoch,
                UpdatedAt = DateTimeOffset.UnixEpoch,
            }
        );
}
