using System.Text.RegularExpressions;
using Motif.Code;
using Motif.Code.Rules;

namespace Motif.Tests.Code.Rules;

public sealed partial class CodeRuleConformanceTests
{
    private static readonly ICodeRule[] Listed = ListedRules.All;

    public static TheoryData<string> Names => [.. Listed.Select(r => r.Name)];

    [Fact]
    public void Every_rule_stands_once_in_the_list_of_the_builder()
    {
        var written = typeof(ICodeRule)
            .Assembly.GetTypes()
            .Where(t => t.IsClass && t.IsAssignableTo(typeof(ICodeRule)))
            .Select(t => t.FullName)
            .Order(StringComparer.Ordinal);

        Listed.Select(r => r.GetType().FullName).Order(StringComparer.Ordinal).ShouldBe(written);
    }

    [Fact]
    public void No_two_rules_share_a_name() => Listed.Select(r => r.Name).ShouldBeUnique();

    [Theory, MemberData(nameof(Names))]
    public void A_rule_has_a_stable_name_a_title_and_something_to_look_at(string name)
    {
        var rule = Listed.Single(r => r.Name == name);

        SnakeCase().IsMatch(rule.Name).ShouldBeTrue();
        rule.Title.ShouldNotBeNullOrWhiteSpace();
        rule.Subjects.ShouldNotBe(RuleSubjects.None);
        rule.GetType().Name.ShouldEndWith("Rule");
    }

    [Fact]
    public void A_file_with_nothing_in_it_gives_no_match()
    {
        var builder = new CodeFactsBuilder();
        builder.Open(FactKind.Module, FactRole.None, 0);
        builder.Close(0);
        builder.Add(
            new CodeUnit
            {
                Kind = UnitKind.Module,
                Name = "empty",
                QualifiedName = "empty",
                FullName = "empty",
                Parent = -1,
                Node = 0,
                StartLine = 1,
                EndLine = 1,
                BodyStartLine = 1,
                Lines = new LineCounts(0, 0, 0, 0, 0),
                TokenHash = 0,
                Tokens = 0,
            }
        );
        var project = new CodeProject([builder.Build("empty.py", "python", "empty")]);

        new CodeRules(Listed).Find(project).ShouldBeEmpty();
    }

    [GeneratedRegex("^[a-z]+(_[a-z]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SnakeCase();
}
