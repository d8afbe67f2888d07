using Motif.Catalog;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>Writes edges in the form in which they are kept.</summary>
internal static class RelationshipEdges
{
    /// <summary>A symmetric edge runs from the smaller id to the greater, whichever way it is named.</summary>
    /// <exception cref="ArgumentException">Not exactly one target, or an edge from a pattern to itself.</exception>
    public static Relationship Canonical(Relationship edge)
    {
        if (edge.TargetId is null == edge.External is null)
            throw new ArgumentException(
                "a relationship has a target or an external name, and not both",
                nameof(edge)
            );
        if (edge.TargetId == edge.SourceId)
            throw new ArgumentException(
                $"a relationship from pattern {edge.SourceId} to itself",
                nameof(edge)
            );
        return
            edge is { Type: RelationshipType.SimilarTo, TargetId: { } target }
            && target.CompareTo(edge.SourceId) < 0
            ? edge with
            {
                SourceId = target,
                TargetId = edge.SourceId,
            }
            : edge;
    }

    /// <summary>Adds edges or updates them. What was stated stays as stated when a scan sees it too.</summary>
    /// <param name="edges">In canonical form.</param>
    public static async Task WriteAsync(
        SqlSession session,
        IReadOnlyList<Relationship> edges,
        bool isStated
    )
    {
        await WriteAsync(session, [.. edges.Where(e => e.External is null)], isStated, "target_id");
        await WriteAsync(
            session,
            [.. edges.Where(e => e.External is not null)],
            isStated,
            "external"
        );
    }

    /// <summary>The parameters that name an edge: <c>source</c>, <c>type</c> and <c>target_id</c> or <c>external</c>.</summary>
    public static (string, object?)[] Name(Relationship edge) =>
        [
            ("source", edge.SourceId),
            ("type", WireName.Of(edge.Type)),
            edge.External is null
                ? ("target_id", edge.TargetId)
                : ("external", StorableText.RequireIndexed("external", edge.External)),
        ];

    private static Task<IReadOnlyList<int>> WriteAsync(
        SqlSession session,
        List<Relationship> edges,
        bool isStated,
        string end
    ) =>
        session.ExecuteManyAsync(
            $"""
            INSERT INTO pattern_relationships (source_id, type, {end}, confidence, evidence, stated)
            VALUES (@source, @type, @{end}, @confidence, @evidence, @stated)
            ON CONFLICT (source_id, type, {end}) WHERE {end} IS NOT NULL DO UPDATE
            SET confidence = excluded.confidence, evidence = excluded.evidence, stated = excluded.stated
            {(isStated ? "" : "WHERE NOT pattern_relationships.stated")}
            """,
            edges.ConvertAll(e => Parameters(e, isStated))
        );

    private static (string, object?)[] Parameters(Relationship edge, bool isStated) =>
        [
            .. Name(edge),
            ("confidence", edge.Confidence.Value),
            ("evidence", edge.Evidence),
            ("stated", isStated),
        ];
}
