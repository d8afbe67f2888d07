using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Discovery.Editing;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Runs;
using Motif.Server.Http;

namespace Motif.Server.Api;

/// <summary>A cluster's new name.</summary>
[WireRequest]
public sealed record RenameCluster(string Name);

/// <summary>The cluster that goes into another.</summary>
[WireRequest]
public sealed record MergeClusters(Guid OtherId);

/// <summary>Whether runs leave a cluster as it is.</summary>
[WireRequest]
public sealed record PinCluster(bool IsPinned = true);

/// <summary>An item that goes into a cluster.</summary>
[WireRequest]
public sealed record MoveItem(string ItemId);

/// <summary>The hierarchy by hand: edits that stand through later runs, their history, and topics that are known beforehand.</summary>
internal static class ClusterEditsApi
{
    private const int DefaultListed = 100;
    private const int MostListed = 1000;

    public static void MapClusterEdits(this RouteGroupBuilder discovery)
    {
        MapActions(discovery.MapGroup("/clusters/{cluster_id:guid}"));
        discovery
            .MapGet("/edits", ListAsync)
            .Describe(
                "listClusterEdits",
                "List what people did to the neighbourhoods, newest first",
                "With who and when, those that were undone too."
            );
        discovery
            .MapPost("/edits/{edit_id:guid}/undo", UndoAsync)
            .Describe(
                "undoClusterEdit",
                "Take an edit back",
                "Later edits of the same neighbourhoods are taken back first."
            )
            .ForOperators()
            .MayFail(404, 409, 422);
        discovery
            .MapGet("/topics", TopicsAsync)
            .Describe(
                "listTopics",
                "List known topics with their sizes",
                "items is null for a topic that no run has met yet; a topic's id is that of its cluster."
            );
        discovery
            .MapPost("/topics", AddTopicAsync)
            .Describe(
                "addTopic",
                "Name a topic that is known beforehand",
                "The next run fills it before it looks for neighbourhoods, and keeps the name."
            )
            .ForOperators()
            .OnceByKey()
            .MayFail(409, 413, 415);
        discovery
            .MapDelete("/topics/{topic_id:guid}", RemoveTopicAsync)
            .Describe(
                "removeTopic",
                "Remove a known topic",
                "Its items go to their neighbourhoods with the next run."
            )
            .ForOperators()
            .MayFail(404);
    }

    private static void MapActions(RouteGroupBuilder cluster)
    {
        cluster
            .MapPost("/rename", RenameAsync)
            .Describe("renameCluster", "Give a neighbourhood a name that stays")
            .ForOperators()
            .MayFail(404, 409, 413, 415, 422);
        cluster
            .MapPost("/merge", MergeAsync)
            .Describe(
                "mergeClusters",
                "Put another macro or meso into this one",
                "Every other neighbourhood stays as it is. A name that a person gave survives."
            )
            .ForOperators()
            .MayFail(404, 409, 413, 415, 422);
        cluster
            .MapPost("/split", SplitAsync)
            .Describe(
                "splitCluster",
                "Cut a macro or meso in two between the neighbourhoods in it",
                "The larger half keeps the id; other_id of the answer is the smaller one."
            )
            .ForOperators()
            .MayFail(404, 409, 422);
        cluster
            .MapPost("/pin", PinAsync)
            .Describe(
                "pinCluster",
                "Say whether runs leave a neighbourhood as it is",
                "What was renamed, merged or split is pinned."
            )
            .ForOperators()
            .MayFail(404, 409, 413, 415, 422);
        cluster
            .MapPost("/items", MoveAsync)
            .Describe(
                "moveItem",
                "Put an item into this neighbourhood, for good",
                "Into the micro of it that is nearest to the item."
            )
            .ForOperators()
            .MayFail(404, 409, 413, 415, 422);
    }

    private static async Task<Results<Ok<ClusterEdit>, ProblemHttpResult>> RenameAsync(
        [FromRoute(Name = "cluster_id")] Guid clusterId,
        RenameCluster request,
        ClusterEditor editor,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await editor.RenameAsync(
                clusterId,
                request.Name,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );

    private static async Task<Results<Ok<ClusterEdit>, ProblemHttpResult>> MergeAsync(
        [FromRoute(Name = "cluster_id")] Guid clusterId,
        MergeClusters request,
        ClusterEditor editor,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await editor.MergeAsync(
                clusterId,
                request.OtherId,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );

    private static async Task<Results<Ok<ClusterEdit>, ProblemHttpResult>> SplitAsync(
        [FromRoute(Name = "cluster_id")] Guid clusterId,
        ClusterEditor editor,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await editor.SplitAsync(
                clusterId,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );

    private static async Task<Results<Ok<ClusterEdit>, ProblemHttpResult>> PinAsync(
        [FromRoute(Name = "cluster_id")] Guid clusterId,
        PinCluster request,
        ClusterEditor editor,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await editor.PinAsync(
                clusterId,
                request.IsPinned,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );

    private static async Task<Results<Ok<ClusterEdit>, ProblemHttpResult>> MoveAsync(
        [FromRoute(Name = "cluster_id")] Guid clusterId,
        MoveItem request,
        ClusterEditor editor,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await editor.MoveAsync(
                clusterId,
                request.ItemId,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );

    private static async Task<Results<Ok<Items<ClusterEdit>>, ProblemHttpResult>> ListAsync(
        [FromQuery(Name = "limit"), Range(1, MostListed), Description("100 when not given.")]
            int? limit,
        IDiscoveryStore store,
        CancellationToken cancellationToken
    )
    {
        if (limit is < 1 or > MostListed)
            return Problems.Invalid("limit", $"must be 1 to {MostListed}");
        var edits = await store.ListEditsAsync(limit ?? DefaultListed, cancellationToken);
        return TypedResults.Ok(new Items<ClusterEdit>([.. edits.Select(e => e.Edit)]));
    }

    private static async Task<Results<Ok<ClusterEdit>, ProblemHttpResult>> UndoAsync(
        [FromRoute(Name = "edit_id")] Guid editId,
        ClusterEditor editor,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await editor.UndoAsync(editId, ApiKeyAuthentication.ActorOf(context), cancellationToken)
        );

    private static async Task<Ok<Items<TopicSize>>> TopicsAsync(
        KnownTopics topics,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(new Items<TopicSize>(await topics.ListAsync(cancellationToken)));

    private static async Task<Results<Ok<KnownTopic>, ProblemHttpResult>> AddTopicAsync(
        KnownTopicDraft request,
        KnownTopics topics,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await topics.AddAsync(request, ApiKeyAuthentication.ActorOf(context), cancellationToken)
        );

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveTopicAsync(
        [FromRoute(Name = "topic_id")] Guid topicId,
        IDiscoveryStore store,
        CancellationToken cancellationToken
    ) =>
        await store.RemoveTopicAsync(topicId, cancellationToken)
            ? TypedResults.NoContent()
            : Problems.Of(Problems.NotFound, $"no topic has the id {topicId}");
}
