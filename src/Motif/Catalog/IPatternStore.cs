using Motif.Storage;

namespace Motif.Catalog;

/// <summary>
/// A pattern to be written with the version row that records it.
/// </summary>
/// <param name="Pattern">As it shall stand. Its ledger numbers are ignored: only the ledger changes them.</param>
/// <param name="ExpectedVersion">The version it replaces; 0 to insert. Equal to the pattern's own version when only its quality is re-measured.</param>
/// <param name="History">The row for the pattern's new version; null when the version stays.</param>
public sealed record PatternWrite(Pattern Pattern, int ExpectedVersion, PatternVersion? History);

/// <summary>Patterns by kind, type and status, with the histogram of their quality.</summary>
/// <param name="QualityHistogram">Ten bins of width .1; a score of 1 falls into the last.</param>
/// <param name="Unmeasured">Patterns without a quality score.</param>
public sealed record CatalogueCounts(
    long Patterns,
    IReadOnlyList<CatalogueCount> Groups,
    IReadOnlyList<long> QualityHistogram,
    long Unmeasured,
    long Relationships,
    long Uses,
    long Exposures
);

/// <summary>One group of <see cref="CatalogueCounts"/>.</summary>
public sealed record CatalogueCount(
    PatternKind Kind,
    string PatternType,
    PatternStatus Status,
    long Patterns
);

/// <summary>
/// Patterns and their history. Thread-safe. Every method is one transaction: all of it happens or nothing.
/// Failures of the backend are thrown as <see cref="BackendException"/>; text that no store can keep (U+0000, half a
/// surrogate pair, a name longer than an index can hold) as <see cref="UnstorableException"/>, before anything is written.
/// Times are kept to the microsecond.
/// </summary>
public interface IPatternStore
{
    Task<Pattern?> FindAsync(Guid patternId, CancellationToken cancellationToken);

    /// <summary>Those of the ids that exist, in no particular order.</summary>
    Task<IReadOnlyList<Pattern>> FindManyAsync(
        IReadOnlyCollection<Guid> patternIds,
        CancellationToken cancellationToken
    );

    /// <summary>The ids of that beginning, ascending.</summary>
    Task<IReadOnlyList<Guid>> IdsAsync(
        IdPrefix prefix,
        int limit,
        CancellationToken cancellationToken
    );

    /// <exception cref="FormatException">The cursor is not one of this sort.</exception>
    Task<PatternPage> ListAsync(PatternQuery query, CancellationToken cancellationToken);

    /// <summary>The facets that are asked for, each once, in the order asked.</summary>
    Task<PatternFacets> FacetsAsync(FacetQuery query, CancellationToken cancellationToken);

    Task<CatalogueCounts> CountAsync(CancellationToken cancellationToken);

    /// <summary>The versions of a pattern, newest first.</summary>
    Task<IReadOnlyList<PatternVersion>> HistoryAsync(
        Guid patternId,
        CancellationToken cancellationToken
    );

    /// <summary>The newest versions of all patterns: what happened lately.</summary>
    Task<IReadOnlyList<PatternVersion>> RecentAsync(int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Writes all or nothing. Returns the ids whose stored version was not the expected one (nothing is written then);
    /// empty on success. A pattern that exists already where <see cref="PatternWrite.ExpectedVersion"/> is 0 is such a conflict.
    /// </summary>
    Task<IReadOnlyList<Guid>> SaveAsync(
        IReadOnlyList<PatternWrite> writes,
        CancellationToken cancellationToken
    );

    /// <summary>Removes a pattern with its versions, relationships, occurrences and ledger for good; false when it is not there.</summary>
    Task<bool> PurgeAsync(Guid patternId, CancellationToken cancellationToken);
}
