using System.Text.Json;
using Motif.Discovery.Mining;
using Motif.Discovery.Performance;
using Motif.Numerics;
using Motif.Shared;
using Motif.Tests.Content;

namespace Motif.Tests.Discovery.Mining;

public sealed class KnownTruthsTests
{
    /// <summary>The directions of Robertson et al. (2023) and of Banerjee and Urminsky (2024), in tests whose counts hold.</summary>
    [SharedFact]
    public void What_experiments_on_headlines_showed_comes_out_with_its_sign()
    {
        var items = UpworthyHeadlines.Read(SharedData.Root!)!.Items(_ => true);
        var corpus = new CorpusMiner(
            items,
            OutcomeScores.Of(items, DateTimeOffset.UnixEpoch.AddYears(60)).Scores,
            [.. items.Select(_ => ((int, int)?)(0, 0))],
            (_, _) => new ScopeName(null, "everything"),
            null,
            1,
            2
        );
        var traits = corpus.TraitsHeld.ToList();

        var (agreeing, clear) = (0, 0);
        foreach (var (_, sign, isTrait) in UpworthyHeadlines.Truths)
        {
            var feature = traits.Single(t => isTrait(t.Key));
            var effect = corpus.Miner.Tests(Layer.All, corpus.RowsOf(feature), 0).Single().Whole;
            agreeing += Math.Sign(effect.Effect) == sign ? 1 : 0;
            clear += effect.P < 0.05 && Math.Sign(effect.Effect) == sign ? 1 : 0;
        }

        agreeing.ShouldBe(7);
        clear.ShouldBeGreaterThanOrEqualTo(5);
    }

    [SharedFact]
    public void Of_two_hundred_random_attributes_of_real_headlines_hardly_any_is_found_and_none_confirmed()
    {
        var random = new SeededRandom(18);
        var items = UpworthyHeadlines
            .Read(SharedData.Root!)!
            .Items(_ => true)
            .ConvertAll(item =>
                item with
                {
                    Attributes = Enumerable
                        .Range(0, 200)
                        .Where(a => random.NextDouble() < 0.01 * Math.Pow(50, a / 199.0))
                        .ToDictionary(
                            a => FormattableString.Invariant($"random{a}"),
                            _ => JsonSerializer.SerializeToElement(true),
                            StringComparer.Ordinal
                        ),
                }
            );

        var report = new CorpusMiner(
            items,
            OutcomeScores.Of(items, DateTimeOffset.UnixEpoch.AddYears(60)).Scores,
            [.. items.Select(_ => ((int, int)?)(0, 0))],
            (_, _) => new ScopeName(null, "everything"),
            null,
            1,
            2
        ).Mine(CancellationToken.None);

        var ofChance = report
            .Findings.Where(f => f.Feature.Contains("random", StringComparison.Ordinal))
            .ToList();
        report.Numbers.Tested.ShouldBeGreaterThan(200);
        ofChance.Count.ShouldBeLessThanOrEqualTo(10);
        ofChance.ShouldNotContain(f => f.State == FindingState.Confirmed);
    }

    [SharedFact]
    public void Weeks_in_which_viewers_were_not_dealt_out_evenly_are_told_by_the_counts()
    {
        var headlines = UpworthyHeadlines.Read(SharedData.Root!)!;

        headlines.Count(UpworthyHeadlines.IsSuspectWeek).ShouldBe((755, 510));
        headlines.Count(w => !UpworthyHeadlines.IsSuspectWeek(w)).ShouldBe((2645, 32));
    }
}
