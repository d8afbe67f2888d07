using System.Text.Json;
using Motif.Decisions.Records;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>Reads a part of the records of decisions under its locks, and keeps what was changed in it.</summary>
internal static class DecisionTransaction
{
    /// <summary>Decisions of a conversation beyond these no rule looks at.</summary>
    private const int MostExecutions = 100;

    /// <summary>The conversation, then evidence in the order of its ids, before anything of them is read.</summary>
    public static async Task LockAsync(SqlSession session, DecisionScope scope)
    {
        if (scope.ConversationId is { } id)
        {
            await session.ExecuteAsync(
                "INSERT INTO decision_conversations (conversation_id, body) VALUES (@id, @body) ON CONFLICT DO NOTHING",
                ("id", StorableText.RequireIndexed("conversation_id", id)),
                ("body", StorableJson.Of("conversation", new Conversation { ConversationId = id }))
            );
            await session.QueryAsync<string>(
                $"SELECT conversation_id FROM decision_conversations WHERE conversation_id = @id {session.Dialect.LockToChange}",
                ("id", id)
            );
        }
        await HoldAsync(session, scope.Patterns.Distinct().Order());
    }

    private static async Task HoldAsync(SqlSession session, IEnumerable<Guid> patterns)
    {
        foreach (var pattern in patterns)
        {
            await session.ExecuteAsync(
                "INSERT INTO decision_evidence (pattern_id, body) VALUES (@id, @body) ON CONFLICT DO NOTHING",
                ("id", pattern),
                ("body", StorableJson.Of("evidence", new PatternEvidence(pattern)))
            );
            await session.QueryAsync<StoredId>(
                $"SELECT pattern_id FROM decision_evidence WHERE pattern_id = @id {session.Dialect.LockToChange}",
                ("id", pattern)
            );
        }
    }

    public static async Task<DecisionLedger> LoadAsync(SqlSession session, DecisionScope scope) =>
        new(
            await SettingsAsync(session),
            scope.ConversationId is { } id ? await ConversationAsync(session, id) : null,
            await ExecutionsAsync(session, scope),
            await EvidenceAsync(session, scope)
        )
        {
            IsLessonKnown = await IsLessonKnownAsync(session, scope),
        };

    /// <summary>What was merged into another brings that along, held too: whatever is earned goes there.</summary>
    private static async Task<List<PatternEvidence>> EvidenceAsync(
        SqlSession session,
        DecisionScope scope
    )
    {
        var held = new List<PatternEvidence>();
        var wanted = scope.Patterns.Distinct().ToArray();
        while (wanted.Length > 0)
        {
            held.AddRange(
                (
                    await session.QueryAsync<string>(
                        $"SELECT body FROM decision_evidence WHERE {session.Dialect.IsIn("pattern_id", "ids")}",
                        ("ids", wanted)
                    )
                ).ConvertAll(DecisionRows.Evidence)
            );
            wanted =
            [
                .. held.Select(e => e.MergedInto)
                    .OfType<Guid>()
                    .Except(held.Select(e => e.PatternId))
                    .Order(),
            ];
            await HoldAsync(session, wanted);
        }
        return held;
    }

    public static async Task<StoredSettings> SettingsAsync(SqlSession session)
    {
        var row = (await session.FirstOrDefaultAsync<LogRow>(LogRow.Select))!;
        return new StoredSettings(DecisionRows.Overrides(row.Settings), row.Version);
    }

    public static async Task<Conversation?> ConversationAsync(SqlSession session, string id) =>
        await session.FirstOrDefaultAsync<string>(
            "SELECT body FROM decision_conversations WHERE conversation_id = @id",
            ("id", id)
        )
            is { } body
            ? DecisionRows.Conversation(body)
            : null;

    public static async Task KeepAsync(SqlSession session, DecisionLedger ledger)
    {
        await session.ExecuteManyAsync(
            """
            INSERT INTO decision_executions
                (execution_id, conversation_id, pattern_id, state, at, due_at, customer_id, body)
            VALUES (@execution_id, @conversation_id, @pattern_id, @state, @at, @due_at, @customer_id, @body)
            ON CONFLICT (execution_id) DO UPDATE SET
                state = excluded.state, due_at = excluded.due_at, pattern_id = excluded.pattern_id, body = excluded.body
            """,
            [.. ledger.Changed.Select(Parameters)]
        );
        await session.ExecuteManyAsync(
            "UPDATE decision_evidence SET body = @body WHERE pattern_id = @id",
            [
                .. ledger.ChangedEvidence.Select(e =>
                    (
                        ((string, object?)[])
                            [("id", e.PatternId), ("body", StorableJson.Of("evidence", e))]
                    )
                ),
            ]
        );
        if (ledger is { IsConversationChanged: true, Conversation: { } conversation })
            await session.ExecuteAsync(
                "UPDATE decision_conversations SET body = @body WHERE conversation_id = @id",
                ("id", conversation.ConversationId),
                ("body", StorableJson.Of("conversation", conversation))
            );
        if (ledger.AreSettingsChanged)
            await session.ExecuteAsync(
                "UPDATE decision_settings SET settings = @settings, version = @version WHERE name = 'all'",
                ("settings", StorableJson.Of("settings", ledger.Settings.Overrides)),
                ("version", ledger.Settings.Version)
            );
        await DecisionDocuments.WriteAsync(session, ledger);
        await WriteLogsAsync(session, ledger);
    }

    private static async Task<IEnumerable<DecisionExecution>> ExecutionsAsync(
        SqlSession session,
        DecisionScope scope
    )
    {
        var bodies = scope.ConversationId is not { } id
            ? []
            : await session.QueryAsync<string>(
                "SELECT body FROM decision_executions WHERE conversation_id = @id ORDER BY at DESC LIMIT @limit",
                ("id", id),
                ("limit", MostExecutions)
            );
        if (scope.ExecutionId is { } execution)
            bodies.AddRange(
                await session.QueryAsync<string>(
                    "SELECT body FROM decision_executions WHERE execution_id = @id",
                    ("id", execution)
                )
            );
        return DecisionRows.Executions(bodies).DistinctBy(e => e.ExecutionId);
    }

    private static async Task<bool> IsLessonKnownAsync(SqlSession session, DecisionScope scope) =>
        scope.LessonId is { } lesson
        && await session.FirstOrDefaultAsync<long>(
            "SELECT count(*) FROM decision_lessons WHERE lesson_id = @id",
            ("id", lesson)
        ) > 0;

    /// <summary>Numbers are taken last, so that the row which gives them is held for a moment only.</summary>
    private static async Task WriteLogsAsync(SqlSession session, DecisionLedger ledger)
    {
        if (
            ledger.Lessons.Count
                + ledger.Forgotten.Count
                + ledger.Relabelled.Count
                + ledger.Evolution.Count
                + ledger.Audit.Count
                + (ledger.Erased is null ? 0 : 1)
            == 0
        )
            return;
        var log = (
            await session.FirstOrDefaultAsync<LogRow>(
                $"{LogRow.Select} {session.Dialect.LockToChange}"
            )
        )!;
        await WriteLessonsAsync(session, ledger, log);
        await WriteEvolutionAsync(session, ledger, log);
        await WriteAuditAsync(session, ledger, log);
        await session.ExecuteAsync(
            """
            UPDATE decision_settings
            SET epoch = @epoch, lessons = @lessons, evolution = @evolution, audit = @audit, audit_hash = @audit_hash
            WHERE name = 'all'
            """,
            ("epoch", log.Epoch),
            ("lessons", log.Lessons),
            ("evolution", log.Evolution),
            ("audit", log.Audit),
            ("audit_hash", log.AuditHash)
        );
    }

    private static async Task WriteLessonsAsync(
        SqlSession session,
        DecisionLedger ledger,
        LogRow log
    )
    {
        foreach (var lesson in ledger.Lessons)
            await session.ExecuteAsync(
                """
                INSERT INTO decision_lessons (number, lesson_id, label, customer_id, body)
                VALUES (@number, @lesson_id, @label, @customer_id, @body)
                """,
                ("number", ++log.Lessons),
                ("lesson_id", lesson.LessonId),
                ("label", lesson.Label),
                ("customer_id", lesson.CustomerId),
                ("body", StorableJson.Of("lesson", lesson))
            );
        foreach (var lesson in ledger.Relabelled)
            log.Epoch += await session.ExecuteAsync(
                "UPDATE decision_lessons SET label = @label, body = @body WHERE lesson_id = @id",
                ("id", lesson.LessonId),
                ("label", lesson.Label),
                ("body", StorableJson.Of("lesson", lesson))
            );
        foreach (var lesson in ledger.Forgotten)
            log.Epoch += await session.ExecuteAsync(
                "DELETE FROM decision_lessons WHERE lesson_id = @id",
                ("id", lesson)
            );
        if (ledger.Erased is { } customer)
            log.Epoch += customer.Lessons = await session.ExecuteAsync(
                "DELETE FROM decision_lessons WHERE customer_id = @id",
                ("id", customer.CustomerId)
            );
    }

    private static async Task WriteEvolutionAsync(
        SqlSession session,
        DecisionLedger ledger,
        LogRow log
    )
    {
        foreach (var change in ledger.Evolution)
            await session.ExecuteAsync(
                """
                INSERT INTO confidence_evolution (number, pattern_id, at, old_value, new_value, reason, actor, execution_id)
                VALUES (@number, @pattern_id, @at, @old, @new, @reason, @actor, @execution_id)
                """,
                ("number", ++log.Evolution),
                ("pattern_id", change.PatternId),
                ("at", change.At),
                ("old", change.Old),
                ("new", change.New),
                ("reason", change.Reason),
                ("actor", change.Actor),
                ("execution_id", change.ExecutionId)
            );
    }

    private static async Task WriteAuditAsync(SqlSession session, DecisionLedger ledger, LogRow log)
    {
        foreach (var what in ledger.Audit)
        {
            var entry = AuditEntry.After(log.AuditHash, ++log.Audit, what);
            log.AuditHash = entry.Hash;
            await session.ExecuteAsync(
                "INSERT INTO audit_log (number, at, actor, event, hash) VALUES (@number, @at, @actor, @event, @hash)",
                ("number", entry.Number),
                ("at", what.At),
                ("actor", what.Actor),
                ("event", JsonSerializer.Serialize(what, MotifJson.Options)),
                ("hash", entry.Hash)
            );
        }
    }

    private static (string, object?)[] Parameters(DecisionExecution execution) =>
        [
            ("execution_id", execution.ExecutionId),
            ("conversation_id", execution.ConversationId),
            ("pattern_id", execution.PatternId),
            ("state", WireName.Of(execution.State)),
            ("at", execution.At),
            ("due_at", execution.DueAt),
            ("customer_id", execution.CustomerId),
            ("body", StorableJson.Of("execution", execution)),
        ];
}
