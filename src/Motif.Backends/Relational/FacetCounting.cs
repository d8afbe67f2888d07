using Motif.Catalog;

namespace Motif.Backends.Relational;

/// <summary>
/// Counts facets. Kind, type, status, language and quality come out of one query: it groups what passes the filters of none of
/// them, and each is summed over the groups that pass the others. Tags and repositories are a query each.
/// </summary>
internal sealed class FacetCounting(SqlSession session, FacetQuery query)
{
    private static readonly PatternFacet[] Narrow =
    [
        PatternFacet.Kind,
        PatternFacet.PatternType,
        PatternFacet.Status,
        PatternFacet.Language,
        PatternFacet.Quality,
    ];

    private PatternQuery Filters => query.Filters;

    public async Task<PatternFacets> RunAsync()
    {
        var groups = await GroupsAsync();
        var total = groups.Where(g => PassesAllBut(g, null)).Sum(g => g.Patterns);
        var facets = new List<FacetCounts>();
        foreach (var facet in query.Facets)
            facets.Add(
                facet switch
                {
                    PatternFacet.Tag => await TagsAsync(total),
                    PatternFacet.Repository => await RepositoriesAsync(),
                    _ => Of(facet, groups),
                }
            );
        return new PatternFacets(total, facets);
    }

    private async Task<List<Group>> GroupsAsync()
    {
        var page = PageSelection.Whole(Filters, session.Dialect, Narrow);
        var source = await page.SourceAsync(session);
        return await session.QueryAsync<Group>(
            $"""
            SELECT p.kind AS Kind, p.pattern_type AS PatternType, p.status AS Status, p.language AS Language,
                   p.quality_bin AS Bin, count(*) AS Patterns
            FROM {source} {page.Where}
            GROUP BY p.kind, p.pattern_type, p.status, p.language, p.quality_bin
            """,
            [.. page.Parameters]
        );
    }

    private FacetCounts Of(PatternFacet facet, List<Group> groups)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var group in groups.Where(g => PassesAllBut(g, facet)))
        {
            if (ValueOf(group, facet) is { } value)
                counts[value] = counts.GetValueOrDefault(value) + group.Patterns;
        }
        return Listed(facet, counts);
    }

    private async Task<FacetCounts> TagsAsync(long total)
    {
        if (Filters.TagMode is TagMode.Any)
            return await AlternativesAsync(
                PatternFacet.Tag,
                "pattern_tags",
                "tag",
                TagKey.Of(Filters.Tags)
            );
        var page = PageSelection.Whole(Filters, session.Dialect, []);
        var counts = await ValuesAsync(page, "pattern_tags", "tag", Filters.Tags.Count);
        // A pattern has all of these, or it is not counted.
        foreach (var tag in TagKey.Of(Filters.Tags))
            counts[tag] = total;
        return Listed(PatternFacet.Tag, counts);
    }

    private Task<FacetCounts> RepositoriesAsync() =>
        AlternativesAsync(
            PatternFacet.Repository,
            "pattern_repositories",
            "repository",
            Filters.Repositories
        );

    /// <summary>The values of a facet that are alternatives: counted without its own filter, the selected ones always among them.</summary>
    private async Task<FacetCounts> AlternativesAsync(
        PatternFacet facet,
        string table,
        string column,
        IReadOnlyList<string> selected
    )
    {
        var page = PageSelection.Whole(Filters, session.Dialect, [facet]);
        var counts = await ValuesAsync(page, table, column, selected.Count);
        var missing = selected.Where(value => !counts.ContainsKey(value)).ToArray();
        if (missing.Length > 0)
        {
            var again = PageSelection.Whole(Filters, session.Dialect, [facet]);
            again.Require(session.Dialect.IsIn($"v.{column}", "missing"), "missing", missing);
            foreach (var (value, count) in await ValuesAsync(again, table, column, selected.Count))
                counts[value] = count;
        }
        return Listed(facet, counts);
    }

    /// <summary>The values that most of the patterns have, one more than is listed even where all selected ones are among them.</summary>
    private async Task<Dictionary<string, long>> ValuesAsync(
        PageSelection page,
        string table,
        string column,
        int selected
    )
    {
        var source = $"{table} v";
        if (!page.SelectsAll)
        {
            source = $"{await page.SourceAsync(session)} CROSS JOIN {source}";
            page.Conditions.Add("v.pattern_id = p.pattern_id");
        }
        var rows = await session.QueryAsync<ValueRow>(
            $"""
            SELECT v.{column} AS Value, count(*) AS Patterns
            FROM {source} {page.Where}
            GROUP BY v.{column} ORDER BY 2 DESC, 1 LIMIT {query.Values + 1 + selected}
            """,
            [.. page.Parameters]
        );
        return rows.ToDictionary(r => r.Value, r => r.Patterns, StringComparer.Ordinal);
    }

    private FacetCounts Listed(PatternFacet facet, Dictionary<string, long> counts)
    {
        var selected = Selected(facet).ToHashSet(StringComparer.Ordinal);
        foreach (var value in selected)
            counts.TryAdd(value, 0);
        var ordered =
            facet is PatternFacet.Quality
                ? counts.OrderBy(c => WireName.Require<QualityBand>(c.Key)).ToList()
                : counts
                    .OrderByDescending(c => c.Value)
                    .ThenBy(c => c.Key, StringComparer.Ordinal)
                    .ToList();
        var values = ordered
            .Where((c, i) => i < query.Values || selected.Contains(c.Key))
            .Select(c => new FacetValue(c.Key, c.Value, selected.Contains(c.Key)))
            .ToList();
        return new FacetCounts(facet, values, values.Count < counts.Count);
    }

    private bool PassesAllBut(Group group, PatternFacet? facet) =>
        Narrow.All(f => f == facet || Passes(group, f));

    private bool Passes(Group group, PatternFacet facet)
    {
        var selected = Selected(facet);
        return selected.Count == 0
            || (ValueOf(group, facet) is { } v && selected.Contains(v, StringComparer.Ordinal));
    }

    private static string? ValueOf(Group group, PatternFacet facet) =>
        facet switch
        {
            PatternFacet.Kind => group.Kind,
            PatternFacet.PatternType => group.PatternType,
            PatternFacet.Status => group.Status,
            PatternFacet.Language => group.Language,
            _ => WireName.Of(QualityBands.OfTenth(group.Bin)),
        };

    private IReadOnlyCollection<string> Selected(PatternFacet facet) =>
        facet switch
        {
            PatternFacet.Kind => Filters.Kind is { } kind ? [WireName.Of(kind)] : [],
            PatternFacet.PatternType => Filters.PatternTypes,
            PatternFacet.Status => [.. Filters.Statuses.Select(s => WireName.Of(s))],
            PatternFacet.Tag => TagKey.Of(Filters.Tags),
            PatternFacet.Language => Filters.Languages,
            PatternFacet.Repository => Filters.Repositories,
            _ => [.. Filters.Qualities.Select(q => WireName.Of(q))],
        };

    private sealed class Group
    {
        public string Kind { get; init; } = "";

        public string PatternType { get; init; } = "";

        public string Status { get; init; } = "";

        public string? Language { get; init; }

        /// <summary>Tenths of the quality; -1 while unmeasured.</summary>
        public int Bin { get; init; }

        public long Patterns { get; init; }
    }

    private sealed class ValueRow
    {
        public string Value { get; init; } = "";

        public long Patterns { get; init; }
    }
}
