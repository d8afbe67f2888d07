using Xunit.Abstractions;

namespace Motif.Tests.Code.Rules;

public sealed class ScrambleTests(ITestOutputHelper output)
{
    /// <summary>Structure carries the evidence: renaming everything may cost at most this share of the positives.</summary>
    private const double AllowedLoss = .05;

    [Fact]
    public void Renaming_every_identifier_costs_at_most_five_points_of_recall()
    {
        var found = 0;
        var lost = new List<string>();
        foreach (var spec in RuleSpec.All)
        {
            if (spec.Unit is null || spec.Find().All(m => m.Rule != spec.Rule))
                continue;
            found++;
            var scrambled = ScrambledSource.Of(spec.Facts(spec.Source), spec.Source);
            if (spec.Find(scrambled).All(m => m.Rule != spec.Rule))
                lost.Add(spec.Key);
        }

        foreach (var key in lost)
            output.WriteLine(key);
        found.ShouldBeGreaterThan(200);
        (lost.Count / (double)found).ShouldBeLessThanOrEqualTo(
            AllowedLoss,
            string.Join("; ", lost)
        );
    }
}
