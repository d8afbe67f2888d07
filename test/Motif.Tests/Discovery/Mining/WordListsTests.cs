using System.Globalization;
using Motif.Discovery.Advice;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;

namespace Motif.Tests.Discovery.Mining;

public sealed class WordListsTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Own = new(
        StringComparer.Ordinal
    )
    {
        ["prices"] = ["cheap", "Free", "discount*"],
        ["positive words"] = [],
    };

    [Theory]
    [InlineData("I'm not who you think", "first person singular|second person")]
    [InlineData("They won't tell us", "first person plural|third person")]
    [InlineData("Its price", "")]
    [InlineData("A murderer's letter", "indefinite article|negative words")]
    [InlineData("The happiest day, the happiest day", "positive words")]
    public void A_title_has_the_lists_of_which_it_says_a_word_each_once(
        string title,
        string lists
    ) => string.Join('|', WordLists.Of(null).In(TitleWords.Of(title))).ShouldBe(lists);

    [Theory]
    [InlineData("Free and discounted", "prices")]
    [InlineData("A happy freedom", "indefinite article")]
    public void Own_lists_stand_beside_those_of_English_and_an_empty_one_takes_its_away(
        string title,
        string lists
    ) => string.Join('|', WordLists.Of(Own).In(TitleWords.Of(title))).ShouldBe(lists);

    [Fact]
    public void In_another_language_an_English_list_means_nothing()
    {
        var corpus = new PlantedCorpus(6, 40);
        for (var i = 0; i < corpus.Items.Count; i++)
            corpus.Items[i] = corpus.Items[i] with { Text = $"a me gusta el pan {i}" };

        corpus.Miner().TraitsHeld.ShouldNotContain(f => f.Family == FeatureFamily.Words);
    }

    [Fact]
    public void Titles_longer_than_the_middle_one_are_a_trait_that_a_new_title_is_asked_for_too()
    {
        var corpus = new PlantedCorpus(20, 60).Plant("one two three four", _ => 0.5, _ => 0);
        var trait = corpus
            .Miner()
            .TraitsHeld.Single(f => f.Value.StartsWith("more than", StringComparison.Ordinal));
        var usual = int.Parse(trait.Value.Split(' ')[2], CultureInfo.InvariantCulture);

        TraitTest Asked(int words) =>
            new(
                new Item
                {
                    ItemId = "x",
                    Text = string.Join(' ', Enumerable.Repeat("bread", words)),
                },
                null,
                WordLists.None
            );
        Asked(usual).Has(trait).ShouldBeFalse();
        Asked(usual + 1).Has(trait).ShouldBeTrue();
    }

    [Fact]
    public void Few_rows_of_a_channel_stay_together_and_whole_channels_test_what_others_found()
    {
        var evidence = new PlantedCorpus(50, 4).Miner().Evidence;

        evidence
            .Rows.Select((r, row) => (r.Item.Channel, Found: evidence.IsDiscovery[row]))
            .Distinct()
            .CountBy(c => c.Found)
            .ToDictionary()
            .ShouldBe(new Dictionary<bool, int> { [true] = 35, [false] = 15 }, ignoreOrder: true);
    }
}
