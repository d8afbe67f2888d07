using Motif.Catalog;
using Motif.Storage;

namespace Motif.Tests.Matching;

/// <summary>Patterns in memory, last changed first, in pages as the query wants them.</summary>
internal sealed class RecentPatterns : IPatternStore
{
    private readonly Dictionary<Guid, Pattern> _patterns = [];

    public void Save(Pattern pattern) => _patterns[pattern.PatternId] = pattern;

    public void Purge(string name) => _patterns.Remove(PatternId.For(PatternKind.Success, name));

    public Task<Pattern?> FindAsync(Guid patternId, CancellationToken cancellationToken) =>
        Task.FromResult(_patterns.GetValueOrDefault(patternId));

    public Task<IReadOnlyList<Pattern>> FindManyAsync(
        IReadOnlyCollection<Guid> patternIds,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<Pattern>>([
            .. patternIds.Where(_patterns.ContainsKey).Select(id => _patterns[id]),
        ]);

    public Task<PatternPage> ListAsync(PatternQuery query, CancellationToken cancellationToken)
    {
        var skipped = query.Cursor is null
            ? 0
            : int.Parse(query.Cursor, System.Globalization.CultureInfo.InvariantCulture);
        var rest = _patterns
            .Values.OrderByDescending(p => p.UpdatedAt)
            .ThenBy(p => p.PatternId)
            .Skip(skipped)
            .ToList();
        var next = rest.Count > query.Limit ? $"{skipped + query.Limit}" : null;
        return Task.FromResult(new PatternPage([.. rest.Take(query.Limit)], next));
    }

    public Task<CatalogueCounts> CountAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<PatternVersion>> HistoryAsync(
        Guid patternId,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<IReadOnlyList<PatternVersion>> RecentAsync(
        int limit,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<IReadOnlyList<Guid>> SaveAsync(
        IReadOnlyList<PatternWrite> writes,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<bool> PurgeAsync(Guid patternId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
