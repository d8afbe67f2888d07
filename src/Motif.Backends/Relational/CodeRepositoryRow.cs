using Motif.Code;

namespace Motif.Backends.Relational;

/// <summary>A repository as it is read and written.</summary>
internal sealed class CodeRepositoryRow
{
    public const string Select = $"""
        SELECT f.repository AS Name, r.host AS Host, r.folder AS Folder, r.scanned_at AS ScannedAt, f.files AS Files,
               f.failed AS FilesFailed, f.lines AS Lines, COALESCE(o.occurrences, 0) AS Occurrences,
               COALESCE(o.patterns, 0) AS Patterns
        FROM (
            SELECT repository,
                   SUM(CASE WHEN {Setting} THEN 0 ELSE 1 END) AS files,
                   SUM(CASE WHEN error IS NULL THEN 0 ELSE 1 END) AS failed,
                   SUM(lines) AS lines
            FROM code_files GROUP BY repository
        ) f
        LEFT JOIN code_repositories r ON r.repository = f.repository
        LEFT JOIN (
            SELECT repository, COUNT(*) AS occurrences, COUNT(DISTINCT pattern_id) AS patterns
            FROM code_occurrences GROUP BY repository
        ) o ON o.repository = f.repository
        ORDER BY f.repository
        """;

    /// <summary>Rows of <c>code_files</c> that are no files.</summary>
    public const string Setting =
        $"language IN ('{ScannedFile.SettingLanguage}', '{ScannedFile.CoverageLanguage}')";

    public const string Upsert = """
        INSERT INTO code_repositories (repository, host, folder, scanned_at)
        VALUES (@repository, @host, @folder, @scanned_at)
        ON CONFLICT (repository) DO UPDATE
        SET host = excluded.host, folder = excluded.folder, scanned_at = excluded.scanned_at
        """;

    public string Name { get; init; } = "";

    public string? Host { get; init; }

    public string? Folder { get; init; }

    public StoredTime? ScannedAt { get; init; }

    public long Files { get; init; }

    public long FilesFailed { get; init; }

    public long Lines { get; init; }

    public long Occurrences { get; init; }

    public long Patterns { get; init; }

    public CodeRepository ToRepository() =>
        new(
            Name,
            Host,
            Folder,
            ScannedAt?.Value,
            (int)Files,
            (int)FilesFailed,
            Lines,
            (int)Occurrences,
            (int)Patterns
        );

    public static (string, object?)[] Parameters(
        string repository,
        SourcePlace place,
        DateTimeOffset? scannedAt
    ) =>
        [
            ("repository", repository),
            ("host", place.Host),
            ("folder", place.Folder),
            ("scanned_at", scannedAt),
        ];
}
