using Motif.Catalog;
using Motif.Storage;

namespace Motif.Code;

/// <summary>
/// What people said of detections. A place that is called wrong is none of its pattern's any more: <see cref="ICodeStore"/> does
/// not tell it, whatever later scans find there. Thread-safe; every method is one transaction. Failures are
/// <see cref="BackendException"/>.
/// </summary>
public interface IJudgementStore
{
    /// <summary>What was called wrong of a pattern, by repository, file and name.</summary>
    Task<IReadOnlyList<WrongMark>> OfAsync(Guid patternId, CancellationToken cancellationToken);

    /// <summary>The rules of which anything was called wrong, by name.</summary>
    Task<IReadOnlyList<RuleTrust>> TrustsAsync(CancellationToken cancellationToken);

    /// <summary>All places of a pattern, those that were called wrong with them, by repository, file and line.</summary>
    Task<IReadOnlyList<Occurrence>> PlacesAsync(
        Guid patternId,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Adds and removes marks with the version of the pattern that follows from it: all or nothing. A mark of a place that has
    /// one already replaces it. Returns the conflicting ids like <see cref="IPatternStore.SaveAsync"/>.
    /// </summary>
    Task<IReadOnlyList<Guid>> SaveAsync(
        PatternWrite? write,
        IReadOnlyList<WrongMark> added,
        IReadOnlyList<WrongMark> removed,
        CancellationToken cancellationToken
    );
}
