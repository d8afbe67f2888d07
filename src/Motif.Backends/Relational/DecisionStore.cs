using Motif.Decisions.Records;

namespace Motif.Backends.Relational;

/// <inheritdoc cref="IDecisionStore"/>
internal sealed partial class DecisionStore(RelationalDatabase database) : IDecisionStore
{
    public Task<T> ChangeAsync<T>(
        DecisionScope scope,
        Func<DecisionLedger, T> change,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "decisions.change",
            async session =>
            {
                await DecisionTransaction.LockAsync(session, scope);
                var ledger = await DecisionTransaction.LoadAsync(session, scope);
                var result = change(ledger);
                await DecisionTransaction.KeepAsync(session, ledger);
                return result;
            },
            cancellationToken
        );

    public Task<StoredSettings> SettingsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            "decisions.settings",
            DecisionTransaction.SettingsAsync,
            cancellationToken
        );

    public Task<Conversation?> ConversationAsync(
        string conversationId,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            "decisions.conversation",
            session => DecisionTransaction.ConversationAsync(session, conversationId),
            cancellationToken
        );

    public Task<DecisionExecution?> FindAsync(
        Guid executionId,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            "decisions.find",
            async session =>
                DecisionRows.Execution(
                    await session.FirstOrDefaultAsync<string>(
                        "SELECT body FROM decision_executions WHERE execution_id = @id",
                        ("id", executionId)
                    )
                ),
            cancellationToken
        );

    public Task<IReadOnlyList<DecisionExecution>> ListAsync(
        ExecutionQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        return database.ReadAsync<IReadOnlyList<DecisionExecution>>(
            "decisions.list",
            async session =>
            {
                var (where, parameters) = Conditions(session, query);
                return DecisionRows.Executions(
                    await session.QueryAsync<string>(
                        $"SELECT body FROM decision_executions {where} ORDER BY at DESC, execution_id DESC LIMIT @limit",
                        [.. parameters, ("limit", query.Limit)]
                    )
                );
            },
            cancellationToken
        );
    }

    public Task<IReadOnlyList<DecisionExecution>> DueAsync(
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<DecisionExecution>>(
            "decisions.due",
            async session =>
                DecisionRows.Executions(
                    await session.QueryAsync<string>(
                        """
                        SELECT body FROM decision_executions WHERE due_at IS NOT NULL AND due_at <= @now
                        ORDER BY due_at, execution_id LIMIT @limit
                        """,
                        ("now", now),
                        ("limit", limit)
                    )
                ),
            cancellationToken
        );

    public Task<LogPosition> PositionAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            "decisions.position",
            async session =>
                (
                    await session.FirstOrDefaultAsync<PositionRow>(
                        "SELECT epoch AS Epoch, lessons AS Lessons FROM decision_settings WHERE name = 'all'"
                    )
                )!.ToPosition(),
            cancellationToken
        );

    public Task<LessonPage> LessonsAsync(
        long after,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            "decisions.lessons",
            async session =>
            {
                var rows = await session.QueryAsync<LessonRow>(
                    """
                    SELECT number AS Number, body AS Body FROM decision_lessons
                    WHERE number > @after ORDER BY number LIMIT @limit
                    """,
                    ("after", after),
                    ("limit", limit)
                );
                return new LessonPage(
                    rows.ConvertAll(r => DecisionRows.Lesson(r.Body)),
                    rows.Count == 0 ? after : rows[^1].Number
                );
            },
            cancellationToken
        );

    public Task<IReadOnlyList<StoredLesson>> LessonsOfAsync(
        string label,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<StoredLesson>>(
            "decisions.lessons_of",
            async session =>
                (
                    await session.QueryAsync<string>(
                        "SELECT body FROM decision_lessons WHERE label = @label ORDER BY number DESC LIMIT @limit",
                        ("label", label),
                        ("limit", limit)
                    )
                ).ConvertAll(DecisionRows.Lesson),
            cancellationToken
        );

    public Task<StoredLesson?> FindLessonAsync(
        Guid lessonId,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            "decisions.find_lesson",
            async session =>
                await session.FirstOrDefaultAsync<string>(
                    "SELECT body FROM decision_lessons WHERE lesson_id = @id",
                    ("id", lessonId)
                )
                    is { } body
                    ? DecisionRows.Lesson(body)
                    : null,
            cancellationToken
        );

    public Task<IReadOnlyList<PatternEvidence>> EvidenceAsync(
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<PatternEvidence>>(
            "decisions.evidence",
            async session =>
                (
                    await session.QueryAsync<string>(
                        "SELECT body FROM decision_evidence ORDER BY pattern_id"
                    )
                ).ConvertAll(DecisionRows.Evidence),
            cancellationToken
        );

    public Task<IReadOnlyList<ConfidenceChange>> EvolutionAsync(
        Guid patternId,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<ConfidenceChange>>(
            "decisions.evolution",
            async session =>
                (
                    await session.QueryAsync<EvolutionRow>(
                        """
                        SELECT pattern_id AS PatternId, at AS At, old_value AS Old, new_value AS New, reason AS Reason, actor AS Actor,
                               execution_id AS ExecutionId
                        FROM confidence_evolution WHERE pattern_id = @id ORDER BY number DESC LIMIT @limit
                        """,
                        ("id", patternId),
                        ("limit", limit)
                    )
                ).ConvertAll(r => r.ToChange()),
            cancellationToken
        );

    public Task<IReadOnlyList<AuditEntry>> AuditAsync(
        AuditQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        return database.ReadAsync<IReadOnlyList<AuditEntry>>(
            "decisions.audit",
            async session =>
            {
                var where = "WHERE number > @after";
                var parameters = new List<(string, object?)>
                {
                    ("after", query.After),
                    ("limit", query.Limit),
                };
                Narrow("at >= @from", "from", query.From);
                Narrow("at < @to", "to", query.To);
                Narrow("actor = @actor", "actor", query.Actor);
                Narrow("number < @before", "before", query.Before);
                var order = query.Before is null ? "number" : "number DESC";
                return (
                    await session.QueryAsync<AuditRow>(
                        $"SELECT number AS Number, event AS Event, hash AS Hash FROM audit_log {where} ORDER BY {order} LIMIT @limit",
                        [.. parameters]
                    )
                ).ConvertAll(r => r.ToEntry());

                void Narrow(string condition, string name, object? value)
                {
                    if (value is null)
                        return;
                    where += $" AND {condition}";
                    parameters.Add((name, value));
                }
            },
            cancellationToken
        );
    }

    public Task<IReadOnlyDictionary<ExecutionState, long>> CountAsync(
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyDictionary<ExecutionState, long>>(
            "decisions.count",
            async session =>
                (
                    await session.QueryAsync<CountRow>(
                        "SELECT state AS State, count(*) AS Count FROM decision_executions GROUP BY state ORDER BY state"
                    )
                ).ToDictionary(r => WireName.Require<ExecutionState>(r.State), r => r.Count),
            cancellationToken
        );

    private static (string Where, List<(string, object?)> Parameters) Conditions(
        SqlSession session,
        ExecutionQuery query
    )
    {
        var conditions = new List<string>();
        var parameters = new List<(string, object?)>();
        if (query.States.Count > 0)
            Add(
                session.Dialect.IsIn("state", "states"),
                "states",
                query.States.Select(s => WireName.Of(s)).ToArray()
            );
        if (query.ConversationId is { } conversation)
            Add("conversation_id = @conversation", "conversation", conversation);
        if (query.PatternId is { } pattern)
            Add("pattern_id = @pattern", "pattern", pattern);
        if (query.Since is { } since)
            Add("at >= @since", "since", since);
        if (query.Before is { } before)
            Add(
                "(at, execution_id) < (SELECT b.at, b.execution_id FROM decision_executions b WHERE b.execution_id = @before)",
                "before",
                before
            );
        return (
            conditions.Count == 0 ? "" : $"WHERE {string.Join(" AND ", conditions)}",
            parameters
        );

        void Add(string condition, string name, object value)
        {
            conditions.Add(condition);
            parameters.Add((name, value));
        }
    }
}
