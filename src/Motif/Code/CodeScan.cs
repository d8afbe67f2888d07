namespace Motif.Code;

/// <summary>How a scan stands.</summary>
public enum ScanState
{
    Running,
    Finished,
    Cancelled,
    Failed,
}

/// <summary>A file that could not be read or parsed.</summary>
public sealed record ScanError(string File, int? Line, string Message);

/// <summary>One scan of one tree, with what it found and what it changed.</summary>
/// <param name="Repository">The name under which the tree stands in the catalogue.</param>
/// <param name="Root">The folder or file that was scanned.</param>
/// <param name="Lines">Lines of all parsed files.</param>
/// <param name="Added">Patterns that are new.</param>
/// <param name="Changed">Patterns whose content or quality changed.</param>
/// <param name="Retired">Patterns that no longer occur anywhere.</param>
/// <param name="Writes">Rows written; 0 when nothing had changed.</param>
/// <param name="Errors">At most <see cref="MaxErrors"/>; <paramref name="FilesFailed"/> counts them all.</param>
public sealed record CodeScan(
    Guid ScanId,
    string Repository,
    string Root,
    ScanState State,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    int Files,
    int FilesFailed,
    long Lines,
    int Units,
    int Occurrences,
    int Patterns,
    int Added,
    int Changed,
    int Retired,
    int Writes,
    IReadOnlyList<ScanError> Errors
)
{
    public const int MaxErrors = 1000;

    /// <summary>What is other than at the scan before; null where nothing changed or it was not kept yet.</summary>
    public ScanChanges? Changes { get; init; }
}
