using Motif.Catalog;
using Motif.Embeddings;
using Motif.Matching.Calibration;
using Motif.Matching.Documents;
using Motif.Matching.Indexing;
using Motif.Matching.Ranking;
using Motif.Matching.Requests;
using Motif.Text;
using Motif.Vectors;

namespace Motif.Tests.Matching;

public sealed class MatchConfidenceTests : IDisposable
{
    private static readonly ConfidenceCalibrator Prior = ConfidenceCalibrator.Prior(
        new CalibratorKey("", "", "")
    );

    private readonly MatchIndex _index = new(new TextAnalyzer(), Lexicon.Default);

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("how do I renew my passport in Lisbon")]
    [InlineData("passport renewal in Lisbon")]
    [InlineData("sourdough bread hydration and proofing temperature")]
    public void A_foreign_question_gets_no_confident_answer(string text)
    {
        _index.Upsert(MatchCatalogue.Documents);

        foreach (var match in Search(text).Matches)
            match.Confidence.ShouldBeLessThan(0.2);
    }

    [Theory]
    [InlineData("retry with backoff", "retry")]
    [InlineData("retry", "retry")]
    [InlineData("password hashing", "hash")]
    [InlineData("pasword hashing", "hash")]
    [InlineData("cache aside", "cache")]
    public void A_name_or_a_rare_word_of_one_is_believed(string text, string expected)
    {
        _index.Upsert(MatchCatalogue.Documents);

        var first = Search(text).Matches[0];

        first.Id.ShouldBe(expected);
        first.Confidence.ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void A_word_of_a_name_says_less_in_a_sentence_of_other_words()
    {
        _index.Upsert(MatchCatalogue.Documents);

        Search("password").Matches[0].Inputs.Named.ShouldBeGreaterThan(0.4);
        Search("what was the password that she gave you for that other one")
            .Matches[0]
            .Inputs.Named.ShouldBeLessThan(0.1);
    }

    [Fact]
    public void An_alias_names_a_document_as_its_name_does()
    {
        _index.Upsert([
            new MatchDocument
            {
                Id = "breaker",
                Name = "Stop calling what is down",
                Aliases = ["fuse", "circuit breaker"],
            },
        ]);

        Search("circuit breaker").Matches[0].Inputs.Named.ShouldBe(1, 1e-6);
        Search("stop calling what is down").Matches[0].Inputs.Named.ShouldBe(1, 1e-6);
        Search("circuit").Matches[0].Inputs.Named.ShouldBeInRange(0.5, 0.9);
    }

    [Fact]
    public void An_intent_names_a_document_as_its_name_does_and_a_learned_one_as_far_as_it_is_believed()
    {
        _index.Upsert(MatchCatalogue.Documents);
        _index.Upsert([
            new MatchDocument
            {
                Id = "learned",
                Name = "Bulkheads",
                PastIntents = [new PastIntent("one customer makes all others slow", 0.5)],
            },
        ]);

        Search("repeat failed calls with growing delays").Matches[0].Inputs.Named.ShouldBe(1, 1e-6);
        var learned = Search("one customer makes all others slow").Matches[0];
        learned.Id.ShouldBe("learned");
        learned.Inputs.Named.ShouldBe(0.5, 1e-6);
    }

    [Theory]
    [InlineData(
        "repeat failed calls with growing delays",
        "a warehouse of pallets near the harbour"
    )]
    [InlineData("retry with backoff", "Django, PostgreSQL, 40 developers, a monolith of ten years")]
    [InlineData("password hashing", "we also cache what clients request and limit them")]
    public void Context_takes_no_confidence_away(string intent, string context)
    {
        _index.Upsert(MatchCatalogue.Documents);
        var alone = Search(intent).Matches[0];

        var inContext = _index
            .Search(
                new MatchSearch(
                    MatchQuery.Parts(new MatchRequest { Intent = intent, Context = context }),
                    new MatchFilters(),
                    10
                ),
                Prior
            )
            .Matches[0];

        inContext.Id.ShouldBe(alone.Id);
        inContext.Confidence.ShouldBeGreaterThan(alone.Confidence - 0.05);
    }

    [Theory]
    [InlineData("the")]
    [InlineData("what should I do")]
    [InlineData("and then what")]
    public void Words_without_content_fit_nothing(string text)
    {
        _index.Upsert([
            .. MatchCatalogue.Documents,
            new MatchDocument { Id = "long", Name = "The thing to do when all is lost" },
            new MatchDocument { Id = "who", Name = "Who" },
        ]);

        foreach (var match in Search(text).Matches)
            match.Confidence.ShouldBeLessThan(0.2);
        Search("who").Matches[0].Inputs.Named.ShouldBe(1, 1e-6);
    }

    [Fact]
    public void Places_follow_the_confidences_beside_them()
    {
        _index.Upsert(MatchCatalogue.Documents);

        foreach (
            var text in (string[])["limit retry calls", "cache of passwords", "write requests"]
        )
        {
            var shown = Search(text).Matches.Select(match => match.Confidence).ToList();
            shown.ShouldBe(shown.OrderDescending());
        }
    }

    [Fact]
    public void Of_near_twins_the_one_that_works_comes_first_whichever_fits_a_little_better()
    {
        MatchDocument Twin(string id, string name, int successes, int failures) =>
            new()
            {
                Id = id,
                Name = name,
                Intent = "answer repeated reads from memory",
                SuccessPosterior = new SuccessPosterior(successes, failures).Mean,
                Trust = new SuccessPosterior(successes, failures).Trust,
            };
        _index.Upsert([
            .. MatchCatalogue.Documents,
            Twin("good", "Cache in front of a database", 400, 100),
            Twin("bad", "Cache in front of your database", 100, 400),
        ]);

        foreach (
            var text in (string[])
                [
                    "database cache",
                    "cache",
                    "answer reads of the database from memory",
                    "a cache for the database",
                    "answer repeated reads from memory",
                    "a cache beside our database",
                    "cache database reads",
                    "repeated reads of a database",
                    "put a cache to the database to answer reads from memory",
                    "memory for repeated reads",
                ]
        )
        {
            var twins = Search(text).Matches.Where(match => match.Id is "good" or "bad").ToList();
            twins.Select(match => match.Id).ShouldBe(["good", "bad"], text);
            twins[1].Confidence.ShouldBeLessThan(0.3);
        }
    }

    [Fact]
    public void A_request_of_unknown_words_gets_nothing()
    {
        _index.Upsert(MatchCatalogue.Documents);

        var found = Search("zzzzqqq xqxqxq");

        found.Matches.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0.01, 0)]
    [InlineData(0.9, 1)]
    public void With_a_model_unknown_words_get_only_what_it_is_rather_sure_of(
        double cosine,
        int shown
    )
    {
        _index.Upsert(MatchCatalogue.Documents);
        var model = new VectorSignal(
            new EmbeddingSpace("test", "model", 4),
            new Dictionary<string, float>(StringComparer.Ordinal)
            {
                ["hash"] = (float)cosine,
                ["cache"] = 0,
            }
        );

        var found = _index.Search(
            Request("zzzzqqq xqxqxq") with
            {
                Vectors = model,
            },
            ConfidenceCalibrator.Prior(new CalibratorKey("", "", PriorConfidence.Model.Name))
        );

        found.Matches.Count.ShouldBe(shown);
    }

    [Fact]
    public void Names_follow_their_documents_when_removed_ones_are_swept_out()
    {
        _index.Upsert([
            .. Enumerable
                .Range(0, 300)
                .Select(number => new MatchDocument
                {
                    Id = $"f{number}",
                    Name = $"Filler {number}",
                }),
        ]);
        _index.Upsert(MatchCatalogue.Documents);
        for (var number = 0; number < 300; number++)
            _index.Remove($"f{number}");

        Search("password hashing").Matches[0].Inputs.Named.ShouldBe(1, 1e-6);
    }

    [Fact]
    public void A_signal_without_anything_to_say_does_not_make_a_result_doubtful()
    {
        _index.Upsert([
            .. MatchCatalogue.Documents,
            .. Enumerable
                .Range(0, 60)
                .Select(number => new MatchDocument
                {
                    Id = $"x{number}",
                    Description = $"retry call word{number % 7} part{number % 5}",
                }),
            new MatchDocument { Id = "rare", Name = "Qwertzuiop" },
        ]);
        _index.Refit();

        var first = Search("qwertzuiop");

        first.Maxima.Lsi.ShouldBe(0);
        first.Matches[0].Score.ShouldBeLessThan(0.6);
        first.Matches[0].Inputs.Score.ShouldBe(1, 1e-6);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.6)]
    public void A_threshold_counts_what_it_leaves_out_by_the_confidence_it_would_show(
        double threshold
    )
    {
        _index.Upsert(MatchCatalogue.Documents);
        var all = Search("retry calls to hash passwords").Matches;

        var found = _index.Search(
            Request("retry calls to hash passwords") with
            {
                MinConfidence = threshold,
            },
            Prior
        );

        var below = all.Where(match => match.Confidence < threshold).ToList();
        below.ShouldNotBeEmpty();
        found.BelowThreshold.ShouldBe(below.Count);
        found
            .NearestBelow.ShouldNotBeNull()
            .Confidence.ShouldBe(below.Max(match => match.Confidence), 1e-9);
        found.Matches.Count.ShouldBe(all.Count - below.Count);
    }

    private RankedMatches Search(string text) => _index.Search(Request(text), Prior);

    private static MatchSearch Request(string text) =>
        new([new QueryPart(text, 1)], new MatchFilters(), 10);
}
