using Motif.Catalog;
using Motif.Storage;

namespace Motif.Code;

/// <summary>
/// Scans, files and occurrences of code patterns. Thread-safe; every method is one transaction. Failures are
/// <see cref="BackendException"/>.
/// </summary>
public interface ICodeStore
{
    /// <summary>The files of a repository as last scanned, by relative path.</summary>
    Task<IReadOnlyDictionary<string, ScannedFile>> FilesAsync(
        string repository,
        CancellationToken cancellationToken
    );

    /// <summary>The code patterns that have an occurrence in the repository, with their content hashes.</summary>
    Task<IReadOnlyList<StoredCodePattern>> PatternsAsync(
        string repository,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Writes a scan's whole result or nothing: patterns and versions, and the repository's files, occurrences and
    /// relationships, which replace those of its scan before; only differences are written. A relationship that another
    /// repository's scan sees, or that was stated by hand, stays. Returns the conflicting ids like
    /// <see cref="IPatternStore.SaveAsync"/>.
    /// </summary>
    Task<IReadOnlyList<Guid>> CommitAsync(ScanCommit commit, CancellationToken cancellationToken);

    /// <summary>The occurrences of a pattern by repository, file and line.</summary>
    Task<IReadOnlyList<Occurrence>> OccurrencesAsync(
        Guid patternId,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>All occurrences of a repository by file and line.</summary>
    Task<IReadOnlyList<Occurrence>> OccurrencesInAsync(
        string repository,
        CancellationToken cancellationToken
    );

    /// <summary>What was called wrong in the repository, by file and name: none of its occurrences, whatever a scan finds.</summary>
    Task<IReadOnlyList<DetectedPlace>> WrongAsync(
        string repository,
        CancellationToken cancellationToken
    );

    /// <summary>The occurrences of a pattern in one file, by line.</summary>
    Task<IReadOnlyList<Occurrence>> OccurrencesAtAsync(
        Guid patternId,
        string repository,
        string file,
        CancellationToken cancellationToken
    );

    /// <summary>Where a file was read by the last scan of its repository; null where that scan did not see it.</summary>
    Task<ScannedSource?> SourceAsync(
        string repository,
        string file,
        CancellationToken cancellationToken
    );

    /// <summary>Groups of copies by descending redundant lines and then by descending id.</summary>
    /// <exception cref="FormatException">The cursor is not one.</exception>
    Task<DuplicatePage> DuplicatesAsync(DuplicateQuery query, CancellationToken cancellationToken);

    Task<DuplicateGroup?> DuplicateAsync(Guid duplicateId, CancellationToken cancellationToken);

    /// <summary>Scans, newest first.</summary>
    Task<IReadOnlyList<CodeScan>> ScansAsync(int limit, CancellationToken cancellationToken);

    /// <summary>How a repository, or all when null, stood after each of the newest scans, the oldest of them first.</summary>
    Task<IReadOnlyList<ScanTrendPoint>> TrendAsync(
        string? repository,
        int limit,
        CancellationToken cancellationToken
    );

    Task<CodeScan?> ScanAsync(Guid scanId, CancellationToken cancellationToken);

    /// <summary>The newest scan of a repository.</summary>
    Task<CodeScan?> LastScanAsync(string repository, CancellationToken cancellationToken);

    /// <summary>Every repository that has files, by name, ordinal.</summary>
    Task<IReadOnlyList<CodeRepository>> RepositoriesAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Writes patterns and takes out a repository's files, occurrences, relationships and scans, all or nothing. Returns the
    /// conflicting ids like <see cref="IPatternStore.SaveAsync"/>.
    /// </summary>
    Task<IReadOnlyList<Guid>> ForgetAsync(
        RepositoryRemoval removal,
        CancellationToken cancellationToken
    );
}

/// <summary>A file as last scanned.</summary>
/// <param name="ContentHash">SHA-256 of its bytes, lower-case hex.</param>
/// <param name="Error">Why it could not be read or parsed; null when it was.</param>
public sealed record ScannedFile(
    string Path,
    string ContentHash,
    string Language,
    int Lines,
    string? Error
)
{
    /// <summary>UTF-8 bytes that a path may have: it stands in an index.</summary>
    public const int MaxPathBytes = 2000;

    /// <summary>The language of what stands among the files for the settings of a scan.</summary>
    public const string SettingLanguage = "motif";

    /// <summary>The language of the coverage reports that a scan was given.</summary>
    public const string CoverageLanguage = "coverage";

    /// <summary>No source file of the tree.</summary>
    public bool IsSetting => Language is SettingLanguage or CoverageLanguage;
}

/// <summary>How to find what a scan read.</summary>
/// <param name="Root">The folder or file that was scanned.</param>
/// <param name="ContentHash">As in <see cref="ScannedFile"/>.</param>
/// <param name="ScannedAt">When the last scan of the repository that changed anything began.</param>
public sealed record ScannedSource(string Root, string ContentHash, DateTimeOffset ScannedAt);

/// <summary>What a scan must know of a pattern that is already there.</summary>
/// <param name="Pattern">As stored, with every measure.</param>
/// <param name="Repositories">The repositories it occurs in.</param>
public sealed record StoredCodePattern(Pattern Pattern, IReadOnlyList<string> Repositories);

/// <summary>The whole result of one scan.</summary>
public sealed record ScanCommit(
    CodeScan Scan,
    IReadOnlyList<PatternWrite> Patterns,
    IReadOnlyList<ScannedFile> Files,
    IReadOnlyList<Occurrence> Occurrences,
    IReadOnlyList<Relationship> Relationships
)
{
    /// <summary>The copies that the scan saw; they replace those of its repository.</summary>
    public IReadOnlyList<DuplicateGroup> Duplicates { get; init; } = [];

    /// <summary>Where the tree lies.</summary>
    public required TreePlace Place { get; init; }

    /// <summary>Files that other repositories had counted and that are this one's now.</summary>
    public IReadOnlyList<RepositoryFile> TakenOver { get; init; } = [];
}
