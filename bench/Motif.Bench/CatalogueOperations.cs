using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;

namespace Motif.Bench;

/// <summary>What is measured, in the order of the report. Reads first: what is written later cannot slow them.</summary>
internal static class CatalogueOperations
{
    public static IEnumerable<(string Name, Func<int, Task> Run)> All(
        IServiceProvider server,
        CatalogueSize size
    )
    {
        var patterns = server.GetRequiredService<IPatternStore>();
        foreach (var (name, query) in Queries())
            yield return (
                name,
                i => patterns.ListAsync(query(new Random((i * 31) + 7)), CancellationToken.None)
            );
        foreach (var (name, query) in Facets())
            yield return (
                name,
                i => patterns.FacetsAsync(query(new Random((i * 31) + 7)), CancellationToken.None)
            );
        yield return ("next page of everything", Paging(patterns, new PatternQuery()));
        yield return (
            "next page by uses, many ties",
            Paging(patterns, new PatternQuery { Sort = PatternSort.Uses, Limit = 500 })
        );
        yield return ("get one", i => patterns.FindAsync(Id(i, size), default));
        yield return (
            "get fifty",
            i =>
                patterns.FindManyAsync(
                    [.. Enumerable.Range(0, 50).Select(k => Id((i * 50) + k, size))],
                    default
                )
        );
        yield return ("count all groups", _ => patterns.CountAsync(default));
        yield return ("fifty recent versions", _ => patterns.RecentAsync(50, default));
        foreach (var operation in Ledger(server, size))
            yield return operation;
        yield return ("save one new version", i => SaveVersionAsync(patterns, Id(i, size)));
    }

    private static IEnumerable<(string, Func<Random, FacetQuery>)> Facets()
    {
        static FacetQuery All(PatternQuery filters) =>
            new() { Filters = filters, Facets = Enum.GetValues<PatternFacet>() };
        static FacetQuery Groups(PatternQuery filters) =>
            new() { Filters = filters, Facets = [PatternFacet.Kind, PatternFacet.Quality] };
        yield return ("facets of everything", _ => All(new()));
        yield return ("facets of a kind", r => All(new() { Kind = (PatternKind)r.Next(5) }));
        yield return (
            "facets of a kind, without tags",
            r => Groups(new() { Kind = (PatternKind)r.Next(5) })
        );
        yield return (
            "facets of a status and a quality",
            r =>
                All(
                    new()
                    {
                        Statuses = [PatternStatus.Active],
                        Qualities = [(QualityBand)r.Next(4)],
                    }
                )
        );
        yield return ("facets of a tag", r => All(new() { Tags = [CatalogueLoad.Tag(r)] }));
        yield return ("facets of a word", r => All(new() { Search = CatalogueLoad.Word(r) }));
    }

    private static IEnumerable<(string, Func<Random, PatternQuery>)> Queries()
    {
        foreach (var sort in Enum.GetValues<PatternSort>())
            yield return ($"list by {WireName.Of(sort)}", _ => new PatternQuery { Sort = sort });
        yield return (
            "typed: three letters that everything has",
            _ => new PatternQuery { Search = "wor", Sort = PatternSort.Relevance }
        );
        yield return (
            "typed: one word",
            r => new PatternQuery { Search = CatalogueLoad.Word(r), Sort = PatternSort.Relevance }
        );
        yield return (
            "typed: two words",
            r => new PatternQuery
            {
                Search = $"{CatalogueLoad.Word(r)} {CatalogueLoad.Word(r)}",
                Sort = PatternSort.Relevance,
            }
        );
        yield return (
            "filter: kind and type",
            r => new PatternQuery { Kind = (PatternKind)r.Next(5), PatternTypes = [Type(r)] }
        );
        yield return (
            "filter: type and status that never meet a kind",
            r => new PatternQuery
            {
                Kind = PatternKind.Code,
                PatternTypes = ["type_1"],
                Sort = Sort(r),
            }
        );
        yield return (
            "filter: quality and success",
            r => new PatternQuery
            {
                MinQualityScore = r.NextDouble(),
                MinSuccessRate = r.NextDouble(),
                Sort = Sort(r),
            }
        );
        yield return (
            "filter: one tag",
            r => new PatternQuery { Tags = [CatalogueLoad.Tag(r)], Sort = Sort(r) }
        );
        yield return (
            "filter: two tags, kind and status",
            r => new PatternQuery
            {
                Tags = [CatalogueLoad.Tag(r), CatalogueLoad.Tag(r)],
                Kind = (PatternKind)r.Next(5),
                Statuses = [PatternStatus.Active],
                Sort = Sort(r),
            }
        );
        yield return (
            "search: one word",
            r => new PatternQuery { Search = CatalogueLoad.Word(r), Sort = Sort(r) }
        );
        yield return (
            "search: two words",
            r => new PatternQuery
            {
                Search = $"{CatalogueLoad.Word(r)} {CatalogueLoad.Word(r)}",
                Sort = Sort(r),
            }
        );
        yield return (
            "search: three letters that everything has",
            r => new PatternQuery { Search = "wor", Sort = Sort(r) }
        );
        yield return (
            "search: word, tag, kind and quality",
            r => new PatternQuery
            {
                Search = CatalogueLoad.Word(r),
                Tags = [CatalogueLoad.Tag(r)],
                Kind = (PatternKind)r.Next(5),
                MinQualityScore = .5,
                Sort = Sort(r),
            }
        );
    }

    private static IEnumerable<(string, Func<int, Task>)> Ledger(
        IServiceProvider server,
        CatalogueSize size
    )
    {
        var usage = server.GetRequiredService<IUsageStore>();
        var last = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(
            size.Uses * 10.0
        );
        yield return (
            "fifty uses of a pattern",
            i => usage.ListAsync(Id(i, size), null, 50, default)
        );
        yield return (
            "report of a pattern, 30 days",
            i => usage.ReportAsync(Id(i, size), last.AddDays(-30), last, default)
        );
        yield return (
            "report of everything, 30 days",
            _ => usage.ReportAsync(null, last.AddDays(-30), last, default)
        );
        var next = size.Uses;
        yield return (
            "append one use",
            _ => usage.AppendAsync([CatalogueLoad.Use(next++, size)], default)
        );
        yield return (
            "append a hundred uses",
            _ =>
                usage.AppendAsync(
                    [.. Enumerable.Range(0, 100).Select(_ => CatalogueLoad.Use(next++, size))],
                    default
                )
        );
    }

    private static Func<int, Task> Paging(IPatternStore patterns, PatternQuery query)
    {
        string? cursor = null;
        return async _ =>
        {
            var page = await patterns.ListAsync(query with { Cursor = cursor }, default);
            cursor = page.NextCursor;
        };
    }

    private static async Task SaveVersionAsync(IPatternStore patterns, Guid id)
    {
        var current = (await patterns.FindAsync(id, default))!;
        var next = current with { Version = current.Version + 1, Description = "changed" };
        var history = CatalogueLoad.Write(next).History! with { Version = next.Version };
        await patterns.SaveAsync([new(next, current.Version, history)], default);
    }

    private static Guid Id(int i, CatalogueSize size) =>
        CatalogueLoad.Id(Math.Abs((i + 5) * 7919) % size.Patterns);

    private static string Type(Random random) => CatalogueLoad.Type(random.Next(40));

    private static PatternSort Sort(Random random) => (PatternSort)random.Next(4);
}
