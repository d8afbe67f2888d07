using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Motif.Catalog;
using Motif.Code;
using Motif.Code.Judgements;
using Motif.Matching;
using Motif.Server.Http;
using Motif.Server.Operations;
using Motif.Storage;

namespace Motif.Server.Api;

/// <summary>Which version shall stand again.</summary>
[WireRequest]
public sealed record RestoreRequest([property: Range(1, int.MaxValue)] int Version);

/// <summary>The patterns themselves.</summary>
internal static class PatternsApi
{
    private const int DefaultOccurrences = 100;
    private const int MaxOccurrences = 1000;

    public static void MapPatterns(this IEndpointRouteBuilder api)
    {
        var patterns = api.MapGroup("").WithTags("Patterns");
        patterns
            .MapGet("/patterns", ListAsync)
            .Describe(
                "listPatterns",
                "List patterns, filtered and page by page",
                "Repeat pattern_type, status and tag to give several. next_cursor is null on the last page."
            );
        patterns
            .MapGet("/patterns/facets", FacetsAsync)
            .Describe(
                "getPatternFacets",
                "Count what a list of patterns can be narrowed by",
                "Takes the filters of the list. Each facet is counted with the filters of all others; tag, of which a pattern must have all, with its own too. A value that is filtered by is always listed. total is the number of patterns that pass every filter."
            );
        patterns
            .MapPost("/patterns", CreateAsync)
            .Describe(
                "createPattern",
                "Create a pattern",
                "Refused with 409 and existing_id when its kind and key are taken; the key of a success pattern with an intent is its context_hash when none is given. A success pattern that nearly copies another (five-word sequences, Jaccard 0.8) is refused too unless allow_duplicate is true. Patterns of like meaning are named in Link headers with rel=similar."
            )
            .ForOperators()
            .OnceByKey()
            .MayFail(413, 415);
        patterns
            .MapGet("/patterns/{id:guid}", FindAsync)
            .Describe(
                "getPattern",
                "Read a pattern",
                "Answers 304 when If-None-Match holds its ETag."
            )
            .Produces(StatusCodes.Status304NotModified)
            .MayFail(404);
        patterns
            .MapPatch("/patterns/{id:guid}", PatchAsync)
            .Describe(
                "patchPattern",
                "Change a pattern",
                "Needs If-Match with the ETag that was read."
            )
            .ForOperators()
            .MayFail(404, 409, 412, 413, 415, 428);
        patterns
            .MapDelete("/patterns/{id:guid}", DeleteAsync)
            .Describe(
                "deletePattern",
                "Archive a pattern, or purge it",
                "Archiving keeps its history and ledger. purge=true removes it for good with all that belongs to it; only an administrator may."
            )
            .ForOperators()
            .MayFail(404, 409, 412);
        patterns
            .MapGet("/patterns/{id:guid}/history", HistoryAsync)
            .Describe("getPatternHistory", "List the versions of a pattern, newest first")
            .MayFail(404);
        patterns
            .MapPost("/patterns/{id:guid}/restore", RestoreAsync)
            .Describe(
                "restorePattern",
                "Make an earlier version current again, as a new version",
                "Needs If-Match."
            )
            .ForOperators()
            .OnceByKey()
            .MayFail(404, 412, 413, 415, 428);
        patterns
            .MapGet("/patterns/{id:guid}/occurrences", OccurrencesAsync)
            .Describe("getPatternOccurrences", "List the places where a code pattern stands")
            .MayFail(404);
    }

    private static async Task<Results<Ok<PatternPage>, ProblemHttpResult>> ListAsync(
        [AsParameters] PatternFilterParameters filters,
        [
            FromQuery(Name = "sort"),
            WireParameter(typeof(PatternSort)),
            Description("updated when not given; relevance where q is given.")
        ]
            string? sort,
        [
            FromQuery(Name = "limit"),
            Range(1, PatternQuery.MaxLimit),
            Description("50 when not given.")
        ]
            int? limit,
        [
            FromQuery(Name = "cursor"),
            Description("next_cursor of the page before; good for the same sort.")
        ]
            string? cursor,
        Catalogue catalogue,
        CancellationToken cancellationToken
    )
    {
        var wire = new WireParameters();
        var defaults = new PatternQuery();
        var query = filters.Read(wire) with
        {
            Sort =
                wire.Read<PatternSort>("sort", sort)
                ?? (filters.Search is null ? defaults.Sort : PatternSort.Relevance),
            Limit = limit ?? defaults.Limit,
            Cursor = cursor,
        };
        if (wire.Refusal() is { } refusal)
            return refusal;
        var page = await catalogue.ListAsync(query, cancellationToken);
        return page.Problem is { } problem ? Problems.Of(problem) : TypedResults.Ok(page.Value);
    }

    private static async Task<Results<Ok<PatternFacets>, ProblemHttpResult>> FacetsAsync(
        [AsParameters] PatternFilterParameters filters,
        [
            FromQuery(Name = "facet"),
            WireParameter(typeof(PatternFacet)),
            Description("Only these facets; may be repeated; all when not given.")
        ]
            string[]? facet,
        [
            FromQuery(Name = "values"),
            Range(1, FacetQuery.MaxValues),
            Description("Values a facet lists at most; 20 when not given.")
        ]
            int? values,
        Catalogue catalogue,
        CancellationToken cancellationToken
    )
    {
        var wire = new WireParameters();
        var query = new FacetQuery
        {
            Filters = filters.Read(wire),
            Facets = wire.Read<PatternFacet>("facet", facet),
            Values = values ?? new FacetQuery().Values,
        };
        if (wire.Refusal() is { } refusal)
            return refusal;
        var facets = await catalogue.FacetsAsync(query, cancellationToken);
        return facets.Problem is { } problem ? Problems.Of(problem) : TypedResults.Ok(facets.Value);
    }

    private static async Task<Results<Created<Pattern>, ProblemHttpResult>> CreateAsync(
        PatternDraft draft,
        [
            FromQuery(Name = "allow_duplicate"),
            Description("Add it although it copies another pattern under another key.")
        ]
            bool? allowDuplicate,
        PatternAdmission admission,
        ServerMetrics metrics,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var answer = await admission.CreateAsync(
            draft,
            allowDuplicate is true,
            ApiKeyAuthentication.ActorOf(context),
            cancellationToken
        );
        if (answer.Value is not { Pattern: var pattern, Similar: var similar })
            return Problems.Of(answer.Problem!);
        metrics.Wrote("create");
        context.Response.Headers.ETag = ETags.Of(pattern);
        foreach (var near in similar)
            context.Response.Headers.Append(
                HeaderNames.Link,
                $"</api/v1/patterns/{near.PatternId}>; rel=\"similar\""
            );
        return TypedResults.Created($"/api/v1/patterns/{pattern.PatternId}", pattern);
    }

    private static async Task<
        Results<Ok<Pattern>, StatusCodeHttpResult, ProblemHttpResult>
    > FindAsync(
        Guid id,
        Catalogue catalogue,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        if (await catalogue.FindAsync(id, cancellationToken) is not { } pattern)
            return NoPattern(id);
        var etag = ETags.Of(pattern);
        context.Response.Headers.ETag = etag;
        return ETags.IsKnown(context.Request, etag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(pattern);
    }

    private static async Task<Results<Ok<Pattern>, ProblemHttpResult>> PatchAsync(
        Guid id,
        PatternPatch patch,
        Catalogue catalogue,
        ServerMetrics metrics,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var (version, refusal) = await ExpectedVersionAsync(
            id,
            catalogue,
            context,
            cancellationToken
        );
        if (refusal is not null)
            return refusal;
        var actor = ApiKeyAuthentication.ActorOf(context);
        var answer = await catalogue.PatchAsync(id, version, patch, actor, cancellationToken);
        return Changed(answer, "update", metrics, context);
    }

    private static async Task<Results<Ok<Pattern>, NoContent, ProblemHttpResult>> DeleteAsync(
        Guid id,
        [FromQuery(Name = "purge"), Description("Remove it for good.")] bool? purge,
        Catalogue catalogue,
        ServerMetrics metrics,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var actor = ApiKeyAuthentication.ActorOf(context);
        if (purge is true && !actor.IsAdministrator)
            return Problems.Of(
                Problems.NotPermitted,
                "purging needs a key of the scope admin; without purge the pattern is archived"
            );
        var (version, refusal) = await ExpectedVersionAsync(
            id,
            catalogue,
            context,
            cancellationToken,
            isNeeded: false
        );
        if (refusal is not null)
            return refusal;
        if (purge is not true)
        {
            var archived = await catalogue.ArchiveAsync(id, version, actor, cancellationToken);
            return Changed(archived, "archive", metrics, context).Result is Ok<Pattern> ok
                ? ok
                : Problems.Of(archived.Problem!);
        }
        if (await catalogue.PurgeAsync(id, actor, cancellationToken) is { } problem)
            return Problems.Of(problem);
        metrics.Wrote("purge");
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<Items<PatternVersion>>, ProblemHttpResult>> HistoryAsync(
        Guid id,
        Catalogue catalogue,
        CancellationToken cancellationToken
    ) =>
        await catalogue.HistoryAsync(id, cancellationToken) is { } history
            ? TypedResults.Ok(new Items<PatternVersion>(history))
            : NoPattern(id);

    private static async Task<Results<Ok<Pattern>, ProblemHttpResult>> RestoreAsync(
        Guid id,
        RestoreRequest request,
        Catalogue catalogue,
        ServerMetrics metrics,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var (version, refusal) = await ExpectedVersionAsync(
            id,
            catalogue,
            context,
            cancellationToken
        );
        if (refusal is not null)
            return refusal;
        var answer = await catalogue.RestoreAsync(
            id,
            request.Version,
            version,
            ApiKeyAuthentication.ActorOf(context),
            cancellationToken
        );
        return Changed(answer, "restore", metrics, context);
    }

    private static async Task<
        Results<Ok<Items<Motif.Code.Occurrence>>, ProblemHttpResult>
    > OccurrencesAsync(
        Guid id,
        [FromQuery(Name = "limit"), Range(1, MaxOccurrences), Description("100 when not given.")]
            int? limit,
        PatternJudgements judgements,
        Catalogue catalogue,
        CancellationToken cancellationToken
    )
    {
        if (limit is < 1 or > MaxOccurrences)
            return Problems.Invalid("limit", $"must be 1 to {MaxOccurrences}");
        var found = await judgements.PlacesAsync(
            id,
            limit ?? DefaultOccurrences,
            cancellationToken
        );
        return found.Count > 0 || await catalogue.FindAsync(id, cancellationToken) is not null
            ? TypedResults.Ok(new Items<Motif.Code.Occurrence>(found))
            : NoPattern(id);
    }

    private static Results<Ok<Pattern>, ProblemHttpResult> Changed(
        CatalogueAnswer<Pattern> answer,
        string operation,
        ServerMetrics metrics,
        HttpContext context
    )
    {
        if (answer.Value is not { } pattern)
            return Problems.Of(answer.Problem!);
        metrics.Wrote(operation);
        context.Response.Headers.ETag = ETags.Of(pattern);
        return TypedResults.Ok(pattern);
    }

    /// <summary>
    /// The version a change is based on, by If-Match; null where it is meant for whatever stands; or the refusal.
    /// </summary>
    private static async Task<(int? Version, ProblemHttpResult? Refusal)> ExpectedVersionAsync(
        Guid id,
        Catalogue catalogue,
        HttpContext context,
        CancellationToken cancellationToken,
        bool isNeeded = true
    )
    {
        if (ETags.AcceptsAny(context.Request))
            return (null, null);
        var accepted = ETags.Accepted(context.Request);
        if (accepted is null)
            return isNeeded
                ? (
                    null,
                    Problems.Of(Problems.VersionNeeded, "send the ETag that was read as If-Match")
                )
                : (null, null);
        if (await catalogue.FindAsync(id, cancellationToken) is not { } current)
            return (null, NoPattern(id));
        return accepted(current.Version)
            ? (current.Version, null)
            : (
                null,
                Problems.Of(
                    Problems.StaleVersion,
                    $"pattern {id} stands at version {current.Version}, not at that of If-Match"
                )
            );
    }

    private static ProblemHttpResult NoPattern(Guid id) =>
        Problems.Of(Problems.NotFound, $"no pattern has the id {id}");
}
