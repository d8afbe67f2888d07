using System.Security.Cryptography;
using System.Text;
using Motif.Catalog;

namespace Motif.Backends.Relational;

/// <summary>What a pattern was used for with success.</summary>
internal readonly record struct LearnedIntent(Guid PatternId, string Intent, DateTimeOffset At);

/// <summary>
/// Keeps the intents that patterns served with success in step with the ledger, in its own transaction; the transaction
/// holds the rows of the patterns.
/// </summary>
internal static class PastIntents
{
    /// <summary>The intent of the match that showed the pattern; null while its exposure is not there.</summary>
    public static Task<string?> OfMatchAsync(SqlSession session, Guid patternId, string matchId) =>
        session.FirstOrDefaultAsync<string>(
            """
            SELECT context FROM pattern_usage
            WHERE pattern_id = @id AND idempotency_key = @match AND action = 'exposed'
            """,
            ("id", patternId),
            ("match", matchId)
        );

    public static async Task LearnAsync(SqlSession session, IReadOnlyList<LearnedIntent> learned)
    {
        await session.ExecuteManyAsync(
            """
            INSERT INTO pattern_intents (pattern_id, fingerprint, intent, learned_at, successes)
            VALUES (@id, @fingerprint, @intent, @at, 1)
            ON CONFLICT (pattern_id, fingerprint) DO UPDATE
            SET successes = pattern_intents.successes + 1,
                learned_at = CASE WHEN excluded.learned_at > pattern_intents.learned_at
                                  THEN excluded.learned_at ELSE pattern_intents.learned_at END
            """,
            [.. learned.Select(Parameters)]
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

    /// <summary>
    /// Exposures are appended in the background, so that an outcome may be faster than the exposure that says what was asked:
    /// learns now what could not be learned then.
    /// </summary>
    /// <param name="added">Entries that are new.</param>
    public static async Task CatchUpAsync(SqlSession session, IReadOnlyList<Use> added)
    {
        var asked = added
            .Where(u =>
                u
                    is {
                        Action: UseAction.Exposed,
                        IdempotencyKey: not null,
                        Context: { Length: > 0 }
                    }
            )
            .ToDictionary(u => (u.PatternId, u.IdempotencyKey!), u => u.Context!);
        if (asked.Count == 0)
            return;
        var waiting = await session.QueryAsync<WaitingRow>(
            $"""
            SELECT u.use_id AS UseId, u.pattern_id AS PatternId, u.match_id AS MatchId, u.outcome_at AS OutcomeAt,
                   p.learned_at AS LearnedAt
            FROM pattern_usage u JOIN patterns p ON p.pattern_id = u.pattern_id
            WHERE {session.Dialect.IsIn(
                "u.match_id",
                "matches"
            )} AND u.outcome = 'success' AND u.intent IS NULL
            """,
            ("matches", asked.Keys.Select(k => k.Item2).Distinct(StringComparer.Ordinal).ToArray())
        );
        var found = waiting
            .Where(w => asked.ContainsKey((w.PatternId.Value, w.MatchId)))
            .Select(w => (Row: w, Intent: asked[(w.PatternId.Value, w.MatchId)]))
            .ToList();
        await session.ExecuteManyAsync(
            "UPDATE pattern_usage SET intent = @intent WHERE use_id = @id",
            found.ConvertAll(f => Pair(f.Row.UseId.Value, f.Intent))
        );
        // Those who read the pattern at its outcome saw it without the intent: it must look changed to them.
        await session.ExecuteManyAsync(
            "UPDATE patterns SET learned_at = @at WHERE pattern_id = @id",
            found.ConvertAll(f => Seen(f.Row))
        );
        await LearnAsync(
            session,
            found.ConvertAll(f => new LearnedIntent(
                f.Row.PatternId.Value,
                f.Intent,
                f.Row.OutcomeAt.Value
            ))
        );
    }

    private static (string, object?)[] Parameters(LearnedIntent learned) =>
        [
            ("id", learned.PatternId),
            ("fingerprint", Fingerprint(learned.Intent)),
            ("intent", learned.Intent),
            ("at", learned.At),
        ];

    private static (string, object?)[] Id(Guid id) => [("id", id)];

    private static (string, object?)[] Pair(Guid useId, string intent) =>
        [("id", useId), ("intent", intent)];

    private static (string, object?)[] Seen(WaitingRow row) =>
        [("id", row.PatternId.Value), ("at", row.LearnedAt.Value.AddMicroseconds(1))];

    /// <summary>SHA-256 of its words, so that case and spacing make no second intent.</summary>
    private static string Fingerprint(string intent)
    {
        var words = intent
            .ToLowerInvariant()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', words)))
        );
    }

    private sealed class WaitingRow
    {
        public StoredId UseId { get; init; }

        public StoredId PatternId { get; init; }

        public string MatchId { get; init; } = "";

        public StoredTime OutcomeAt { get; init; }

        public StoredTime LearnedAt { get; init; }
    }
}
