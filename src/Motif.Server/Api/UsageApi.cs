using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Catalog;
using Motif.Server.Http;
using Motif.Server.Operations;

namespace Motif.Server.Api;

/// <summary>The ledger of all patterns together.</summary>
internal static class UsageApi
{
    private const int DefaultPage = 50;
    private const int DefaultDays = 30;

    public static void MapUsage(this IEndpointRouteBuilder api, MotifServerOptions options)
    {
        var usage = api.MapGroup("/usage").WithTags("Ledger");
        usage
            .MapPost("/import", ImportAsync)
            .Describe(
                "importUsage",
                "Import manifests of agents from JSON lines, a UsageManifest a line",
                "Exposed and applied are counted apart. Sending a manifest again counts nothing twice; an outcome that has become known since is added. Lines that are wrong are reported with their number; the others are imported."
            )
            .Accepts<UsageManifest>(TransferApi.JsonLines)
            .WithMetadata(new BodyLimit(options.MaxImportBytes))
            .ForOperators()
            .MayFail(413, 415);
        usage
            .MapGet("", ReportAsync)
            .Describe("getUsage", "Report the uses of all patterns by day and actor");
        usage
            .MapGet("/patterns", TrendAsync)
            .Describe(
                "listUsageTrends",
                "List patterns by their use in the last days against the same number of days before",
                "Patterns without an entry in either window are left out; those never used are GET /patterns?unused=true, those not used lately GET /patterns?last_used_before=TIME. All pages are of the window of the first."
            );
        usage
            .MapGet("/actors", ActorsAsync)
            .Describe("listActors", "List who used patterns in the last days, the busiest first");
    }

    private static async Task<Results<Ok<UsageReport>, ProblemHttpResult>> ReportAsync(
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
        var report = await ledger.UsageAsync(null, days ?? DefaultDays, cancellationToken);
        return report.Problem is { } problem ? Problems.Of(problem) : TypedResults.Ok(report.Value);
    }

    private static async Task<Results<Ok<TrendPage>, ProblemHttpResult>> TrendAsync(
        [
            FromQuery(Name = "days"),
            Range(1, Ledger.MaxReportDays),
            Description("Length of both windows; 7 when not given.")
        ]
            int? days,
        [
            FromQuery(Name = "kind"),
            WireParameter(typeof(PatternKind)),
            Description("Only this kind.")
        ]
            string? kind,
        [FromQuery(Name = "actor"), Description("Only what this actor did.")] string? actor,
        [
            FromQuery(Name = "sort"),
            WireParameter(typeof(TrendSort)),
            Description("uses when not given.")
        ]
            string? sort,
        [FromQuery(Name = "limit"), Range(1, Ledger.MaxPage), Description("50 when not given.")]
            int? limit,
        [FromQuery(Name = "cursor"), Description("next_cursor of the page before.")] string? cursor,
        UsageRanking ranking,
        CancellationToken cancellationToken
    )
    {
        var wire = new WireParameters();
        var defaults = new TrendQuery();
        var query = new TrendQuery
        {
            Days = days ?? defaults.Days,
            Kind = wire.Read<PatternKind>("kind", kind),
            Actor = actor,
            Sort = wire.Read<TrendSort>("sort", sort) ?? defaults.Sort,
            Limit = limit ?? defaults.Limit,
            Cursor = cursor,
        };
        if (wire.Refusal() is { } refusal)
            return refusal;
        var page = await ranking.TrendAsync(query, cancellationToken);
        return page.Problem is { } problem ? Problems.Of(problem) : TypedResults.Ok(page.Value);
    }

    private static async Task<Results<Ok<ActorPage>, ProblemHttpResult>> ActorsAsync(
        [
            FromQuery(Name = "days"),
            Range(1, Ledger.MaxReportDays),
            Description("The last so many days; 30 when not given.")
        ]
            int? days,
        [FromQuery(Name = "limit"), Range(1, Ledger.MaxPage), Description("50 when not given.")]
            int? limit,
        [FromQuery(Name = "cursor"), Description("next_cursor of the page before.")] string? cursor,
        UsageRanking ranking,
        CancellationToken cancellationToken
    )
    {
        var page = await ranking.ActorsAsync(
            days ?? DefaultDays,
            cursor,
            limit ?? DefaultPage,
            cancellationToken
        );
        return page.Problem is { } problem ? Problems.Of(problem) : TypedResults.Ok(page.Value);
    }

    private static async Task<Ok<UsageImportReport>> ImportAsync(
        HttpContext context,
        UsageImport import,
        ServerMetrics metrics,
        CancellationToken cancellationToken
    )
    {
        var report = await import.ImportAsync(context.Request.Body, cancellationToken);
        metrics.Imported(report);
        return TypedResults.Ok(report);
    }
}
