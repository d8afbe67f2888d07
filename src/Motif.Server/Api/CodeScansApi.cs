using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Code;
using Motif.Server.Http;
using Motif.Server.Jobs;

namespace Motif.Server.Api;

/// <summary>Scans of source trees on the server's disk.</summary>
internal static class CodeScansApi
{
    private const int MaxListed = 100;
    private const int DefaultTrend = 50;
    private const int MaxTrend = 200;
    private const string LastEventId = "Last-Event-ID";

    public static void MapCodeScans(this IEndpointRouteBuilder api)
    {
        var scans = api.MapGroup("").WithTags("Code");
        scans
            .MapPost("/code/scans", Start)
            .Describe(
                "startScan",
                "Start a scan of folders inside the configured roots",
                "Answered at once; the scan goes on. Its events tell how far it is."
            )
            .ForOperators()
            .OnceByKey()
            .MayFail(413, 415);
        scans
            .MapGet("/code/scans", ListAsync)
            .Describe("listScans", "List the latest scans, newest first");
        scans
            .MapGet("/code/scans/trend", TrendAsync)
            .Describe(
                "getScanTrend",
                "Tell how a repository stood after each of its scans",
                "The newest scans that changed anything, the oldest of them first, so that they can be drawn: patterns, places, mean quality, and how many patterns were new, changed or gone."
            );
        scans
            .MapGet("/code/scans/{id:guid}", FindAsync)
            .Describe("getScan", "Read how a scan stands and what it found")
            .MayFail(404);
        scans
            .MapGet("/code/scans/{id:guid}/events", EventsAsync)
            .Describe(
                "getScanEvents",
                "Follow a scan by server-sent events",
                "Events are named after the scan's state: running, finished, cancelled, failed; their data is a ScanEvent. Last-Event-ID resumes."
            )
            .Produces<ScanEvent>(StatusCodes.Status200OK, "text/event-stream")
            .MayFail(404);
        scans
            .MapDelete("/code/scans/{id:guid}", CancelAsync)
            .Describe("cancelScan", "Cancel a running scan", "What it had found is not written.")
            .ForOperators()
            .MayFail(404, 409);
    }

    private static Results<Accepted<CodeScan>, ProblemHttpResult> Start(
        StartScan request,
        ScanRoots roots,
        ScanJobs jobs
    )
    {
        if (Refusal(request) is { } refusal)
            return refusal;
        var (path, outside, wrong) = roots.Resolve(request.Paths[0]);
        if (outside is not null)
            return Problems.Of(Problems.OutsideRoots, outside);
        if (wrong is not null)
            return Problems.Invalid("paths", wrong);
        var (started, busy) = jobs.Start(path!, request);
        return started is null
            ? Problems.Of(
                Problems.ScanRunning,
                $"scan {busy!.ScanId} of {busy.Repository} is running"
            )
            : TypedResults.Accepted($"/api/v1/code/scans/{started.Scan.ScanId}", started.Scan);
    }

    private static ProblemHttpResult? Refusal(StartScan request)
    {
        if (request.Paths.Count is not StartScan.MaxPaths)
            return Problems.Invalid("paths", "holds one path");
        return
            request.Repository is { } name
            && (string.IsNullOrWhiteSpace(name) || name.Length > StartScan.MaxNameLength)
            ? Problems.Invalid(
                "repository",
                $"has 1 to {StartScan.MaxNameLength} characters, not only white space"
            )
            : null;
    }

    /// <summary>Running scans stand here only, ended ones in the catalogue too.</summary>
    private static async Task<Ok<Items<CodeScan>>> ListAsync(
        ICodeStore code,
        ScanJobs jobs,
        CancellationToken cancellationToken
    )
    {
        var stored = await code.ScansAsync(MaxListed, cancellationToken);
        var all = stored
            .Concat(jobs.Scans)
            .DistinctBy(s => s.ScanId)
            .OrderByDescending(s => s.StartedAt)
            .ThenBy(s => s.ScanId)
            .Take(MaxListed);
        return TypedResults.Ok(new Items<CodeScan>([.. all]));
    }

    private static async Task<Results<Ok<Items<ScanTrendPoint>>, ProblemHttpResult>> TrendAsync(
        [
            FromQuery(Name = "repository"),
            Description("Only this repository; scans of all when not given.")
        ]
            string? repository,
        [FromQuery(Name = "limit"), Range(1, MaxTrend), Description("50 when not given.")]
            int? limit,
        ICodeStore code,
        CancellationToken cancellationToken
    )
    {
        if (limit is < 1 or > MaxTrend)
            return Problems.Invalid("limit", $"must be 1 to {MaxTrend}");
        var points = await code.TrendAsync(repository, limit ?? DefaultTrend, cancellationToken);
        return TypedResults.Ok(new Items<ScanTrendPoint>(points));
    }

    private static async Task<Results<Ok<CodeScan>, ProblemHttpResult>> FindAsync(
        Guid id,
        ICodeStore code,
        ScanJobs jobs,
        CancellationToken cancellationToken
    ) =>
        (jobs.Find(id)?.Scan ?? await code.ScanAsync(id, cancellationToken)) is { } scan
            ? TypedResults.Ok(scan)
            : NoScan(id);

    private static async Task<
        Results<ServerSentEventsResult<ScanEvent>, ProblemHttpResult>
    > EventsAsync(
        Guid id,
        HttpContext context,
        ICodeStore code,
        ScanJobs jobs,
        CancellationToken cancellationToken
    )
    {
        if (!TryReadLastEventId(context.Request, out var lastSeen))
            return Problems.Invalid(LastEventId, "is not one that was sent");
        if (jobs.Find(id) is { } job && !HeadRequests.IsOne(context))
            return TypedResults.ServerSentEvents(ToEventsAsync(job, lastSeen, cancellationToken));
        return (jobs.Find(id)?.Scan ?? await code.ScanAsync(id, cancellationToken)) is { } scan
            ? TypedResults.ServerSentEvents(Ended(new ScanEvent(1, scan, null), lastSeen))
            : NoScan(id);
    }

    private static async Task<Results<Ok<CodeScan>, ProblemHttpResult>> CancelAsync(
        Guid id,
        ICodeStore code,
        ScanJobs jobs,
        CancellationToken cancellationToken
    )
    {
        if (jobs.Find(id) is { } job)
            return await ScanJobs.CancelAsync(job, cancellationToken)
                ? TypedResults.Ok(job.Scan)
                : Problems.Of(
                    Problems.NotAllowed,
                    $"scan {id} is {WireName.Of(job.Scan.State)} already"
                );
        return await code.ScanAsync(id, cancellationToken) is { } ended
            ? Problems.Of(Problems.NotAllowed, $"scan {id} is {WireName.Of(ended.State)} already")
            : NoScan(id);
    }

    private static bool TryReadLastEventId(HttpRequest request, out long lastSeen)
    {
        lastSeen = 0;
        return request.Headers[LastEventId] is not [{ Length: > 0 } text]
            || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out lastSeen);
    }

    private static async IAsyncEnumerable<SseItem<ScanEvent>> ToEventsAsync(
        ScanJob job,
        long lastSeen,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var told in job.EventsAsync(lastSeen, cancellationToken))
            yield return ToEvent(told);
    }

    private static async IAsyncEnumerable<SseItem<ScanEvent>> Ended(ScanEvent told, long lastSeen)
    {
        if (told.EventId > lastSeen)
            yield return ToEvent(told);
        await Task.CompletedTask;
    }

    private static SseItem<ScanEvent> ToEvent(ScanEvent told) =>
        new(told, WireName.Of(told.Scan.State)) { EventId = $"{told.EventId}" };

    private static ProblemHttpResult NoScan(Guid id) =>
        Problems.Of(Problems.NotFound, $"no scan has the id {id}");
}
