using Motif.Catalog;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Every list is what sorting and filtering in memory gives.</summary>
public abstract class PatternListConformance(TestBackend backend) : StorageConformance(backend)
{
    private const int PatternCount = 240;

    [ConformanceFact]
    public async Task Every_order_pages_through_everything_once_whatever_the_page_size()
    {
        var stored = await FillAsync();
        foreach (var sort in Enum.GetValues<PatternSort>())
        foreach (var limit in (int[])[1, 7, 50, 500])
        {
            var query = new PatternQuery { Sort = sort, Limit = limit };
            var ids = await PageThroughAsync(query);
            ids.ShouldBe(CatalogueModel.Select(stored, query), $"{sort}, pages of {limit}");
        }
    }

    [ConformanceFact]
    public async Task Every_filter_and_search_finds_what_the_model_finds()
    {
        var stored = await FillAsync();
        var random = new Random(11);
        for (var i = 0; i < 300; i++)
        {
            var query = Query(random);
            var ids = await PageThroughAsync(query);
            ids.ShouldBe(CatalogueModel.Select(stored, query), query.ToString());
        }
    }

    [ConformanceFact]
    public async Task Every_facet_counts_what_the_model_counts()
    {
        var stored = await FillAsync();
        var random = new Random(12);
        for (var i = 0; i < 150; i++)
        {
            var query = new FacetQuery
            {
                Filters = Query(random),
                Facets = Enum.GetValues<PatternFacet>(),
                Values = random.Next(3) == 0 ? 2 : 20,
            };
            var found = await Patterns.FacetsAsync(query, Forever);
            found.Total.ShouldBe(CatalogueModel.Select(stored, query.Filters).Count, $"{query}");
            found.Facets.Select(f => f.Facet).ShouldBe(query.Facets);
            foreach (var facet in found.Facets)
                ShouldBeThoseOf(
                    CatalogueModel.Count(stored, query.Filters, facet.Facet),
                    facet,
                    query
                );
        }
    }

    private static void ShouldBeThoseOf(
        Dictionary<string, long> model,
        FacetCounts facet,
        FacetQuery query
    )
    {
        foreach (var value in facet.Values)
            value.Patterns.ShouldBe(
                model.GetValueOrDefault(value.Value),
                $"{facet.Facet} {value} {query}"
            );
        var listed = facet.Values.Select(v => v.Value).ToHashSet(StringComparer.Ordinal);
        var least = facet
            .Values.Where(v => !v.Selected)
            .Select(v => v.Patterns)
            .Append(long.MaxValue)
            .Min();
        var left = model.Where(m => !listed.Contains(m.Key)).ToList();
        facet.More.ShouldBe(left.Count > 0, $"{facet.Facet} {query}");
        if (facet.Facet is not PatternFacet.Quality)
            left.ShouldAllBe(m => m.Value <= least);
    }

    [ConformanceFact]
    public async Task What_is_typed_finds_names_before_descriptions()
    {
        string[] names = ["Retry Loop", "Loop Retry", "A Retrying Loop", "Retry", "Unrelated"];
        foreach (var name in names)
            await SaveAsync(
                Sample.Insert(
                    Sample.Pattern(name) with
                    {
                        Name = name,
                        Description = "A loop to retry",
                    }
                )
            );
        foreach (
            var (typed, first) in (IEnumerable<(string, string[])>)
                [
                    (
                        "retry lo",
                        ["Retry Loop", "Loop Retry", "A Retrying Loop", "Retry", "Unrelated"]
                    ),
                    ("loop", ["Loop Retry"]),
                    ("unr", ["Unrelated"]),
                ]
        )
        {
            var query = new PatternQuery { Search = typed, Sort = PatternSort.Relevance };
            var page = await Patterns.ListAsync(query, Forever);
            page.Items.Take(first.Length).Select(p => p.Name).ShouldBe(first, typed);
        }
    }

    [ConformanceFact]
    public async Task Search_takes_words_from_their_beginning_in_any_case()
    {
        var pattern = Sample.Pattern("search") with
        {
            Name = "Exponential Backoff-Retry",
            Description = "Waits 2s, 4s …",
            Tags = ["resilience/http", "Über"],
        };
        await SaveAsync(Sample.Insert(pattern));
        foreach (
            var search in (string[])
                [
                    "expo",
                    "RETRY back",
                    "retry,2s",
                    "http resil",
                    "über",
                    "b e r w",
                    "4s",
                    "",
                    "!?*\"'",
                ]
        )
            (await Patterns.ListAsync(new() { Search = search }, Forever)).Items.Count.ShouldBe(
                1,
                search
            );
        foreach (
            var search in (string[])
                [
                    "ponential",
                    "retryx",
                    "expo missing",
                    "OR",
                    "expo NOT retry",
                    "words:expo",
                    "uber",
                ]
        )
            (await Patterns.ListAsync(new() { Search = search }, Forever)).Items.ShouldBeEmpty(
                search
            );
    }

    [ConformanceFact]
    public async Task A_tag_is_found_whatever_its_capitals_and_shown_as_it_was_written()
    {
        var redis = Sample.Pattern("redis") with { Tags = ["Caching", "Ärger", "Redis", "redis"] };
        var memory = Sample.Pattern("memory") with { Tags = ["caching"] };
        await SaveAsync(Sample.Insert(redis), Sample.Insert(memory));

        async Task<int> CountAsync(TagMode mode, params string[] tags) =>
            (await Patterns.ListAsync(new() { Tags = tags, TagMode = mode }, Forever)).Items.Count;
        (await CountAsync(TagMode.Any, "CACHING")).ShouldBe(2);
        (await CountAsync(TagMode.Any, "caching", "REDIS")).ShouldBe(2);
        (await CountAsync(TagMode.All, "caching", "REDIS")).ShouldBe(1);
        (await CountAsync(TagMode.All, "äRGER")).ShouldBe(1);
        (await Patterns.FindAsync(redis.PatternId, Forever))!.Tags.ShouldBe(redis.Tags);
    }

    [ConformanceFact]
    public async Task A_cursor_that_is_not_one_of_this_order_is_refused()
    {
        await FillAsync();
        var page = await Patterns.ListAsync(new() { Limit = 5 }, Forever);
        page.NextCursor.ShouldNotBeNull();
        foreach (
            var cursor in (string[])
                [page.NextCursor!, "", "!", "AAAA", "4pyT", "bmFtZQ", new string('x', 5000)]
        )
            await Should.ThrowAsync<FormatException>(() =>
                Patterns.ListAsync(new() { Sort = PatternSort.Uses, Cursor = cursor }, Forever)
            );
    }

    [ConformanceFact]
    public async Task The_counts_are_those_of_the_model()
    {
        var stored = await FillAsync();
        var counts = await Patterns.CountAsync(Forever);

        counts.Patterns.ShouldBe(stored.Count);
        counts
            .Groups.Select(g => (g.Kind, g.PatternType, g.Status, g.Patterns))
            .ShouldBe(
                stored
                    .GroupBy(p => (p.Kind, p.PatternType, p.Status))
                    .Select(g => (g.Key.Kind, g.Key.PatternType, g.Key.Status, g.LongCount())),
                ignoreOrder: true
            );
        counts.Unmeasured.ShouldBe(stored.Count(p => p.Quality.Score is null));
        for (var bin = 0; bin < 10; bin++)
            counts
                .QualityHistogram[bin]
                .ShouldBe(
                    stored.Count(p =>
                        p.Quality.Score is { } score && Math.Min(9, (int)(score * 10)) == bin
                    )
                );
        counts.Uses.ShouldBe(stored.Sum(p => p.Usage.Uses));
        counts.Exposures.ShouldBe(stored.Sum(p => p.Usage.Exposures));
        counts.Relationships.ShouldBe(0);
    }

    [ConformanceFact]
    public async Task An_empty_catalogue_lists_and_counts_nothing()
    {
        (await Patterns.ListAsync(new(), Forever)).ShouldBe(
            new PatternPage([], null),
            new PageComparer()
        );
        (await Patterns.CountAsync(Forever)).Patterns.ShouldBe(0);
        (await Patterns.RecentAsync(5, Forever)).ShouldBeEmpty();
    }

    /// <summary>Patterns with uses and outcomes, as they are read back.</summary>
    private async Task<List<Pattern>> FillAsync()
    {
        var patterns = Sample.Many(PatternCount, seed: 5);
        await SaveAsync([.. patterns.Select(Sample.Insert)]);
        var random = new Random(6);
        var uses = new List<Use>();
        foreach (var pattern in patterns)
        {
            for (var i = random.Next(4); i > 0; i--)
                uses.Add(
                    Sample.Use(
                        pattern.PatternId,
                        uses.Count,
                        (UseAction)random.Next(4),
                        outcome: random.Next(3) == 0 ? null : (UseOutcome)random.Next(2)
                    )
                );
        }
        await Usage.AppendAsync(uses, Forever);
        var stored = await Patterns.FindManyAsync([.. patterns.Select(p => p.PatternId)], Forever);
        stored.Count.ShouldBe(patterns.Count);
        return [.. stored];
    }

    private async Task<List<Guid>> PageThroughAsync(PatternQuery query)
    {
        var ids = new List<Guid>();
        for (string? cursor = null; ; )
        {
            var page = await Patterns.ListAsync(query with { Cursor = cursor }, Forever);
            page.Items.Count.ShouldBeLessThanOrEqualTo(query.Limit);
            ids.AddRange(page.Items.Select(p => p.PatternId));
            cursor = page.NextCursor;
            if (cursor is null)
                return ids;
            page.Items.Count.ShouldBe(query.Limit);
        }
    }

    private static PatternQuery Query(Random random)
    {
        bool Sometimes(int outOf) => random.Next(outOf) == 0;
        var sorts = Enum.GetValues<PatternSort>();
        return new PatternQuery
        {
            Kind = Sometimes(3) ? (PatternKind)random.Next(5) : null,
            PatternTypes = Sometimes(3)
                ? [.. Sample.Types.Where(_ => Sometimes(2)), "no_such_type"]
                : [],
            Statuses = Sometimes(3) ? [(PatternStatus)random.Next(4), PatternStatus.Active] : [],
            Tags = Sometimes(2)
                ?
                [
                    .. Sample
                        .AllTags.Where(_ => Sometimes(3))
                        .Select(tag => Sometimes(2) ? tag.ToUpperInvariant() : tag),
                ]
                : [],
            TagMode = Sometimes(2) ? TagMode.All : TagMode.Any,
            Languages = Sometimes(4) ? [.. Sample.Languages.Where(_ => Sometimes(2)), "cobol"] : [],
            Qualities = Sometimes(4) ? [(QualityBand)random.Next(5), QualityBand.Good] : [],
            MinQualityScore = Sometimes(4) ? random.Next(11) / 10.0 : null,
            MinSuccessRate = Sometimes(4) ? random.Next(5) / 4.0 : null,
            Unused = Sometimes(6) ? Sometimes(2) : null,
            LastUsedBefore = Sometimes(6) ? Sample.Start.AddMinutes(random.Next(400)) : null,
            CreatedBefore = Sometimes(8) ? Sample.Start.AddMinutes(random.Next(400)) : null,
            UsedBy = Sometimes(6)
                ? Sometimes(3)
                    ? "nobody"
                    : Sample.Actor
                : null,
            Search = Sometimes(2)
                ? Beginning(Sample.Words[random.Next(Sample.Words.Length)])
                : null,
            Sort = sorts[random.Next(sorts.Length)],
            Limit = random.Next(1, 80),
        };
    }

    private static string Beginning(string word) => word[..Math.Min(3, word.Length)];

    private sealed class PageComparer : IEqualityComparer<PatternPage>
    {
        public bool Equals(PatternPage? x, PatternPage? y) =>
            x!.Items.Count == y!.Items.Count && x.NextCursor == y.NextCursor;

        public int GetHashCode(PatternPage page) => page.Items.Count;
    }
}
