using System.Text;
using Motif.Catalog;

namespace Motif.Backends.Tests.Conformance;

/// <summary>What a list is, said plainly: filter, sort, nothing else.</summary>
internal static class CatalogueModel
{
    public static List<Guid> Select(IEnumerable<Pattern> patterns, PatternQuery query)
    {
        var passed = patterns.Where(p => Passes(p, query));
        var byId = Comparer<Guid>.Create(Compare);
        var ordered = query.Sort switch
        {
            PatternSort.Updated => passed
                .OrderByDescending(p => p.UpdatedAt)
                .ThenByDescending(p => p.PatternId, byId),
            // Of patterns without places the standing is the quality.
            PatternSort.Quality or PatternSort.Best => passed
                .OrderByDescending(p => p.Quality.Score ?? -1)
                .ThenByDescending(p => p.PatternId, byId),
            PatternSort.Relevance => passed
                .OrderByDescending(p => Relevance(p, query.Search ?? ""))
                .ThenByDescending(p => p.PatternId, byId),
            PatternSort.Uses => passed
                .OrderByDescending(p => p.Usage.Uses)
                .ThenByDescending(p => p.PatternId, byId),
            _ => passed
                .OrderBy(p => p.Name, Comparer<string>.Create(ByCodePoint))
                .ThenBy(p => p.PatternId, byId),
        };
        return [.. ordered.Select(p => p.PatternId)];
    }

    /// <summary>What a facet lists: every value with what passes all other filters; tags that must all be there with their own too.</summary>
    public static Dictionary<string, long> Count(
        IEnumerable<Pattern> patterns,
        PatternQuery query,
        PatternFacet facet
    ) =>
        patterns
            .Where(p => Passes(p, Without(query, facet)))
            .SelectMany(p => Values(p, facet))
            .GroupBy(v => v, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.LongCount(), StringComparer.Ordinal);

    private static PatternQuery Without(PatternQuery query, PatternFacet facet) =>
        facet switch
        {
            PatternFacet.Kind => query with { Kind = null },
            PatternFacet.PatternType => query with { PatternTypes = [] },
            PatternFacet.Status => query with { Statuses = [] },
            PatternFacet.Language => query with { Languages = [] },
            PatternFacet.Quality => query with { Qualities = [] },
            PatternFacet.Tag when query.TagMode is TagMode.Any => query with { Tags = [] },
            _ => query,
        };

    private static string[] Values(Pattern pattern, PatternFacet facet) =>
        facet switch
        {
            PatternFacet.Kind => [WireName.Of(pattern.Kind)],
            PatternFacet.PatternType => [pattern.PatternType],
            PatternFacet.Status => [WireName.Of(pattern.Status)],
            PatternFacet.Tag => TagKey.Of(pattern.Tags),
            PatternFacet.Language => Language(pattern) is { } language ? [language] : [],
            PatternFacet.Quality => [WireName.Of(QualityBands.Of(pattern.Quality.Score))],
            _ => [],
        };

    private static string? Language(Pattern pattern) =>
        pattern.Body.TryGetProperty("language", out var language) ? language.GetString() : null;

    private static double Relevance(Pattern pattern, string search)
    {
        var typed = SearchWords.InOrder(search);
        var name = SearchWords.InOrder(pattern.Name);
        var score = typed
            .Distinct(StringComparer.Ordinal)
            .Sum(word =>
                name.Contains(word) ? 104
                : name.Any(n => n.StartsWith(word, StringComparison.Ordinal)) ? 100
                : 0
            );
        var isBeginning =
            typed.Count > 0
            && string.Join(' ', name).StartsWith(string.Join(' ', typed), StringComparison.Ordinal);
        return score + (isBeginning ? 2 : 0) + ((pattern.Quality.Score ?? -1) + 1) / 4;
    }

    private static bool Passes(Pattern pattern, PatternQuery query)
    {
        var words = SearchWords.Of(pattern);
        return (query.Kind is null || pattern.Kind == query.Kind)
            && (query.PatternTypes.Count == 0 || query.PatternTypes.Contains(pattern.PatternType))
            && (query.Statuses.Count == 0 || query.Statuses.Contains(pattern.Status))
            && IsTagged(pattern, query)
            && (query.Languages.Count == 0 || query.Languages.Contains(Language(pattern)))
            && (
                query.Qualities.Count == 0
                || query.Qualities.Contains(QualityBands.Of(pattern.Quality.Score))
            )
            && (query.MinQualityScore is null || pattern.Quality.Score >= query.MinQualityScore)
            && (query.MinSuccessRate is null || pattern.Success.Rate >= query.MinSuccessRate)
            && (query.Unused is null || (pattern.Usage.Uses == 0) == query.Unused)
            && (query.LastUsedBefore is null || pattern.Usage.LastUsedAt < query.LastUsedBefore)
            && (query.CreatedBefore is null || pattern.CreatedAt < query.CreatedBefore)
            && (query.UsedBy is null || (query.UsedBy == Sample.Actor && pattern.Usage.Uses > 0))
            && SearchWords
                .Of(query.Search ?? "")
                .All(s => words.Any(w => w.StartsWith(s, StringComparison.Ordinal)));
    }

    private static bool IsTagged(Pattern pattern, PatternQuery query)
    {
        bool Has(string tag) => pattern.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase);
        return query.Tags.Count == 0
            || (query.TagMode is TagMode.All ? query.Tags.All(Has) : query.Tags.Any(Has));
    }

    private static int Compare(Guid x, Guid y) =>
        string.CompareOrdinal(x.ToString("D"), y.ToString("D"));

    private static int ByCodePoint(string x, string y) =>
        Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y));
}
