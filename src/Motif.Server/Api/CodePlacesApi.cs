using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motif.Code;
using Motif.Code.Duplicates;
using Motif.Code.Sources;
using Motif.Server.Http;
using Motif.Server.Jobs;

namespace Motif.Server.Api;

/// <summary>Two copies side by side.</summary>
public sealed record DuplicateSources(SourceExcerpt Left, SourceExcerpt Right);

/// <summary>The source where patterns and duplicates stand.</summary>
internal static class CodePlacesApi
{
    private const int DefaultContext = 5;

    public static void MapCodePlaces(this IEndpointRouteBuilder api)
    {
        var code = api.MapGroup("").WithTags("Code");
        code.MapGet("/patterns/{id:guid}/occurrences/source", SourceAsync)
            .Describe(
                "getOccurrenceSource",
                "Read the source where a code pattern stands",
                "Only files inside the configured roots are read, and only while they are as they were scanned. state says what the lines are: current, stored (what the catalogue kept of the exemplar), or none because the file changed or is unreadable here; reason says why."
            )
            .MayFail(404);
        code.MapGet("/code/duplicates", ListAsync)
            .Describe(
                "listDuplicates",
                "List copies and near copies, those with most redundant lines first",
                "What the last scan of each repository saw: functions and classes of at least 40 elements with the same structure, or one that is alike by at least 0.7. A list shows the first 20 places of each."
            );
        code.MapGet("/code/duplicates/{id:guid}", FindAsync)
            .Describe("getDuplicate", "Read a group of copies with all its places")
            .MayFail(404);
        code.MapGet("/code/duplicates/{id:guid}/sources", SourcesAsync)
            .Describe("getDuplicateSources", "Read the source of two copies side by side")
            .MayFail(404);
    }

    private static async Task<Results<Ok<SourceExcerpt>, ProblemHttpResult>> SourceAsync(
        Guid id,
        [FromQuery(Name = "repository"), Description("Of the occurrence; needed.")]
            string? repository,
        [FromQuery(Name = "file"), Description("Of the occurrence; needed.")] string? file,
        [FromQuery(Name = "start_line"), Description("Of the occurrence; needed.")] int? startLine,
        [
            FromQuery(Name = "context"),
            Range(0, SourceExcerpts.MaxContext),
            Description("Lines before and after it; 5 when not given.")
        ]
            int? context,
        SourceExcerpts excerpts,
        ScanRoots roots,
        CancellationToken cancellationToken
    )
    {
        if (ContextRefusal(context) is { } refusal)
            return refusal;
        if (string.IsNullOrEmpty(repository) || string.IsNullOrEmpty(file) || startLine is null)
            return Problems.Invalid(
                string.IsNullOrEmpty(repository) ? "repository"
                    : string.IsNullOrEmpty(file) ? "file"
                    : "start_line",
                "is needed, as the occurrence has it"
            );
        var excerpt = await excerpts.AtOccurrenceAsync(
            id,
            repository,
            file,
            startLine.Value,
            context ?? DefaultContext,
            roots.Permit,
            cancellationToken
        );
        return excerpt is null
            ? Problems.Of(
                Problems.NotFound,
                $"the pattern {id} does not stand at {file}:{startLine} of {repository}; GET /api/v1/patterns/{id}/occurrences says where it does"
            )
            : TypedResults.Ok(excerpt);
    }

    private static async Task<Results<Ok<DuplicatePage>, ProblemHttpResult>> ListAsync(
        [FromQuery(Name = "repository"), Description("Only in this repository.")]
            string? repository,
        [
            FromQuery(Name = "path"),
            Description("Only groups with a place in this file or folder of the repository.")
        ]
            string? path,
        [FromQuery(Name = "language"), Description("Only in this language.")] string? language,
        [
            FromQuery(Name = "min_lines"),
            Range(1, int.MaxValue),
            Description("Only groups whose longest place has at least so many lines.")
        ]
            int? minLines,
        [
            FromQuery(Name = "limit"),
            Range(1, DuplicateQuery.MaxLimit),
            Description("50 when not given.")
        ]
            int? limit,
        [FromQuery(Name = "cursor"), Description("next_cursor of the page before.")] string? cursor,
        CodeDuplicates duplicates,
        CancellationToken cancellationToken
    )
    {
        var page = await duplicates.ListAsync(
            new DuplicateQuery
            {
                Repository = repository,
                Path = path,
                Language = language,
                MinLines = minLines,
                Limit = limit ?? new DuplicateQuery().Limit,
                Cursor = cursor,
            },
            cancellationToken
        );
        return page.Problem is { } problem ? Problems.Of(problem) : TypedResults.Ok(page.Value);
    }

    private static async Task<Results<Ok<DuplicateGroup>, ProblemHttpResult>> FindAsync(
        Guid id,
        CodeDuplicates duplicates,
        CancellationToken cancellationToken
    ) =>
        await duplicates.FindAsync(id, cancellationToken) is { } group
            ? TypedResults.Ok(group)
            : NoGroup(id);

    private static async Task<Results<Ok<DuplicateSources>, ProblemHttpResult>> SourcesAsync(
        Guid id,
        [FromQuery(Name = "left"), Description("Which of its copies, from 0; 0 when not given.")]
            int? left,
        [FromQuery(Name = "right"), Description("Likewise; 1 when not given.")] int? right,
        [
            FromQuery(Name = "context"),
            Range(0, SourceExcerpts.MaxContext),
            Description("Lines before and after them; none when not given.")
        ]
            int? context,
        CodeDuplicates duplicates,
        SourceExcerpts excerpts,
        ScanRoots roots,
        CancellationToken cancellationToken
    )
    {
        if (ContextRefusal(context) is { } refusal)
            return refusal;
        if (await duplicates.FindAsync(id, cancellationToken) is not { } group)
            return NoGroup(id);
        foreach (
            var (name, at) in (IEnumerable<(string, int)>)
                [("left", left ?? 0), ("right", right ?? 1)]
        )
        {
            if (at < 0 || at >= group.Copies.Count)
                return Problems.Invalid(name, $"must be 0 to {group.Copies.Count - 1}");
        }
        Task<SourceExcerpt> ReadAsync(int at) =>
            excerpts.ReadAsync(group.PlaceOf(at), context ?? 0, roots.Permit, cancellationToken);
        return TypedResults.Ok(
            new DuplicateSources(await ReadAsync(left ?? 0), await ReadAsync(right ?? 1))
        );
    }

    private static ProblemHttpResult? ContextRefusal(int? context) =>
        context is < 0 or > SourceExcerpts.MaxContext
            ? Problems.Invalid("context", $"must be 0 to {SourceExcerpts.MaxContext}")
            : null;

    private static ProblemHttpResult NoGroup(Guid id) =>
        Problems.Of(
            Problems.NotFound,
            $"no group of copies has the id {id}; a scan that sees it otherwise gives it another"
        );
}
