using System.Security.Cryptography;
using System.Text;
using Motif.Catalog;

namespace Motif.Backends.Relational;

/// <summary>What a match that showed a pattern was asked.</summary>
internal sealed class ShownFor
{
    public string? Intent { get; init; }

    /// <summary>Null where none was named.</summary>
    public string? Namespace { get; init; }
}

/// <summary>
/// Keeps the intents that patterns served with success in step with the ledger, in its own transaction; the transaction
/// holds the rows of the patterns. How far each is believed follows from what stands in <see cref="OutcomeDays"/>.
/// </summary>
internal static class PastIntents
{
    /// <summary>What the match asked that showed the pattern, and for which namespace; null where none did.</summary>
    public static Task<ShownFor?> OfMatchAsync(
        SqlSession session,
        Guid patternId,
        string matchId
    ) =>
        session.FirstOrDefaultAsync<ShownFor>(
            """
            SELECT context AS Intent, namespace AS Namespace FROM pattern_usage
            WHERE pattern_id = @id AND idempotency_key = @match AND action = 'exposed' AND metrics IS NOT NULL
            """,
            ("id", patternId),
            ("match", matchId)
        );

    /// <summary>Takes in the intents of those outcomes that succeeded.</summary>
    public static async Task LearnAsync(SqlSession session, IReadOnlyList<ReportedOutcome> outcomes)
    {
        var learned = outcomes
            .Where(o => o is { Outcome: UseOutcome.Success, Intent.Length: > 0 })
            .ToList();
        await session.ExecuteManyAsync(
            """
            INSERT INTO pattern_intents (pattern_id, namespace, fingerprint, intent, learned_at, successes)
            VALUES (@id, @namespace, @fingerprint, @intent, @at, 1)
            ON CONFLICT (pattern_id, namespace, fingerprint) DO UPDATE
            SET successes = pattern_intents.successes + 1,
                learned_at = CASE WHEN excluded.learned_at > pattern_intents.learned_at
                                  THEN excluded.learned_at ELSE pattern_intents.learned_at END
            """,
            learned.ConvertAll(Parameters)
        );
        await session.ExecuteManyAsync(
            $"""
            DELETE FROM pattern_intents
            WHERE pattern_id = @id AND namespace = @namespace AND fingerprint NOT IN (
                SELECT fingerprint FROM pattern_intents WHERE pattern_id = @id AND namespace = @namespace
                ORDER BY learned_at DESC, fingerprint LIMIT {Ledger.MostPastIntents})
            """,
            [.. learned.Select(l => (l.PatternId, l.Namespace)).Distinct().Select(Shelf)]
        );
    }

    /// <summary>What is believed of the intents of patterns, newest first, at most <see cref="Ledger.MostPastIntents"/> each.</summary>
    /// <param name="learnedIn">The namespace whose outcomes count; null for those of all.</param>
    public static async Task<Dictionary<Guid, IReadOnlyList<PastIntent>>> BelievedAsync(
        SqlSession session,
        Guid[] patternIds,
        string? learnedIn
    )
    {
        var within = learnedIn is null ? "" : "AND namespace = @namespace";
        (string, object?)[] Parameters(Guid[] ids) =>
            learnedIn is null ? [("ids", ids)] : [("ids", ids), ("namespace", learnedIn)];
        var intents = await session.QueryAsync<IntentRow>(
            $"""
            SELECT pattern_id AS PatternId, fingerprint AS Fingerprint, intent AS Intent FROM pattern_intents
            WHERE {session.Dialect.IsIn("pattern_id", "ids")} {within}
            ORDER BY pattern_id, learned_at DESC, fingerprint
            """,
            Parameters(patternIds)
        );
        var lessons = await session.QueryAsync<LessonRow>(
            $"""
            SELECT pattern_id AS PatternId, actor AS Actor, day AS Day, fingerprint AS Fingerprint,
                   CAST(sum(successes) AS bigint) AS Successes, CAST(sum(failures) AS bigint) AS Failures
            FROM outcome_days
            WHERE {session.Dialect.IsIn("pattern_id", "ids")} AND fingerprint <> '' {within}
            GROUP BY pattern_id, actor, day, fingerprint
            """,
            Parameters([.. intents.Select(i => i.PatternId.Value).Distinct()])
        );
        var weights = lessons
            .GroupBy(l => l.PatternId.Value)
            .ToDictionary(g => g.Key, g => IntentRecord.Weights(g.Select(l => l.ToLesson())));
        return intents
            .DistinctBy(i => (i.PatternId, i.Fingerprint))
            .Where(i =>
                weights.GetValueOrDefault(i.PatternId.Value)?.ContainsKey(i.Fingerprint) is true
            )
            .GroupBy(i => i.PatternId.Value)
            .ToDictionary(
                g => g.Key,
                IReadOnlyList<PastIntent> (g) =>
                    [
                        .. g.Take(Ledger.MostPastIntents)
                            .Select(i => new PastIntent(i.Intent, weights[g.Key][i.Fingerprint])),
                    ]
            );
    }

    /// <summary>SHA-256 of its words, so that case and spacing make no second intent.</summary>
    public static string Fingerprint(string intent)
    {
        var words = intent
            .ToLowerInvariant()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', words)))
        );
    }

    private static (string, object?)[] Parameters(ReportedOutcome learned) =>
        [
            ("id", learned.PatternId),
            ("namespace", learned.Namespace),
            ("fingerprint", learned.Fingerprint),
            ("intent", learned.Intent),
            ("at", learned.At),
        ];

    private static (string, object?)[] Shelf((Guid PatternId, string Namespace) shelf) =>
        [("id", shelf.PatternId), ("namespace", shelf.Namespace)];

    private sealed class IntentRow
    {
        public StoredId PatternId { get; init; }

        public string Fingerprint { get; init; } = "";

        public string Intent { get; init; } = "";
    }

    private sealed class LessonRow
    {
        public StoredId PatternId { get; init; }

        public string Actor { get; init; } = "";

        public int Day { get; init; }

        public string Fingerprint { get; init; } = "";

        public long Successes { get; init; }

        public long Failures { get; init; }

        public IntentLesson ToLesson() => new(Actor, Day, Fingerprint, Successes, Failures);
    }
}
