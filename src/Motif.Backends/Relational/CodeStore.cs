using Motif.Code;

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
            "WHERE pattern_id = @id ORDER BY repository, file, start_line, qualified_name, rule LIMIT @limit",
            [("id", patternId), ("limit", limit)],
            cancellationToken
        );

    public Task<IReadOnlyList<Occurrence>> OccurrencesInAsync(
        string repository,
        CancellationToken cancellationToken
    ) =>
        OccurrencesAsync(
            "code.occurrences_in",
            "WHERE repository = @repository ORDER BY file, start_line, qualified_name, rule, pattern_id",
            [("repository", repository)],
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

    private sealed class PlaceRow
    {
        public StoredId PatternId { get; init; }

        public string Repository { get; init; } = "";
    }
}
