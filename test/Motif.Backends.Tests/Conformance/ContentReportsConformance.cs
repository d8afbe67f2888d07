using Microsoft.Extensions.DependencyInjection;
using Motif.Content.Evaluation;
using Motif.Content.Fatigue;
using Motif.Content.Posts;
using Motif.Content.Selection;

namespace Motif.Backends.Tests.Conformance;

/// <summary>What is told of a persona over time, the same on every database.</summary>
public abstract class ContentReportsConformance(TestBackend backend) : ContentConformance(backend)
{
    [ConformanceFact]
    public async Task Diversity_is_told_day_by_day_and_is_nothing_where_nothing_was_posted()
    {
        await UseAsync(TimeSpan.FromDays(20), "family 0");
        foreach (
            var family in (string[])["family 0", "family 0", "family 1", "family 2", "family 2"]
        )
            await UseAsync(TimeSpan.FromDays(10), family);

        var statistics = Good(await Personas.StatisticsAsync(Persona, Forever));

        var days = statistics.DiversityByDay;
        days.Count.ShouldBe(28);
        days.Select(d => d.Day).ShouldBeInOrder();
        days[^1].Day.ShouldBe(DateOnly.FromDateTime(Clock.Now.UtcDateTime));
        var one = days[^21];
        (one.Uses, one.Families, one.EffectiveFamilies, one.Score).ShouldBe((1, 1, 1, null));
        // A use counts up to the same time of day a week later: at the end of that day no more.
        (days[^15].Uses, days[^14].Uses).ShouldBe((1, 0));
        days[^14].EffectiveFamilies.ShouldBeNull();
        var five = days[^11];
        var effective = Math.Exp(-((0.8 * Math.Log(0.4)) + (0.2 * Math.Log(0.2))));
        (five.Uses, five.Families).ShouldBe((5, 3));
        five.EffectiveFamilies!.Value.ShouldBe(effective, 1e-12);
        five.Score!.Value.ShouldBe(effective / 3, 1e-12);
        (days[^1].EffectiveFamilies, statistics.DiversityScore).ShouldBe((null, null));
    }

    [ConformanceFact]
    public async Task The_last_day_is_the_diversity_of_now_and_a_late_fact_changes_its_own_day()
    {
        for (var i = 0; i < 7; i++)
            await UseAsync(TimeSpan.FromHours(10 * (i + 1)), $"family {i % 4}");
        var before = Good(await Personas.StatisticsAsync(Persona, Forever));
        await UseAsync(TimeSpan.FromDays(12), "family 9");
        var after = Good(await Personas.StatisticsAsync(Persona, Forever));

        before.DiversityByDay[^1].Score.ShouldBe(before.DiversityScore);
        before.DiversityScore.ShouldNotBeNull();
        (before.DiversityByDay[^13].Uses, after.DiversityByDay[^13].Uses).ShouldBe((0, 1));
        after.DiversityByDay[^1].Score.ShouldBe(after.DiversityScore);
    }

    [ConformanceFact]
    public async Task The_cost_of_the_cap_is_that_of_its_own_decisions_once_there_are_enough()
    {
        for (var i = 0; i < 12; i++)
            await TeachAsync($"family {i % 3}", i % 3 == 0 ? 180 : 20, TimeSpan.FromDays(30 - i));
        for (var i = 0; i < 3; i++)
            await TeachAsync("family 0", 180, TimeSpan.FromDays(3 + i));
        for (var i = 0; i < CapCostReport.LeastDecisions; i++)
        {
            var early = await CostAsync();
            (early.PerSlot, early.Refusal is not null, early.Decisions).ShouldBe((null, true, i));
            await SelectAsync($"d{i}", SelectionMode.Guard);
            await SelectAsync($"a{i}", SelectionMode.Adaptive);
        }

        var report = await CostAsync();

        (report.Decisions, report.HeldBack, report.GivenUp).ShouldBe((20, 20, 0));
        // The family that rests was nine times as good as the others.
        report.PerSlot!.Low.ShouldBeGreaterThan(0);
        report.PerSlot.Value.ShouldBe(report.Without!.Value - report.With!.Value, 1e-12);
        var replay = Good(await Log.ReplayAsync(Persona, "d3", Forever));
        replay.Same.ShouldBeTrue();
        replay.Replayed.Slots[0].CapCost.ShouldBe(replay.Stored.Selected[0].CapCost);
        Clock.Now += TimeSpan.FromDays(29);
        (await CostAsync()).Decisions.ShouldBe(0);
    }

    private async Task<CapCostReport> CostAsync() =>
        Good(await Timed.GetRequiredService<ContentEvaluation>().CapCostAsync(Persona, Forever));

    private Task<PostReceipt> TeachAsync(string family, double successes, TimeSpan ago) =>
        PublishAsync(
            new PublishPost
            {
                Pattern = family,
                UsedAt = Clock.Now - ago,
                Metrics = [new MetricSnapshot(Clock.Now, 1000, successes, Final: true)],
            }
        );

    private async Task SelectAsync(string decision, SelectionMode mode) =>
        Good(
            await Selector.SelectAsync(
                new SelectRequest
                {
                    PersonaId = Persona,
                    DecisionId = decision,
                    Mode = mode,
                    Reserve = false,
                    Variants =
                    [
                        .. Enumerable
                            .Range(0, 3)
                            .Select(i => new VariantCandidate
                            {
                                VariantId = $"v{i}",
                                Pattern = $"family {i}",
                            }),
                    ],
                },
                Forever
            )
        );
}
