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
            PatternSort.Quality => passed
                .OrderByDescending(p => p.Quality.Score ?? -1)
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

    private static bool Passes(Pattern pattern, PatternQuery query)
    {
        var words = SearchWords.Of(pattern);
        return (query.Kind is null || pattern.Kind == query.Kind)
            && (query.PatternTypes.Count == 0 || query.PatternTypes.Contains(pattern.PatternType))
            && (query.Statuses.Count == 0 || query.Statuses.Contains(pattern.Status))
            && query.Tags.All(pattern.Tags.Contains)
            && (query.MinQuality is null || pattern.Quality.Score >= query.MinQuality)
            && (query.MinSuccessRate is null || pattern.Success.Rate >= query.MinSuccessRate)
            && (query.Unused is null || (pattern.Usage.Uses == 0) == query.Unused)
            && (query.LastUsedBefore is null || pattern.Usage.LastUsedAt < query.LastUsedBefore)
            && (query.CreatedBefore is null || pattern.CreatedAt < query.CreatedBefore)
            && (query.UsedBy is null || (query.UsedBy == Sample.Actor && pattern.Usage.Uses > 0))
            && SearchWords
                .Of(query.Search ?? "")
                .All(s => words.Any(w => w.StartsWith(s, StringComparison.Ordinal)));
    }

    private static int Compare(Guid x, Guid y) =>
        string.CompareOrdinal(x.ToString("D"), y.ToString("D"));

    private static int ByCodePoint(string x, string y) =>
        Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y));
}
