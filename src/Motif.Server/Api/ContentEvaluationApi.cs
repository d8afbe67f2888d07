using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Content.Evaluation;
using Motif.Content.Fatigue;
using Motif.Content.Generation;
using Motif.Server.Http;

namespace Motif.Server.Api;

/// <summary>Choices of another system.</summary>
[WireRequest]
public sealed record EvaluateLog(IReadOnlyList<LoggedChoice> Choices);

/// <summary>What a policy would have got, what the hold-out got, and contents written from templates.</summary>
internal static class ContentEvaluationApi
{
    public static void MapContentEvaluation(this RouteGroupBuilder content)
    {
        content
            .MapPost("/generate", GenerateAsync)
            .Describe(
                "generateContent",
                "Write contents about a topic from templates that the audience is not tired of"
            )
            .ForOperators()
            .MayFail(409, 413, 415, 503);
        content
            .MapGet("/personas/{persona_id}/evaluation", EvaluateAsync)
            .Describe(
                "evaluateSelection",
                "Say what a mode would have got in a persona's logged decisions",
                "Without a mode the one that made them. Refuses below 200 effective samples and says why."
            );
        content
            .MapPost("/evaluate", EstimateAsync)
            .Describe(
                "evaluateLog",
                "Evaluate a policy on a log of another system",
                "Rows whose probability is missing, 0, above 1 or no number are refused and counted, never guessed."
            )
            .MayFail(413, 415);
        content
            .MapGet("/personas/{persona_id}/holdout", HoldoutAsync)
            .Describe("getHoldout", "Compare the hold-out of a persona with the rest");
        content
            .MapGet("/personas/{persona_id}/cap-cost", CapCostAsync)
            .Describe(
                "getCapCost",
                "Say what the cap of families cost a persona",
                "Of what its decisions of the last 28 days logged: expected successes an impression without the cap less those with it. No estimate below 20 decisions."
            );
    }

    private static async Task<Results<Ok<GeneratedContents>, ProblemHttpResult>> GenerateAsync(
        GenerateRequest request,
        ContentGenerator generator,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await generator.GenerateAsync(request, cancellationToken));

    private static async Task<Results<Ok<OffPolicyEstimate>, ProblemHttpResult>> EvaluateAsync(
        [FromRoute(Name = "persona_id")] string personaId,
        [
            FromQuery(Name = "mode"),
            WireParameter(typeof(SelectionMode)),
            Description("The one that made the decisions when not given.")
        ]
            string? mode,
        ContentEvaluation evaluation,
        CancellationToken cancellationToken
    )
    {
        var wire = new WireParameters();
        var target = wire.Read<SelectionMode>("mode", mode);
        return wire.Refusal() is { } refusal
            ? refusal
            : ContentApi.Answered(
                await evaluation.EvaluateAsync(personaId, target, cancellationToken)
            );
    }

    private static Ok<OffPolicyEstimate> EstimateAsync(EvaluateLog log) =>
        TypedResults.Ok(OffPolicyEstimator.Estimate(log.Choices));

    private static async Task<Results<Ok<HoldoutReport>, ProblemHttpResult>> HoldoutAsync(
        [FromRoute(Name = "persona_id")] string personaId,
        ContentEvaluation evaluation,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await evaluation.HoldoutAsync(personaId, cancellationToken));

    private static async Task<Results<Ok<CapCostReport>, ProblemHttpResult>> CapCostAsync(
        [FromRoute(Name = "persona_id")] string personaId,
        ContentEvaluation evaluation,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await evaluation.CapCostAsync(personaId, cancellationToken));
}
