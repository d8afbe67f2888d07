using Motif.Storage;

namespace Motif.Catalog;

/// <summary>Which edges of a pattern.</summary>
public enum RelationshipDirection
{
    Outgoing,
    Incoming,
    Both,
}

/// <summary>
/// Edges between patterns. Thread-safe; every method is one transaction. Failures are <see cref="BackendException"/>.
/// </summary>
public interface IRelationshipStore
{
    /// <summary>
    /// The edges of a pattern by type, then target: patterns by id, then external names. A symmetric edge goes out from
    /// both its ends and comes in at both.
    /// </summary>
    Task<IReadOnlyList<Relationship>> OfAsync(
        Guid patternId,
        RelationshipDirection direction,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Adds the edge or updates its confidence and evidence. Returns the ids of its ends that are not in the catalogue;
    /// nothing is written unless that is empty.
    /// </summary>
    Task<IReadOnlyList<Guid>> SaveAsync(
        Relationship relationship,
        CancellationToken cancellationToken
    );

    /// <summary>False when there was no such edge.</summary>
    Task<bool> RemoveAsync(
        Guid sourceId,
        RelationshipType type,
        Guid? targetId,
        string? external,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// The nodes and edges within <paramref name="depth"/> steps (1 to 5) in either direction, breadth first, in one round
    /// trip; at most <paramref name="limit"/> nodes. <paramref name="types"/> empty means every type.
    /// What lies outside the catalogue is reached, not walked through. The edges are all those among the nodes.
    /// </summary>
    Task<(
        IReadOnlyList<GraphNode> Nodes,
        IReadOnlyList<Relationship> Edges,
        bool Truncated
    )> WalkAsync(
        Guid patternId,
        int depth,
        IReadOnlyList<RelationshipType> types,
        int limit,
        CancellationToken cancellationToken
    );
}
