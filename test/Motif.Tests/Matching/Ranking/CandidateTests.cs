using Motif.Embeddings;
using Motif.Matching.Calibration;
using Motif.Matching.Documents;
using Motif.Matching.Indexing;
using Motif.Matching.Ranking;
using Motif.Matching.Requests;
using Motif.Text;
using Motif.Vectors;

namespace Motif.Tests.Matching.Ranking;

/// <summary>What candidates bring is what a look at every document brings.</summary>
public sealed class CandidateTests
{
    private const int Documents = 4000;
    private static readonly ConfidenceCalibrator Prior = ConfidenceCalibrator.Prior(
        new CalibratorKey("", "", "")
    );

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_first_by_words_are_those_of_a_look_at_all_after_updates_and_removals(int seed)
    {
        var random = new Random(seed);
        using var few = Index(20);
        using var all = Index(int.MaxValue);
        MatchIndex[] indexes = [few, all];
        foreach (var index in indexes)
            index.Upsert(Catalogue(new Random(seed)));
        foreach (var id in Enumerable.Range(0, 300).Select(_ => $"{random.Next(Documents):D5}"))
        {
            foreach (var index in indexes)
                index.Remove(id);
        }
        var changed = Catalogue(new Random(seed + 100)).Where((_, i) => i % 9 == 0).ToList();
        foreach (var index in indexes)
            index.Upsert(changed);

        for (var i = 0; i < 60; i++)
        {
            var request = Request(Text(random, 1 + random.Next(8)), Filters(random));
            var expected = all.Search(request, Prior).Matches;
            var found = few.Search(request, Prior).Matches;
            found
                .Select(match => (match.Id, match.Raw.Bm25))
                .ShouldBe(expected.Select(match => (match.Id, match.Raw.Bm25)));
        }
    }

    [Fact]
    public void Scores_are_the_sum_of_what_each_term_gives()
    {
        using var index = Index(20);
        index.Upsert(Catalogue(new Random(7)));
        var documents = Catalogue(new Random(7)).ToDictionary(document => document.Id);
        var analyzer = new TextAnalyzer();
        var found = index.Search(Request("w3 w40 w120", new MatchFilters()), Prior);

        foreach (var match in found.Matches)
        {
            var counts = analyzer
                .Analyze(documents[match.Id].Description)
                .Terms.CountBy(term => term)
                .ToDictionary();
            var sum = found.Terms.Sum(term =>
                counts.TryGetValue(term.Text, out var count)
                    ? index.TermScore(term, match.Slot, count)
                    : 0
            );
            match.Raw.Bm25.ShouldBe(sum, 1e-3);
        }
    }

    [Fact]
    public void A_named_document_is_found_among_many_that_say_the_word_more_often()
    {
        using var index = Index(5);
        index.Upsert([
            .. Enumerable
                .Range(0, 3000)
                .Select(i => new MatchDocument
                {
                    Id = $"{i:D5}",
                    Name = $"gateway {i}",
                    Description = "gateway gateway gateway gateway gateway",
                }),
            new MatchDocument
            {
                Id = "named",
                Name = "Gateway",
                Description = string.Join(' ', Enumerable.Range(0, 300).Select(i => $"other{i}")),
            },
        ]);

        index
            .Search(Request("the gateway", new MatchFilters()) with { Limit = 100 }, Prior)
            .Matches.ShouldContain(match => match.Id == "named");
    }

    [Fact]
    public void What_a_model_names_is_a_candidate_only_where_it_passes()
    {
        using var index = Index(20);
        index.Upsert(Catalogue(new Random(7)));
        var request = Request("nothing that anybody says", new() { Tags = ["rare"] }) with
        {
            Weights = null,
            Vectors = new VectorSignal(
                new EmbeddingSpace("endpoint", "model", 2),
                new Dictionary<string, float> { ["00000"] = 0.9f, ["00001"] = 0.8f },
                Median: 0.1f
            ),
        };

        index.Search(request, Prior).Matches.Select(match => match.Id).ShouldBe(["00000"]);
    }

    [Fact]
    public void A_sample_depends_on_what_passes_and_not_on_the_order_of_writing()
    {
        var (one, other) = (new SlotSample(), new SlotSample());
        const int count = 40_000;
        for (var i = 0; i < count; i++)
        {
            one.Add($"id{i}");
            other.Add($"id{count - 1 - i}");
        }
        var slots = new SlotSet();
        for (var i = 0; i < count; i++)
            slots.Add(i);

        var sample = one.Of(slots, count);
        sample.Count.ShouldBe(SlotSample.Size);
        other.Of(slots, count).Select(slot => count - 1 - slot).Order().ShouldBe(sample);
    }

    private static MatchIndex Index(int candidates) =>
        new(
            new TextAnalyzer(),
            Lexicon.Default,
            new MatchIndexOptions { Candidates = candidates, Fields = FieldWeights.Flat }
        );

    private static List<MatchDocument> Catalogue(Random random) =>
        [
            .. Enumerable
                .Range(0, Documents)
                .Select(i => new MatchDocument
                {
                    Id = $"{i:D5}",
                    Description = Text(random, 3 + random.Next(40)),
                    Tags =
                    [
                        i % 1000 == 0 ? "rare"
                        : i % 25 == 0 ? "some"
                        : "many",
                    ],
                    Quality = random.NextDouble(),
                }),
        ];

    /// <summary>Words of which the n-th is n times as rare as the first.</summary>
    private static string Text(Random random, int words) =>
        string.Join(
            ' ',
            Enumerable
                .Range(0, words)
                .Select(_ => $"w{(int)Math.Exp(random.NextDouble() * Math.Log(400))}")
        );

    private static MatchFilters Filters(Random random) =>
        random.Next(4) switch
        {
            0 => new MatchFilters { Tags = ["rare"] },
            1 => new MatchFilters { Tags = ["some"] },
            2 => new MatchFilters { MinQualityScore = 0.8 },
            _ => new MatchFilters(),
        };

    private static MatchSearch Request(string text, MatchFilters filters) =>
        new(
            [new QueryPart(text, 1)],
            filters,
            10,
            Weights: new SignalWeights { Bm25 = 1, PriorReach = 0 }
        );
}
