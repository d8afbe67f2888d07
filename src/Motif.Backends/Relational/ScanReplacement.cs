using Motif.Catalog;
using Motif.Code;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>
/// Brings a repository's files, occurrences and relationships to what a scan found. Only the difference is written: what
/// a scan finds again costs no write.
/// </summary>
internal static class ScanReplacement
{
    public static async Task ApplyAsync(SqlSession session, ScanCommit commit)
    {
        var repository = commit.Scan.Repository;
        await ReplaceFilesAsync(session, repository, commit.Files);
        await ReplaceOccurrencesAsync(session, repository, commit.Occurrences);
        await ReplaceRelationshipsAsync(session, repository, commit.Relationships);
        await RepositoryErasure.TakeOverAsync(session, commit.TakenOver);
        await session.ExecuteAsync(
            CodeRepositoryRow.Upsert,
            CodeRepositoryRow.Parameters(repository, commit.Place, commit.Scan.FinishedAt)
        );
        await session.ExecuteAsync(CodeScanRow.Upsert, CodeScanRow.Parameters(commit.Scan));
    }

    public static async Task<Dictionary<string, ScannedFile>> FilesAsync(
        SqlSession session,
        string repository
    )
    {
        var rows = await session.QueryAsync<FileRow>(
            """
            SELECT path AS Path, content_hash AS ContentHash, language AS Language, lines AS Lines, error AS Error
            FROM code_files WHERE repository = @repository
            """,
            ("repository", repository)
        );
        return rows.ToDictionary(r => r.Path, r => r.ToFile(), StringComparer.Ordinal);
    }

    private static async Task ReplaceFilesAsync(
        SqlSession session,
        string repository,
        IReadOnlyList<ScannedFile> files
    )
    {
        var stored = await FilesAsync(session, repository);
        var paths = files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        await session.ExecuteManyAsync(
            "DELETE FROM code_files WHERE repository = @repository AND path = @path",
            [.. stored.Keys.Where(p => !paths.Contains(p)).Select(p => FileName(repository, p))]
        );
        await session.ExecuteManyAsync(
            """
            INSERT INTO code_files (repository, path, content_hash, language, lines, error)
            VALUES (@repository, @path, @content_hash, @language, @lines, @error)
            ON CONFLICT (repository, path) DO UPDATE
            SET content_hash = excluded.content_hash, language = excluded.language, lines = excluded.lines,
                error = excluded.error
            """,
            [
                .. files
                    .Where(f => stored.GetValueOrDefault(f.Path) != f)
                    .Select(f => FileParameters(repository, f)),
            ]
        );
    }

    private static async Task ReplaceOccurrencesAsync(
        SqlSession session,
        string repository,
        IReadOnlyList<Occurrence> occurrences
    )
    {
        var found = new Dictionary<string, (Occurrence Occurrence, byte[] Fingerprint)>(
            StringComparer.Ordinal
        );
        foreach (var occurrence in occurrences)
        {
            var fingerprint = OccurrenceRow.Fingerprint(occurrence);
            found.TryAdd(Convert.ToHexString(fingerprint), (occurrence, fingerprint));
        }
        var stored = await session.QueryAsync<byte[]>(
            "SELECT fingerprint FROM code_occurrences WHERE repository = @repository",
            ("repository", repository)
        );
        var known = stored.Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
        await session.ExecuteManyAsync(
            "DELETE FROM code_occurrences WHERE repository = @repository AND fingerprint = @fingerprint",
            [
                .. stored
                    .Where(f => !found.ContainsKey(Convert.ToHexString(f)))
                    .Select(f => OccurrenceName(repository, f)),
            ]
        );
        await session.ExecuteManyAsync(
            OccurrenceRow.Insert,
            [
                .. found
                    .Where(f => !known.Contains(f.Key))
                    .Select(f => OccurrenceRow.Parameters(f.Value.Occurrence, f.Value.Fingerprint)),
            ]
        );
    }

    public static async Task ReplaceRelationshipsAsync(
        SqlSession session,
        string repository,
        IReadOnlyList<Relationship> relationships
    )
    {
        var found = relationships
            .Select(RelationshipEdges.Canonical)
            .DistinctBy(Name)
            .OrderBy(e => e.SourceId)
            .ToDictionary(Name);
        var rows = await session.QueryAsync<RelationshipRow>(
            $"""
            SELECT {RelationshipRow.Columns}
            FROM code_relationships c JOIN pattern_relationships r ON r.relationship_id = c.relationship_id
            WHERE c.repository = @repository
            """,
            ("repository", repository)
        );
        var stored = rows.ToDictionary(r => Name(r.ToRelationship()));
        await ForgetAsync(
            session,
            repository,
            [.. stored.Where(s => !found.ContainsKey(s.Key)).Select(s => s.Value.RelationshipId)]
        );
        var changed = found
            .Where(f => !stored.TryGetValue(f.Key, out var row) || row.ToRelationship() != f.Value)
            .Select(f => f.Value)
            .ToList();
        await RelationshipEdges.WriteAsync(session, changed, isStated: false);
        await RememberAsync(
            session,
            repository,
            [.. changed.Where(e => !stored.ContainsKey(Name(e)))]
        );
    }

    /// <summary>Takes the repository's name off edges; an edge that nobody sees or states any more goes.</summary>
    private static async Task ForgetAsync(
        SqlSession session,
        string repository,
        List<long> relationshipIds
    )
    {
        var rows = relationshipIds.ConvertAll(id => RelationshipName(repository, id));
        await session.ExecuteManyAsync(
            "DELETE FROM code_relationships WHERE repository = @repository AND relationship_id = @id",
            rows
        );
        await session.ExecuteManyAsync(
            """
            DELETE FROM pattern_relationships
            WHERE relationship_id = @id AND NOT stated
              AND NOT EXISTS (SELECT 1 FROM code_relationships c WHERE c.relationship_id = @id)
            """,
            relationshipIds.ConvertAll(id => new (string, object?)[] { ("id", id) })
        );
    }

    private static async Task RememberAsync(
        SqlSession session,
        string repository,
        List<Relationship> edges
    )
    {
        foreach (var end in (string[])["target_id", "external"])
        {
            var ofThisEnd = edges.Where(e => e.External is null == (end == "target_id"));
            await session.ExecuteManyAsync(
                $"""
                INSERT INTO code_relationships (repository, relationship_id)
                SELECT @repository, relationship_id FROM pattern_relationships
                WHERE source_id = @source AND type = @type AND {end} = @{end}
                ON CONFLICT DO NOTHING
                """,
                [.. ofThisEnd.Select(e => EdgeName(repository, e))]
            );
        }
    }

    private static (Guid, RelationshipType, Guid?, string?) Name(Relationship edge) =>
        (edge.SourceId, edge.Type, edge.TargetId, edge.External);

    private static (string, object?)[] EdgeName(string repository, Relationship edge) =>
        [("repository", repository), .. RelationshipEdges.Name(edge)];

    private static (string, object?)[] RelationshipName(string repository, long id) =>
        [("repository", repository), ("id", id)];

    private static (string, object?)[] OccurrenceName(string repository, byte[] fingerprint) =>
        [("repository", repository), ("fingerprint", fingerprint)];

    private static (string, object?)[] FileName(string repository, string path) =>
        [
            (
                "repository",
                StorableText.RequireIndexed(
                    "repository",
                    repository,
                    StorableText.MaxRepositoryBytes
                )
            ),
            ("path", StorableText.RequireIndexed("path", path, ScannedFile.MaxPathBytes)),
        ];

    private static (string, object?)[] FileParameters(string repository, ScannedFile file) =>
        [
            .. FileName(repository, file.Path),
            ("content_hash", file.ContentHash),
            ("language", file.Language),
            ("lines", file.Lines),
            ("error", file.Error),
        ];

    private sealed class FileRow
    {
        public string Path { get; init; } = "";

        public string ContentHash { get; init; } = "";

        public string Language { get; init; } = "";

        public int Lines { get; init; }

        public string? Error { get; init; }

        public ScannedFile ToFile() => new(Path, ContentHash, Language, Lines, Error);
    }
}
