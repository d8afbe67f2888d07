using System.Text.Json;
using Motif.Discovery.Advice;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;
using Motif.Numerics;

namespace Motif.Tests.Discovery.Mining;

public sealed class CompoundTests
{
    private const int ItemsOfChannel = 160;
    private const string Both = "compound:attribute:guest=true & phrase:secret trick";

    [Fact]
    public void Traits_that_do_more_together_than_beside_each_other_are_a_finding_of_their_own()
    {
        var corpus = Planted(secret: 0.2, guest: 0.2, both: 0.6);
        var report = corpus.Mine();

        var finding = report.Findings.Single(f => f.Feature == Both);
        finding.State.ShouldBe(FindingState.Confirmed);
        var interaction = finding.Interaction!;
        interaction.Parts.ShouldBe(
            ["phrase:secret trick", "attribute:guest=true"],
            ignoreOrder: true
        );
        interaction.Ci95.Low.ShouldBeLessThan(Math.Exp(0.6));
        interaction.Ci95.High.ShouldBeGreaterThan(Math.Exp(0.6));
        interaction.Later!.Multiplier.ShouldBeGreaterThan(1.3);
        foreach (var part in interaction.Parts)
            finding.Multiplier.ShouldBeGreaterThan(
                report.Findings.Single(f => f.Feature == part).Multiplier
            );
    }

    [Fact]
    public void Traits_that_only_add_up_are_no_compound_however_sure_each_is()
    {
        var compounds = 0;
        for (var seed = 1; seed <= 20; seed++)
        {
            var report = Planted(secret: 0.5, guest: 0.5, both: 0, seed: (ulong)seed).Mine();
            report.Findings.Count(f => f.State is FindingState.Confirmed).ShouldBeGreaterThan(1);
            compounds += report.Findings.Any(f => f.Family is FeatureFamily.Compound) ? 1 : 0;
        }

        compounds.ShouldBeLessThanOrEqualTo(1);
        var why = Planted(secret: 0.5, guest: 0.5, both: 0).WhyNot(Both);
        why.IsFinding.ShouldBeFalse();
        why.Reasons.ShouldContain(r => r.Contains("together they do", StringComparison.Ordinal));
    }

    /// <summary>Together they do more than nothing, and less than either alone.</summary>
    [Fact]
    public void What_is_surely_less_together_than_one_of_its_parts_is_not_told()
    {
        var report = Planted(secret: 0.8, guest: 0.8, both: -1).Mine();

        report.Findings.ShouldContain(f => f.Feature == "attribute:guest=true");
        report.Findings.ShouldNotContain(f => f.Family == FeatureFamily.Compound);
    }

    [Fact]
    public void Three_traits_are_found_where_no_two_of_them_say_as_much()
    {
        var random = new SeededRandom(5);
        var corpus = new PlantedCorpus(24, ItemsOfChannel).Plant(
            "secret trick",
            _ => 0.5,
            _ => 0.15
        );
        var marked = Enumerable
            .Range(0, corpus.Items.Count)
            .Select(_ => (Guest: random.NextDouble() < 0.5, Night: random.NextDouble() < 0.5))
            .ToList();
        corpus.With("guest", i => marked[i].Guest).With("night", i => marked[i].Night);
        corpus.Shift(i =>
            (0.15 * ((marked[i].Guest ? 1 : 0) + (marked[i].Night ? 1 : 0)))
            + (marked[i] is (true, true) && HasSecret(corpus, i) ? 1.2 : 0)
        );

        corpus
            .Mine()
            .Findings.ShouldContain(f =>
                f.Interaction != null
                && f.Interaction.Parts.Count == 3
                && f.State == FindingState.Confirmed
            );
    }

    [Fact]
    public void Compounds_of_parts_kept_as_bytes_are_those_of_one_worker()
    {
        var corpus = Planted(secret: 0.3, guest: 0.3, both: 0.8, macros: 2);
        var whole = corpus.Mine();
        var parts = corpus
            .Miner()
            .PartNumbers.Reverse()
            .Select(part => corpus.Miner().MinePart(part, CancellationToken.None))
            .ToList();

        whole.Findings.ShouldContain(f =>
            f.Family == FeatureFamily.Compound && f.ClusterId != null
        );
        JsonSerializer
            .Serialize(corpus.Miner().Report(parts), MotifJson.Options)
            .ShouldBe(JsonSerializer.Serialize(whole, MotifJson.Options));
    }

    [Fact]
    public void A_new_item_has_a_compound_when_it_has_all_its_parts()
    {
        bool Has(string title, bool guest) =>
            new TraitTest(
                new Item
                {
                    ItemId = "x",
                    Text = title,
                    Attributes = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
                    {
                        ["guest"] = JsonSerializer.SerializeToElement(guest),
                    },
                },
                null,
                WordLists.None
            ).Has(Feature.Parse(Both)!.Value);

        Has("A secret trick", true).ShouldBeTrue();
        Has("A secret trick", false).ShouldBeFalse();
        Has("A garden", true).ShouldBeFalse();
    }

    private static PlantedCorpus Planted(
        double secret,
        double guest,
        double both,
        ulong seed = 1,
        int macros = 1
    )
    {
        var random = new SeededRandom(100 + seed);
        var corpus = new PlantedCorpus(20, ItemsOfChannel, seed)
        {
            Place = i => (i % macros, i % macros),
        }.Plant("secret trick", _ => 0.4, _ => secret);
        var guests = corpus.Items.Select(_ => random.NextDouble() < 0.4).ToList();
        return corpus
            .With("guest", i => guests[i])
            .Shift(i => (guests[i] ? guest : 0) + (guests[i] && HasSecret(corpus, i) ? both : 0));
    }

    private static bool HasSecret(PlantedCorpus corpus, int item) =>
        corpus.Items[item].Text.StartsWith("secret", StringComparison.Ordinal);
}
