using System.Text.Json;
using System.Text.RegularExpressions;
using Motif.Discovery.Advice;
using Motif.Discovery.Mining;
using Motif.Numerics;

namespace Motif.Tests.Discovery.Mining;

public sealed class CorpusMinerTests
{
    /// <summary>Words that always stand together are one trait, called by all of them.</summary>
    private const string Phrase = "phrase:secret trick";

    [Fact]
    public void A_phrase_that_doubles_in_twelve_channels_is_found_and_confirmed()
    {
        var report = new PlantedCorpus(20, 120)
            .Plant("secret trick", i => ChannelBelow(i, 120, 12) ? 0.15 : 0, _ => Math.Log(2))
            .Mine();

        var finding = Find(report, Phrase)!;
        finding.State.ShouldBe(FindingState.Confirmed);
        finding.Multiplier.ShouldBe(2, 0.35);
        finding.Ci95.Low.ShouldBeLessThan(2);
        finding.Ci95.High.ShouldBeGreaterThan(2);
        finding.Channels.ShouldBe(12);
        finding.Evidence.ShouldBe("associated");
        // The noise is 0.6 on the log scale: e^0.69 is 1.16 deviations away without the phrase, none with it.
        finding.Hits!.Threshold.ShouldBe(2);
        finding.Hits.With.ShouldBe(0.5, 0.12);
        finding.Hits.Without.ShouldBe(0.12, 0.06);
        finding.EValueCi95.ShouldBeGreaterThan(1);
        report.Numbers.PermutationShare!.Value.ShouldBeLessThanOrEqualTo(0.05);
        report.Numbers.ControlsFound.ShouldBe(0);
    }

    [Fact]
    public void Parts_mined_apart_in_any_order_and_kept_as_bytes_come_to_the_same()
    {
        var corpus = new PlantedCorpus(20, 120)
        {
            Place = i => i % 9 == 0 ? null : (i % 3, (i % 3) + (3 * (i % 2))),
        }.Plant("secret trick", _ => 0.3, i => i % 3 == 1 ? Math.Log(2) : 0);
        var whole = corpus.Mine();
        // Each part in a worker of its own.
        var parts = corpus
            .Miner()
            .PartNumbers.Reverse()
            .Select(part => corpus.Miner().MinePart(part, CancellationToken.None))
            .ToList();

        var joined = corpus.Miner().Report(parts);

        parts.Count.ShouldBe(4);
        whole.Findings.ShouldContain(f => f.ClusterId != null);
        JsonSerializer
            .Serialize(joined, MotifJson.Options)
            .ShouldBe(JsonSerializer.Serialize(whole, MotifJson.Options));
    }

    [Fact]
    public void The_same_phrase_in_one_channel_is_no_pattern_and_the_reason_is_told()
    {
        var corpus = new PlantedCorpus(20, 300).Plant(
            "secret trick",
            i => ChannelBelow(i, 300, 1) ? 0.3 : 0,
            _ => Math.Log(2)
        );

        Find(corpus.Mine(), Phrase)?.State.ShouldNotBe(FindingState.Confirmed);
        corpus
            .WhyNot(Phrase)
            .Reasons.ShouldContain(r => r.Contains("single-channel", StringComparison.Ordinal));
    }

    [Fact]
    public void A_phrase_of_big_channels_and_late_years_is_no_finding()
    {
        // Channels differ by 2× from the smallest to the largest, and all grow; the phrase follows both and does nothing.
        var corpus = new PlantedCorpus(20, 150)
            .Shift(i => (0.08 * (i / 150)) + (1.2 * (i % 150 / 150.0)))
            .Plant("secret trick", i => 0.02 + (0.015 * (i / 150)) * (i % 150 / 150.0), _ => 0);

        var answer = corpus.WhyNot(Phrase);

        Find(corpus.Mine(), Phrase).ShouldBeNull();
        answer.PooledMultiplier!.Value.ShouldBeGreaterThan(1.5);
        answer.WithinMultiplier!.Value.ShouldBe(1, 0.15);
        answer.IsFinding.ShouldBeFalse();
    }

    [Fact]
    public void An_effect_hidden_in_the_mean_of_all_is_found_inside_the_channels()
    {
        // Small channels use it most, so that thrown together it seems to do nothing.
        var corpus = new PlantedCorpus(24, 150)
            .Shift(i => 0.09 * (i / 150))
            .Plant(
                "secret trick",
                i => i / 150 < 12 ? 0.25 : 0.02,
                i => i / 150 < 12 ? Math.Log(1.5) : 0
            );

        var finding = Find(corpus.Mine(), Phrase)!;

        finding.State.ShouldBe(FindingState.Confirmed);
        finding.Ci95.Low.ShouldBeLessThan(1.5);
        finding.Ci95.High.ShouldBeGreaterThan(1.4);
        finding.PooledMultiplier!.Value.ShouldBeLessThan(1);
    }

    [Fact]
    public void A_phrase_that_helps_six_channels_and_harms_six_depends_on_the_channel()
    {
        var report = new PlantedCorpus(12, 300)
            .Plant("secret trick", _ => 0.3, i => i / 300 % 2 == 0 ? Math.Log(2) : -Math.Log(2))
            .Mine();

        var finding = Find(report, Phrase)!;
        finding.State.ShouldBe(FindingState.DependsOnChannel);
        finding.AcrossChannels.ISquared.ShouldBeGreaterThan(0.5);
        finding.AcrossChannels.Tau.ShouldBe(Math.Log(2), 0.25);
        report.Findings.ShouldNotContain(f => f.State == FindingState.Confirmed);
        finding.AcrossChannels.NewChannel!.Low.ShouldBeLessThan(1);
        finding.AcrossChannels.NewChannel.High.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_title_posted_fifty_times_counts_once()
    {
        var corpus = new PlantedCorpus(20, 120).Plant("secret trick", _ => 0.1, _ => Math.Log(2));
        var first = corpus.Items.FindIndex(i =>
            i.Text.StartsWith("secret", StringComparison.Ordinal)
        );
        for (var i = 0; i < 49; i++)
        {
            corpus.Items.Add(corpus.Items[first] with { ItemId = $"copy {i}" });
            corpus.Logs.Add(corpus.Logs[first]);
        }

        var report = corpus.Mine();

        report.Folded.ShouldBe(49);
        report.Rows.ShouldBe(20 * 120);
        Find(report, Phrase)!.Folded.ShouldBe(49);
    }

    [Fact]
    public void Twelve_items_are_never_a_finding_and_the_answer_says_what_is_missing()
    {
        var planted = 0;
        var corpus = new PlantedCorpus(20, 120).Plant(
            "secret trick",
            i => i % 200 == 7 && planted++ < 12 ? 1 : 0,
            _ => Math.Log(8)
        );

        var answer = corpus.WhyNot(Phrase);

        Find(corpus.Mine(), Phrase).ShouldBeNull();
        answer.NeededSupport.ShouldBe(30);
        answer.Carriers.ShouldBe(12);
        answer.Reasons.ShouldContain(r => r.Contains("30 are needed", StringComparison.Ordinal));
        answer.SmallestDetectableMultiplier!.Value.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_trait_that_all_items_have_cannot_be_compared()
    {
        var corpus = new PlantedCorpus(20, 120).Plant("secret trick", _ => 1, _ => Math.Log(2));

        Find(corpus.Mine(), Phrase).ShouldBeNull();
        corpus
            .WhyNot(Phrase)
            .Reasons.ShouldContain(r =>
                r.Contains("nothing to compare with", StringComparison.Ordinal)
            );
    }

    [Theory]
    [InlineData("how to build a", "phrase:how to build")]
    [InlineData("a secret of", "phrase:a secret")]
    [InlineData("is there a", "phrase:is there a")]
    [InlineData("one of the best kept secrets", "phrase:best kept secrets")]
    public void Words_that_always_stand_together_are_one_finding_named_by_what_tells_most(
        string planted,
        string named
    )
    {
        var report = new PlantedCorpus(20, 120).Plant(planted, _ => 0.15, _ => Math.Log(2)).Mine();

        report
            .Findings.Where(f => f.Family is not FeatureFamily.Length)
            .Select(f => f.Feature)
            .ShouldHaveSingleItem()
            .ShouldBe(named);
    }

    [Fact]
    public void A_longer_phrase_that_hardly_any_title_goes_without_is_no_finding_of_its_own()
    {
        var said = 0;
        var corpus = new PlantedCorpus(20, 120).Plant("how to build", _ => 0.25, _ => Math.Log(2));
        for (var i = 0; i < corpus.Items.Count; i++)
        {
            // 98 of 100 go on with "a".
            if (
                corpus.Items[i].Text.StartsWith("how to build", StringComparison.Ordinal)
                && ++said % 50 != 0
            )
                corpus.Items[i] = corpus.Items[i] with
                {
                    Text = corpus
                        .Items[i]
                        .Text.Replace("build", "build a", StringComparison.Ordinal),
                };
        }

        string[] words = ["how", "to", "build", "a"];
        corpus
            .Mine()
            .Findings.Select(f => Feature.Parse(f.Feature)!.Value)
            .Where(f =>
                f.Family is FeatureFamily.Phrase or FeatureFamily.Start
                && f.Value.Split(' ').All(words.Contains)
            )
            .ShouldHaveSingleItem();
    }

    [Fact]
    public void A_word_that_a_title_repeats_counts_once()
    {
        var once = new PlantedCorpus(20, 120).Plant("echo", _ => 0.15, _ => Math.Log(2));
        var thrice = new PlantedCorpus(20, 120).Plant(
            "echo echo echo echo",
            _ => 0.15,
            _ => Math.Log(2)
        );
        var said = once.Items.Count(i => i.Text.StartsWith("echo", StringComparison.Ordinal));

        var single = Find(once.Mine(), "phrase:echo")!;
        var repeated = Find(thrice.Mine(), "phrase:echo")!;

        once.WhyNot("phrase:echo").Carriers.ShouldBe(said);
        thrice.WhyNot("phrase:echo").Carriers.ShouldBe(said);
        repeated.Support.ShouldBe(single.Support);
        repeated.Multiplier.ShouldBe(single.Multiplier, 1e-9);
        repeated.Ci95.High.ShouldBe(single.Ci95.High, 1e-9);
    }

    [Fact]
    public void Three_channels_over_years_are_called_small_and_what_turns_later_is_not_confirmed()
    {
        static bool IsLate(int item) => item % 1500 >= 1050;
        var report = new PlantedCorpus(3, 1500)
            .Plant("steady habit", _ => 0.15, _ => Math.Log(2))
            .Plant("turning tide", _ => 0.15, i => IsLate(i) ? -Math.Log(2) : Math.Log(2))
            .Plant("fading charm", _ => 0.15, i => IsLate(i) ? 0 : Math.Log(2))
            .Mine();

        report.Remarks.ShouldContain(r =>
            r.StartsWith("small catalogue: 3 channels", StringComparison.Ordinal)
        );
        Find(report, "phrase:steady habit")!.State.ShouldBe(FindingState.Confirmed);
        Find(report, "phrase:turning tide")!.State.ShouldBe(FindingState.Refuted);
        Find(report, "phrase:fading charm")!
            .State.ShouldBeOneOf(FindingState.Decayed, FindingState.Refuted);
    }

    /// <summary>Titles of the phrase are longer, so that their length seems to matter; beside the phrase it does not.</summary>
    [Fact]
    public void What_goes_along_with_another_trait_does_nothing_beside_it()
    {
        var report = new PlantedCorpus(20, 200)
            .Plant("secret trick of the trade", _ => 0.2, _ => Math.Log(2))
            .Mine();

        var phrase = Find(report, "phrase:secret trick")!;
        var others = report.Findings.Where(f =>
            f.State is FindingState.Confirmed && f.Family is FeatureFamily.Length
        );
        others.ShouldNotBeEmpty();
        phrase.JointMultiplier!.Value.ShouldBe(2, 0.4);
        others.ShouldAllBe(f => Math.Abs(Math.Log(f.JointMultiplier!.Value)) < 0.2);
        report.Numbers.SumSlope!.Value.ShouldBe(1, 0.2);
    }

    [Fact]
    public void A_feature_that_marks_the_language_is_none_once_language_is_an_attribute()
    {
        var corpus = new PlantedCorpus(20, 200)
            .With("language", i => i % 3 == 0 ? "es" : "en")
            .Shift(i => i % 3 == 0 ? Math.Log(1.8) : 0)
            .Plant("para ti", i => i % 3 == 0 ? 0.5 : 0, _ => 0);

        corpus
            .Mine()
            .Findings.ShouldNotContain(f => f.Feature.Contains("para", StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_come_as_bands_cut_on_the_discovery_part()
    {
        var corpus = new PlantedCorpus(20, 150).With(
            "price",
            i => i % 150 < 105 ? i % 150 : 100_000 + i
        );

        var bands = corpus.Miner().Traits.Of(corpus.Items[149], ["word"]);

        bands
            .Where(b => b.Family is FeatureFamily.Attribute)
            .ShouldHaveSingleItem()
            .Value.ShouldMatch("^price=[0-9]{2,3}\\.\\.$");
    }

    [Fact]
    public void What_later_items_cost_moves_no_cut()
    {
        string BandOf(double later) =>
            new PlantedCorpus(20, 150)
                .With("price", i => i % 150 < 105 ? i % 150 : later * i)
                .Miner()
                .Traits.Of(
                    new Motif.Discovery.Items.Item
                    {
                        ItemId = "x",
                        Attributes = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
                        {
                            ["price"] = JsonSerializer.SerializeToElement(50),
                        },
                    },
                    []
                )
                .Single()
                .Value;

        BandOf(1000).ShouldBe(BandOf(0.001));
        BandOf(1000).ShouldMatch("^price=[0-9]+\\.\\.[0-9]+$");
    }

    [Theory]
    [InlineData(true, "^[A-Z][a-z]+day$")]
    [InlineData(false, "^[A-Z][a-z]+day [0-9]{2}-[0-9]{2} UTC$")]
    public void Dates_without_a_time_of_day_make_no_hours(bool isDayAlone, string expected)
    {
        var corpus = new PlantedCorpus(10, 60);
        if (isDayAlone)
            for (var i = 0; i < corpus.Items.Count; i++)
                corpus.Items[i] = corpus.Items[i] with
                {
                    PublishedAt = new DateTimeOffset(
                        corpus.Items[i].PublishedAt!.Value.UtcDateTime.Date,
                        TimeSpan.Zero
                    ),
                };

        var timings = corpus
            .Miner()
            .TraitsHeld.Where(t => t.Family is FeatureFamily.Timing)
            .ToList();

        timings.Count.ShouldBe(isDayAlone ? 7 : 42);
        timings.ShouldAllBe(t => Regex.IsMatch(t.Value, expected, RegexOptions.NonBacktracking));
        timings.ShouldContain(t =>
            new TraitTest(corpus.Items[0], null, WordLists.Of(null, false)).Has(t)
        );
    }

    /// <summary>Of 200 corpora without any effect one in twenty may show something.</summary>
    [Fact]
    public void Nothing_is_found_where_there_is_nothing()
    {
        var shown = Enumerable
            .Range(0, 200)
            .Count(i => new PlantedCorpus(16, 60, seed: 1000 + (ulong)i).MineFound() > 0);

        shown.ShouldBeLessThanOrEqualTo(10);
    }

    /// <summary>Of 1 to 50 % of the items each; one in twenty may be found by chance.</summary>
    [Fact]
    public void Two_hundred_random_attributes_are_not_found_and_none_is_confirmed()
    {
        var random = new SeededRandom(5);
        var shares = Enumerable.Range(0, 200).Select(a => 0.01 * Math.Pow(50, a / 199.0)).ToList();
        var corpus = new PlantedCorpus(20, 120).With([
            .. shares.Select(share => (Func<int, object>)(_ => random.NextDouble() < share)),
        ]);

        var report = corpus.Mine();

        corpus
            .Miner()
            .TraitsHeld.Count(t => t.Value.StartsWith("random", StringComparison.Ordinal))
            .ShouldBe(200);
        report
            .Findings.Where(f => f.Feature.Contains("random", StringComparison.Ordinal))
            .ShouldNotContain(f => f.State == FindingState.Confirmed);
        report
            .Findings.Count(f => f.Feature.StartsWith("attribute:random", StringComparison.Ordinal))
            .ShouldBeLessThanOrEqualTo(10);
    }

    private static bool ChannelBelow(int item, int itemsOfChannel, int channels) =>
        item / itemsOfChannel < channels;

    private static Finding? Find(MiningReport report, string feature) =>
        report.Findings.FirstOrDefault(f => f.Feature == feature);
}
