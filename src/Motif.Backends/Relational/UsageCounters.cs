using Motif.Catalog;

namespace Motif.Backends.Relational;

/// <summary>Keeps the numbers on a pattern's row in step with its ledger, in the ledger's own transaction.</summary>
internal static class UsageCounters
{
    /// <param name="patterns">The rows of the patterns, held by the transaction.</param>
    /// <param name="uses">The entries that are new.</param>
    public static async Task AddAsync(
        SqlSession session,
        Dictionary<Guid, StoredPatternRow> patterns,
        IReadOnlyList<Use> uses
    )
    {
        var byPattern = uses.GroupBy(u => u.PatternId).OrderBy(g => g.Key).ToList();
        await session.ExecuteManyAsync(
            """
            UPDATE patterns
            SET uses = uses + @uses,
                last_used_at = CASE WHEN last_used_at > @last THEN last_used_at ELSE @last END
            WHERE pattern_id = @id
            """,
            [.. byPattern.Where(g => g.Any(IsUse)).Select(UseParameters)]
        );
        await session.ExecuteManyAsync(
            "UPDATE pattern_exposures SET exposures = exposures + @exposures WHERE pattern_id = @id",
            [.. byPattern.Where(g => g.Any(IsExposure)).Select(ExposureParameters)]
        );
        await AddOutcomesAsync(
            session,
            patterns,
            [
                .. uses.Where(u => u.Outcome is not null)
                    .Select(u => new OutcomeCount(
                        u.PatternId,
                        u.Outcome!.Value,
                        u.OutcomeAt ?? u.At
                    )),
            ]
        );
        await PastIntents.LearnAsync(
            session,
            [
                .. uses.Where(u => u is { Outcome: UseOutcome.Success, Intent: not null })
                    .Select(u => new LearnedIntent(u.PatternId, u.Intent!, u.OutcomeAt ?? u.At)),
            ]
        );
    }

    public static async Task AddOutcomesAsync(
        SqlSession session,
        Dictionary<Guid, StoredPatternRow> patterns,
        IReadOnlyList<OutcomeCount> outcomes
    )
    {
        var sums = outcomes
            .GroupBy(o => o.PatternId)
            .OrderBy(g => g.Key)
            .Select(g =>
                (
                    g.Key,
                    Successes: g.LongCount(o => o.Outcome == UseOutcome.Success),
                    Failures: g.LongCount(o => o.Outcome == UseOutcome.Failure),
                    Last: g.Max(o => o.At)
                )
            )
            .ToList();
        await session.ExecuteManyAsync(
            """
            UPDATE patterns
            SET successes = successes + @successes, failures = failures + @failures,
                success_rate = CAST(successes + @successes AS double precision)
                    / nullif(successes + failures + @successes + @failures, 0),
                learned_at = CASE WHEN learned_at > @last THEN learned_at ELSE @last END
            WHERE pattern_id = @id
            """,
            [.. sums.Select(s => OutcomeParameters(s.Key, s.Successes, s.Failures, s.Last))]
        );
        await TypeOutcomes.AddAsync(
            session,
            sums.Select(s => new TypeOutcome(
                patterns[s.Key].Kind,
                patterns[s.Key].PatternType,
                s.Successes,
                s.Failures
            ))
        );
    }

    private static bool IsUse(Use use) => use.Action == UseAction.Applied;

    private static bool IsExposure(Use use) => use.Action == UseAction.Exposed;

    private static (string, object?)[] UseParameters(IGrouping<Guid, Use> uses) =>
        [
            ("id", uses.Key),
            ("uses", uses.LongCount(IsUse)),
            ("last", uses.Where(IsUse).Max(u => u.At)),
        ];

    private static (string, object?)[] ExposureParameters(IGrouping<Guid, Use> uses) =>
        [("id", uses.Key), ("exposures", uses.LongCount(IsExposure))];

    private static (string, object?)[] OutcomeParameters(
        Guid id,
        long successes,
        long failures,
        DateTimeOffset last
    ) => [("id", id), ("successes", successes), ("failures", failures), ("last", last)];
}

/// <summary>An outcome to be counted.</summary>
internal readonly record struct OutcomeCount(Guid PatternId, UseOutcome Outcome, DateTimeOffset At);
