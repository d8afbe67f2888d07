using Motif.Code.Rules;

namespace Motif.Tests.Code.Rules;

public sealed class RulePurposeTests
{
    private const int LeastIntents = 6;

    public static TheoryData<string> Rules => [.. ListedRules.All.Select(r => r.Name)];

    [Theory, MemberData(nameof(Rules))]
    public void A_rule_says_what_its_pattern_is_for_and_how_people_ask_for_it(string name)
    {
        var rule = ListedRules.All.Single(r => r.Name == name);

        var purpose = RulePurpose.Of(rule).ShouldNotBeNull();

        purpose.Title.ShouldBe(rule.Title);
        purpose.Sentence.ShouldEndWith(".");
        purpose.Intents.Count.ShouldBeGreaterThanOrEqualTo(LeastIntents);
        purpose.Intents.ShouldBeUnique();
        purpose.Aliases.ShouldNotBeEmpty();
        purpose.Variants.Values.ShouldAllBe(v => v.Sentence.EndsWith('.'));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Every_variant_that_a_rule_finds_says_how_it_is_done()
    {
        var described = ListedRules.All.SelectMany(Variants);

        var found = RuleSpec
            .All.SelectMany(s => s.Find())
            .Where(m => m.Variant is not null)
            .Select(m => $"{m.Rule}/{m.Variant}")
            .Distinct();

        found.Except(described).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Rules))]
    public void No_variant_is_described_that_the_rule_does_not_name(string name)
    {
        var rule = ListedRules.All.Single(r => r.Name == name);
        var folder = rule.GetType().Namespace![(typeof(ICodeRule).Namespace!.Length + 1)..];
        var files = Directory.GetFiles(
            Path.Combine(Repository.Root, "src", "Motif", "Code", "Rules", folder),
            $"{rule.GetType().Name}*.cs"
        );
        var source = string.Join('\n', files.Select(File.ReadAllText));

        RulePurpose.Of(rule)!.Variants.Keys.ShouldAllBe(v => source.Contains($"\"{v}\""));
    }

    [Fact]
    public void A_purpose_is_read_with_its_variants()
    {
        var purpose = RulePurpose.Parse(
            """
            # Retry

            Tries again
            what failed.

            Also called: reattempt; try again

            - retry a flaky call

            ## loop

            A loop counts.

            - count attempts
            """
        );

        purpose.Title.ShouldBe("Retry");
        purpose.Sentence.ShouldBe("Tries again what failed.");
        purpose.Aliases.ShouldBe(["reattempt", "try again"]);
        purpose.Intents.ShouldBe(["retry a flaky call"]);
        purpose.Variants["loop"].Sentence.ShouldBe("A loop counts.");
        purpose.Variants["loop"].Intents.ShouldBe(["count attempts"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Tries again.")]
    [InlineData("# Retry\n- retry a call")]
    [InlineData("# Retry\nTries again.\n## loop\n- count attempts")]
    public void A_file_that_does_not_say_what_it_must_is_refused(string markdown) =>
        Should.Throw<FormatException>(() => RulePurpose.Parse(markdown));

    private static IEnumerable<string> Variants(ICodeRule rule) =>
        RulePurpose.Of(rule)!.Variants.Keys.Select(v => $"{rule.Name}/{v}");
}
