using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Decisions;
using Motif.Decisions.Records;
using Motif.Server.Http;

namespace Motif.Server.Api;

/// <summary>Replies that wait for a person, and those that a person can still stop.</summary>
internal static class ApprovalsApi
{
    private const int DefaultPage = 50;
    private const int MostListed = 500;

    public static void MapApprovals(this RouteGroupBuilder decisions)
    {
        decisions
            .MapGet("/queue/pending", PendingAsync)
            .Describe("listPending", "List the replies that wait for a person, the newest first");
        decisions
            .MapPost("/queue/{id:guid}/approve", ApproveAsync)
            .Describe(
                "approveReply",
                "Send a reply that waits",
                "Of two people who approve one reply the second is told 409. A place that nothing was given for is 422 until it is filled in by modify; one that waited too long is 410. Risk R3 needs two people."
            )
            .ForOperators()
            .MayFail(404, 409, 410, 422);
        decisions
            .MapPost("/queue/approve", ApproveAllAsync)
            .Describe(
                "approveReplies",
                "Send several replies that wait",
                "Each has its own result. Risk R3 is refused here: it is read one by one."
            )
            .ForOperators()
            .MayFail(413, 415);
        decisions
            .MapPost("/queue/{id:guid}/modify", ModifyAsync)
            .Describe("modifyReply", "Send other words in place of a reply that waits")
            .ForOperators()
            .MayFail(404, 409, 410, 413, 415);
        decisions
            .MapPost("/queue/{id:guid}/reject", RejectAsync)
            .Describe("rejectReply", "Say that a reply is not to be sent, and why")
            .ForOperators()
            .MayFail(404, 409, 413, 415);
        decisions
            .MapPost("/executions/{id:guid}/cancel", CancelAsync)
            .Describe(
                "cancelReply",
                "Stop an automatic answer in its hold",
                "409 already_sent once it left. It counts against the pattern."
            )
            .ForOperators()
            .MayFail(404, 409);
    }

    private static async Task<Ok<Items<DecisionExecution>>> PendingAsync(
        [FromQuery(Name = "limit"), Range(1, MostListed), Description("50 when not given.")]
            int? limit,
        ApprovalQueue queue,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            new Items<DecisionExecution>(
                await queue.PendingAsync(
                    Math.Clamp(limit ?? DefaultPage, 1, MostListed),
                    cancellationToken
                )
            )
        );

    private static async Task<Results<Ok<DecisionExecution>, ProblemHttpResult>> ApproveAsync(
        Guid id,
        ApproveReply approval,
        ApprovalQueue queue,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await queue.ApproveAsync(
                id,
                approval,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );

    private static async Task<Results<Ok<Items<BulkResult>>, ProblemHttpResult>> ApproveAllAsync(
        ApproveReplies approval,
        ApprovalQueue queue,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        if (approval.Ids.Count is 0 or > ApproveReplies.Most)
            return Problems.Invalid(
                "ids",
                FormattableString.Invariant($"must have 1 to {ApproveReplies.Most}")
            );
        return TypedResults.Ok(
            new Items<BulkResult>(
                await queue.ApproveAllAsync(
                    approval,
                    ApiKeyAuthentication.ActorOf(context),
                    cancellationToken
                )
            )
        );
    }

    private static async Task<Results<Ok<DecisionExecution>, ProblemHttpResult>> ModifyAsync(
        Guid id,
        ModifyReply change,
        ApprovalQueue queue,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await queue.ModifyAsync(
                id,
                change,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );

    private static async Task<Results<Ok<DecisionExecution>, ProblemHttpResult>> RejectAsync(
        Guid id,
        RejectReply rejection,
        ApprovalQueue queue,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await queue.RejectAsync(
                id,
                rejection,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );

    private static async Task<Results<Ok<DecisionExecution>, ProblemHttpResult>> CancelAsync(
        Guid id,
        ApprovalQueue queue,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await queue.CancelAsync(id, ApiKeyAuthentication.ActorOf(context), cancellationToken)
        );
}
