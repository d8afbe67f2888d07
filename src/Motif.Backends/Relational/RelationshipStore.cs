using Motif.Catalog;

namespace Motif.Backends.Relational;

/// <inheritdoc cref="IRelationshipStore"/>
internal sealed class RelationshipStore(RelationalDatabase database) : IRelationshipStore
{
    public Task<IReadOnlyList<Relationship>> OfAsync(
        Guid patternId,
        RelationshipDirection direction,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<Relationship>>(
            "relationships.of",
            async session =>
            {
                var rows = await session.QueryAsync<RelationshipRow>(
                    $"SELECT {RelationshipRow.Columns} FROM pattern_relationships r WHERE {EndsAt(direction)}",
                    ("id", patternId)
                );
                return Ordered(rows.Select(r => r.ToRelationship()));
            },
            cancellationToken
        );

    public Task<IReadOnlyList<Guid>> SaveAsync(
        Relationship relationship,
        CancellationToken cancellationToken
    )
    {
        var edge = RelationshipEdges.Canonical(relationship);
        Guid[] ends = edge.TargetId is { } target ? [edge.SourceId, target] : [edge.SourceId];
        return database.WriteAsync<IReadOnlyList<Guid>>(
            "relationships.save",
            async session =>
            {
                var known = await session.QueryAsync<StoredId>(
                    $"SELECT pattern_id FROM patterns WHERE {session.Dialect.IsIn("pattern_id", "ids")} ORDER BY pattern_id {session.Dialect.LockToKeep}",
                    ("ids", ends)
                );
                if (ends.Except(known.Select(k => k.Value)).ToList() is { Count: > 0 } unknown)
                    return unknown;
                await RelationshipEdges.WriteAsync(session, [edge], isStated: true);
                return [];
            },
            cancellationToken
        );
    }

    public Task<bool> RemoveAsync(
        Guid sourceId,
        RelationshipType type,
        Guid? targetId,
        string? external,
        CancellationToken cancellationToken
    )
    {
        var edge = RelationshipEdges.Canonical(
            new Relationship(sourceId, type, targetId, external, Confidence.Certain)
        );
        var end = edge.External is null ? "target_id" : "external";
        return database.WriteAsync(
            "relationships.remove",
            async session =>
                await session.ExecuteAsync(
                    $"DELETE FROM pattern_relationships WHERE source_id = @source AND type = @type AND {end} = @{end}",
                    RelationshipEdges.Name(edge)
                ) > 0,
            cancellationToken
        );
    }

    public Task<(
        IReadOnlyList<GraphNode> Nodes,
        IReadOnlyList<Relationship> Edges,
        bool Truncated
    )> WalkAsync(
        Guid patternId,
        int depth,
        IReadOnlyList<RelationshipType> types,
        int limit,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(depth, RelationshipWalk.MaxDepth);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return database.ReadAsync(
            "relationships.walk",
            session => RelationshipWalk.RunAsync(session, patternId, depth, types, limit),
            cancellationToken
        );
    }

    /// <summary>By type, then target: patterns by id, then external names.</summary>
    internal static IReadOnlyList<Relationship> Ordered(IEnumerable<Relationship> edges) =>
        [
            .. edges
                .OrderBy(e => WireName.Of(e.Type), StringComparer.Ordinal)
                .ThenBy(e => e.External is not null)
                .ThenBy(e => e.TargetId)
                .ThenBy(e => e.External, StringComparer.Ordinal)
                .ThenBy(e => e.SourceId),
        ];

    /// <summary>A symmetric edge goes out from both its ends, and comes in at both.</summary>
    private static string EndsAt(RelationshipDirection direction) =>
        direction switch
        {
            RelationshipDirection.Outgoing =>
                "r.source_id = @id OR (r.target_id = @id AND r.type = 'similar_to')",
            RelationshipDirection.Incoming =>
                "r.target_id = @id OR (r.source_id = @id AND r.target_id IS NOT NULL AND r.type = 'similar_to')",
            _ => "r.source_id = @id OR r.target_id = @id",
        };
}
