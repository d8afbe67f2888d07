using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Catalog;
using Motif.Matching;
using Motif.Matching.Requests;
using Motif.Server.Http;

namespace Motif.Server.Api;

/// <summary>What is near to a pattern in meaning.</summary>
internal static class SimilarPatternsApi
{
    private const int DefaultLimit = 10;

    public static void MapSimilarPatterns(this IEndpointRouteBuilder api) =>
        api.MapGet("/patterns/{id:guid}/similar", ListAsync)
            .WithTags("Patterns")
            .Describe(
                "listSimilarPatterns",
                "List the patterns that are nearest in meaning",
                "By the cosine of their vectors, the nearest first: the sentence model's, without one the lexicon's. From alike_from on, two patterns mean something like each other."
            );

    private static async Task<Results<Ok<SimilarPatternList>, ProblemHttpResult>> ListAsync(
        Guid id,
        [
            FromQuery(Name = "kind"),
            WireParameter(typeof(PatternKind)),
            Description("Only this kind; that of the pattern when not given.")
        ]
            string? kind,
        [
            FromQuery(Name = "limit"),
            Range(1, SimilarPatterns.MaxLimit),
            Description("10 when not given.")
        ]
            int? limit,
        SimilarPatterns similar,
        Catalogue catalogue,
        CancellationToken cancellationToken
    )
    {
        var wire = new WireParameters();
        var wanted = wire.Read<PatternKind>("kind", kind);
        if (wire.Refusal() is { } refusal)
            return refusal;
        if (limit is < 1 or > SimilarPatterns.MaxLimit)
            return Problems.Invalid("limit", $"must be 1 to {SimilarPatterns.MaxLimit}");
        if (await catalogue.FindAsync(id, cancellationToken) is not { } pattern)
            return Problems.Of(Problems.NotFound, $"no pattern has the id {id}");
        var filters = new MatchFilters { Kinds = [WireName.Of(wanted ?? pattern.Kind)] };
        return TypedResults.Ok(
            await similar.OfAsync(pattern, filters, limit ?? DefaultLimit, cancellationToken)
        );
    }
}
