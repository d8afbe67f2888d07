using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Catalog;
using Motif.Decisions;
using Motif.Decisions.Records;
using Motif.Server.Http;

namespace Motif.Server.Api;

/// <summary>The patterns that answer messages.</summary>
internal static class DecisionPatternsApi
{
    private const int DefaultPage = 50;
    private const int MostListed = 500;

    public static void MapDecisionPatterns(this RouteGroupBuilder decisions)
    {
        decisions
            .MapGet("/patterns", ListAsync)
            .Describe("listDecisionPatterns", "List the patterns that answer messages, by name");
        decisions
            .MapPost("/patterns", CreateAsync)
            .Describe(
                "createDecisionPattern",
                "Add a pattern with its reply and examples of messages",
                "It begins in shadow. Examples teach what it is about, never how sure to be. Where another pattern says nearly the same it is 409 with existing_id, unless allow_similar insists."
            )
            .ForOperators()
            .OnceByKey()
            .MayFail(409, 413, 415);
        decisions
            .MapGet("/patterns/{id:guid}", FindAsync)
            .Describe("getDecisionPattern", "Read a pattern with its evidence")
            .MayFail(404);
        decisions
            .MapPut("/patterns/{id:guid}", ChangeAsync)
            .Describe(
                "changeDecisionPattern",
                "Change a pattern's name, reply or status",
                "auto needs an administrator, 200 labelled decisions, and trials enough; otherwise 409 with what is missing. With If-Match only the version that was read is changed."
            )
            .ForOperators()
            .MayFail(404, 409, 412, 413, 415);
        decisions
            .MapDelete("/patterns/{id:guid}", ArchiveAsync)
            .Describe(
                "archiveDecisionPattern",
                "Take a pattern out of use",
                "It answers nothing from then on; its status can be set back."
            )
            .ForOperators()
            .MayFail(404, 409);
        decisions
            .MapPost("/patterns/{id:guid}/restore", RestoreAsync)
            .Describe(
                "restoreDecisionPattern",
                "Bring a pattern back that was taken out of use",
                "As a draft: it answers nothing until its status is active."
            )
            .ForOperators()
            .MayFail(404, 409);
        decisions
            .MapPost("/patterns/{id:guid}/merge", MergeAsync)
            .Describe(
                "mergeDecisionPattern",
                "Merge a pattern into another that means the same",
                "The other stays with its words and gets this one's examples and evidence; this one is taken out of use and keeps its history. With If-Match only the version that was read is merged."
            )
            .ForOperators()
            .MayFail(404, 409, 412, 413, 415);
        decisions
            .MapGet("/patterns/{id:guid}/evolution", EvolutionAsync)
            .Describe(
                "listConfidenceChanges",
                "List how a pattern's confidence changed, the newest first"
            );
        decisions
            .MapGet("/patterns/{id:guid}/examples", ExamplesAsync)
            .Describe(
                "listPatternExamples",
                "List the messages from which a pattern was learned, the newest first",
                "Without personal data. Those with the weight 0 teach what it is about, not how sure to be."
            );
    }

    private static async Task<Ok<Items<DecisionPattern>>> ListAsync(
        [
            FromQuery(Name = "stale"),
            Description("true: only those that are out of date, by uses × age.")
        ]
            bool? stale,
        DecisionPatterns patterns,
        StaleReplies replies,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            new Items<DecisionPattern>(
                stale == true
                    ? await replies.ListAsync(cancellationToken)
                    : await patterns.ListAsync(cancellationToken)
            )
        );

    private static async Task<Results<Ok<DecisionPattern>, ProblemHttpResult>> CreateAsync(
        DecisionPatternDraft draft,
        DecisionPatterns patterns,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await patterns.CreateAsync(
                draft,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );

    private static async Task<Results<Ok<DecisionPattern>, ProblemHttpResult>> FindAsync(
        Guid id,
        DecisionPatterns patterns,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var found = await patterns.FindAsync(id, cancellationToken);
        if (found.Value is { } pattern)
            context.Response.Headers.ETag = $"\"{pattern.Version}\"";
        return ContentApi.Answered(found);
    }

    private static async Task<Results<Ok<DecisionPattern>, ProblemHttpResult>> ChangeAsync(
        Guid id,
        DecisionPatternPatch patch,
        DecisionPatterns patterns,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var (version, problem) = await ReadVersionAsync(id, patterns, context, cancellationToken);
        return problem
            ?? ContentApi.Answered(
                await patterns.ChangeAsync(
                    id,
                    patch,
                    version,
                    ApiKeyAuthentication.ActorOf(context),
                    cancellationToken
                )
            );
    }

    private static async Task<Results<Ok<DecisionPattern>, ProblemHttpResult>> MergeAsync(
        Guid id,
        MergePattern merge,
        PatternMerge patternMerge,
        DecisionPatterns patterns,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var (version, problem) = await ReadVersionAsync(id, patterns, context, cancellationToken);
        return problem
            ?? ContentApi.Answered(
                await patternMerge.MergeAsync(
                    id,
                    merge,
                    version,
                    ApiKeyAuthentication.ActorOf(context),
                    cancellationToken
                )
            );
    }

    /// <summary>The version that If-Match names; null where it names none.</summary>
    private static async Task<(int? Version, ProblemHttpResult? Problem)> ReadVersionAsync(
        Guid id,
        DecisionPatterns patterns,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        if (ETags.Accepted(context.Request) is not { } accepts || ETags.AcceptsAny(context.Request))
            return (null, null);
        var current = await patterns.FindAsync(id, cancellationToken);
        if (current.Value is not { } pattern)
            return (null, Problems.Of(current.Problem!));
        return accepts(pattern.Version)
            ? (pattern.Version, null)
            : (
                null,
                Problems.Of(Problems.StaleVersion, "the pattern was changed since it was read")
            );
    }

    private static async Task<Results<Ok<DecisionPattern>, ProblemHttpResult>> ArchiveAsync(
        Guid id,
        DecisionPatterns patterns,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await patterns.ArchiveAsync(
                id,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );

    private static async Task<Results<Ok<DecisionPattern>, ProblemHttpResult>> RestoreAsync(
        Guid id,
        DecisionPatterns patterns,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await patterns.RestoreAsync(
                id,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );

    private static async Task<Ok<Items<ConfidenceChange>>> EvolutionAsync(
        Guid id,
        [FromQuery(Name = "limit"), Range(1, MostListed), Description("50 when not given.")]
            int? limit,
        DecisionPatterns patterns,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            new Items<ConfidenceChange>(
                await patterns.EvolutionAsync(
                    id,
                    Math.Clamp(limit ?? DefaultPage, 1, MostListed),
                    cancellationToken
                )
            )
        );

    private static async Task<Ok<Items<PatternExample>>> ExamplesAsync(
        Guid id,
        [FromQuery(Name = "limit"), Range(1, MostListed), Description("50 when not given.")]
            int? limit,
        PatternExamples examples,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            new Items<PatternExample>(
                await examples.ListAsync(
                    id,
                    Math.Clamp(limit ?? DefaultPage, 1, MostListed),
                    cancellationToken
                )
            )
        );
}
