using Motif.Catalog;

namespace Motif.Tests.Catalog;

/// <summary>Patterns in memory that are found by their ids; a test that asks for more than its store tells fails.</summary>
internal abstract class PatternsInMemory : IPatternStore
{
    protected Dictionary<Guid, Pattern> Stored { get; } = [];

    public Task<IReadOnlyList<Guid>> IdsAsync(
        IdPrefix prefix,
        int limit,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<Pattern?> FindAsync(Guid patternId, CancellationToken cancellationToken) =>
        Task.FromResult(Stored.GetValueOrDefault(patternId));

    public Task<IReadOnlyList<Pattern>> FindManyAsync(
        IReadOnlyCollection<Guid> patternIds,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<Pattern>>([
            .. patternIds.Where(Stored.ContainsKey).Select(id => Stored[id]),
        ]);

    public virtual Task<PatternPage> ListAsync(
        PatternQuery query,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<PatternFacets> FacetsAsync(FacetQuery query, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<CatalogueCounts> CountAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new CatalogueCounts(Stored.Count, [], [], 0, 0, 0, 0));

    public virtual Task<IReadOnlyList<PatternVersion>> HistoryAsync(
        Guid patternId,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<IReadOnlyList<PatternVersion>> RecentAsync(
        int limit,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public virtual Task<IReadOnlyList<Guid>> SaveAsync(
        IReadOnlyList<PatternWrite> writes,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public virtual Task<bool> PurgeAsync(Guid patternId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
