using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Decisions;
using Motif.Decisions.Records;
using Motif.Server.Http;

namespace Motif.Server.Api;

/// <summary>Whose a conversation is, answers to the same words that contradict each other, and customers to be forgotten.</summary>
internal static class ConversationsApi
{
    public static void MapConversations(this RouteGroupBuilder decisions)
    {
        decisions
            .MapGet("/conversations/{conversation_id}", FindAsync)
            .Describe("getConversation", "Say whose a conversation is and what was said in it when")
            .MayFail(404);
        decisions
            .MapPost("/conversations/{conversation_id}/assign", AssignAsync)
            .Describe(
                "assignConversation",
                "Give a conversation to a person",
                "As with a person's reply the machine falls silent in it and what it held is withdrawn, until the conversation is closed."
            )
            .ForOperators()
            .MayFail(404);
        decisions
            .MapPost("/conversations/{conversation_id}/close", CloseAsync)
            .Describe("closeConversation", "End a conversation; what comes next is a new request")
            .ForOperators()
            .MayFail(404);
        decisions
            .MapGet("/conflicts", ConflictsAsync)
            .Describe("listConflicts", "List words that people answered in two ways");
        decisions
            .MapPost("/conflicts/{name}/resolve", ResolveAsync)
            .Describe(
                "resolveConflict",
                "Say which of two answers to the same words stands",
                "It is learned, and what the other had taught of these words is taken back. Needs the right teach."
            )
            .ForOperators()
            .MayFail(404, 409, 413, 415);
        decisions
            .MapDelete("/customers/{customer_id}", EraseAsync)
            .Describe(
                "eraseCustomer",
                "Forget a customer: his messages, what was decided, and what was learned of them",
                "The matcher is built anew without them. The audit says that it happened, names nobody, and still verifies."
            )
            .RequireAuthorization(WireName.Of(Storage.ApiScope.Admin));
    }

    private static async Task<Results<Ok<Conversation>, ProblemHttpResult>> FindAsync(
        [FromRoute(Name = "conversation_id")] string conversationId,
        ConversationDesk desk,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await desk.FindAsync(conversationId, cancellationToken));

    private static async Task<Results<Ok<Conversation>, ProblemHttpResult>> AssignAsync(
        [FromRoute(Name = "conversation_id")] string conversationId,
        ConversationDesk desk,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await desk.AssignAsync(
                conversationId,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );

    private static async Task<Results<Ok<Conversation>, ProblemHttpResult>> CloseAsync(
        [FromRoute(Name = "conversation_id")] string conversationId,
        ConversationDesk desk,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await desk.CloseAsync(
                conversationId,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );

    private static async Task<Ok<Items<AnswerConflict>>> ConflictsAsync(
        AnswerConflicts conflicts,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(new Items<AnswerConflict>(await conflicts.ListAsync(cancellationToken)));

    private static async Task<Results<Ok<AnswerConflict>, ProblemHttpResult>> ResolveAsync(
        string name,
        ResolveConflict resolution,
        AnswerConflicts conflicts,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await conflicts.ResolveAsync(
                name,
                resolution,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );

    private static async Task<Results<Ok<ErasedCustomer>, ProblemHttpResult>> EraseAsync(
        [FromRoute(Name = "customer_id")] string customerId,
        CustomerErasure erasure,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await erasure.EraseAsync(
                customerId,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );
}
