namespace Motif.Code;

/// <summary>How a repository stood after one of its scans.</summary>
/// <param name="At">When the scan ended.</param>
/// <param name="MeanQuality">Of its patterns whose quality is measured; null where none is, or the scan was before this was kept.</param>
/// <param name="Added">Patterns that were new.</param>
/// <param name="Changed">Patterns whose content or quality changed.</param>
/// <param name="Gone">Patterns that no longer occurred anywhere.</param>
/// <param name="Improved">Patterns whose quality rose; null where that was not kept.</param>
/// <param name="Worsened">Patterns whose quality fell; null likewise.</param>
public sealed record ScanTrendPoint(
    Guid ScanId,
    string Repository,
    DateTimeOffset At,
    int Patterns,
    int Occurrences,
    long Lines,
    double? MeanQuality,
    int Added,
    int Changed,
    int Gone,
    int? Improved,
    int? Worsened
);
