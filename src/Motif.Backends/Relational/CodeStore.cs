using Motif.Code;
using Motif.Code.Duplicates;

namespace Motif.Backends.Relational;

/// <inheritdoc cref="ICodeStore"/>
internal sealed class CodeStore(RelationalDatabase database) : ICodeStore
{
    public Task<IReadOnlyDictionary<string, ScannedFile>> FilesAsync(
        string repository,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyDictionary<string, ScannedFile>>(
            "code.files",
            async session => await ScanReplacement.FilesAsync(session, repository),
            cancellationToken
        );

    public Task<IReadOnlyList<StoredCodePattern>> PatternsAsync(
        string repository,
        CancellationToken cancellationToken
    ) =>
        database.ReadTogetherAsync<IReadOnlyList<StoredCodePattern>>(
            "code.patterns",
            async session =>
            {
                const string inRepository =
                    "(SELECT pattern_id FROM code_occurrences WHERE repository = @repository)";
                var rows = await session.QueryAsync<PatternRow>(
                    $"SELECT {PatternRow.Columns} FROM {PatternRow.From} WHERE p.pattern_id IN {inRepository} ORDER BY p.pattern_id",
                    ("repository", repository)
                );
                var places = await session.QueryAsync<PlaceRow>(
                    $"SELECT DISTINCT pattern_id AS PatternId, repository AS Repository FROM code_occurrences WHERE pattern_id IN {inRepository} ORDER BY 1, 2",
                    ("repository", repository)
                );
                var repositories = places.ToLookup(p => p.PatternId.Value, p => p.Repository);
                return rows.ConvertAll(r => new StoredCodePattern(
                    r.ToPattern(),
                    [.. repositories[r.PatternId.Value]]
                ));
            },
            cancellationToken
        );

    public Task<IReadOnlyList<Guid>> CommitAsync(
        ScanCommit commit,
        CancellationToken cancellationToken
    )
    {
        RequireOneRepository(commit);
        return PatternWriter.SaveAsync(
            database,
            "code.commit",
            commit.Patterns,
            session => ScanReplacement.ApplyAsync(session, commit),
            cancellationToken
        );
    }

    public Task<IReadOnlyList<Occurrence>> OccurrencesAsync(
        Guid patternId,
        int limit,
        CancellationToken cancellationToken
    ) =>
        OccurrencesAsync(
            "code.occurrences",
            $"WHERE pattern_id = @id AND {JudgementStore.IsNotWrong} ORDER BY repository, file, start_line, qualified_name, rule LIMIT @limit",
            [("id", patternId), ("limit", limit)],
            cancellationToken
        );

    public Task<IReadOnlyList<Occurrence>> OccurrencesInAsync(
        string repository,
        CancellationToken cancellationToken
    ) =>
        OccurrencesAsync(
            "code.occurrences_in",
            $"WHERE repository = @repository AND {JudgementStore.IsNotWrong} ORDER BY file, start_line, qualified_name, rule, pattern_id",
            [("repository", repository)],
            cancellationToken
        );

    public Task<IReadOnlyList<DetectedPlace>> WrongAsync(
        string repository,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<DetectedPlace>>(
            "code.wrong",
            async session =>
            {
                var rows = await session.QueryAsync<WrongRow>(
                    """
                    SELECT file AS File, qualified_name AS QualifiedName, rule AS Rule
                    FROM wrong_detections WHERE repository = @repository ORDER BY file, qualified_name, rule
                    """,
                    ("repository", repository)
                );
                return rows.ConvertAll(r => new DetectedPlace(
                    repository,
                    r.File,
                    r.QualifiedName,
                    r.Rule
                ));
            },
            cancellationToken
        );

    public Task<IReadOnlyList<Occurrence>> OccurrencesAtAsync(
        Guid patternId,
        string repository,
        string file,
        CancellationToken cancellationToken
    ) =>
        OccurrencesAsync(
            "code.occurrences_at",
            $"WHERE pattern_id = @id AND repository = @repository AND file = @file AND {JudgementStore.IsNotWrong} ORDER BY start_line, qualified_name, rule",
            [("id", patternId), ("repository", repository), ("file", file)],
            cancellationToken
        );

    public Task<ScannedSource?> SourceAsync(
        string repository,
        string file,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            "code.source",
            async session =>
            {
                var row = await session.FirstOrDefaultAsync<SourceRow>(
                    """
                    SELECT coalesce(r.folder, s.root) AS Root, f.content_hash AS ContentHash, s.started_at AS StartedAt
                    FROM code_files f
                    JOIN code_scans s ON s.repository = f.repository
                    LEFT JOIN code_repositories r ON r.repository = f.repository
                    WHERE f.repository = @repository AND f.path = @file
                    ORDER BY s.started_at DESC, s.scan_id DESC LIMIT 1
                    """,
                    ("repository", repository),
                    ("file", file)
                );
                return row is null
                    ? null
                    : new ScannedSource(row.Root, row.ContentHash, row.StartedAt.Value);
            },
            cancellationToken
        );

    public Task<DuplicatePage> DuplicatesAsync(
        DuplicateQuery query,
        CancellationToken cancellationToken
    )
    {
        // The cursor is looked at before a connection is taken.
        _ = new DuplicateSelection(query);
        return database.ReadTogetherAsync(
            "code.duplicates",
            session => DuplicateRows.PageAsync(session, query),
            cancellationToken
        );
    }

    public Task<DuplicateGroup?> DuplicateAsync(
        Guid duplicateId,
        CancellationToken cancellationToken
    ) =>
        database.ReadTogetherAsync(
            "code.duplicate",
            session => DuplicateRows.FindAsync(session, duplicateId),
            cancellationToken
        );

    public Task<IReadOnlyList<CodeScan>> ScansAsync(
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<CodeScan>>(
            "code.scans",
            async session =>
                (
                    await session.QueryAsync<CodeScanRow>(
                        $"{CodeScanRow.Select} ORDER BY started_at DESC, scan_id DESC LIMIT @limit",
                        ("limit", limit)
                    )
                ).ConvertAll(r => r.ToScan()),
            cancellationToken
        );

    public Task<IReadOnlyList<ScanTrendPoint>> TrendAsync(
        string? repository,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            "code.trend",
            session => ScanTrends.ReadAsync(session, repository, limit),
            cancellationToken
        );

    public Task<CodeScan?> ScanAsync(Guid scanId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            "code.scan",
            async session =>
            {
                var row = await session.FirstOrDefaultAsync<CodeScanRow>(
                    $"{CodeScanRow.Select} WHERE scan_id = @id",
                    ("id", scanId)
                );
                return row?.ToScan();
            },
            cancellationToken
        );

    public Task<CodeScan?> LastScanAsync(string repository, CancellationToken cancellationToken) =>
        database.ReadAsync(
            "code.last_scan",
            async session =>
            {
                var row = await session.FirstOrDefaultAsync<CodeScanRow>(
                    $"{CodeScanRow.Select} WHERE repository = @repository ORDER BY started_at DESC, scan_id DESC LIMIT 1",
                    ("repository", repository)
                );
                return row?.ToScan();
            },
            cancellationToken
        );

    public Task<IReadOnlyList<CodeRepository>> RepositoriesAsync(
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<CodeRepository>>(
            "code.repositories",
            async session =>
                (await session.QueryAsync<CodeRepositoryRow>(CodeRepositoryRow.Select)).ConvertAll(
                    r => r.ToRepository()
                ),
            cancellationToken
        );

    public Task<IReadOnlyList<Guid>> ForgetAsync(
        RepositoryRemoval removal,
        CancellationToken cancellationToken
    ) =>
        PatternWriter.SaveAsync(
            database,
            "code.forget",
            removal.Patterns,
            session => RepositoryErasure.ForgetAsync(session, removal.Repository),
            cancellationToken
        );

    private Task<IReadOnlyList<Occurrence>> OccurrencesAsync(
        string operation,
        string where,
        (string, object?)[] parameters,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<Occurrence>>(
            operation,
            async session =>
                (
                    await session.QueryAsync<OccurrenceRow>(
                        $"{OccurrenceRow.Select} {where}",
                        parameters
                    )
                ).ConvertAll(r => r.ToOccurrence()),
            cancellationToken
        );

    private static void RequireOneRepository(ScanCommit commit)
    {
        var other = commit.Occurrences.FirstOrDefault(o => o.Repository != commit.Scan.Repository);
        if (other is not null)
            throw new ArgumentException(
                $"an occurrence in {other.Repository} in a scan of {commit.Scan.Repository}",
                nameof(commit)
            );
    }

    private sealed class WrongRow
    {
        public string File { get; init; } = "";

        public string QualifiedName { get; init; } = "";

        public string Rule { get; init; } = "";
    }

    private sealed class SourceRow
    {
        public string Root { get; init; } = "";

        public string ContentHash { get; init; } = "";

        public StoredTime StartedAt { get; init; }
    }

    private sealed class PlaceRow
    {
        public StoredId PatternId { get; init; }

        public string Repository { get; init; } = "";
    }
}
