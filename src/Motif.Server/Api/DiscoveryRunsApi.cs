using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Discovery.Runs;
using Motif.Server.Http;
using Motif.Server.Jobs;

namespace Motif.Server.Api;

/// <summary>Runs of discovery: start, follow, cancel.</summary>
internal static class DiscoveryRunsApi
{
    private const int MaxListed = 100;

    /// <summary>How often a run is looked at for whoever follows it; what did not change is not told again.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>Proxies cut connections on which nothing is said.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);

    public static void MapDiscoveryRuns(this RouteGroupBuilder discovery)
    {
        discovery
            .MapPost("/runs", StartAsync)
            .Describe(
                "startDiscovery",
                "Start a run over all items",
                "Answered at once; one run goes on at a time. It makes neighbourhoods, finds what goes with performance in them and tests that on later items; the same items and seed give the same result. test_mode writes nothing but the run's report."
            )
            .ForOperators()
            .OnceByKey()
            .MayFail(413, 415);
        discovery
            .MapGet("/runs", ListAsync)
            .Describe("listDiscoveryRuns", "List the latest runs, newest first");
        discovery
            .MapGet("/runs/{run_id:guid}", FindAsync)
            .Describe("getDiscoveryRun", "Read how a run stands and what it came to")
            .MayFail(404);
        discovery
            .MapGet("/runs/{run_id:guid}/events", EventsAsync)
            .Describe(
                "getDiscoveryRunEvents",
                "Follow a run by server-sent events",
                "Events are named after the run's state: running, finished, cancelled, failed; their data is the run."
            )
            .Produces<DiscoveryRun>(StatusCodes.Status200OK, "text/event-stream")
            .MayFail(404);
        discovery
            .MapDelete("/runs/{run_id:guid}", CancelAsync)
            .Describe(
                "cancelDiscovery",
                "Cancel a run that goes on",
                "What it had found is not written; its worker stops within seconds."
            )
            .ForOperators()
            .MayFail(404, 409);
    }

    private static async Task<Results<Accepted<DiscoveryRun>, ProblemHttpResult>> StartAsync(
        StartRun request,
        DiscoveryRuns runs,
        DiscoveryWorker worker,
        CancellationToken cancellationToken
    )
    {
        var answer = await runs.StartAsync(request, cancellationToken);
        if (answer.Value is not { } run)
            return Problems.Of(answer.Problem!);
        worker.Take(run);
        return TypedResults.Accepted($"/api/v1/discovery/runs/{run.RunId}", run);
    }

    private static async Task<Ok<Items<DiscoveryRun>>> ListAsync(
        IDiscoveryStore store,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            new Items<DiscoveryRun>(await store.ListRunsAsync(MaxListed, cancellationToken))
        );

    private static async Task<Results<Ok<DiscoveryRun>, ProblemHttpResult>> FindAsync(
        [FromRoute(Name = "run_id")] Guid runId,
        IDiscoveryStore store,
        CancellationToken cancellationToken
    ) =>
        await store.FindRunAsync(runId, cancellationToken) is { } run
            ? TypedResults.Ok(run)
            : NoRun(runId);

    private static async Task<
        Results<ServerSentEventsResult<DiscoveryRun>, ProblemHttpResult>
    > EventsAsync(
        [FromRoute(Name = "run_id")] Guid runId,
        HttpContext context,
        IDiscoveryStore store,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (await store.FindRunAsync(runId, cancellationToken) is not { } run)
            return NoRun(runId);
        var isOnce = HeadRequests.IsOne(context);
        return TypedResults.ServerSentEvents(
            FollowAsync(run, store, time, isOnce, cancellationToken)
        );
    }

    private static async IAsyncEnumerable<SseItem<DiscoveryRun>> FollowAsync(
        DiscoveryRun run,
        IDiscoveryStore store,
        TimeProvider time,
        bool isOnce,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        DiscoveryRun? told = null;
        var toldAt = time.GetTimestamp();
        while (true)
        {
            if (
                told is null
                || run.State != told.State
                || run.Progress != told.Progress
                || run.Attempt != told.Attempt
                || time.GetElapsedTime(toldAt) >= Quiet
            )
            {
                (told, toldAt) = (run, time.GetTimestamp());
                yield return new SseItem<DiscoveryRun>(run, WireName.Of(run.State));
            }
            if (isOnce || run.State is not RunState.Running)
                yield break;
            await Task.Delay(Look, time, cancellationToken);
            run = await store.FindRunAsync(run.RunId, cancellationToken) ?? run;
        }
    }

    private static async Task<Results<Ok<DiscoveryRun>, ProblemHttpResult>> CancelAsync(
        [FromRoute(Name = "run_id")] Guid runId,
        IDiscoveryStore store,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var isCancelled = await store.CancelAsync(runId, time.GetUtcNow(), cancellationToken);
        if (await store.FindRunAsync(runId, cancellationToken) is not { } run)
            return NoRun(runId);
        return isCancelled
            ? TypedResults.Ok(run)
            : Problems.Of(Problems.NotAllowed, $"run {runId} is {WireName.Of(run.State)} already");
    }

    private static ProblemHttpResult NoRun(Guid runId) =>
        Problems.Of(Problems.NotFound, $"no run has the id {runId}");
}
