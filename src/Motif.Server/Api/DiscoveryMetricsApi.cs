using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Discovery.Runs;
using Motif.Server.Http;

namespace Motif.Server.Api;

/// <summary>Discovery in numbers, and who worked on its runs.</summary>
internal static class DiscoveryMetricsApi
{
    public static void MapDiscoveryMetrics(this RouteGroupBuilder discovery)
    {
        discovery
            .MapGet("/metrics", MetricsAsync)
            .Describe(
                "getDiscoveryMetrics",
                "Read what neighbourhoods hold and what works in them",
                "Of the views semantic_cluster_stats and pattern_effectiveness_by_cluster, which are refreshed after every run and by the hour."
            );
        discovery
            .MapGet("/runs/{run_id:guid}/parts", PartsAsync)
            .Describe(
                "listDiscoveryParts",
                "List who worked on which part of a run, and how that ended",
                "A part is a macro, or the corpus as a whole (-1). The one lease of a part that is committed is what the run came to."
            )
            .MayFail(404);
    }

    private static async Task<Ok<DiscoveryMetrics>> MetricsAsync(
        IDiscoveryStore store,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await store.MetricsAsync(cancellationToken));

    private static async Task<Results<Ok<Items<PartAttempt>>, ProblemHttpResult>> PartsAsync(
        [FromRoute(Name = "run_id")] Guid runId,
        IDiscoveryStore store,
        IMiningPartStore parts,
        CancellationToken cancellationToken
    ) =>
        await store.FindRunAsync(runId, cancellationToken) is null
            ? Problems.Of(Problems.NotFound, $"no run has the id {runId}")
            : TypedResults.Ok(
                new Items<PartAttempt>(await parts.ListAttemptsAsync(runId, cancellationToken))
            );
}
