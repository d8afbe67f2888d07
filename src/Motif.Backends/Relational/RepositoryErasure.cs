using Motif.Code;

namespace Motif.Backends.Relational;

/// <summary>Takes repositories, or files of them, out of what was scanned.</summary>
internal static class RepositoryErasure
{
    /// <summary>Files, occurrences, relationships and scans.</summary>
    public static async Task ForgetAsync(SqlSession session, string repository)
    {
        await EmptyAsync(session, repository);
        await session.ExecuteAsync(
            "DELETE FROM code_scans WHERE repository = @repository",
            ("repository", repository)
        );
    }

    /// <summary>A repository whose last file is taken is gone; its scans stay as what happened.</summary>
    public static async Task TakeOverAsync(SqlSession session, IReadOnlyList<RepositoryFile> files)
    {
        foreach (
            var (table, path) in ((string, string)[])
                [("code_occurrences", "file"), ("code_files", "path")]
        )
            await session.ExecuteManyAsync(
                $"DELETE FROM {table} WHERE repository = @repository AND {path} = @path",
                [
                    .. files.Select(f =>
                        new (string, object?)[] { ("repository", f.Repository), ("path", f.Path) }
                    ),
                ]
            );
        // Copies are told anew by the next scan of the repository that had the file; until then the list has none that are gone.
        await session.ExecuteManyAsync(
            """
            DELETE FROM code_duplicates
            WHERE repository = @repository AND EXISTS (
                SELECT 1 FROM code_duplicate_copies c
                WHERE c.duplicate_id = code_duplicates.duplicate_id AND c.file = @path)
            """,
            [
                .. files.Select(f =>
                    new (string, object?)[] { ("repository", f.Repository), ("path", f.Path) }
                ),
            ]
        );
        foreach (var repository in files.Select(f => f.Repository).Distinct(StringComparer.Ordinal))
        {
            var left = await session.FirstOrDefaultAsync<long>(
                $"SELECT COUNT(*) FROM code_files WHERE repository = @repository AND NOT ({CodeRepositoryRow.Setting})",
                ("repository", repository)
            );
            if (left == 0)
                await EmptyAsync(session, repository);
        }
    }

    private static async Task EmptyAsync(SqlSession session, string repository)
    {
        await ScanReplacement.ReplaceRelationshipsAsync(session, repository, []);
        foreach (
            var table in (string[])
                ["code_occurrences", "code_files", "code_duplicates", "code_repositories"]
        )
            await session.ExecuteAsync(
                $"DELETE FROM {table} WHERE repository = @repository",
                ("repository", repository)
            );
    }
}
