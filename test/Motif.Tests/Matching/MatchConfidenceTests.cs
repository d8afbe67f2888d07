using Motif.Embeddings;
using Motif.Matching.Calibration;
using Motif.Matching.Documents;
using Motif.Matching.Ranking;
using Motif.Matching.Requests;
using Motif.Text;

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
        found.BestBelow.ShouldNotBeNull().ShouldBe(below.Max(match => match.Confidence), 1e-9);
        found.Matches.Count.ShouldBe(all.Count - below.Count);
    }

    private RankedMatches Search(string text) => _index.Search(Request(text), Prior);

    private static MatchSearch Request(string text) =>
        new([new QueryPart(text, 1)], new MatchFilters(), 10);
}
