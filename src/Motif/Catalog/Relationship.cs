namespace Motif.Catalog;

/// <summary>How one pattern stands to another.</summary>
public enum RelationshipType
{
    /// <summary>Calls or refers to it.</summary>
    Uses,

    /// <summary>Inherits from it.</summary>
    Extends,

    /// <summary>Has nearly its structure; symmetric, stored once from the smaller id to the greater.</summary>
    SimilarTo,

    /// <summary>Contains it or holds it as an attribute.</summary>
    ComposedOf,

    /// <summary>Makes instances of it.</summary>
    Creates,
}

/// <summary>
/// A typed edge between two patterns, or from a pattern to something outside the catalogue. Exactly one of
/// <paramref name="TargetId"/> and <paramref name="External"/> is set, so an edge never dangles; a pattern has none to itself.
/// </summary>
/// <param name="External">The name of what lies outside, such as <c>asyncio.sleep</c>.</param>
/// <param name="Confidence">The probability that the relation is really there.</param>
/// <param name="Evidence">Where it was seen, such as a call with its file and line; null when stated by hand.</param>
public sealed record Relationship(
    Guid SourceId,
    RelationshipType Type,
    Guid? TargetId,
    string? External,
    Confidence Confidence,
    string? Evidence = null
);

/// <summary>A pattern as a node of the relation graph.</summary>
/// <param name="PatternId">Null for what lies outside the catalogue.</param>
/// <param name="Depth">Steps from the pattern that was asked for, 0 for itself.</param>
public sealed record GraphNode(
    Guid? PatternId,
    string Name,
    string? PatternType,
    double? Quality,
    long Uses,
    int Depth
);

/// <summary>The neighbourhood of a pattern, breadth first.</summary>
/// <param name="Cycles">Rings of USES, EXTENDS or COMPOSED_OF inside it, each as the ids in order from the smallest.</param>
/// <param name="Truncated">True when more nodes stood within the depth than the limit allows.</param>
public sealed record PatternGraph(
    IReadOnlyList<GraphNode> Nodes,
    IReadOnlyList<Relationship> Edges,
    IReadOnlyList<IReadOnlyList<Guid>> Cycles,
    bool Truncated
);
