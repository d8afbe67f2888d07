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
