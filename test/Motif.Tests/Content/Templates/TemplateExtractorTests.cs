using Motif.Content.Templates;

namespace Motif.Tests.Content.Templates;

public sealed class TemplateExtractorTests
{
    private static readonly TemplateExtractor Extractor = new();

    [Fact]
    public void One_sentence_in_ten_dresses_is_one_pattern()
    {
        const string Plain = "The secret to success? It's not what you think https://a.com/x?id=1";
        string[] dresses =
        [
            Plain,
            "The  secret to   success? It's not what you think https://a.com/x?id=1",
            "The\u00A0secret to success? It's not what you think https://a.com/x?id=1",
            "The se\u200Bcret to success? It's not what you think https://a.com/x?id=1",
            "The secret to success? It’s not what you think https://a.com/x?id=1",
            "THE SECRET TO SUCCESS? IT'S NOT WHAT YOU THINK https://a.com/x?id=1",
            "The secret to success? It's not what you think https://a.com/x?id=1&utm_source=y&fbclid=z",
            "The secret to success? It's not what you think https://a.com/x?id=1\n\n\n",
            "The secret to success? It's not what you think 🎉 https://a.com/x?id=1",
            "The secret to success? It's not what you think ✨️ https://a.com/x?id=1",
        ];
        dresses.Select(d => Extractor.Extract(d).PatternId).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(
        "The secret to productivity? It's not what you think.",
        "the secret to {noun}? it's not what you think."
    )]
    [InlineData("Nobody talks about how fabulous this is", "nobody talks about how {adj} this is")]
    [InlineData(
        "The secret to table manners? It's not what you think.",
        "the secret to {x}? it's not what you think."
    )]
    [InlineData(
        "The secret to zorbing? It's not what you think.",
        "the secret to {x}? it's not what you think."
    )]
    [InlineData("Das Geheimnis von Fabulous ist nicht das, was du denkst", null)]
    public void A_slot_says_what_sort_of_word_fills_it_where_that_is_known(
        string content,
        string? shown
    )
    {
        var template = Extractor.Extract(content);
        template.Shown.ShouldBe(shown ?? template.Text);
        // It is for reading alone.
        template.PatternId.ShouldBe(
            Extractor
                .Extract(content.Replace("productivity", "zorbing", StringComparison.Ordinal))
                .PatternId
        );
        template.Text!.ShouldNotContain("{adj}");
        template.Text!.ShouldNotContain("{noun}");
    }

    [Fact]
    public void Composed_and_decomposed_letters_are_the_same_text() =>
        Extractor
            .Extract("Über den Caf\u00E9-Besuch")
            .TextHash.ShouldBe(Extractor.Extract("U\u0308ber den Cafe\u0301-Besuch").TextHash);

    [Theory]
    [InlineData("https://example.com/path")]
    [InlineData("🎉🎉🎉")]
    [InlineData("👩‍👩‍👧")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("42")]
    public void A_link_or_an_emoji_alone_has_no_template(string content) =>
        Extractor.Extract(content).Status.ShouldBe(TemplateStatus.NoTemplate);

    [Theory]
    [InlineData("7 tips that will change your mornings", "12 tips that will change your mornings")]
    [InlineData("I made $5k in a month", "I made €1,200 in a month")]
    [InlineData("Thanks to @a for this", "Thanks to @b for this")]
    [InlineData(
        "We are hiring now #jobs #dev #remote",
        "We are hiring now #remote #jobs #dev #go #rust"
    )]
    [InlineData("The build took 300ms on my machine", "The build took 4 s on my machine")]
    public void Where_only_slots_differ_the_pattern_is_the_same(string one, string other) =>
        Extractor.Extract(one).PatternId.ShouldBe(Extractor.Extract(other).PatternId);

    [Theory]
    [InlineData("Service started", "Service paused")]
    [InlineData("Always do your homework", "Never do your homework")]
    [InlineData("Prices are up", "Prices are down")]
    public void One_word_that_decides_makes_another_family(string one, string other)
    {
        var index = new FamilyIndex();
        index
            .Add(Extractor.Extract(one))
            .FamilyId.ShouldNotBe(index.Add(Extractor.Extract(other)).FamilyId);
    }

    [Fact]
    public void Two_words_fill_one_slot()
    {
        var index = new FamilyIndex();
        var one = index.Add(Extractor.Extract("Thanks to Ann for all the help with the launch"));
        var other = index.Add(
            Extractor.Extract("Thanks to Ann Lee Smith for all the help with the launch")
        );
        other.FamilyId.ShouldBe(one.FamilyId);
    }

    [Fact]
    public void Tags_are_compared_without_case_beyond_ascii() =>
        new[] { "#Über", "#UBER", "#über" }
            .Select(tag => Extractor.Extract($"We talk about {tag} today").PatternId)
            .Distinct()
            .ShouldHaveSingleItem();

    [Fact]
    public void Ids_do_not_depend_on_the_culture_of_the_thread()
    {
        const string Content = "IŞIKLI ÇIKIŞ için I and i";
        var here = Extractor.Extract(Content);
        Template? there = null;
        var thread = new Thread(() =>
        {
            Thread.CurrentThread.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
            there = new TemplateExtractor().Extract(Content);
        });
        thread.Start();
        thread.Join();
        (there!.PatternId, there.TextHash).ShouldBe((here.PatternId, here.TextHash));
    }

    [Fact]
    public void Text_without_end_is_cut_and_half_a_character_does_no_harm()
    {
        Extractor.Extract(new string('x', 100_000)).Status.ShouldBe(TemplateStatus.Ok);
        Extractor.Extract("\uD83D broken \uDE00 \0 text").Status.ShouldBe(TemplateStatus.Ok);
    }

    [Fact]
    public void Again_is_not_ai() =>
        Extractor
            .Extract("An amazing day again")
            .PatternId.ShouldNotBe(Extractor.Extract("Check out this amazing AI").PatternId);

    [SharedFact]
    public void Hostile_text_is_read_without_an_exception()
    {
        using var stream = new System.IO.Compression.GZipStream(
            File.OpenRead(SharedData.File("hostile-text", "blns.json.gz")),
            System.IO.Compression.CompressionMode.Decompress
        );
        foreach (var text in System.Text.Json.JsonSerializer.Deserialize<string[]>(stream)!)
            Extractor.Extract(text).TextHash.Length.ShouldBe(32);
    }
}
