using System.ComponentModel.DataAnnotations;
using Motif.Storage;

namespace Motif.Catalog;

/// <summary>An edge as somebody states it; exactly one of target and external is given.</summary>
/// <param name="Type">How the source stands to the target.</param>
/// <param name="TargetId">A pattern of the catalogue.</param>
/// <param name="External">The name of something outside the catalogue, such as <c>asyncio.sleep</c>.</param>
/// <param name="Confidence">The probability that the relation is really there; certain when null.</param>
/// <param name="Evidence">Where it was seen.</param>
[WireRequest]
public sealed record RelationshipDraft(
    RelationshipType Type,
    Guid? TargetId = null,
    [property: StringLength(300, MinimumLength = 1)] string? External = null,
    Confidence? Confidence = null,
    [property: StringLength(2000, MinimumLength = 1)] string? Evidence = null
);

/// <summary>
/// The typed relations between patterns: stating them, taking them back, walking them. Thread-safe. An expected "no" is a
/// <see cref="CatalogueProblem"/>; a failure of the backend is thrown as <see cref="BackendException"/>.
/// </summary>
public sealed class RelationGraph(IRelationshipStore edges, IPatternStore patterns)
{
    /// <summary>The farthest that <see cref="WalkAsync"/> goes.</summary>
    public const int MaxDepth = 5;

    /// <summary>The most nodes that <see cref="WalkAsync"/> returns.</summary>
    public const int MaxNodes = 500;

    private const string ToItself = "a pattern has no relationship to itself";

    /// <summary>The edges of a pattern; null when there is no such pattern.</summary>
    public async Task<IReadOnlyList<Relationship>?> OfAsync(
        Guid patternId,
        RelationshipDirection direction,
        CancellationToken cancellationToken
    )
    {
        var found = await edges.OfAsync(patternId, direction, cancellationToken);
        return found.Count > 0 || await patterns.FindAsync(patternId, cancellationToken) is not null
            ? found
            : null;
    }

    /// <summary>States an edge, or states it again with other confidence and evidence.</summary>
    public async Task<CatalogueAnswer<Relationship>> RelateAsync(
        Guid sourceId,
        RelationshipDraft draft,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (Errors(sourceId, draft) is { Count: > 0 } errors)
            return CatalogueProblem.Invalid(errors);
        var edge = Directed(
            new Relationship(
                sourceId,
                draft.Type,
                draft.TargetId,
                draft.External,
                draft.Confidence ?? Confidence.Certain,
                draft.Evidence
            )
        );
        var unknown = await edges.SaveAsync(edge, cancellationToken);
        if (unknown.Contains(sourceId))
            return CatalogueProblem.NoPattern(sourceId);
        return unknown.Count == 0
            ? edge
            : CatalogueProblem.Invalid("target_id", $"no pattern has the id {unknown[0]}");
    }

    /// <summary>Takes an edge back; null when it was there.</summary>
    public async Task<CatalogueProblem?> RemoveAsync(
        Guid sourceId,
        RelationshipType type,
        Guid? targetId,
        string? external,
        CancellationToken cancellationToken
    )
    {
        if (targetId is null == external is null)
            return CatalogueProblem.Invalid(
                "target_id",
                "give either target_id or external, not both and not neither"
            );
        if (targetId == sourceId)
            return CatalogueProblem.Invalid("target_id", ToItself);
        if (StorableText.Mistake(external) is { } mistake)
            return CatalogueProblem.Invalid("external", mistake);
        var edge = Directed(new Relationship(sourceId, type, targetId, external, default));
        return await edges.RemoveAsync(
            edge.SourceId,
            type,
            edge.TargetId,
            external,
            cancellationToken
        )
            ? null
            : new CatalogueProblem(
                CatalogueRefusal.NotFound,
                $"pattern {sourceId} has no relationship {WireName.Of(type)} to {targetId?.ToString() ?? external}"
            );
    }

    /// <summary>The neighbourhood of a pattern within <paramref name="depth"/> steps, with the rings inside it.</summary>
    /// <param name="types">Which edges to follow; empty means all.</param>
    public async Task<CatalogueAnswer<PatternGraph>> WalkAsync(
        Guid patternId,
        int depth,
        IReadOnlyList<RelationshipType> types,
        CancellationToken cancellationToken
    )
    {
        if (depth is < 1 or > MaxDepth)
            return CatalogueProblem.Invalid("depth", $"must be 1 to {MaxDepth}; {depth} was given");
        var (nodes, walked, isTruncated) = await edges.WalkAsync(
            patternId,
            depth,
            types,
            MaxNodes,
            cancellationToken
        );
        return nodes.Count == 0
            ? CatalogueProblem.NoPattern(patternId)
            : new PatternGraph(nodes, walked, RelationRings.Of(walked), isTruncated);
    }

    private static Dictionary<string, string[]> Errors(Guid sourceId, RelationshipDraft draft)
    {
        var errors = DraftValidation.Check(draft);
        DraftValidation.CheckName("external", draft.External, errors);
        if (draft.TargetId is null == draft.External is null)
            errors["target_id"] = ["give either target_id or external, not both and not neither"];
        else if (draft.TargetId == sourceId)
            errors["target_id"] = [ToItself];
        return errors;
    }

    /// <summary>A symmetric edge runs from the smaller id to the greater, so that it is stored once.</summary>
    private static Relationship Directed(Relationship edge) =>
        edge is { Type: RelationshipType.SimilarTo, TargetId: { } target }
        && string.CompareOrdinal(target.ToString(), edge.SourceId.ToString()) < 0
            ? edge with
            {
                SourceId = target,
                TargetId = edge.SourceId,
            }
            : edge;
}
