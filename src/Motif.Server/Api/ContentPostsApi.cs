using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Content.Fatigue;
using Motif.Content.Posts;
using Motif.Server.Http;

namespace Motif.Server.Api;

/// <summary>When a post was deleted.</summary>
[WireRequest]
public sealed record RemovePost(
    [property: System.Text.Json.Serialization.JsonConverter(typeof(OffsetTimeConverter))]
        DateTimeOffset? RemovedAt = null
);

/// <summary>Cumulative numbers of a post, in any order.</summary>
[WireRequest]
public sealed record MeasurePost(IReadOnlyList<MetricSnapshot> Snapshots);

/// <summary>Posts of personas: reserve, publish or release; edit, remove, measure, import.</summary>
internal static class ContentPostsApi
{
    private const int DefaultPage = 50;
    private const int MostListed = 500;
    private const string JsonLines = "application/x-ndjson";
    private const string Csv = "text/csv";

    public static void MapContentPosts(this RouteGroupBuilder content, MotifServerOptions options)
    {
        MapPlaces(content);
        MapChanges(content);
        content
            .MapPost("/posts/import", ImportAsync)
            .Describe(
                "importPosts",
                "Import posts made elsewhere, JSON lines or CSV",
                "They count like any other. A post is known again by its external_id. Lines that are wrong are refused with their number; the others are taken."
            )
            .Accepts<ImportedPost>(JsonLines, Csv)
            .WithMetadata(new BodyLimit(options.MaxImportBytes))
            .ForOperators()
            .MayFail(413, 415);
    }

    private static void MapPlaces(RouteGroupBuilder content)
    {
        content
            .MapPost("/personas/{persona_id}/reservations", ReserveAsync)
            .Describe(
                "reservePost",
                "Hold a place for a post under every cap",
                "Refused with 409 where a cap or the text's own rule leaves none; errors names it and says from when it is free."
            )
            .ForOperators()
            .MayFail(409, 413, 415);
        content
            .MapPost("/personas/{persona_id}/posts", PublishAsync)
            .Describe(
                "publishPost",
                "Record that a post went out, of a reservation or of its own",
                "Idempotent by post_id, external_id and idempotency_key. A fact is never refused by a cap: it is kept and flagged."
            )
            .ForOperators()
            .MayFail(404, 409, 413, 415);
        content
            .MapGet("/personas/{persona_id}/posts", ListAsync)
            .Describe("listPosts", "List a persona's posts, the newest first");
        content
            .MapGet("/posts/{post_id:guid}", FindAsync)
            .Describe("getPost", "Read a post with everything that happened to it")
            .MayFail(404);
    }

    private static void MapChanges(RouteGroupBuilder content)
    {
        content
            .MapPost("/posts/{post_id:guid}/release", ReleaseAsync)
            .Describe("releasePost", "Give a reservation up")
            .ForOperators()
            .MayFail(404, 409);
        content
            .MapPost("/posts/{post_id:guid}/edit", EditAsync)
            .Describe(
                "editPost",
                "Say that a post's text was changed",
                "Unseen, its use moves to the new family; seen, it stays where people saw it."
            )
            .ForOperators()
            .MayFail(404, 413, 415);
        content
            .MapPost("/posts/{post_id:guid}/remove", RemoveAsync)
            .Describe(
                "removePost",
                "Say that a post was deleted",
                "Unseen, its use is released; seen, it still tires until its window has passed."
            )
            .ForOperators()
            .MayFail(404, 413, 415);
        content
            .MapPost("/posts/{post_id:guid}/metrics", MeasureAsync)
            .Describe(
                "measurePost",
                "Tell a post's cumulative numbers, in any order and as often as you like",
                "Wrong rows are refused with their reason, the others are taken."
            )
            .ForOperators()
            .MayFail(404, 413, 415);
    }

    private static async Task<Results<Ok<PostReceipt>, ProblemHttpResult>> ReserveAsync(
        [FromRoute(Name = "persona_id")] string personaId,
        ReservePost request,
        PostLifecycle lifecycle,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await lifecycle.ReserveAsync(personaId, request, cancellationToken));

    private static async Task<Results<Ok<PostReceipt>, ProblemHttpResult>> PublishAsync(
        [FromRoute(Name = "persona_id")] string personaId,
        PublishPost request,
        PostLifecycle lifecycle,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await lifecycle.PublishAsync(personaId, request, cancellationToken));

    private static async Task<Ok<Items<ContentPost>>> ListAsync(
        [FromRoute(Name = "persona_id")] string personaId,
        [FromQuery(Name = "limit"), Range(1, MostListed), Description("50 when not given.")]
            int? limit,
        IContentStore store,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            new Items<ContentPost>(
                await store.ListPostsAsync(
                    personaId,
                    Math.Clamp(limit ?? DefaultPage, 1, MostListed),
                    cancellationToken
                )
            )
        );

    private static async Task<Results<Ok<ContentPost>, ProblemHttpResult>> FindAsync(
        [FromRoute(Name = "post_id")] Guid postId,
        IContentStore store,
        CancellationToken cancellationToken
    ) =>
        await store.FindPostAsync(postId, cancellationToken) is { } post
            ? TypedResults.Ok(post)
            : Problems.Of(Problems.NotFound, $"no post has the id {postId}");

    private static async Task<Results<Ok<PostReceipt>, ProblemHttpResult>> ReleaseAsync(
        [FromRoute(Name = "post_id")] Guid postId,
        PostLifecycle lifecycle,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await lifecycle.ReleaseAsync(postId, cancellationToken));

    private static async Task<Results<Ok<PostReceipt>, ProblemHttpResult>> EditAsync(
        [FromRoute(Name = "post_id")] Guid postId,
        EditPost request,
        PostChanges changes,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await changes.EditAsync(postId, request, cancellationToken));

    private static async Task<Results<Ok<PostReceipt>, ProblemHttpResult>> RemoveAsync(
        [FromRoute(Name = "post_id")] Guid postId,
        RemovePost request,
        PostChanges changes,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await changes.RemoveAsync(postId, request.RemovedAt, cancellationToken)
        );

    private static async Task<Results<Ok<MetricsReceipt>, ProblemHttpResult>> MeasureAsync(
        [FromRoute(Name = "post_id")] Guid postId,
        MeasurePost request,
        PostChanges changes,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await changes.MeasureAsync(postId, request.Snapshots, cancellationToken)
        );

    private static async Task<Results<Ok<PostImportReport>, ProblemHttpResult>> ImportAsync(
        HttpContext context,
        PostImport import,
        CancellationToken cancellationToken
    )
    {
        if (
            context.Request.ContentType?.StartsWith(Csv, StringComparison.OrdinalIgnoreCase)
            is not true
        )
            return TypedResults.Ok(
                await import.ImportAsync(context.Request.Body, cancellationToken)
            );
        using var reader = new StreamReader(context.Request.Body);
        try
        {
            return TypedResults.Ok(
                await import.ImportCsvAsync(
                    await reader.ReadToEndAsync(cancellationToken),
                    cancellationToken
                )
            );
        }
        catch (FormatException exception)
        {
            return Problems.Invalid("body", exception.Message);
        }
    }
}
