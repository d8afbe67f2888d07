using Motif.Catalog;
using Motif.Matching.Calibration;

namespace Motif.Backends.Relational;

/// <summary>An outcome to be counted.</summary>
/// <param name="Intent">What it was used for; null where nobody said.</param>
/// <param name="Namespace">Where it is learned; empty where no namespace was named.</param>
internal readonly record struct ReportedOutcome(
    Guid PatternId,
    string Actor,
    DateTimeOffset At,
    string? Intent,
    UseOutcome Outcome,
    string Namespace
)
{
    /// <summary>Days since 1970 (UTC).</summary>
    public int Day => (int)Math.Floor((At - DateTimeOffset.UnixEpoch).TotalDays);

    public string Fingerprint => Intent is { Length: > 0 } ? PastIntents.Fingerprint(Intent) : "";
}

/// <summary>
/// What every actor reported of a pattern on a day, by which outcomes are weighed (<see cref="OutcomeWeight"/>). The transaction
/// holds the rows of the patterns.
/// </summary>
internal static class OutcomeDays
{
    /// <summary>Adds outcomes; returns by pattern what its weighed sums change by, in millionths.</summary>
    public static async Task<Dictionary<Guid, (long Successes, long Failures)>> AddAsync(
        SqlSession session,
        IReadOnlyList<ReportedOutcome> outcomes
    )
    {
        var before = await ReadAsync(session, outcomes);
        await session.ExecuteManyAsync(
            """
            INSERT INTO outcome_days (pattern_id, namespace, actor, day, fingerprint, successes, failures)
            VALUES (@id, @namespace, @actor, @day, @fingerprint, @successes, @failures)
            ON CONFLICT (pattern_id, namespace, actor, day, fingerprint) DO UPDATE
            SET successes = outcome_days.successes + excluded.successes,
                failures = outcome_days.failures + excluded.failures
            """,
            [
                .. outcomes
                    .GroupBy(o => (o.PatternId, o.Namespace, o.Actor, o.Day, o.Fingerprint))
                    .OrderBy(g => g.Key)
                    .Select(Parameters),
            ]
        );
        return outcomes
            .GroupBy(o => (o.PatternId, o.Actor, o.Day))
            .Select(g => (g.Key.PatternId, Change: Change(before.GetValueOrDefault(g.Key), g)))
            .GroupBy(c => c.PatternId)
            .ToDictionary(
                g => g.Key,
                g => (g.Sum(c => c.Change.Successes), g.Sum(c => c.Change.Failures))
            );
    }

    /// <summary>What the outcomes of a namespace say of patterns; those without one there are left out.</summary>
    public static async Task<Dictionary<Guid, NamespaceRecord>> RecordsAsync(
        SqlSession session,
        Guid[] patternIds,
        string learnedIn
    )
    {
        var rows = await session.QueryAsync<DayRow>(
            $"""
            SELECT pattern_id AS PatternId, actor AS Actor, day AS Day,
                   CAST(sum(successes) AS bigint) AS Successes, CAST(sum(failures) AS bigint) AS Failures
            FROM outcome_days
            WHERE {session.Dialect.IsIn("pattern_id", "ids")} AND namespace = @namespace
            GROUP BY pattern_id, actor, day
            """,
            ("ids", patternIds),
            ("namespace", learnedIn)
        );
        return rows.GroupBy(row => row.PatternId.Value)
            .ToDictionary(
                g => g.Key,
                g => new NamespaceRecord(
                    g.Sum(row => row.Successes),
                    g.Sum(row => row.Failures),
                    g.Sum(row => OutcomeWeight.Of(row.Successes, row.Successes + row.Failures)),
                    g.Sum(row => OutcomeWeight.Of(row.Failures, row.Successes + row.Failures))
                )
            );
    }

    private static async Task<
        Dictionary<(Guid, string, int), (long Successes, long Failures)>
    > ReadAsync(SqlSession session, IReadOnlyList<ReportedOutcome> outcomes)
    {
        if (outcomes.Count == 0)
            return [];
        var rows = await session.QueryAsync<DayRow>(
            $"""
            SELECT pattern_id AS PatternId, actor AS Actor, day AS Day,
                   CAST(sum(successes) AS bigint) AS Successes, CAST(sum(failures) AS bigint) AS Failures
            FROM outcome_days
            WHERE {session.Dialect.IsIn("pattern_id", "ids")} AND {session.Dialect.IsIn(
                "actor",
                "actors"
            )}
              AND day BETWEEN @first AND @last
            GROUP BY pattern_id, actor, day
            """,
            ("ids", outcomes.Select(o => o.PatternId).Distinct().ToArray()),
            ("actors", outcomes.Select(o => o.Actor).Distinct(StringComparer.Ordinal).ToArray()),
            ("first", outcomes.Min(o => o.Day)),
            ("last", outcomes.Max(o => o.Day))
        );
        return rows.ToDictionary(
            r => (r.PatternId.Value, r.Actor, r.Day),
            r => (r.Successes, r.Failures)
        );
    }

    private static (long Successes, long Failures) Change(
        (long Successes, long Failures) before,
        IEnumerable<ReportedOutcome> added
    )
    {
        var (successes, failures) = before;
        foreach (var outcome in added)
        {
            if (outcome.Outcome is UseOutcome.Success)
                successes++;
            else
                failures++;
        }
        var (now, then) = (successes + failures, before.Successes + before.Failures);
        return (
            OutcomeWeight.Of(successes, now) - OutcomeWeight.Of(before.Successes, then),
            OutcomeWeight.Of(failures, now) - OutcomeWeight.Of(before.Failures, then)
        );
    }

    private static (string, object?)[] Parameters(
        IGrouping<
            (Guid Id, string Namespace, string Actor, int Day, string Fingerprint),
            ReportedOutcome
        > day
    ) =>
        [
            ("id", day.Key.Id),
            ("namespace", day.Key.Namespace),
            ("actor", day.Key.Actor),
            ("day", day.Key.Day),
            ("fingerprint", day.Key.Fingerprint),
            ("successes", day.LongCount(o => o.Outcome is UseOutcome.Success)),
            ("failures", day.LongCount(o => o.Outcome is UseOutcome.Failure)),
        ];

    private sealed class DayRow
    {
        public StoredId PatternId { get; init; }

        public string Actor { get; init; } = "";

        public int Day { get; init; }

        public long Successes { get; init; }

        public long Failures { get; init; }
    }
}
