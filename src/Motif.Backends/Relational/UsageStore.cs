using Motif.Catalog;

namespace Motif.Backends.Relational;

/// <inheritdoc cref="IUsageStore"/>
internal sealed class UsageStore(RelationalDatabase database) : IUsageStore
{
    public Task<(
        IReadOnlyList<(Use Use, bool IsNew)> Stored,
        IReadOnlyList<Guid> Unknown
    )> AppendAsync(IReadOnlyList<Use> uses, CancellationToken cancellationToken) =>
        database.WriteAsync<(IReadOnlyList<(Use, bool)>, IReadOnlyList<Guid>)>(
            "usage.append",
            async session =>
            {
                var patterns = await PatternWriter.LockAsync(
                    session,
                    uses.Select(u => u.PatternId)
                );
                var unknown = uses.Select(u => u.PatternId)
                    .Distinct()
                    .Except(patterns.Keys)
                    .ToList();
                if (unknown.Count > 0)
                    return ([], unknown);
                var isNew = await session.InsertNewAsync(
                    "pattern_usage",
                    "use_id",
                    [.. uses.Select(UseRow.Parameters)]
                );
                List<Use> added = [.. uses.Where((_, i) => isNew[i])];
                await UsageCounters.AddAsync(session, patterns, added);
                await EnqueueAsync(session, added);
                var stored = new List<(Use, bool)>(uses.Count);
                for (var i = 0; i < uses.Count; i++)
                    stored.Add(
                        isNew[i]
                            ? (UseRow.AsStored(uses[i]), true)
                            : (await EarlierAsync(session, uses[i]), false)
                    );
                return (stored, []);
            },
            cancellationToken
        );

    public Task<OutcomeResult> RecordOutcomeAsync(
        OutcomeEntry entry,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "usage.record_outcome",
            async session =>
            {
                var patterns = await PatternWriter.LockAsync(session, [entry.PatternId]);
                var use = await session.FirstOrDefaultAsync<UseRow>(
                    $"{UseRow.Select} WHERE use_id = @use_id AND pattern_id = @pattern_id AND action <> 'exposed'",
                    ("use_id", entry.UseId),
                    ("pattern_id", entry.PatternId)
                );
                if (use is null)
                    return OutcomeResult.UnknownUse;
                if (use.Outcome is { } reported)
                    return reported == WireName.Of(entry.Outcome)
                        ? OutcomeResult.AlreadyRecorded
                        : OutcomeResult.Conflicting;
                await WriteOutcomeAsync(session, patterns, use, entry);
                await Outbox.AddAsync(session, [entry.PatternId], database.Time.GetUtcNow());
                return OutcomeResult.Recorded;
            },
            cancellationToken
        );

    public Task<IReadOnlyList<Use>> ListAsync(
        Guid patternId,
        UsePosition? before,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<Use>>(
            "usage.list",
            async session =>
            {
                var after = before is null ? "" : "AND (at, use_id) < (@at, @use_id)";
                var rows = await session.QueryAsync<UseRow>(
                    $"{UseRow.Select} WHERE pattern_id = @id {after} ORDER BY at DESC, use_id DESC LIMIT @limit",
                    [
                        ("id", patternId),
                        ("limit", limit),
                        .. before is { } place
                            ? [("at", place.At), ("use_id", (object?)place.UseId)]
                            : Array.Empty<(string, object?)>(),
                    ]
                );
                return rows.ConvertAll(r => r.ToUse());
            },
            cancellationToken
        );

    public Task<IReadOnlyList<Guid>> UseIdsAsync(
        Guid patternId,
        IdPrefix prefix,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<Guid>>(
            "usage.use_ids",
            async session =>
            {
                var rows = await session.QueryAsync<StoredId>(
                    """
                    SELECT use_id FROM pattern_usage
                    WHERE pattern_id = @pattern_id AND use_id BETWEEN @first AND @last ORDER BY use_id LIMIT @limit
                    """,
                    ("pattern_id", patternId),
                    ("first", prefix.First),
                    ("last", prefix.Last),
                    ("limit", limit)
                );
                return rows.ConvertAll(r => r.Value);
            },
            cancellationToken
        );

    public Task<IReadOnlyList<Guid>> MatchIdsAsync(
        Guid patternId,
        IdPrefix prefix,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<Guid>>(
            "usage.match_ids",
            async session =>
            {
                // The exposure of a match has the match's id as its key and what it promised as its metrics, which no caller can
                // give; other keys may stand in the range, but are no ids.
                var keys = await session.QueryAsync<UseRow>(
                    $"""
                    {UseRow.Select}
                    WHERE pattern_id = @pattern_id AND action = 'exposed' AND metrics IS NOT NULL
                      AND idempotency_key BETWEEN @first AND @last
                    ORDER BY idempotency_key LIMIT @limit
                    """,
                    ("pattern_id", patternId),
                    ("first", prefix.First.ToString("D")),
                    ("last", prefix.Last.ToString("D")),
                    ("limit", limit)
                );
                return
                [
                    .. keys.Select(k =>
                            Guid.TryParseExact(k.IdempotencyKey, "D", out var id) ? id : (Guid?)null
                        )
                        .OfType<Guid>(),
                ];
            },
            cancellationToken
        );

    public Task<UsageReport> ReportAsync(
        Guid? patternId,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        return database.ReadTogetherAsync(
            "usage.report",
            session => UsageReporting.RunAsync(session, patternId, from, to),
            cancellationToken
        );
    }

    public Task<IReadOnlyList<PatternTrend>> RankPatternsAsync(
        TrendQuery query,
        UsageWindow window,
        RankPlace? after,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            "usage.rank_patterns",
            session => UsageRanks.PatternsAsync(session, query, window, after, limit),
            cancellationToken
        );

    public Task<IReadOnlyList<ActorSummary>> RankActorsAsync(
        UsageWindow window,
        RankPlace? after,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            "usage.rank_actors",
            session => UsageRanks.ActorsAsync(session, window, after, limit),
            cancellationToken
        );

    private static async Task WriteOutcomeAsync(
        SqlSession session,
        Dictionary<Guid, StoredPatternRow> patterns,
        UseRow use,
        OutcomeEntry entry
    )
    {
        var matchId = entry.MatchId?.ToString("D") ?? use.MatchId;
        var shown = matchId is null
            ? null
            : await PastIntents.OfMatchAsync(session, entry.PatternId, matchId);
        var intent = entry.Intent ?? shown?.Intent;
        var learnedIn = shown is null ? entry.Namespace : shown.Namespace;
        await session.ExecuteAsync(
            """
            UPDATE pattern_usage
            SET outcome = @outcome, outcome_at = @at, metrics = @metrics, match_id = @match_id, intent = @intent,
                namespace = @namespace
            WHERE use_id = @use_id
            """,
            ("use_id", entry.UseId),
            ("outcome", WireName.Of(entry.Outcome)),
            ("at", entry.At),
            ("metrics", UseRow.Metric(entry.Metrics)),
            ("match_id", matchId),
            ("intent", intent),
            ("namespace", learnedIn)
        );
        await UsageCounters.AddOutcomesAsync(
            session,
            patterns,
            [
                new ReportedOutcome(
                    entry.PatternId,
                    use.Actor,
                    entry.At,
                    intent,
                    entry.Outcome,
                    learnedIn ?? ""
                ),
            ]
        );
    }

    /// <summary>An index outside filters by success and shows the number of uses; exposures change neither.</summary>
    private Task EnqueueAsync(SqlSession session, List<Use> added)
    {
        var counted = added
            .Where(u => u.Action is UseAction.Applied || u.Outcome is not null)
            .Select(u => u.PatternId)
            .ToList();
        return counted.Count == 0
            ? Task.CompletedTask
            : Outbox.AddAsync(session, counted, database.Time.GetUtcNow());
    }

    /// <summary>The entry that stood in the way of a new one.</summary>
    private static async Task<Use> EarlierAsync(SqlSession session, Use use)
    {
        var same = use.IdempotencyKey is null
            ? ""
            : "OR (pattern_id = @pattern_id AND idempotency_key = @idempotency_key)";
        var row = await session.FirstOrDefaultAsync<UseRow>(
            $"{UseRow.Select} WHERE use_id = @use_id {same}",
            [
                ("use_id", use.UseId),
                .. use.IdempotencyKey is null
                    ? Array.Empty<(string, object?)>()
                    : [("pattern_id", use.PatternId), ("idempotency_key", use.IdempotencyKey)],
            ]
        );
        return row!.ToUse();
    }
}
