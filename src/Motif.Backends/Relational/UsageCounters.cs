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
                    .Select(u => new ReportedOutcome(
                        u.PatternId,
                        u.Actor,
                        u.OutcomeAt ?? u.At,
                        u.Intent,
                        u.Outcome!.Value,
                        u.Namespace ?? ""
                    )),
            ]
        );
    }

    /// <summary>Once in a transaction, for the rows of the patterns are those from before it.</summary>
    public static async Task AddOutcomesAsync(
        SqlSession session,
        Dictionary<Guid, StoredPatternRow> patterns,
        IReadOnlyList<ReportedOutcome> outcomes
    )
    {
        var weighed = await OutcomeDays.AddAsync(session, outcomes);
        var sums = outcomes
            .GroupBy(o => o.PatternId)
            .OrderBy(g => g.Key)
            .Select(g => new OutcomeSum(
                g.Key,
                g.LongCount(o => o.Outcome == UseOutcome.Success),
                g.LongCount(o => o.Outcome == UseOutcome.Failure),
                g.Max(o => o.At),
                weighed[g.Key].Successes,
                weighed[g.Key].Failures
            ))
            .ToList();
        await session.ExecuteManyAsync(
            """
            UPDATE patterns
            SET successes = successes + @successes, failures = failures + @failures,
                success_rate = CAST(successes + @successes AS double precision)
                    / nullif(successes + failures + @successes + @failures, 0),
                weighed_successes = weighed_successes + @weighed_successes,
                weighed_failures = weighed_failures + @weighed_failures,
                learned_at = CASE WHEN learned_at > @last THEN learned_at ELSE @last END
            WHERE pattern_id = @id
            """,
            sums.ConvertAll(OutcomeParameters)
        );
        await PastIntents.LearnAsync(session, outcomes);
        await TypeOutcomes.AddAsync(session, sums.SelectMany(s => Voices(patterns[s.Id], s)));
    }

    /// <summary>What the pattern said of its type before, taken away, and what it says now.</summary>
    private static IEnumerable<TypeOutcome> Voices(StoredPatternRow pattern, OutcomeSum sum)
    {
        yield return pattern.OutcomesOf(pattern.PatternType, -1);
        var (successes, weight) = OutcomeWeight.InItsType(
            pattern.WeighedSuccesses + sum.WeighedSuccesses,
            pattern.WeighedFailures + sum.WeighedFailures
        );
        yield return new TypeOutcome(pattern.Kind, pattern.PatternType, successes, weight);
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

    private static (string, object?)[] OutcomeParameters(OutcomeSum sum) =>
        [
            ("id", sum.Id),
            ("successes", sum.Successes),
            ("failures", sum.Failures),
            ("last", sum.Last),
            ("weighed_successes", sum.WeighedSuccesses),
            ("weighed_failures", sum.WeighedFailures),
        ];

    /// <summary>What a transaction adds to a pattern's outcomes; what they count may also become less.</summary>
    private readonly record struct OutcomeSum(
        Guid Id,
        long Successes,
        long Failures,
        DateTimeOffset Last,
        long WeighedSuccesses,
        long WeighedFailures
    );
}
