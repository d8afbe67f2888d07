using System.Text.Json;
using Motif.Code;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>A scan as it is read and written.</summary>
internal sealed class CodeScanRow
{
    public const string Select = """
        SELECT scan_id AS ScanId, repository AS Repository, root AS Root, state AS State, started_at AS StartedAt,
               finished_at AS FinishedAt, files AS Files, files_failed AS FilesFailed, lines AS Lines, units AS Units,
               occurrences AS Occurrences, patterns AS Patterns, added AS Added, changed AS Changed, retired AS Retired,
               writes AS Writes, errors AS Errors, changes AS Changes
        FROM code_scans
        """;

    public const string Upsert = """
        INSERT INTO code_scans
            (scan_id, repository, root, state, started_at, finished_at, files, files_failed, lines, units, occurrences,
             patterns, added, changed, retired, writes, errors, changes)
        VALUES
            (@scan_id, @repository, @root, @state, @started_at, @finished_at, @files, @files_failed, @lines, @units,
             @occurrences, @patterns, @added, @changed, @retired, @writes, @errors, @changes)
        ON CONFLICT (scan_id) DO UPDATE
        SET state = excluded.state, finished_at = excluded.finished_at, files = excluded.files,
            files_failed = excluded.files_failed, lines = excluded.lines, units = excluded.units,
            occurrences = excluded.occurrences, patterns = excluded.patterns, added = excluded.added,
            changed = excluded.changed, retired = excluded.retired, writes = excluded.writes, errors = excluded.errors,
            changes = excluded.changes
        """;

    public StoredId ScanId { get; init; }

    public string Repository { get; init; } = "";

    public string Root { get; init; } = "";

    public string State { get; init; } = "";

    public StoredTime StartedAt { get; init; }

    public StoredTime? FinishedAt { get; init; }

    public int Files { get; init; }

    public int FilesFailed { get; init; }

    public long Lines { get; init; }

    public int Units { get; init; }

    public int Occurrences { get; init; }

    public int Patterns { get; init; }

    public int Added { get; init; }

    public int Changed { get; init; }

    public int Retired { get; init; }

    public int Writes { get; init; }

    public string Errors { get; init; } = "";

    public string? Changes { get; init; }

    public CodeScan ToScan() =>
        new(
            ScanId.Value,
            Repository,
            Root,
            WireName.Require<ScanState>(State),
            StartedAt.Value,
            FinishedAt?.Value,
            Files,
            FilesFailed,
            Lines,
            Units,
            Occurrences,
            Patterns,
            Added,
            Changed,
            Retired,
            Writes,
            JsonSerializer.Deserialize<ScanError[]>(Errors, MotifJson.Options)!
        )
        {
            Changes = Changes is null
                ? null
                : JsonSerializer.Deserialize<ScanChanges>(Changes, MotifJson.Options),
        };

    public static (string, object?)[] Parameters(CodeScan scan) =>
        [
            ("scan_id", scan.ScanId),
            ("repository", scan.Repository),
            ("root", scan.Root),
            ("state", WireName.Of(scan.State)),
            ("started_at", scan.StartedAt),
            ("finished_at", scan.FinishedAt),
            ("files", scan.Files),
            ("files_failed", scan.FilesFailed),
            ("lines", scan.Lines),
            ("units", scan.Units),
            ("occurrences", scan.Occurrences),
            ("patterns", scan.Patterns),
            ("added", scan.Added),
            ("changed", scan.Changed),
            ("retired", scan.Retired),
            ("writes", scan.Writes),
            ("errors", StorableJson.Of("errors", scan.Errors)),
            ("changes", scan.Changes is { } changes ? StorableJson.Of("changes", changes) : null),
        ];
}
