using System.Text.Json;
using Motif.Catalog;
using Motif.Matching.Calibration;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <inheritdoc cref="IFeedbackStore"/>
internal sealed class FeedbackStore(RelationalDatabase database) : IFeedbackStore
{
    public Task<IReadOnlyList<LearnedPattern>> LearnedSinceAsync(
        DateTimeOffset since,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<LearnedPattern>>(
            "feedback.learned_since",
            async session =>
                (
                    await session.QueryAsync<LearnedRow>(
                        """
                        SELECT pattern_id AS PatternId, learned_at AS LearnedAt
                        FROM patterns WHERE learned_at > @since ORDER BY learned_at, pattern_id
                        """,
                        ("since", since)
                    )
                ).ConvertAll(r => new LearnedPattern(r.PatternId.Value, r.LearnedAt.Value)),
            cancellationToken
        );

    public Task<IReadOnlyDictionary<Guid, IReadOnlyList<PastIntent>>> PastIntentsAsync(
        IReadOnlyCollection<Guid> patternIds,
        string? learnedIn,
        CancellationToken cancellationToken
    ) =>
        database.ReadTogetherAsync<IReadOnlyDictionary<Guid, IReadOnlyList<PastIntent>>>(
            "feedback.past_intents",
            async session =>
                await PastIntents.BelievedAsync(session, [.. patternIds.Distinct()], learnedIn),
            cancellationToken
        );

    public Task<bool> IsLearnedInAsync(string learnedIn, CancellationToken cancellationToken) =>
        database.ReadAsync(
            "feedback.is_learned_in",
            async session =>
                await session.FirstOrDefaultAsync<int?>(
                    "SELECT 1 FROM outcome_days WHERE namespace = @namespace LIMIT 1",
                    ("namespace", learnedIn)
                )
                    is not null,
            cancellationToken
        );

    public Task<IReadOnlyDictionary<Guid, NamespaceRecord>> RecordsAsync(
        IReadOnlyCollection<Guid> patternIds,
        string learnedIn,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyDictionary<Guid, NamespaceRecord>>(
            "feedback.records",
            async session =>
                await OutcomeDays.RecordsAsync(session, [.. patternIds.Distinct()], learnedIn),
            cancellationToken
        );

    public Task<IReadOnlyList<JudgedResult>> JudgedAsync(
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadTogetherAsync<IReadOnlyList<JudgedResult>>(
            "feedback.judged",
            async session =>
            {
                var outcomes = await session.QueryAsync<JudgedRow>(
                    $"{Judged} ORDER BY u.outcome_at DESC, u.use_id LIMIT @limit",
                    ("limit", limit)
                );
                var passedOver = await session.QueryAsync<JudgedRow>(
                    PassedOver(database.Dialect),
                    ("limit", limit)
                );
                return
                [
                    .. outcomes
                        .Concat(
                            passedOver
                                .OrderByDescending(row => row.OutcomeAt.Value)
                                .DistinctBy(row => (row.MatchId, row.PatternId))
                        )
                        .Select(row => row.ToJudged())
                        .OfType<JudgedResult>(),
                ];
            },
            cancellationToken
        );

    private const string Judged = """
        SELECT e.metrics AS Shown, u.outcome AS Outcome, u.outcome_at AS OutcomeAt, u.match_id AS MatchId,
               u.pattern_id AS PatternId, u.actor AS Actor, e.context AS Intent, e.use_id AS UseId
        FROM pattern_usage u
        JOIN pattern_usage e ON e.pattern_id = u.pattern_id AND e.idempotency_key = u.match_id
        WHERE u.match_id IS NOT NULL AND u.outcome IS NOT NULL
          AND e.action = 'exposed' AND e.metrics IS NOT NULL
        """;

    /// <summary>What a judged match showed beside what was used of it; exposures of one match have ids that begin alike.</summary>
    private static string PassedOver(SqlDialect dialect) =>
        $"""
            SELECT o.metrics AS Shown, NULL AS Outcome, j.OutcomeAt AS OutcomeAt, j.MatchId AS MatchId,
                   o.pattern_id AS PatternId, j.Actor AS Actor, o.context AS Intent
            FROM ({Judged} ORDER BY u.outcome_at DESC, u.use_id LIMIT @limit) j
            JOIN pattern_usage o ON o.use_id BETWEEN {dialect.SameBeginning(
                "j.UseId",
                false
            )} AND {dialect.SameBeginning("j.UseId", true)}
            WHERE o.action = 'exposed' AND o.idempotency_key = j.MatchId AND o.metrics IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM pattern_usage w WHERE w.match_id = j.MatchId AND w.pattern_id = o.pattern_id)
            ORDER BY j.OutcomeAt DESC, o.pattern_id
            """;

    public Task<IReadOnlyList<FittedCalibrator>> CalibratorsAsync(
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<FittedCalibrator>>(
            "feedback.calibrators",
            async session =>
                (
                    await session.QueryAsync<CalibratorRow>(
                        """
                        SELECT body AS Body, fitted_at AS FittedAt FROM confidence_calibrators
                        ORDER BY model, analyzer, weights, namespace
                        """
                    )
                ).ConvertAll(r => r.ToCalibrator()),
            cancellationToken
        );

    public Task SaveCalibratorAsync(
        FittedCalibrator calibrator,
        CancellationToken cancellationToken
    )
    {
        var key = calibrator.Calibrator.Key;
        return database.WriteAsync(
            "feedback.save_calibrator",
            session =>
                session.ExecuteAsync(
                    """
                    INSERT INTO confidence_calibrators (namespace, model, analyzer, weights, fitted_at, body)
                    VALUES (@namespace, @model, @analyzer, @weights, @fitted_at, @body)
                    ON CONFLICT (model, analyzer, weights, namespace) DO UPDATE
                    SET fitted_at = excluded.fitted_at, body = excluded.body
                    """,
                    ("namespace", key.Namespace ?? ""),
                    ("model", StorableText.RequireIndexed("model", key.Model)),
                    ("analyzer", StorableText.RequireIndexed("analyzer", key.Analyzer)),
                    ("weights", StorableText.RequireIndexed("weights", key.Weights)),
                    ("fitted_at", calibrator.FittedAt),
                    ("body", StorableJson.Of("body", calibrator.Calibrator))
                ),
            cancellationToken
        );
    }

    private sealed class LearnedRow
    {
        public StoredId PatternId { get; init; }

        public StoredTime LearnedAt { get; init; }
    }

    private sealed class JudgedRow
    {
        public string Shown { get; init; } = "";

        public string? Outcome { get; init; }

        public StoredTime OutcomeAt { get; init; }

        public string MatchId { get; init; } = "";

        public StoredId PatternId { get; init; }

        public string Actor { get; init; } = "";

        public string? Intent { get; init; }

        /// <summary>Null for an exposure that somebody recorded with metrics of their own.</summary>
        public JudgedResult? ToJudged()
        {
            try
            {
                return
                    JsonSerializer.Deserialize<ShownResult>(Shown, MotifJson.Options) is { } shown
                    ? new JudgedResult(
                        shown,
                        Outcome is null ? null : WireName.Require<UseOutcome>(Outcome),
                        OutcomeAt.Value,
                        PatternId.Value,
                        Actor,
                        Intent ?? ""
                    )
                    : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    private sealed class CalibratorRow
    {
        public string Body { get; init; } = "";

        public StoredTime FittedAt { get; init; }

        public FittedCalibrator ToCalibrator() =>
            new(
                JsonSerializer.Deserialize<ConfidenceCalibrator>(Body, MotifJson.Options)!,
                FittedAt.Value
            );
    }
}
