using Motif.Catalog;

namespace Motif.Backends.Relational;

/// <summary>The neighbourhood of a pattern in one round trip.</summary>
internal static class RelationshipWalk
{
    public const int MaxDepth = 5;

    /// <summary>
    /// The least number of (node, depth) rows that a walk may make; one node can stand at several depths. A neighbourhood
    /// with more is cut where it is.
    /// </summary>
    private const int LeastRows = 10_000;

    public static async Task<(
        IReadOnlyList<GraphNode> Nodes,
        IReadOnlyList<Relationship> Edges,
        bool Truncated
    )> RunAsync(
        SqlSession session,
        Guid patternId,
        int depth,
        IReadOnlyList<RelationshipType> types,
        int limit
    )
    {
        var most = Math.Max(LeastRows, (limit + 1) * (MaxDepth + 1));
        var rows = await session.QueryAsync<WalkRow>(
            Sql(session.Dialect, types.Count > 0),
            [
                ("id", patternId),
                ("depth", depth),
                ("most", most),
                ("nodes", limit + 1L),
                .. types.Count == 0
                    ? Array.Empty<(string, object?)>()
                    : [("types", types.Select(t => WireName.Of(t)).ToArray())],
            ]
        );
        var nodes = rows.Where(r => r.Part == 0)
            .OrderBy(r => r.Depth)
            .ThenBy(r => r.External is not null)
            .ThenBy(r => r.PatternId?.Value)
            .ThenBy(r => r.External, StringComparer.Ordinal)
            .ToList();
        var isTruncated = nodes.Count > limit || nodes.Exists(n => n.Walked >= most);
        var kept = nodes.Take(limit).Select(r => r.ToNode()).ToList();
        return (kept, EdgesAmong(kept, rows), isTruncated);
    }

    private static IReadOnlyList<Relationship> EdgesAmong(List<GraphNode> nodes, List<WalkRow> rows)
    {
        var inside = nodes.Select(n => n.PatternId).OfType<Guid>().ToHashSet();
        var outside = nodes
            .Where(n => n.PatternId is null)
            .Select(n => n.Name)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. rows.Where(r => r.Part == 1)
                .Select(r => r.ToRelationship())
                .Where(e =>
                    inside.Contains(e.SourceId)
                    && (
                        e.TargetId is { } target
                            ? inside.Contains(target)
                            : outside.Contains(e.External!)
                    )
                )
                .OrderBy(e => e.SourceId)
                .ThenBy(e => WireName.Of(e.Type), StringComparer.Ordinal)
                .ThenBy(e => e.TargetId)
                .ThenBy(e => e.External, StringComparer.Ordinal),
        ];
    }

    /// <summary>What lies outside the catalogue is reached but not walked through: everything calls <c>len</c>.</summary>
    private static string Sql(SqlDialect dialect, bool hasTypes)
    {
        var ofType = hasTypes ? $"AND {dialect.IsIn("r.type", "types")}" : "";
        return $"""
            WITH RECURSIVE walk (pattern_id, external, depth) AS (
                SELECT pattern_id, CAST(NULL AS text) {dialect.CodePointOrder}, 0 FROM patterns WHERE pattern_id = @id
                UNION
                SELECT CASE WHEN r.source_id = w.pattern_id THEN r.target_id ELSE r.source_id END,
                       CASE WHEN r.source_id = w.pattern_id THEN r.external END,
                       w.depth + 1
                FROM walk w
                JOIN pattern_relationships r ON (r.source_id = w.pattern_id OR r.target_id = w.pattern_id) {ofType}
                WHERE w.depth < @depth
                {dialect.WalkOrder}
            ),
            reached AS ({dialect.WalkRows}),
            nearest AS (SELECT pattern_id, external, min(depth) AS depth FROM reached GROUP BY pattern_id, external),
            kept AS (
                SELECT pattern_id, external, depth FROM nearest
                ORDER BY depth, external IS NOT NULL, pattern_id, external LIMIT @nodes
            )
            SELECT 0 AS Part, k.pattern_id AS PatternId, k.external AS External, k.depth AS Depth, p.name AS Name,
                   p.pattern_type AS PatternType, p.quality_score AS Quality, p.uses AS Uses,
                   (SELECT count(*) FROM reached) AS Walked,
                   CAST(NULL AS text) AS Type, k.pattern_id AS TargetId, 0.0 AS Confidence, CAST(NULL AS text) AS Evidence
            FROM kept k LEFT JOIN patterns p ON p.pattern_id = k.pattern_id
            UNION ALL
            SELECT 1, r.source_id, r.external, 0, NULL, NULL, NULL, 0, 0, r.type, r.target_id, r.confidence, r.evidence
            FROM kept k JOIN pattern_relationships r ON r.source_id = k.pattern_id
            WHERE (r.target_id IN (SELECT pattern_id FROM kept WHERE pattern_id IS NOT NULL)
                OR r.external IN (SELECT external FROM kept WHERE external IS NOT NULL)) {ofType}
            """;
    }

    /// <summary>A node (part 0) or an edge (part 1).</summary>
    private sealed class WalkRow
    {
        public int Part { get; init; }

        public StoredId? PatternId { get; init; }

        public string? External { get; init; }

        public int Depth { get; init; }

        public string? Name { get; init; }

        public string? PatternType { get; init; }

        public double? Quality { get; init; }

        public long? Uses { get; init; }

        public long Walked { get; init; }

        public string? Type { get; init; }

        public StoredId? TargetId { get; init; }

        public double Confidence { get; init; }

        public string? Evidence { get; init; }

        public GraphNode ToNode() =>
            new(PatternId?.Value, Name ?? External!, PatternType, Quality, Uses ?? 0, Depth);

        public Relationship ToRelationship() =>
            new(
                PatternId!.Value.Value,
                WireName.Require<RelationshipType>(Type!),
                TargetId?.Value,
                External,
                new Confidence(Confidence),
                Evidence
            );
    }
}
