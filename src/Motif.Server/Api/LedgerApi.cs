using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Catalog;
using Motif.Server.Http;
using Motif.Server.Operations;

namespace Motif.Server.Api;

/// <summary>Uses and outcomes.</summary>
internal static class LedgerApi
{
    private const int DefaultPage = 50;
    private const int DefaultDays = 30;
    private const int DefaultSeriesDays = 90;

    public static void MapLedger(this IEndpointRouteBuilder api)
    {
        var pattern = api.MapGroup("/patterns/{id:guid}").WithTags("Ledger");
        pattern
            .MapGet("/uses", ListAsync)
            .Describe("listUses", "List the ledger of a pattern, newest first")
            .MayFail(404);
        pattern
            .MapPost("/uses", RecordAsync)
            .Describe(
                "recordUse",
                "Record a use or an exposure",
                "201 when it is new, 200 when its idempotency_key had recorded it before. An exposure is appended in the background and answered with 202."
            )
            .Produces<Use>(StatusCodes.Status200OK)
            .ForOperators()
            .OnceByKey()
            .MayFail(404, 413, 415, 422, 503);
        pattern
            .MapGet("/usage", UsageAsync)
            .Describe("getPatternUsage", "Report the uses of a pattern by day and actor")
            .MayFail(404);
        pattern
            .MapGet("/outcomes/series", SeriesAsync)
            .Describe(
                "getOutcomeSeries",
                "Report how uses of a pattern ended, over time",
                "Every step is there, also those without an outcome; the last one ends today (UTC). An outcome counts on the day of its use. low and high are the 95 % interval of the rate (Wilson)."
            )
            .MayFail(404);
        pattern
            .MapPost("/outcomes", ReportAsync)
            .Describe(
                "recordOutcome",
                "Report how a use ended, once",
                "Without use_id a use by actor is recorded with it; with match_id alone it is the use of that match, by the caller. A success with an intent, its own or that of its match, teaches the pattern that intent; an outcome of a match calibrates confidences. A match_id whose match did not show the pattern is refused with 422. 201 when it is new, 200 when the same outcome had been reported before."
            )
            .Produces<RecordedOutcome>(StatusCodes.Status200OK)
            .ForOperators()
            .OnceByKey()
            .MayFail(404, 413, 415, 422);
    }

    private static async Task<Results<Ok<UsePage>, ProblemHttpResult>> ListAsync(
        Guid id,
        [FromQuery(Name = "limit"), Range(1, Ledger.MaxPage), Description("50 when not given.")]
            int? limit,
        [FromQuery(Name = "cursor"), Description("next_cursor of the page before.")] string? cursor,
        Ledger ledger,
        CancellationToken cancellationToken
    )
    {
        var page = await ledger.ListAsync(id, cursor, limit ?? DefaultPage, cancellationToken);
        return page.Problem is { } problem ? Problems.Of(problem) : TypedResults.Ok(page.Value);
    }

    private static async Task<
        Results<Created<Use>, Ok<Use>, Accepted<Use>, ProblemHttpResult>
    > RecordAsync(
        Guid id,
        UseDraft draft,
        Ledger ledger,
        ExposureQueue exposures,
        ServerMetrics metrics,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        if (draft.Action is UseAction.Exposed)
            return await ExposeAsync(id, draft, ledger, exposures, context, cancellationToken);
        var answer = await ledger.RecordAsync(id, draft, cancellationToken);
        if (answer.Value is not { } recorded)
            return Problems.Of(answer.Problem!);
        metrics.Wrote("use");
        return recorded.IsNew
            ? TypedResults.Created($"/api/v1/patterns/{id}/uses", recorded.Use)
            : TypedResults.Ok(recorded.Use);
    }

    private static async Task<
        Results<Created<Use>, Ok<Use>, Accepted<Use>, ProblemHttpResult>
    > ExposeAsync(
        Guid id,
        UseDraft draft,
        Ledger ledger,
        ExposureQueue exposures,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var answer = await ledger.PrepareExposureAsync(id, draft, cancellationToken);
        if (answer.Value is not { } exposure)
            return Problems.Of(answer.Problem!);
        if (exposures.TryAdd(exposure))
            return TypedResults.Accepted($"/api/v1/patterns/{id}/uses", exposure);
        context.Response.Headers.RetryAfter = "1";
        return Problems.Of(
            Problems.Unavailable,
            "too many exposures wait to be appended; try again"
        );
    }

    private static async Task<Results<Ok<UsageReport>, ProblemHttpResult>> UsageAsync(
        Guid id,
        [
            FromQuery(Name = "days"),
            Range(1, Ledger.MaxReportDays),
            Description("Days up to and with today (UTC); 30 when not given.")
        ]
            int? days,
        Ledger ledger,
        CancellationToken cancellationToken
    )
    {
        var report = await ledger.UsageAsync(id, days ?? DefaultDays, cancellationToken);
        return report.Problem is { } problem ? Problems.Of(problem) : TypedResults.Ok(report.Value);
    }

    private static async Task<Results<Ok<OutcomeSeries>, ProblemHttpResult>> SeriesAsync(
        Guid id,
        [
            FromQuery(Name = "days"),
            Range(1, Ledger.MaxReportDays),
            Description("Days up to and with today (UTC); 90 when not given.")
        ]
            int? days,
        [
            FromQuery(Name = "step"),
            WireParameter(typeof(SeriesStep)),
            Description("week when not given.")
        ]
            string? step,
        Ledger ledger,
        CancellationToken cancellationToken
    )
    {
        var wire = new WireParameters();
        var wanted = wire.Read<SeriesStep>("step", step) ?? SeriesStep.Week;
        if (wire.Refusal("step is wrong") is { } refusal)
            return refusal;
        var series = await ledger.OutcomesAsync(
            id,
            days ?? DefaultSeriesDays,
            wanted,
            cancellationToken
        );
        return series.Problem is { } problem ? Problems.Of(problem) : TypedResults.Ok(series.Value);
    }

    private static async Task<
        Results<Created<RecordedOutcome>, Ok<RecordedOutcome>, ProblemHttpResult>
    > ReportAsync(
        Guid id,
        OutcomeDraft draft,
        Ledger ledger,
        ServerMetrics metrics,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        if (draft is { UseId: null, Actor: null, MatchId: not null })
            draft = draft with { Actor = ApiKeyAuthentication.ActorOf(context).Name };
        var answer = await ledger.ReportAsync(id, draft, cancellationToken);
        if (answer.Value is not { } recorded)
            return Problems.Of(answer.Problem!);
        metrics.Wrote("outcome");
        return recorded.IsNew
            ? TypedResults.Created($"/api/v1/patterns/{id}/uses", recorded)
            : TypedResults.Ok(recorded);
    }
}
