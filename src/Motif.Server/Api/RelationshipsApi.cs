using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Catalog;
using Motif.Server.Http;
using Motif.Server.Operations;
using Motif.Storage;

namespace Motif.Server.Api;

/// <summary>The relations between patterns.</summary>
internal static class RelationshipsApi
{
    private const int DefaultDepth = 1;

    public static void MapRelationships(this IEndpointRouteBuilder api)
    {
        var pattern = api.MapGroup("/patterns/{id:guid}").WithTags("Relationships");
        pattern
            .MapGet("/relationships", ListAsync)
            .Describe("listRelationships", "List the relationships of a pattern")
            .MayFail(404);
        pattern
            .MapPost("/relationships", RelateAsync)
            .Describe(
                "createRelationship",
                "State a relationship, or state it again with other confidence and evidence",
                "Give either target_id or external. A pattern has no relationship to itself."
            )
            .ForOperators()
            .OnceByKey()
            .MayFail(404, 413, 415);
        pattern
            .MapDelete("/relationships", RemoveAsync)
            .Describe("deleteRelationship", "Take a relationship back")
            .ForOperators()
            .MayFail(404);
        pattern
            .MapGet("/graph", WalkAsync)
            .Describe(
                "getPatternGraph",
                "Walk the neighbourhood of a pattern in either direction",
                "Breadth first, with the rings of uses, extends and composed_of inside it."
            )
            .MayFail(404);
    }

    private static async Task<Results<Ok<Items<Relationship>>, ProblemHttpResult>> ListAsync(
        Guid id,
        [
            FromQuery(Name = "direction"),
            WireParameter(typeof(RelationshipDirection)),
            Description("both when not given.")
        ]
            string? direction,
        RelationGraph graph,
        CancellationToken cancellationToken
    )
    {
        var wire = new WireParameters();
        var wanted = wire.Read<RelationshipDirection>("direction", direction);
        if (wire.Refusal("direction is wrong") is { } refusal)
            return refusal;
        var edges = await graph.OfAsync(
            id,
            wanted ?? RelationshipDirection.Both,
            cancellationToken
        );
        return edges is null
            ? Problems.Of(Problems.NotFound, $"no pattern has the id {id}")
            : TypedResults.Ok(new Items<Relationship>(edges));
    }

    private static async Task<Results<Ok<Relationship>, ProblemHttpResult>> RelateAsync(
        Guid id,
        RelationshipDraft draft,
        RelationGraph graph,
        ServerMetrics metrics,
        CancellationToken cancellationToken
    )
    {
        var answer = await graph.RelateAsync(id, draft, cancellationToken);
        if (answer.Value is not { } edge)
            return Problems.Of(answer.Problem!);
        metrics.Wrote("relate");
        return TypedResults.Ok(edge);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        Guid id,
        [
            FromQuery(Name = "type"),
            WireParameter(typeof(RelationshipType)),
            Description("Its type; needed.")
        ]
            string? type,
        [FromQuery(Name = "target_id"), Description("The pattern at its other end.")]
            Guid? targetId,
        [FromQuery(Name = "external"), Description("Or the name outside the catalogue.")]
            string? external,
        RelationGraph graph,
        ServerMetrics metrics,
        CancellationToken cancellationToken
    )
    {
        var wire = new WireParameters();
        var wanted = wire.Read<RelationshipType>("type", type);
        if (wire.Refusal("type is wrong") is { } refusal)
            return refusal;
        if (wanted is null)
            return Problems.Invalid("type", "is needed");
        if (
            await graph.RemoveAsync(id, wanted.Value, targetId, external, cancellationToken) is
            { } problem
        )
            return Problems.Of(problem);
        metrics.Wrote("unrelate");
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<PatternGraph>, ProblemHttpResult>> WalkAsync(
        Guid id,
        [
            FromQuery(Name = "depth"),
            Range(1, RelationGraph.MaxDepth),
            Description("1 when not given.")
        ]
            int? depth,
        [
            FromQuery(Name = "type"),
            WireParameter(typeof(RelationshipType)),
            Description("Only edges of these types; may be repeated.")
        ]
            string[]? type,
        RelationGraph graph,
        CancellationToken cancellationToken
    )
    {
        var wire = new WireParameters();
        var types = wire.Read<RelationshipType>("type", type);
        if (wire.Refusal("type is wrong") is { } refusal)
            return refusal;
        var answer = await graph.WalkAsync(id, depth ?? DefaultDepth, types, cancellationToken);
        return answer.Problem is { } problem ? Problems.Of(problem) : TypedResults.Ok(answer.Value);
    }
}
