using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Discovery.Advice;
using Motif.Discovery.Experiments;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Mining;
using Motif.Discovery.Runs;
using Motif.Discovery.Trends;
using Motif.Server.Http;

namespace Motif.Server.Api;

/// <summary>A page of a neighbourhood's items.</summary>
public sealed record ClusterMemberPage(
    [property: JsonPropertyName("items")] IReadOnlyList<ClusterMember> List,
    string? NextCursor
);

/// <summary>What was discovered: neighbourhoods, findings, and why something is none.</summary>
internal static class DiscoveryApi
{
    private const int DefaultPage = 100;
    private const int MostListed = 10_000;

    public static void MapDiscovery(this IEndpointRouteBuilder api)
    {
        var discovery = api.MapGroup("/discovery").WithTags("Discovery");
        discovery.MapDiscoveryRuns();
        discovery.MapDiscoveryMetrics();
        discovery.MapClusterEdits();
        discovery.MapDiscoveryMap();
        MapAdvice(discovery);
        discovery
            .MapGet("/clusters", ClustersAsync)
            .Describe(
                "listClusters",
                "List the neighbourhoods of the last run",
                "Macros first, then mesos, then micros, each after its siblings by size; parent_id makes the tree."
            );
        discovery
            .MapGet("/clusters/{cluster_id:guid}/members", MembersAsync)
            .Describe("listClusterMembers", "List the items of a neighbourhood of any level")
            .MayFail(404);
        discovery
            .MapGet("/findings", FindingsAsync)
            .Describe(
                "listFindings",
                "List what goes with performance, and where",
                "Confirmed ones first, then by the size of the effect that is to be expected."
            );
        discovery
            .MapGet("/findings/{finding_id:guid}", FindingAsync)
            .Describe("getFinding", "Read a finding")
            .MayFail(404);
        discovery
            .MapGet("/findings/{finding_id:guid}/over-time", OverTimeAsync)
            .Describe(
                "getEffectOverTime",
                "Ask whether a finding still does what it did",
                "Its effect in every period of the calendar, compared inside the channels of the period, from the corpus' first scored item to its last. Periods in which nothing can be compared have no effect; the last one is partial. Keeps nothing."
            )
            .MayFail(404, 422);
        MapSelections(discovery);
        discovery
            .MapPost("/why-not", WhyNotAsync)
            .Describe(
                "whyNot",
                "Ask why a trait is a finding or is none",
                "For any trait, tested or not: its support and what is needed, the effect inside channel and time beside the pooled one, the smallest effect that could be seen. Keeps nothing."
            )
            .MayFail(404, 413, 415, 422);
    }

    private static void MapSelections(RouteGroupBuilder discovery)
    {
        discovery
            .MapPost("/selection", SelectionAsync)
            .Describe(
                "findInSelection",
                "Look for findings in a selection of one's own",
                "By ids, such as those inside a lasso, by neighbourhood, by filters, or by all of them. Corrected over the tests of this request, exploratory, and stored nowhere."
            )
            .MayFail(404, 413, 415);
        discovery
            .MapPost("/trends", TrendsAsync)
            .Describe(
                "getTrends",
                "Count neighbourhoods over the calendar and say which rise and fall",
                "Empty periods are 0, the last one is partial and decides nothing; directions are corrected over all neighbourhoods that are asked for. Keeps nothing."
            )
            .MayFail(404, 413, 415, 422);
    }

    private static void MapAdvice(RouteGroupBuilder discovery)
    {
        discovery
            .MapPost("/match", MatchAsync)
            .Describe(
                "matchItem",
                "Say where an item belongs and which of its traits matter there",
                "An item of the corpus by item_id, or a new one by text or embedding. An item of the last run is placed where that placed it. Keeps nothing."
            )
            .MayFail(404, 413, 415, 422);
        discovery
            .MapPost("/predict", PredictAsync)
            .Describe(
                "predictOutcome",
                "Say what an item's traits let expect, and how far such forecasts held",
                "What its traits do beside each other is added on the log scale and drawn in by what later items of the last run kept of such sums. Keeps nothing."
            )
            .MayFail(404, 413, 415, 422);
        discovery
            .MapPost("/recommend", RecommendAsync)
            .Describe(
                "recommend",
                "Recommend ways to write about a concept, or items like examples",
                "Suggestions come from confirmed findings, ranked by the lower bound of what to expect. Examples are never in the answer. Keeps nothing."
            )
            .MayFail(404, 413, 415, 422);
    }

    private static async Task<Results<Ok<SelectionAnswer>, ProblemHttpResult>> SelectionAsync(
        SelectionQuestion question,
        SelectionFindings selections,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await selections.AskAsync(question, cancellationToken));

    private static async Task<Results<Ok<TrendReport>, ProblemHttpResult>> TrendsAsync(
        TrendQuestion question,
        CorpusTrends trends,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await trends.AskAsync(question, cancellationToken));

    private static async Task<Results<Ok<ItemMatch>, ProblemHttpResult>> MatchAsync(
        ItemQuestion question,
        ItemMatcher matcher,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await matcher.MatchAsync(question, cancellationToken));

    private static async Task<Results<Ok<OutcomeForecast>, ProblemHttpResult>> PredictAsync(
        ItemQuestion question,
        ItemMatcher matcher,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await matcher.PredictAsync(question, cancellationToken));

    private static async Task<Results<Ok<Recommendation>, ProblemHttpResult>> RecommendAsync(
        RecommendRequest request,
        Recommender recommender,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await recommender.RecommendAsync(request, cancellationToken));

    private static async Task<Results<Ok<Items<Cluster>>, ProblemHttpResult>> ClustersAsync(
        [
            FromQuery(Name = "level"),
            WireParameter(typeof(ClusterLevel)),
            Description("All levels when not given.")
        ]
            string? level,
        [FromQuery(Name = "parent_id"), Description("Only those in this one.")] Guid? parentId,
        IDiscoveryStore store,
        CancellationToken cancellationToken
    )
    {
        var parameters = new WireParameters();
        var wanted = parameters.Read<ClusterLevel>("level", level);
        if (parameters.Refusal() is { } refusal)
            return refusal;
        var clusters = await store.ListClustersAsync(withCentroids: false, cancellationToken);
        return TypedResults.Ok(
            new Items<Cluster>([
                .. clusters.Where(c =>
                    (wanted is null || c.Level == wanted)
                    && (parentId is null || c.ParentId == parentId)
                ),
            ])
        );
    }

    private static async Task<Results<Ok<ClusterMemberPage>, ProblemHttpResult>> MembersAsync(
        [FromRoute(Name = "cluster_id")] Guid clusterId,
        [FromQuery(Name = "cursor"), Description("The next_cursor of the page before.")]
            string? cursor,
        [FromQuery(Name = "limit"), Range(1, MostListed), Description("100 when not given.")]
            int? limit,
        IDiscoveryStore store,
        CancellationToken cancellationToken
    )
    {
        if (limit is < 1 or > MostListed)
            return Problems.Invalid("limit", $"must be 1 to {MostListed}");
        var clusters = await store.ListClustersAsync(withCentroids: false, cancellationToken);
        if (clusters.All(c => c.ClusterId != clusterId))
            return Problems.Of(Problems.NotFound, $"no cluster has the id {clusterId}");
        var wanted = limit ?? DefaultPage;
        var members = await store.ListMembersAsync(clusterId, cursor, wanted, cancellationToken);
        return TypedResults.Ok(
            new ClusterMemberPage(members, members.Count < wanted ? null : members[^1].ItemId)
        );
    }

    private static async Task<Results<Ok<Items<Finding>>, ProblemHttpResult>> FindingsAsync(
        [
            FromQuery(Name = "state"),
            WireParameter(typeof(FindingState)),
            Description("Of any state when not given.")
        ]
            string? state,
        [FromQuery(Name = "cluster_id"), Description("Only those of this neighbourhood.")]
            Guid? clusterId,
        IDiscoveryStore store,
        FindingExperiments experiments,
        CancellationToken cancellationToken
    )
    {
        var parameters = new WireParameters();
        var wanted = parameters.Read<FindingState>("state", state);
        if (parameters.Refusal() is { } refusal)
            return refusal;
        var findings = await experiments.MarkAsync(
            await store.ListFindingsAsync(cancellationToken),
            cancellationToken
        );
        return TypedResults.Ok(
            new Items<Finding>([
                .. findings.Where(f =>
                    (wanted is null || f.State == wanted)
                    && (clusterId is null || f.ClusterId == clusterId)
                ),
            ])
        );
    }

    private static async Task<Results<Ok<Finding>, ProblemHttpResult>> FindingAsync(
        [FromRoute(Name = "finding_id")] Guid findingId,
        IDiscoveryStore store,
        FindingExperiments experiments,
        CancellationToken cancellationToken
    ) =>
        await store.FindFindingAsync(findingId, cancellationToken) is { } finding
            ? TypedResults.Ok((await experiments.MarkAsync([finding], cancellationToken))[0])
            : Problems.Of(Problems.NotFound, $"no finding has the id {findingId}");

    private static async Task<Results<Ok<EffectOverTime>, ProblemHttpResult>> OverTimeAsync(
        [FromRoute(Name = "finding_id")] Guid findingId,
        [
            FromQuery(Name = "period"),
            WireParameter(typeof(TrendPeriod)),
            Description("month when not given.")
        ]
            string? period,
        [FromQuery(Name = "zone"), Description("An IANA time zone; UTC when not given.")]
            string? zone,
        EffectsOverTime effects,
        CancellationToken cancellationToken
    )
    {
        var parameters = new WireParameters();
        var wanted = parameters.Read<TrendPeriod>("period", period) ?? TrendPeriod.Month;
        return parameters.Refusal() is { } refusal
            ? refusal
            : ContentApi.Answered(
                await effects.OfFindingAsync(findingId, wanted, zone ?? "UTC", cancellationToken)
            );
    }

    private static async Task<Results<Ok<WhyNotAnswer>, ProblemHttpResult>> WhyNotAsync(
        WhyNotQuestion question,
        FindingAnswers answers,
        CancellationToken cancellationToken
    ) => ContentApi.Answered(await answers.WhyNotAsync(question, cancellationToken));
}
