using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Counts the ledger again and compares it with the numbers kept on the patterns and their types.</summary>
internal static class LedgerCheck
{
    public static async Task ShouldAgreeAsync(
        IServiceProvider server,
        IReadOnlyCollection<Guid> patternIds
    )
    {
        var stored = await server
            .GetRequiredService<IPatternStore>()
            .FindManyAsync(patternIds, CancellationToken.None);
        foreach (var pattern in stored)
        {
            var uses = await UsesAsync(server, pattern.PatternId);
            pattern.Usage.ShouldBe(
                new UsageSummary(
                    uses.Count(u => u.Action == UseAction.Applied),
                    uses.Count(u => u.Action == UseAction.Exposed),
                    uses.Where(u => u.Action == UseAction.Applied).Max(u => (DateTimeOffset?)u.At)
                )
            );
            (pattern.Success.Successes, pattern.Success.Failures).ShouldBe(
                (
                    uses.Count(u => u.Outcome == UseOutcome.Success),
                    uses.Count(u => u.Outcome == UseOutcome.Failure)
                )
            );
        }
        foreach (var pattern in stored)
            Weighed(await UsesAsync(server, pattern.PatternId))
                .ShouldBe(
                    (
                        Millionths(pattern.Success.WeighedSuccesses),
                        Millionths(pattern.Success.WeighedFailures)
                    )
                );
        foreach (var type in stored.GroupBy(p => (p.Kind, p.PatternType)))
        {
            var voices = type.Select(p =>
                    OutcomeWeight.InItsType(
                        Millionths(p.Success.WeighedSuccesses),
                        Millionths(p.Success.WeighedFailures)
                    )
                )
                .ToList();
            var mean = SuccessPosterior.TypeMean(
                voices.Sum(v => v.Successes) / (double)OutcomeWeight.Unit,
                voices.Sum(v => v.Weight) / (double)OutcomeWeight.Unit
            );
            type.ShouldAllBe(p => p.Success.PriorMean == mean);
        }
    }

    private static (long Successes, long Failures) Weighed(IReadOnlyList<Use> uses)
    {
        var days = uses.Where(u => u.Outcome is not null)
            .GroupBy(u => (u.Actor, (u.OutcomeAt ?? u.At).UtcDateTime.Date))
            .Select(g =>
                (All: g.LongCount(), Good: g.LongCount(u => u.Outcome is UseOutcome.Success))
            )
            .ToList();
        return (
            days.Sum(d => OutcomeWeight.Of(d.Good, d.All)),
            days.Sum(d => OutcomeWeight.Of(d.All - d.Good, d.All))
        );
    }

    private static long Millionths(double outcomes) =>
        (long)Math.Round(outcomes * OutcomeWeight.Unit);

    private static async Task<IReadOnlyList<Use>> UsesAsync(IServiceProvider server, Guid id) =>
        await server
            .GetRequiredService<IUsageStore>()
            .ListAsync(id, null, 100_000, CancellationToken.None);
}
