using Microsoft.AspNetCore.Http.HttpResults;
using Motif.Matching;
using Motif.Server.Hosting;

namespace Motif.Server.Api;

/// <summary>What worked for this intent?</summary>
internal static class MatchApi
{
    public static void MapMatch(this IEndpointRouteBuilder api) =>
        api.MapGroup("/patterns")
            .WithTags("Matching")
            .MapPost("/match", MatchAsync)
            .Describe(
                "matchPatterns",
                "Find the patterns that fit an intent",
                "Every result has the probability that it is useful for this request. With explain it carries the arithmetic. A delivered match is recorded as an exposure of what it shows."
            )
            .MayFail(413, 415);

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
}
