using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Catalog;
using Motif.Decisions;
using Motif.Decisions.Records;
using Motif.Server.Http;

namespace Motif.Server.Api;

/// <summary>Messages, what was decided about them, and what people answered. Patterns are <see cref="DecisionPatternsApi"/>.</summary>
internal static class DecisionsApi
{
    private const int DefaultPage = 50;
    private const int MostListed = 500;

    /// <summary>A message of <see cref="InboundMessage.MostCharacters"/>, each escaped, and what comes with it.</summary>
    private const long MostMessageBytes = 1 << 20;

    public static void MapDecisions(this IEndpointRouteBuilder api, MotifServerOptions options)
    {
        var decisions = api.MapGroup("/decisions").WithTags("Decisions");
        MapMessages(decisions, Math.Min(MostMessageBytes, options.MaxBodyBytes));
        MapRecords(decisions);
        MapConfig(decisions);
        decisions.MapDecisionPatterns();
        decisions.MapApprovals();
        decisions.MapDecisionReports();
        decisions.MapDecisionImports(options);
        decisions.MapConversations();
    }

    private static void MapMessages(RouteGroupBuilder decisions, long mostBytes)
    {
        decisions
            .MapPost("/messages", ProcessAsync)
            .Describe(
                "processMessage",
                "Decide what to do with a message",
                "Off is silence: nothing is stored or sent, decision is null and reason says why. In shadow all is decided and nothing sent. The same channel and message_id is answered as it was the first time."
            )
            .ForOperators()
            .OnceByKey()
            .WithMetadata(new BodyLimit(mostBytes))
            .MayFail(413, 415);
        decisions
            .MapPost("/test", TestAsync)
            .Describe(
                "testMessage",
                "Say what would happen with a message, and why",
                "Changes nothing and sends nothing, whatever the switches say."
            )
            .WithMetadata(new BodyLimit(mostBytes))
            .MayFail(413, 415);
        decisions
            .MapPost("/responses", LearnAsync)
            .Describe(
                "learnResponse",
                "Learn from what a person answered",
                "Personal data is taken out before anything is learned. Notes, bots and system messages teach nothing; while decisions are off only learn_while_disabled lets anything be learned."
            )
            .ForOperators()
            .OnceByKey()
            .WithMetadata(new BodyLimit(mostBytes))
            .MayFail(413, 415);
        decisions
            .MapPost("/outcomes", OutcomeAsync)
            .Describe(
                "reportDecisionOutcome",
                "Say what became of an answer",
                "A bad outcome counts against the pattern; within a day it also takes back what the reply taught. Needs the right teach."
            )
            .ForOperators()
            .OnceByKey()
            .MayFail(404, 413, 415);
        decisions
            .MapPost("/responses/{id:guid}/forget", ForgetAsync)
            .Describe("forgetResponse", "Take a lesson back, as if it had never been learned")
            .ForOperators()
            .MayFail(404);
    }

    private static void MapRecords(RouteGroupBuilder decisions)
    {
        decisions
            .MapGet("/executions", ListAsync)
            .Describe("listExecutions", "List decisions, the newest first");
        decisions
            .MapGet("/executions/{id:guid}", FindAsync)
            .Describe("getExecution", "Read a decision with everything that happened to it")
            .MayFail(404);
        decisions
            .MapGet("/stats", StatsAsync)
            .Describe("getDecisionStats", "Count decisions by where they stand");
        decisions.MapGet("/audit", AuditAsync).Describe("listAudit", "Read the audit in its order");
        decisions
            .MapGet("/audit/export", ExportAsync)
            .Describe(
                "exportAudit",
                "Write out the audit as JSON lines or CSV",
                "With from, to and actor only what they let through; without them the chain can be checked from the file alone."
            )
            .Produces<AuditEntry>(StatusCodes.Status200OK, TransferApi.JsonLines);
        decisions
            .MapGet("/audit/verify", VerifyAsync)
            .Describe(
                "verifyAudit",
                "Check that no link of the audit's chain was changed",
                "Every hash is made of the one before it and of the entry's own bytes."
            );
    }

    private static void MapConfig(RouteGroupBuilder decisions)
    {
        decisions
            .MapGet("/config", ConfigAsync)
            .Describe("getDecisionConfig", "Say which settings are in force");
        decisions
            .MapPut("/config", ConfigureAsync)
            .Describe(
                "setDecisionConfig",
                "Set at run time what differs from the environment's settings",
                "Replaces what was set before; every server on the database follows at its next message. Settings that may send are refused with 409 while saved messages fail under them, unless accept_failures is true. With If-Match only the version that was read is replaced."
            )
            .RequireAuthorization(WireName.Of(Storage.ApiScope.Admin))
            .MayFail(409, 412, 413, 415);
    }

    private static async Task<Results<Ok<DecisionAnswer>, ProblemHttpResult>> ProcessAsync(
        InboundMessage message,
        DecisionEngine engine,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await engine.ProcessAsync(message, cancellationToken));

    private static async Task<Results<Ok<DecisionExecution>, ProblemHttpResult>> TestAsync(
        InboundMessage message,
        DecisionEngine engine,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await engine.TestAsync(message, cancellationToken));

    private static async Task<Results<Ok<LearnedReply>, ProblemHttpResult>> LearnAsync(
        HumanReply reply,
        HumanReplies replies,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await replies.LearnAsync(
                reply,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );

    private static async Task<Results<Ok<DecisionExecution>, ProblemHttpResult>> OutcomeAsync(
        CustomerOutcome outcome,
        CustomerOutcomes outcomes,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await outcomes.RecordAsync(
                outcome,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );

    private static async Task<Results<Ok<StoredLesson>, ProblemHttpResult>> ForgetAsync(
        Guid id,
        HumanReplies replies,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await replies.ForgetAsync(id, ApiKeyAuthentication.ActorOf(context), cancellationToken)
        );

    private static async Task<Results<Ok<Items<DecisionExecution>>, ProblemHttpResult>> ListAsync(
        [FromQuery(Name = "state"), Description("Only those that stand there.")] string? state,
        [FromQuery(Name = "conversation_id")] string? conversationId,
        [FromQuery(Name = "pattern_id")] Guid? patternId,
        [FromQuery(Name = "before"), Description("Only those that came before this execution_id.")]
            Guid? before,
        [FromQuery(Name = "limit"), Range(1, MostListed), Description("50 when not given.")]
            int? limit,
        IDecisionStore store,
        CancellationToken cancellationToken
    )
    {
        ExecutionState? wanted = state is null ? null : WireName.Parse<ExecutionState>(state);
        if (state is not null && wanted is null)
            return Problems.Invalid(
                "state",
                $"must be {string.Join(" or ", Enum.GetValues<ExecutionState>().Select(s => WireName.Of(s)))}"
            );
        var found = await store.ListAsync(
            new ExecutionQuery
            {
                States = wanted is { } one ? [one] : [],
                ConversationId = conversationId,
                PatternId = patternId,
                Before = before,
                Limit = Math.Clamp(limit ?? DefaultPage, 1, MostListed),
            },
            cancellationToken
        );
        return TypedResults.Ok(new Items<DecisionExecution>(found));
    }

    private static async Task<Results<Ok<DecisionExecution>, ProblemHttpResult>> FindAsync(
        Guid id,
        IDecisionStore store,
        CancellationToken cancellationToken
    ) =>
        await store.FindAsync(id, cancellationToken) is { } found
            ? TypedResults.Ok(found)
            : Problems.Of(Problems.NotFound, $"no decision has the id {id}");

    private static async Task<Ok<DecisionStats>> StatsAsync(
        DecisionReports reports,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await reports.StatsAsync(cancellationToken));

    private static async Task<Ok<Items<AuditEntry>>> AuditAsync(
        [FromQuery(Name = "after"), Description("Only behind this number.")] long? after,
        [
            FromQuery(Name = "before"),
            Description("Only before this number, and then the newest first.")
        ]
            long? before,
        [FromQuery(Name = "from")] DateTimeOffset? from,
        [FromQuery(Name = "to")] DateTimeOffset? to,
        [FromQuery(Name = "actor")] string? actor,
        [FromQuery(Name = "limit"), Range(1, MostListed), Description("50 when not given.")]
            int? limit,
        IDecisionStore store,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            new Items<AuditEntry>(
                await store.AuditAsync(
                    new AuditQuery
                    {
                        After = after ?? 0,
                        Before = before,
                        From = from,
                        To = to,
                        Actor = actor,
                        Limit = Math.Clamp(limit ?? DefaultPage, 1, MostListed),
                    },
                    cancellationToken
                )
            )
        );

    private static Results<PushStreamHttpResult, ProblemHttpResult> ExportAsync(
        [FromQuery(Name = "from")] DateTimeOffset? from,
        [FromQuery(Name = "to")] DateTimeOffset? to,
        [FromQuery(Name = "actor")] string? actor,
        [FromQuery(Name = "format"), Description("jsonl when not given, or csv.")] string? format,
        AuditExport export,
        CancellationToken cancellationToken
    )
    {
        if (WireName.Parse<AuditFormat>(format ?? "jsonl") is not { } wanted)
            return Problems.Invalid("format", "must be jsonl or csv");
        var lines = export.LinesAsync(
            new AuditQuery
            {
                From = from,
                To = to,
                Actor = actor,
            },
            wanted,
            cancellationToken
        );
        return TypedResults.Stream(
            async body =>
            {
                await foreach (var line in lines.WithCancellation(cancellationToken))
                    await body.WriteAsync(
                        System.Text.Encoding.UTF8.GetBytes(line + "\n"),
                        cancellationToken
                    );
            },
            wanted is AuditFormat.Csv ? "text/csv" : TransferApi.JsonLines,
            wanted is AuditFormat.Csv ? "audit.csv" : "audit.ndjson"
        );
    }

    private static async Task<Ok<AuditVerification>> VerifyAsync(
        DecisionReports reports,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await reports.VerifyAsync(cancellationToken));

    private static async Task<Ok<ConfigView>> ConfigAsync(
        DecisionConfig config,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var view = await config.ReadAsync(cancellationToken);
        context.Response.Headers.ETag = $"\"{view.Version}\"";
        return TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<ConfigView>, ProblemHttpResult>> ConfigureAsync(
        DecisionOverrides overrides,
        [
            FromQuery(Name = "accept_failures"),
            Description("Whether saved messages may fail under them; recorded with who said so.")
        ]
            bool? acceptFailures,
        DecisionConfig config,
        SavedMessages saved,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        long? version = null;
        if (ETags.Accepted(context.Request) is { } accepts && !ETags.AcceptsAny(context.Request))
        {
            var current = await config.ReadAsync(cancellationToken);
            if (!accepts((int)current.Version))
                return Problems.Of(
                    Problems.StaleVersion,
                    "the settings were changed since they were read"
                );
            version = current.Version;
        }
        return ContentApi.Answered(
            await saved.ActivateAsync(
                overrides,
                version,
                acceptFailures ?? false,
                ApiKeyAuthentication.ActorOf(context),
                cancellationToken
            )
        );
    }
}
