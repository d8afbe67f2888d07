using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Catalog;
using Motif.Matching;
using Motif.Matching.Calibration;
using Motif.Matching.Requests;
using Motif.Server.Http;

namespace Motif.Server.Api;

/// <summary>What worked for this intent?</summary>
internal static class MatchApi
{
    public static void MapMatch(this IEndpointRouteBuilder api)
    {
        var matching = api.MapGroup("").WithTags("Matching");
        matching
            .MapPost("/patterns/match", MatchAsync)
            .Describe(
                "matchPatterns",
                "Find the patterns that fit an intent",
                "Every result has the probability that it is useful for this request. With explain it carries the arithmetic. A delivered match is recorded as an exposure of what it shows."
            )
            .MayFail(413, 415);
        matching
            .MapGet("/matching/confidence", ReliabilityAsync)
            .Describe(
                "getConfidenceReliability",
                "Say how far confidences can be relied on, by outcomes",
                "The stage of the calibrator and a reliability diagram over outcomes that named their match; a bin without outcomes holds null."
            );
    }

    private static async Task<Results<Ok<MatchResponse>, ProblemHttpResult>> MatchAsync(
        MatchRequest request,
        PatternMatcher matcher,
        CancellationToken cancellationToken
    )
    {
        if (request.Problems() is { Count: > 0 } problems)
            return Problems.Of(
                Problems.InvalidRequest,
                "one or more fields are wrong",
                problems.ToDictionary(p => p.Key, p => new[] { p.Value }, StringComparer.Ordinal)
            );
        return TypedResults.Ok(await matcher.MatchAsync(request, cancellationToken));
    }

    private static async Task<
        Results<Ok<ConfidenceReliability>, ProblemHttpResult>
    > ReliabilityAsync(
        [FromQuery(Name = "namespace")]
        [Description("The namespace whose outcomes count; those of all when not given.")]
            string? learnedIn,
        ConfidenceLearning learning,
        CancellationToken cancellationToken
    )
    {
        if (LearningNamespace.Problem(learnedIn) is { } problem)
            return Problems.Of(
                Problems.InvalidRequest,
                "one or more fields are wrong",
                new Dictionary<string, string[]>(StringComparer.Ordinal)
                {
                    ["namespace"] = [problem],
                }
            );
        return TypedResults.Ok(await learning.ReliabilityAsync(learnedIn, cancellationToken));
    }
}
