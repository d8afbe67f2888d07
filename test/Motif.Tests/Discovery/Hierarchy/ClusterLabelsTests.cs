using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;

namespace Motif.Tests.Discovery.Hierarchy;

public sealed class ClusterLabelsTests
{
    [Fact]
    public void Names_say_what_tells_siblings_apart_and_never_repeat()
    {
        var labels = new ClusterLabels([
            [
                "bake sourdough bread at home",
                "the best sourdough starter",
                "rye bread for beginners",
            ],
            ["repair a bicycle chain", "bicycle tyres compared", "my bicycle on the road"],
            ["12345", "the of and", "!!!"],
            ["12345", "the of and", "!!!"],
        ]).Choose();

        labels[0].Name.ShouldContain("sourdough");
        labels[1].Name.ShouldContain("bicycle");
        labels.Select(l => l.Name).ShouldBeUnique();
        labels.ShouldAllBe(l => l.Name.Any(char.IsLetter));
    }

    [Fact]
    public void Siblings_share_no_word_of_their_names_while_there_are_others()
    {
        var labels = new ClusterLabels([
            ["python loop speed", "python loop memory", "python list speed"],
            ["python class design", "python class tests", "design python packages"],
        ]).Choose();

        Words(labels[0]).Intersect(Words(labels[1])).ShouldBeEmpty();
    }

    [Fact]
    public void A_list_ends_where_no_word_keeps_company_with_those_in_it()
    {
        string[] company = ["sourdough", "bread", "oven"];
        var label = new ClusterLabels([
            [
                "sourdough oven",
                "bread sourdough",
                "oven bread",
                "bread sourdough oven",
                "oven sourdough bread",
                "garden",
                "garden",
                "camera",
                "camera",
            ],
            ["bicycle chain", "bicycle tyre"],
        ]).Choose()[0];

        label.Terms.SelectMany(t => t.Split(' ')).ShouldBe(company, ignoreOrder: true);
        label.Telling.ShouldContain("garden");
    }

    private static string[] Words(ClusterLabel label) =>
        label.Name.Split([" · ", " "], StringSplitOptions.None);

    [Theory]
    [InlineData("How to build a PC — don't!", "how,to,build,a,pc,don't")]
    [InlineData("日本語", "日本,本語")]
    [InlineData("パンを焼く本", "パン,を,焼,く,本")]
    [InlineData("らーめん・レシピ10選", "らーめん,レシピ,10,選")]
    [InlineData("مرحبا بالعالم", "مرحبا,بالعالم")]
    [InlineData("10 things…", "10,things")]
    public void Words_are_found_in_every_script(string title, string words) =>
        TitleWords.Of(title).ShouldBe(words.Split(','));
}
