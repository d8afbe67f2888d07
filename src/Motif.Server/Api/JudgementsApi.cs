using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Catalog;
using Motif.Code;
using Motif.Code.Judgements;
using Motif.Server.Http;
using Motif.Server.Operations;

namespace Motif.Server.Api;

/// <summary>What people say of detections.</summary>
internal static class JudgementsApi
{
    public static void MapJudgements(this IEndpointRouteBuilder api)
    {
        var code = api.MapGroup("").WithTags("Code");
        code.MapGet("/patterns/{id:guid}/wrong", OfAsync)
            .Describe(
                "getJudgement",
                "List the places of a code pattern that were called wrong",
                "rules says what follows from it: the confidence of a rule of which w of n places were called wrong counts times (8 + n - w) / (8 + n)."
            )
            .MayFail(404);
        code.MapPost("/patterns/{id:guid}/wrong", MarkAsync)
            .Describe(
                "callWrong",
                "Say that places of a code pattern are none",
                "What is left out of repository, file and qualified_name fits every place. They are no longer places of the pattern, whatever later scans find there, and the rule counts as less sure. The pattern's history tells who said so and why."
            )
            .ForOperators()
            .OnceByKey()
            .MayFail(404, 413, 415);
        code.MapDelete("/patterns/{id:guid}/wrong", UndoAsync)
            .Describe(
                "undoWrong",
                "Take it back that places are wrong",
                "Takes back every mark that fits; what stands there is a place of the pattern again."
            )
            .ForOperators()
            .MayFail(404, 409, 412);
        code.MapGet("/code/rules/judgements", TrustsAsync)
            .Describe("listRuleTrusts", "List the rules of which places were called wrong");
    }

    private static async Task<Results<Ok<PatternJudgement>, ProblemHttpResult>> OfAsync(
        Guid id,
        PatternJudgements judgements,
        CancellationToken cancellationToken
    )
    {
        var answer = await judgements.OfAsync(id, cancellationToken);
        return answer.Problem is { } problem ? Problems.Of(problem) : TypedResults.Ok(answer.Value);
    }

    private static async Task<Results<Ok<JudgementResult>, ProblemHttpResult>> MarkAsync(
        Guid id,
        JudgementDraft draft,
        PatternJudgements judgements,
        ServerMetrics metrics,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var actor = ApiKeyAuthentication.ActorOf(context);
        var answer = await judgements.MarkAsync(id, draft, actor, cancellationToken);
        return Judged(answer, metrics);
    }

    private static async Task<Results<Ok<JudgementResult>, ProblemHttpResult>> UndoAsync(
        Guid id,
        [FromQuery(Name = "repository"), Description("Only in this repository.")]
            string? repository,
        [FromQuery(Name = "file"), Description("Only in this file.")] string? file,
        [FromQuery(Name = "qualified_name"), Description("Only under this name.")]
            string? qualifiedName,
        PatternJudgements judgements,
        ServerMetrics metrics,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var draft = new JudgementDraft(repository, file, qualifiedName);
        var actor = ApiKeyAuthentication.ActorOf(context);
        var answer = await judgements.UndoAsync(id, draft, actor, cancellationToken);
        return Judged(answer, metrics);
    }

    private static async Task<Ok<Items<RuleTrust>>> TrustsAsync(
        PatternJudgements judgements,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(new Items<RuleTrust>(await judgements.TrustsAsync(cancellationToken)));

    private static Results<Ok<JudgementResult>, ProblemHttpResult> Judged(
        CatalogueAnswer<JudgementResult> answer,
        ServerMetrics metrics
    )
    {
        if (answer.Value is not { } result)
            return Problems.Of(answer.Problem!);
        metrics.Wrote("judge");
        return TypedResults.Ok(result);
    }
}
