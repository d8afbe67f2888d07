using Motif.Discovery.Mining;
using Motif.Discovery.Performance;
using Motif.Discovery.Runs;
using Motif.Numerics;
using Motif.Tests.Discovery.Mining;

namespace Motif.Tests.Discovery.Runs;

public sealed class SelectionFindingsTests
{
    /// <summary>A hundred lassos over one map of items whose outcomes mean nothing.</summary>
    [Fact]
    public void Of_a_hundred_lassos_over_shuffled_outcomes_five_at_most_show_anything()
    {
        var corpus = new PlantedCorpus(20, 100, seed: 77);
        var random = new SeededRandom(78);
        var places = corpus.Items.ConvertAll(_ => (X: random.NextDouble(), Y: random.NextDouble()));
        var items = corpus
            .Items.Select((item, i) => item with { PerformanceRatio = Math.Exp(corpus.Logs[i]) })
            .ToList();
        var scores = OutcomeScores
            .Of(items, new DateTimeOffset(2034, 1, 1, 0, 0, 0, TimeSpan.Zero))
            .Scores;
        var shown = 0;
        for (var lasso = 0; lasso < 100; lasso++)
        {
            var (x, y, radius) = (
                random.NextDouble(),
                random.NextDouble(),
                0.25 + (0.3 * random.NextDouble())
            );
            int[] inside =
            [
                .. Enumerable
                    .Range(0, items.Count)
                    .Where(i =>
                        Math.Pow(places[i].X - x, 2) + Math.Pow(places[i].Y - y, 2)
                        < radius * radius
                    ),
            ];
            var answer = SelectionFindings.Mine(
                [.. inside.Select(i => items[i])],
                [.. inside.Select(i => scores[i])],
                null,
                CancellationToken.None
            );
            answer.IsExploratory.ShouldBeTrue();
            shown += answer.Findings.Count > 0 ? 1 : 0;
        }

        shown.ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public void A_phrase_that_doubles_is_found_in_a_selection_and_called_exploratory()
    {
        var corpus = new PlantedCorpus(24, 120).Plant("secret trick", _ => 0.15, _ => Math.Log(2));
        var items = corpus
            .Items.Select((item, i) => item with { PerformanceRatio = Math.Exp(corpus.Logs[i]) })
            .Take(20 * 120)
            .ToList();

        var answer = SelectionFindings.Mine(
            items,
            OutcomeScores.Of(items, new DateTimeOffset(2034, 1, 1, 0, 0, 0, TimeSpan.Zero)).Scores,
            null,
            CancellationToken.None
        );

        var found = answer
            .Findings.Where(f => f.Feature == "phrase:secret trick")
            .ShouldHaveSingleItem();
        found.Evidence.ShouldBe("exploratory");
        found.State.ShouldBe(FindingState.Confirmed);
        found.ClusterId.ShouldBeNull();
        found.FindingId.ShouldNotBe(
            FindingSheet.IdOf(null, Feature.Parse("phrase:secret trick")!.Value)
        );
    }
}
