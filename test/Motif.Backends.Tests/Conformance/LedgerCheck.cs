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
        foreach (var type in stored.GroupBy(p => (p.Kind, p.PatternType)))
        {
            var successes = type.Sum(p => p.Success.Successes);
            var failures = type.Sum(p => p.Success.Failures);
            var mean =
                successes + failures == 0 ? .5 : SuccessPosterior.TypeMean(successes, failures);
            type.ShouldAllBe(p => p.Success.PriorMean == mean);
        }
    }

    private static async Task<IReadOnlyList<Use>> UsesAsync(IServiceProvider server, Guid id) =>
        await server
            .GetRequiredService<IUsageStore>()
            .ListAsync(id, null, 100_000, CancellationToken.None);
}
