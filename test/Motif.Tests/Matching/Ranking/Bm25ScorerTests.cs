using Motif.Matching.Documents;
using Motif.Matching.Ranking;
using Motif.Text;

namespace Motif.Tests.Matching.Ranking;

public sealed class Bm25ScorerTests
{
    private readonly TextAnalyzer _analyzer = new();

    [Fact]
    public void A_score_is_the_textbook_formula()
    {
        var index = Index(
            FieldWeights.Flat,
            Described("retry retry cache"),
            Described("cache"),
            Described("queue")
        );

        var scores = Score(index, "retry");

        var idf = Math.Log(1 + ((3 - 1 + 0.5) / (1 + 0.5)));
        var average = 5.0 / 3;
        var expected = idf * 2 * 2.2 / (2 + (1.2 * (1 - 0.75 + (0.75 * 3 / average))));
        scores[0].ShouldBe((float)expected, 1e-5f);
        scores[1].ShouldBe(0);
    }

    [Fact]
    public void A_word_that_a_request_repeats_counts_less_and_less()
    {
        var index = Index(FieldWeights.Flat, Described("retry"), Described("queue"));
        float Times(double weight)
        {
            var query = new Bm25Scorer(index).Of([
                new QueryTerm(index.Find("retri"), "retri", weight),
            ]);
            return query.Score(index.Document(0), index.Lengths[0]);
        }

        var once = Times(1);
        Times(0.5).ShouldBe(once * 0.5f, 1e-5f);
        Times(2).ShouldBe(once * 42f / 22, 1e-5f);
        Times(1000).ShouldBeLessThan(once * 21);
    }

    [Fact]
    public void A_term_in_the_name_counts_more_than_one_in_the_steps()
    {
        var index = Index(
            new FieldWeights(),
            new MatchDocument
            {
                Id = "name",
                Name = "retry",
                Steps = ["cache"],
            },
            new MatchDocument
            {
                Id = "steps",
                Name = "cache",
                Steps = ["retry"],
            }
        );

        var scores = Score(index, "retry");

        scores[0].ShouldBeGreaterThan(scores[1]);
    }

    [Fact]
    public void Removing_and_compacting_leaves_the_scores_of_a_fresh_index()
    {
        var kept = Described("retry with backoff");
        var other = Described("cache of retries and more words");
        var index = Index(
            FieldWeights.Flat,
            Described("retry now"),
            kept,
            Described("gone gone"),
            other
        );

        index.Remove(0);
        index.Remove(2);
        var fresh = Score(Index(FieldWeights.Flat, kept, other), "retry cache");
        Score(index, "retry cache")
            .ShouldBe([Score(index, "retry cache")[0], fresh[0], 0, fresh[1]]);
        index.Compact([-1, 0, -1, 1]);

        Score(index, "retry cache").ShouldBe(fresh);
        index.LiveCount.ShouldBe(2);
    }

    private static MatchDocument Described(string text) => new() { Id = text, Description = text };

    private InvertedIndex Index(FieldWeights weights, params MatchDocument[] documents)
    {
        var index = new InvertedIndex();
        foreach (var document in documents)
            index.Add(DocumentText.Of(document, _analyzer, weights));
        return index;
    }

    private float[] Score(InvertedIndex index, string text)
    {
        var query = _analyzer
            .Analyze(text)
            .Terms.Select(term => new QueryTerm(index.Find(term), term, 1))
            .ToArray();
        var scorer = new Bm25Scorer(index).Of(query);
        return
        [
            .. Enumerable
                .Range(0, index.SlotCount)
                .Select(slot => scorer.Score(index.Document(slot), index.Lengths[slot])),
        ];
    }
}
