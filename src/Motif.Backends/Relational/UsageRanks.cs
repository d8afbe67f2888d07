using Motif.Catalog;

namespace Motif.Backends.Relational;

/// <summary>The ledger summed by pattern and by actor, in order of a rank.</summary>
internal static class UsageRanks
{
    public static async Task<IReadOnlyList<PatternTrend>> PatternsAsync(
        SqlSession session,
        TrendQuery query,
        UsageWindow window,
        RankPlace? after,
        int limit
    )
    {
        var rank = query.Sort switch
        {
            TrendSort.Rising => "w.uses - w.previous_uses",
            TrendSort.Falling => "w.previous_uses - w.uses",
            _ => "w.uses",
        };
        var ofActor = query.Actor is null ? "" : "AND actor = @actor";
        var ofKind = query.Kind is null ? "" : "AND p.kind = @kind";
        var next = after is null ? "" : $"AND ({rank}, w.pattern_id) < (@rank, @after)";
        var rows = await session.QueryAsync<TrendRow>(
            $"""
            SELECT p.pattern_id AS PatternId, p.kind AS Kind, p.pattern_type AS PatternType, p.name AS Name,
                   p.status AS Status, w.uses AS Uses, w.previous_uses AS PreviousUses, w.exposures AS Exposures,
                   w.previous_exposures AS PreviousExposures
            FROM (
                SELECT pattern_id,
                       count(*) FILTER (WHERE action = 'applied' AND at >= @middle) AS uses,
                       count(*) FILTER (WHERE action = 'applied' AND at < @middle) AS previous_uses,
                       count(*) FILTER (WHERE action = 'exposed' AND at >= @middle) AS exposures,
                       count(*) FILTER (WHERE action = 'exposed' AND at < @middle) AS previous_exposures
                FROM pattern_usage WHERE at >= @from AND at < @to {ofActor}
                GROUP BY pattern_id
            ) w JOIN patterns p ON p.pattern_id = w.pattern_id
            WHERE 1 = 1 {ofKind} {next}
            ORDER BY {rank} DESC, w.pattern_id DESC LIMIT @rows
            """,
            Parameters(query, window, after, limit)
        );
        return rows.ConvertAll(r => r.ToTrend());
    }

    public static async Task<IReadOnlyList<ActorSummary>> ActorsAsync(
        SqlSession session,
        UsageWindow window,
        RankPlace? after,
        int limit
    )
    {
        var next = after is null
            ? ""
            : "WHERE w.uses < @rank OR (w.uses = @rank AND w.actor > @after)";
        var rows = await session.QueryAsync<ActorRow>(
            $"""
            SELECT w.actor AS Actor, w.uses AS Uses, w.exposures AS Exposures, w.successes AS Successes,
                   w.failures AS Failures, w.patterns AS Patterns, w.last_used_at AS LastUsedAt
            FROM (
                SELECT actor,
                       count(*) FILTER (WHERE action = 'applied') AS uses,
                       count(*) FILTER (WHERE action = 'exposed') AS exposures,
                       count(*) FILTER (WHERE outcome = 'success') AS successes,
                       count(*) FILTER (WHERE outcome = 'failure') AS failures,
                       count(DISTINCT CASE WHEN action = 'applied' THEN pattern_id END) AS patterns,
                       max(CASE WHEN action = 'applied' THEN at END) AS last_used_at
                FROM pattern_usage WHERE at >= @from AND at < @to
                GROUP BY actor
            ) w {next}
            ORDER BY w.uses DESC, w.actor LIMIT @rows
            """,
            [
                ("from", window.From),
                ("to", window.To),
                ("rows", limit),
                .. after is null
                    ? Array.Empty<(string, object?)>()
                    : [("rank", after.Rank), ("after", after.Last)],
            ]
        );
        return rows.ConvertAll(r => r.ToSummary());
    }

    private static (string, object?)[] Parameters(
        TrendQuery query,
        UsageWindow window,
        RankPlace? after,
        int limit
    )
    {
        var parameters = new List<(string, object?)>
        {
            ("from", window.PreviousFrom),
            ("middle", window.From),
            ("to", window.To),
            ("rows", limit),
        };
        if (query.Actor is { } actor)
            parameters.Add(("actor", actor));
        if (query.Kind is { } kind)
            parameters.Add(("kind", WireName.Of(kind)));
        if (after is not null)
        {
            parameters.Add(("rank", after.Rank));
            parameters.Add(("after", Guid.ParseExact(after.Last, "D")));
        }
        return [.. parameters];
    }

    private sealed class TrendRow
    {
        public StoredId PatternId { get; init; }

        public string Kind { get; init; } = "";

        public string PatternType { get; init; } = "";

        public string Name { get; init; } = "";

        public string Status { get; init; } = "";

        public long Uses { get; init; }

        public long PreviousUses { get; init; }

        public long Exposures { get; init; }

        public long PreviousExposures { get; init; }

        public PatternTrend ToTrend() =>
            new(
                PatternId.Value,
                WireName.Require<PatternKind>(Kind),
                PatternType,
                Name,
                WireName.Require<PatternStatus>(Status),
                Uses,
                PreviousUses,
                Uses - PreviousUses,
                Exposures,
                PreviousExposures
            );
    }

    private sealed class ActorRow
    {
        public string Actor { get; init; } = "";

        public long Uses { get; init; }

        public long Exposures { get; init; }

        public long Successes { get; init; }

        public long Failures { get; init; }

        public long Patterns { get; init; }

        public StoredTime? LastUsedAt { get; init; }

        public ActorSummary ToSummary() =>
            new(Actor, Uses, Exposures, Successes, Failures, Patterns, LastUsedAt?.Value);
    }
}
