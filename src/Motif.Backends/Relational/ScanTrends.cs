using System.Text.Json;
using Motif.Code;

namespace Motif.Backends.Relational;

/// <summary>What scans left behind, one after the other.</summary>
internal static class ScanTrends
{
    /// <summary>Keeps with a scan what the patterns of its repository are worth now.</summary>
    public static Task RememberAsync(SqlSession session, CodeScan scan) =>
        session.ExecuteAsync(
            """
            UPDATE code_scans
            SET mean_quality = (
                SELECT avg(p.quality_score) FROM patterns p
                WHERE p.pattern_id IN (SELECT pattern_id FROM pattern_repositories WHERE repository = @repository))
            WHERE scan_id = @id
            """,
            ("id", scan.ScanId),
            ("repository", scan.Repository)
        );

    /// <summary>The newest scans, the oldest of them first.</summary>
    public static async Task<IReadOnlyList<ScanTrendPoint>> ReadAsync(
        SqlSession session,
        string? repository,
        int limit
    )
    {
        var rows = await session.QueryAsync<TrendRow>(
            $"""
            SELECT scan_id AS ScanId, repository AS Repository, coalesce(finished_at, started_at) AS At,
                   patterns AS Patterns, occurrences AS Occurrences, lines AS Lines, mean_quality AS MeanQuality,
                   added AS Added, changed AS Changed, retired AS Gone, changes AS Changes
            FROM code_scans {(repository is null ? "" : "WHERE repository = @repository")}
            ORDER BY started_at DESC, scan_id DESC LIMIT @limit
            """,
            repository is null ? [("limit", limit)] : [("limit", limit), ("repository", repository)]
        );
        rows.Reverse();
        return rows.ConvertAll(r => r.ToPoint());
    }

    private sealed class TrendRow
    {
        public StoredId ScanId { get; init; }

        public string Repository { get; init; } = "";

        public StoredTime At { get; init; }

        public int Patterns { get; init; }

        public int Occurrences { get; init; }

        public long Lines { get; init; }

        public double? MeanQuality { get; init; }

        public int Added { get; init; }

        public int Changed { get; init; }

        public int Gone { get; init; }

        public string? Changes { get; init; }

        public ScanTrendPoint ToPoint()
        {
            var changes = Changes is null
                ? null
                : JsonSerializer.Deserialize<ScanChanges>(Changes, MotifJson.Options);
            return new(
                ScanId.Value,
                Repository,
                At.Value,
                Patterns,
                Occurrences,
                Lines,
                MeanQuality,
                Added,
                Changed,
                Gone,
                changes?.Improved.Total,
                changes?.Worsened.Total
            );
        }
    }
}
