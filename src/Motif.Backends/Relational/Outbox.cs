using Motif.Vectors;

namespace Motif.Backends.Relational;

/// <summary>
/// The outbox's rows. Whoever changes a pattern enqueues it here in his own transaction: what was committed is in the
/// outbox or in the index, whatever dies in between.
/// </summary>
internal static class Outbox
{
    private const string Columns = "(space, pattern_id, token, enqueued_at, due_at, attempts)";

    /// <summary>Work already under way was done for an older token; what is new is tried at once, whatever failed before.</summary>
    private const string OnceMore = """
        ON CONFLICT (space, pattern_id) DO UPDATE
        SET token = outbox.token + 1, due_at = excluded.due_at, attempts = 0, error = NULL
        """;

    /// <summary>Enqueues patterns that exist for every space there is; costs one statement that finds nothing where there is none.</summary>
    public static Task AddAsync(
        SqlSession session,
        IEnumerable<Guid> patternIds,
        DateTimeOffset at
    ) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO outbox {Columns}
            SELECT s.space, p.pattern_id, 1, @at, @at, 0
            FROM vector_spaces s CROSS JOIN patterns p
            WHERE {session.Dialect.IsIn("p.pattern_id", "ids")}
            ORDER BY s.space, p.pattern_id
            {OnceMore}
            """,
            ("ids", patternIds.Distinct().ToArray()),
            ("at", at)
        );

    /// <summary>Enqueues patterns for one space, whether they exist or not.</summary>
    public static Task AddAsync(
        SqlSession session,
        string space,
        IEnumerable<Guid> patternIds,
        DateTimeOffset at
    ) =>
        session.ExecuteManyAsync(
            $"INSERT INTO outbox {Columns} VALUES (@space, @id, 1, @at, @at, 0) {OnceMore}",
            [.. patternIds.Distinct().Order().Select(id => Row(space, id, at))]
        );

    /// <summary>Enqueues what the vectors of a space lack or have too much, unless it is enqueued already.</summary>
    public static Task<int> AddDriftAsync(SqlSession session, string space, DateTimeOffset at) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO outbox {Columns}
            SELECT @space, drift.pattern_id, 1, @at, @at, 0
            FROM (
                SELECT p.pattern_id FROM patterns p
                LEFT JOIN vectors v ON v.space = @space AND v.pattern_id = p.pattern_id
                WHERE v.data IS NULL OR v.version <> p.version
                UNION ALL
                SELECT v.pattern_id FROM vectors v
                LEFT JOIN patterns p ON p.pattern_id = v.pattern_id
                WHERE v.space = @space AND v.data IS NOT NULL AND p.pattern_id IS NULL
            ) drift
            WHERE true
            ORDER BY drift.pattern_id
            ON CONFLICT DO NOTHING
            """,
            ("space", space),
            ("at", at)
        );

    public static async Task<IReadOnlyList<OutboxEntry>> LeaseAsync(
        SqlSession session,
        string space,
        int limit,
        DateTimeOffset now,
        DateTimeOffset until
    )
    {
        var rows = await session.QueryAsync<EntryRow>(
            $"""
            UPDATE outbox SET leased_until = @until
            WHERE space = @space AND pattern_id IN (
                SELECT o.pattern_id FROM outbox o
                WHERE o.space = @space AND o.due_at <= @now AND o.attempts < @most
                    AND (o.leased_until IS NULL OR o.leased_until <= @now)
                ORDER BY o.due_at, o.pattern_id LIMIT @limit {session.Dialect.SkipLocked})
            RETURNING pattern_id AS PatternId, token AS Token, attempts AS Attempts
            """,
            ("space", space),
            ("now", now),
            ("until", until),
            ("most", IVectorStore.MaxAttempts),
            ("limit", limit)
        );
        return
        [
            .. rows.Select(r => new OutboxEntry(r.PatternId.Value, r.Token, r.Attempts))
                .OrderBy(e => e.PatternId),
        ];
    }

    public static Task RenewAsync(
        SqlSession session,
        string space,
        IReadOnlyList<OutboxEntry> entries,
        DateTimeOffset until
    ) =>
        session.ExecuteManyAsync(
            "UPDATE outbox SET leased_until = @until WHERE space = @space AND pattern_id = @id AND leased_until IS NOT NULL",
            [
                .. entries.Select(e =>
                    (((string, object?)[])[("space", space), ("id", e.PatternId), ("until", until)])
                ),
            ]
        );

    public static async Task CompleteAsync(
        SqlSession session,
        string space,
        IReadOnlyList<OutboxEntry> entries
    )
    {
        (string, object?)[][] rows = [.. entries.Select(e => Row(space, e))];
        await session.ExecuteManyAsync(
            "DELETE FROM outbox WHERE space = @space AND pattern_id = @id AND token = @token",
            rows
        );
        await session.ExecuteManyAsync(
            "UPDATE outbox SET leased_until = NULL WHERE space = @space AND pattern_id = @id AND token <> @token",
            rows
        );
    }

    /// <summary>A change that came meanwhile is due at once, and the failure is not its own.</summary>
    public static Task ReturnAsync(
        SqlSession session,
        string space,
        IReadOnlyList<OutboxEntry> entries,
        string? error,
        DateTimeOffset dueAt
    ) =>
        session.ExecuteManyAsync(
            """
            UPDATE outbox
            SET leased_until = NULL,
                attempts = CASE WHEN token = @token THEN attempts + @failures ELSE attempts END,
                due_at = CASE WHEN token = @token THEN @due_at ELSE due_at END,
                error = CASE WHEN token = @token AND @failures > 0 THEN @error ELSE error END
            WHERE space = @space AND pattern_id = @id
            """,
            [
                .. entries.Select(e =>
                    (
                        ((string, object?)[])
                            [
                                .. Row(space, e),
                                ("failures", error is null ? 0 : 1),
                                ("error", error ?? ""),
                                ("due_at", dueAt),
                            ]
                    )
                ),
            ]
        );

    public static async Task<OutboxStatus> StatusAsync(SqlSession session, string space)
    {
        var row = await session.FirstOrDefaultAsync<StatusRow>(
            """
            SELECT count(*) FILTER (WHERE attempts < @most) AS Pending,
                   min(enqueued_at) FILTER (WHERE attempts < @most) AS OldestAt,
                   count(*) FILTER (WHERE attempts >= @most) AS DeadLetters,
                   max(error) AS LastError
            FROM outbox WHERE space = @space
            """,
            ("space", space),
            ("most", IVectorStore.MaxAttempts)
        );
        return new OutboxStatus(
            row!.Pending,
            row.OldestAt?.Value,
            row.DeadLetters,
            row.LastError is { Length: > 0 } error ? error : null
        );
    }

    private static (string, object?)[] Row(string space, Guid id, DateTimeOffset at) =>
        [("space", space), ("id", id), ("at", at)];

    private static (string, object?)[] Row(string space, OutboxEntry entry) =>
        [("space", space), ("id", entry.PatternId), ("token", entry.Token)];

    private sealed class EntryRow
    {
        public StoredId PatternId { get; init; }

        public long Token { get; init; }

        public int Attempts { get; init; }
    }

    private sealed class StatusRow
    {
        public long Pending { get; init; }

        public StoredTime? OldestAt { get; init; }

        public long DeadLetters { get; init; }

        public string? LastError { get; init; }
    }
}
