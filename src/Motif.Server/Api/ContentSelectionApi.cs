using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Content.Selection;
using Motif.Server.Http;

namespace Motif.Server.Api;

/// <summary>What to post next: select, and the decisions that were made.</summary>
internal static class ContentSelectionApi
{
    private const int DefaultPage = 20;

    public static void MapContentSelection(this RouteGroupBuilder content)
    {
        content
            .MapPost("/select", SelectAsync)
            .Describe(
                "selectVariants",
                "Choose what to post next",
                "The same decision_id with the same request is answered as before, with another request it is 409. Every slot tells the exact probability that it was drawn with."
            )
            .ForOperators()
            .MayFail(409, 413, 415, 503);
        content
            .MapGet("/personas/{persona_id}/decisions", DecisionsAsync)
            .Describe("listSelections", "List a persona's decisions, the newest first");
        content
            .MapGet("/personas/{persona_id}/decisions/{decision_id}", ExplainAsync)
            .Describe("explainSelection", "Say why a decision came out as it did")
            .MayFail(404);
        content
            .MapPost("/personas/{persona_id}/decisions/{decision_id}/replay", ReplayAsync)
            .Describe("replaySelection", "Draw a decision again of what it was drawn of")
            .MayFail(404);
    }

    private static async Task<Results<Ok<SelectionAnswer>, ProblemHttpResult>> SelectAsync(
        SelectRequest request,
        ContentSelector selector,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await selector.SelectAsync(request, cancellationToken));

    private static async Task<Results<Ok<SelectionExplanation>, ProblemHttpResult>> ExplainAsync(
        [FromRoute(Name = "persona_id")] string personaId,
        [FromRoute(Name = "decision_id")] string decisionId,
        DecisionLog log,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await log.ExplainAsync(personaId, decisionId, cancellationToken));

    private static async Task<Results<Ok<SelectionReplay>, ProblemHttpResult>> ReplayAsync(
        [FromRoute(Name = "persona_id")] string personaId,
        [FromRoute(Name = "decision_id")] string decisionId,
        DecisionLog log,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await log.ReplayAsync(personaId, decisionId, cancellationToken));

    private static async Task<
        Results<Ok<Items<DecisionSummary>>, ProblemHttpResult>
    > DecisionsAsync(
        [FromRoute(Name = "persona_id")] string personaId,
        [
            FromQuery(Name = "limit"),
            Range(1, DecisionLog.MostListed),
            Description("20 when not given.")
        ]
            int? limit,
        DecisionLog log,
        CancellationToken cancellationToken
    )
    {
        var answer = await log.ListAsync(
            personaId,
            Math.Clamp(limit ?? DefaultPage, 1, DecisionLog.MostListed),
            cancellationToken
        );
        return answer.Value is { } decisions
            ? TypedResults.Ok(new Items<DecisionSummary>(decisions))
            : Problems.Of(answer.Problem!);
    }
}
