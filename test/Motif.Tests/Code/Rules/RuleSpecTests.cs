using Motif.Code.Rules;

namespace Motif.Tests.Code.Rules;

public sealed class RuleSpecTests
{
    public static TheoryData<string> Finds =>
        [.. RuleSpec.All.Where(s => s.Unit is not null).Select(s => s.Key)];

    public static TheoryData<string> LeavesAlone =>
        [.. RuleSpec.All.Where(s => s.Unit is null).Select(s => s.Key)];

    [Theory, MemberData(nameof(Finds))]
    public void A_rule_finds(string key)
    {
        var spec = RuleSpec.All.Single(s => s.Key == key);

        var found = spec.Find();

        var match = found.FirstOrDefault(m => m.Rule == spec.Rule && IsExpected(m, spec.Unit!));
        match.ShouldNotBeNull($"found instead: {Shown(found)}");
        foreach (var modifier in spec.Modifiers)
            match.Modifiers.ShouldContain(modifier);
        match.Evidence.ShouldNotBeEmpty();
    }

    [Theory, MemberData(nameof(LeavesAlone))]
    public void A_rule_leaves_alone(string key)
    {
        var spec = RuleSpec.All.Single(s => s.Key == key);

        spec.Find().Where(m => m.Rule == spec.Rule).Select(Shown).ShouldBeEmpty();
    }

    [Fact]
    public void Every_rule_has_five_positives_and_three_near_misses()
    {
        var cases = RuleSpec.All.ToLookup(s => s.Rule, StringComparer.Ordinal);
        foreach (var rule in ListedRules.All)
        {
            cases[rule.Name]
                .Count(s => s.Unit is not null)
                .ShouldBeGreaterThanOrEqualTo(5, rule.Name);
            cases[rule.Name].Count(s => s.Unit is null).ShouldBeGreaterThanOrEqualTo(3, rule.Name);
        }
    }

    private static bool IsExpected(RuleMatch match, string unit) =>
        match.Unit.Fact.QualifiedName == unit || match.Unit.Fact.FullName == unit;

    private static string Shown(IEnumerable<RuleMatch> found) =>
        string.Join("; ", found.Select(Shown));

    private static string Shown(RuleMatch match) =>
        $"{match.Rule} {match.Variant} of {match.Unit.Fact.QualifiedName} at {match.Confidence}";
}
