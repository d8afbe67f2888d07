using System.Security.Cryptography;
using System.Text;
using Motif.Catalog;

namespace Motif.Backends.Relational;

/// <summary>
/// Keeps the intents that patterns served with success in step with the ledger, in its own transaction; the transaction
/// holds the rows of the patterns. How far each is believed follows from what stands in <see cref="OutcomeDays"/>.
/// </summary>
internal static class PastIntents
{
    /// <summary>The intent of the match that showed the pattern; null where none did.</summary>
    public static Task<string?> OfMatchAsync(SqlSession session, Guid patternId, string matchId) =>
        session.FirstOrDefaultAsync<string>(
            """
            SELECT context FROM pattern_usage
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
            INSERT INTO pattern_intents (pattern_id, fingerprint, intent, learned_at, successes)
            VALUES (@id, @fingerprint, @intent, @at, 1)
            ON CONFLICT (pattern_id, fingerprint) DO UPDATE
            SET successes = pattern_intents.successes + 1,
                learned_at = CASE WHEN excluded.learned_at > pattern_intents.learned_at
                                  THEN excluded.learned_at ELSE pattern_intents.learned_at END
            """,
            learned.ConvertAll(Parameters)
        );
        await session.ExecuteManyAsync(
            $"""
            DELETE FROM pattern_intents
            WHERE pattern_id = @id AND fingerprint NOT IN (
                SELECT fingerprint FROM pattern_intents WHERE pattern_id = @id
                ORDER BY learned_at DESC, fingerprint LIMIT {Ledger.MostPastIntents})
            """,
            [.. learned.Select(l => l.PatternId).Distinct().Select(Id)]
        );
    }

    /// <summary>What is believed of the intents of patterns, newest first.</summary>
    public static async Task<Dictionary<Guid, IReadOnlyList<PastIntent>>> BelievedAsync(
        SqlSession session,
        Guid[] patternIds
    )
    {
        var intents = await session.QueryAsync<IntentRow>(
            $"""
            SELECT pattern_id AS PatternId, fingerprint AS Fingerprint, intent AS Intent FROM pattern_intents
            WHERE {session.Dialect.IsIn("pattern_id", "ids")}
            ORDER BY pattern_id, learned_at DESC, fingerprint
            """,
            ("ids", patternIds)
        );
        var lessons = await session.QueryAsync<LessonRow>(
            $"""
            SELECT pattern_id AS PatternId, actor AS Actor, day AS Day, fingerprint AS Fingerprint,
                   successes AS Successes, failures AS Failures
            FROM outcome_days
            WHERE {session.Dialect.IsIn("pattern_id", "ids")} AND fingerprint <> ''
            """,
            ("ids", intents.Select(i => i.PatternId.Value).Distinct().ToArray())
        );
        var weights = lessons
            .GroupBy(l => l.PatternId.Value)
            .ToDictionary(g => g.Key, g => IntentRecord.Weights(g.Select(l => l.ToLesson())));
        return intents
            .Where(i =>
                weights.GetValueOrDefault(i.PatternId.Value)?.ContainsKey(i.Fingerprint) is true
            )
            .GroupBy(i => i.PatternId.Value)
            .ToDictionary(
                g => g.Key,
                IReadOnlyList<PastIntent> (g) =>
                    [.. g.Select(i => new PastIntent(i.Intent, weights[g.Key][i.Fingerprint]))]
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
            ("fingerprint", learned.Fingerprint),
            ("intent", learned.Intent),
            ("at", learned.At),
        ];

    private static (string, object?)[] Id(Guid id) => [("id", id)];

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
