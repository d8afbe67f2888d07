using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Decisions;
using Motif.Server.Http;

namespace Motif.Server.Api;

/// <summary>What would happen, what would have happened, and messages kept to try settings on.</summary>
internal static class DecisionReportsApi
{
    public static void MapDecisionReports(this RouteGroupBuilder decisions)
    {
        decisions
            .MapPost("/whatif", WhatIfAsync)
            .Describe(
                "askWhatIf",
                "Say what other thresholds would have done with the messages of the log",
                "By class of risk: the share that would have been sent, the share of wrong ones with its interval, the riskiest, and the curve. Fewer than 200 labels are no_claim. Changes nothing."
            )
            .MayFail(413, 415);
        decisions
            .MapGet("/shadow-report", ShadowAsync)
            .Describe(
                "getShadowReport",
                "Hold what was decided against what people answered, by pattern and week"
            );
        decisions
            .MapGet("/tests", TestsAsync)
            .Describe("listSavedMessages", "List the messages that are kept to try settings on");
        decisions
            .MapPut("/tests", SaveAsync)
            .Describe("saveMessage", "Keep a message with the action that is expected of it")
            .ForOperators()
            .MayFail(413, 415);
        decisions
            .MapDelete("/tests/{name}", DeleteAsync)
            .Describe("deleteSavedMessage", "Delete a message that is kept to try settings on")
            .ForOperators()
            .MayFail(404);
        decisions
            .MapPost("/tests/run", RunAsync)
            .Describe(
                "runSavedMessages",
                "Run all kept messages, under the settings in force or a draft of others",
                "Changes nothing and sends nothing."
            )
            .MayFail(413, 415);
    }

    private static async Task<Results<Ok<Items<WhatIfClass>>, ProblemHttpResult>> WhatIfAsync(
        WhatIfQuestion question,
        WhatIf whatIf,
        CancellationToken cancellationToken
    )
    {
        if (question is { Target: not null, Threshold: not null })
            return Problems.Invalid("threshold", "is given beside target; give one of them");
        if (question.Target is <= 0.5 or >= 1)
            return Problems.Invalid("target", "must be above 0.5 and below 1");
        if (question.Threshold is < 0 or > 1)
            return Problems.Invalid("threshold", "must be 0 to 1");
        return TypedResults.Ok(
            new Items<WhatIfClass>(await whatIf.AskAsync(question, cancellationToken))
        );
    }

    private static async Task<Ok<ShadowReport>> ShadowAsync(
        [FromQuery(Name = "since"), Description("Only what was decided then or later.")]
            DateTimeOffset? since,
        DecisionReports reports,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await reports.ShadowAsync(since, cancellationToken));

    private static async Task<Ok<Items<SavedMessage>>> TestsAsync(
        SavedMessages saved,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(new Items<SavedMessage>(await saved.ListAsync(cancellationToken)));

    private static async Task<Results<Ok<SavedMessage>, ProblemHttpResult>> SaveAsync(
        SavedMessage message,
        SavedMessages saved,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await saved.SaveAsync(message, ApiKeyAuthentication.ActorOf(context), cancellationToken)
        );

    private static async Task<Results<Ok<SavedMessage>, ProblemHttpResult>> DeleteAsync(
        string name,
        SavedMessages saved,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        ContentApi.Answered(
            await saved.DeleteAsync(name, ApiKeyAuthentication.ActorOf(context), cancellationToken)
        );

    private static async Task<Results<Ok<SavedRun>, ProblemHttpResult>> RunAsync(
        RunSaved run,
        SavedMessages saved,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await saved.RunAsync(run, cancellationToken));
}
