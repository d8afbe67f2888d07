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

    public Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> PastIntentsAsync(
        IReadOnlyCollection<Guid> patternIds,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyDictionary<Guid, IReadOnlyList<string>>>(
            "feedback.past_intents",
            async session =>
            {
                var rows = await session.QueryAsync<IntentRow>(
                    $"""
                    SELECT pattern_id AS PatternId, intent AS Intent FROM pattern_intents
                    WHERE {session.Dialect.IsIn("pattern_id", "ids")}
                    ORDER BY pattern_id, learned_at DESC, fingerprint
                    """,
                    ("ids", patternIds.Distinct().ToArray())
                );
                return rows.GroupBy(r => r.PatternId.Value)
                    .ToDictionary(
                        g => g.Key,
                        IReadOnlyList<string> (g) => [.. g.Select(r => r.Intent)]
                    );
            },
            cancellationToken
        );

    public Task<IReadOnlyList<JudgedResult>> JudgedAsync(
        int limit,
        CancellationToken cancellationToken
    ) => database.ReadAsync<IReadOnlyList<JudgedResult>>("feedback.judged", async session => (
                    await session.QueryAsync<JudgedRow>(
                        """
                        SELECT e.metrics AS Shown, u.outcome AS Outcome, u.outcome_at AS OutcomeAt
                        FROM pattern_usage u
                        JOIN pattern_usage e ON e.pattern_id = u.pattern_id AND e.idempotency_key = u.match_id
                        WHERE u.match_id IS NOT NULL AND u.outcome IS NOT NULL
                          AND e.action = 'exposed' AND e.metrics IS NOT NULL
                        ORDER BY u.outcome_at DESC, u.use_id LIMIT @limit
                        """,
                        ("limit", limit)
                    )
                ).Select(r => r.ToJudged()).OfType<JudgedResult>().ToList(), cancellationToken);

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
                        ORDER BY model, analyzer, weights
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
                    INSERT INTO confidence_calibrators (model, analyzer, weights, fitted_at, body)
                    VALUES (@model, @analyzer, @weights, @fitted_at, @body)
                    ON CONFLICT (model, analyzer, weights) DO UPDATE
                    SET fitted_at = excluded.fitted_at, body = excluded.body
                    """,
                    ("model", StorableText.RequireIndexed("model", key.Model)),
                    ("analyzer", StorableText.RequireIndexed("analyzer", key.Analyzer)),
                    ("weights", StorableText.RequireIndexed("weights", key.Weights)),
                    ("fitted_at", calibrator.FittedAt),
                    ("body", StorableJson.Of("body", calibrator.Calibrator))
                ),
            cancellationToken
        );
    }

    public Task<TunedVectors?> TunedVectorsAsync(
        string lexicon,
        string analyzer,
        DateTimeOffset after,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            "feedback.tuned_vectors",
            async session =>
            {
                var row = await session.FirstOrDefaultAsync<TunedRow>(
                    """
                    SELECT tuned_at AS TunedAt, patterns AS Patterns, content AS Content FROM tuned_vectors
                    WHERE lexicon = @lexicon AND analyzer = @analyzer AND tuned_at > @after
                    """,
                    ("lexicon", lexicon),
                    ("analyzer", analyzer),
                    ("after", after)
                );
                return row is null
                    ? null
                    : new TunedVectors(
                        lexicon,
                        analyzer,
                        row.TunedAt.Value,
                        row.Patterns,
                        row.Content
                    );
            },
            cancellationToken
        );

    public Task SaveTunedVectorsAsync(TunedVectors vectors, CancellationToken cancellationToken) =>
        database.WriteAsync(
            "feedback.save_tuned_vectors",
            session =>
                session.ExecuteAsync(
                    """
                    INSERT INTO tuned_vectors (lexicon, analyzer, tuned_at, patterns, content)
                    VALUES (@lexicon, @analyzer, @tuned_at, @patterns, @content)
                    ON CONFLICT (lexicon, analyzer) DO UPDATE
                    SET tuned_at = excluded.tuned_at, patterns = excluded.patterns, content = excluded.content
                    """,
                    ("lexicon", StorableText.RequireIndexed("lexicon", vectors.Lexicon)),
                    ("analyzer", StorableText.RequireIndexed("analyzer", vectors.Analyzer)),
                    ("tuned_at", vectors.TunedAt),
                    ("patterns", vectors.Patterns),
                    ("content", vectors.Content)
                ),
            cancellationToken
        );

    private sealed class LearnedRow
    {
        public StoredId PatternId { get; init; }

        public StoredTime LearnedAt { get; init; }
    }

    private sealed class IntentRow
    {
        public StoredId PatternId { get; init; }

        public string Intent { get; init; } = "";
    }

    private sealed class JudgedRow
    {
        public string Shown { get; init; } = "";

        public string Outcome { get; init; } = "";

        public StoredTime OutcomeAt { get; init; }

        /// <summary>Null for an exposure that somebody recorded with metrics of their own.</summary>
        public JudgedResult? ToJudged()
        {
            try
            {
                return
                    JsonSerializer.Deserialize<ShownResult>(Shown, MotifJson.Options) is { } shown
                    ? new JudgedResult(
                        shown,
                        WireName.Require<UseOutcome>(Outcome),
                        OutcomeAt.Value
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

    private sealed class TunedRow
    {
        public StoredTime TunedAt { get; init; }

        public int Patterns { get; init; }

        public byte[]? Content { get; init; }
    }
}
