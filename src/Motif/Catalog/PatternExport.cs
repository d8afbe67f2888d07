using System.Runtime.CompilerServices;

namespace Motif.Catalog;

/// <summary>
/// Exports patterns in the shape in which they are imported. Content, status and measured quality components survive the
/// round trip; versions, lineage, relations and the ledger belong to their database (a backup keeps them).
/// </summary>
public sealed class PatternExport(Catalogue catalogue)
{
    /// <summary>All patterns that the query's filters let through, by name; its sort, limit and cursor are not used.</summary>
    public async Task<CatalogueAnswer<IAsyncEnumerable<PatternDraft>>> ExportAsync(
        PatternQuery query,
        CancellationToken cancellationToken
    )
    {
        var patterns = await ReadAsync(query, cancellationToken);
        return patterns.Problem is { } problem
            ? problem
            : CatalogueAnswer.Of(DraftsAsync(patterns.Value!, cancellationToken));
    }

    /// <summary>The same patterns as they stand.</summary>
    public async Task<CatalogueAnswer<IAsyncEnumerable<Pattern>>> ReadAsync(
        PatternQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        var paged = query with
        {
            Sort = PatternSort.Name,
            Limit = PatternQuery.MaxLimit,
            Cursor = null,
        };
        var first = await catalogue.ListAsync(paged, cancellationToken);
        return first.Problem is { } problem
            ? problem
            : CatalogueAnswer.Of(PagesAsync(first.Value!, paged, cancellationToken));
    }

    /// <summary>The draft that makes a pattern stand as it does.</summary>
    public static PatternDraft Draft(Pattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return new PatternDraft
        {
            Kind = pattern.Kind,
            PatternType = pattern.PatternType,
            Key = pattern.Key,
            Name = pattern.Name,
            Description = pattern.Description,
            Tags = pattern.Tags,
            Status = pattern.Status,
            Body = pattern.Body,
            Quality = pattern.Quality.Components,
        };
    }

    private static async IAsyncEnumerable<PatternDraft> DraftsAsync(
        IAsyncEnumerable<Pattern> patterns,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var pattern in patterns.WithCancellation(cancellationToken))
            yield return Draft(pattern);
    }

    private async IAsyncEnumerable<Pattern> PagesAsync(
        PatternPage page,
        PatternQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        while (true)
        {
            foreach (var pattern in page.Items)
                yield return pattern;
            if (page.NextCursor is not { } cursor)
                yield break;
            var next = await catalogue.ListAsync(query with { Cursor = cursor }, cancellationToken);
            page =
                next.Value
                ?? throw new InvalidOperationException(
                    $"the list refused its own cursor: {next.Problem!.Detail}"
                );
        }
    }
}
