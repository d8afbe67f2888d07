using Motif.Catalog;

namespace Motif.Backends.Relational;

/// <inheritdoc cref="IPatternStore"/>
internal sealed class PatternStore(RelationalDatabase database) : IPatternStore
{
    private const int HistogramBins = 10;

    public Task<Pattern?> FindAsync(Guid patternId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            "patterns.find",
            async session =>
            {
                var row = await session.FirstOrDefaultAsync<PatternRow>(
                    $"SELECT {PatternRow.Columns} FROM {PatternRow.From} WHERE p.pattern_id = @id",
                    ("id", patternId)
                );
                return row?.ToPattern();
            },
            cancellationToken
        );

    public Task<IReadOnlyList<Pattern>> FindManyAsync(
        IReadOnlyCollection<Guid> patternIds,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<Pattern>>(
            "patterns.find_many",
            async session =>
            {
                var rows = await session.QueryPreparedAsync<PatternRow>(
                    $"SELECT {PatternRow.Columns} FROM {PatternRow.From} WHERE {session.Dialect.IsIn("p.pattern_id", "ids")}",
                    ("ids", patternIds.Distinct().ToArray())
                );
                return rows.ConvertAll(r => r.ToPattern());
            },
            cancellationToken
        );

    public Task<IReadOnlyList<Guid>> IdsAsync(
        IdPrefix prefix,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<Guid>>(
            "patterns.ids",
            async session =>
            {
                var rows = await session.QueryAsync<StoredId>(
                    "SELECT pattern_id FROM patterns WHERE pattern_id BETWEEN @first AND @last ORDER BY pattern_id LIMIT @limit",
                    ("first", prefix.First),
                    ("last", prefix.Last),
                    ("limit", limit)
                );
                return rows.ConvertAll(r => r.Value);
            },
            cancellationToken
        );

    public Task<PatternPage> ListAsync(PatternQuery query, CancellationToken cancellationToken)
    {
        // The cursor is looked at before a connection is taken.
        _ = new PageSelection(query, database.Dialect);
        return database.ReadTogetherAsync(
            "patterns.list",
            async session =>
            {
                var page = new PageSelection(query, database.Dialect);
                var source = await page.SourceAsync(session);
                var (sql, parameters) = (PageSql(page, source), page.Parameters.ToArray());
                // Matching asks so for what changed. Without a condition there is no value that a plan should look at.
                var rows =
                    page.Conditions.Count == 0
                        ? await session.QueryPreparedAsync<PatternRow>(sql, parameters)
                        : await session.QueryAsync<PatternRow>(sql, parameters);
                var items = rows.Take(query.Limit).Select(r => r.ToPattern()).ToList();
                return new PatternPage(
                    items,
                    rows.Count > query.Limit
                        ? page.After(items[^1], rows[items.Count - 1].Rank)
                        : null
                );
            },
            cancellationToken
        );
    }

    public Task<PatternFacets> FacetsAsync(FacetQuery query, CancellationToken cancellationToken) =>
        database.ReadTogetherAsync(
            "patterns.facets",
            session => new FacetCounting(session, query).RunAsync(),
            cancellationToken
        );

    public Task<CatalogueCounts> CountAsync(CancellationToken cancellationToken) =>
        database.ReadTogetherAsync(
            "patterns.count",
            async session =>
            {
                var groups = await session.QueryAsync<GroupRow>(
                    """
                    SELECT kind AS Kind, pattern_type AS PatternType, status AS Status, quality_bin AS Bin,
                           count(*) AS Patterns, CAST(sum(uses) AS bigint) AS Uses
                    FROM patterns
                    GROUP BY kind, pattern_type, status, quality_bin
                    """
                );
                var relationships = await session.FirstOrDefaultAsync<long>(
                    "SELECT count(*) FROM pattern_relationships"
                );
                var exposures = await session.FirstOrDefaultAsync<long>(
                    "SELECT CAST(coalesce(sum(exposures), 0) AS bigint) FROM pattern_exposures"
                );
                return ToCounts(groups, relationships, exposures);
            },
            cancellationToken
        );

    public Task<IReadOnlyList<PatternVersion>> HistoryAsync(
        Guid patternId,
        CancellationToken cancellationToken
    ) =>
        VersionsAsync(
            "patterns.history",
            $"{PatternVersionRow.Select} WHERE pattern_id = @id ORDER BY version DESC",
            ("id", patternId),
            cancellationToken
        );

    public Task<IReadOnlyList<PatternVersion>> RecentAsync(
        int limit,
        CancellationToken cancellationToken
    ) =>
        VersionsAsync(
            "patterns.recent",
            $"{PatternVersionRow.Select} ORDER BY at DESC, pattern_id DESC, version DESC LIMIT @limit",
            ("limit", limit),
            cancellationToken
        );

    public Task<IReadOnlyList<Guid>> SaveAsync(
        IReadOnlyList<PatternWrite> writes,
        CancellationToken cancellationToken
    ) =>
        PatternWriter.SaveAsync(
            database,
            "patterns.save",
            writes,
            static _ => Task.CompletedTask,
            cancellationToken
        );

    public Task<bool> PurgeAsync(Guid patternId, CancellationToken cancellationToken) =>
        database.WriteAsync(
            "patterns.purge",
            async session =>
            {
                var stored = await PatternWriter.LockAsync(session, [patternId]);
                if (stored.Count == 0)
                    return false;
                await Outbox.AddAsync(session, [patternId], database.Time.GetUtcNow());
                await session.ExecuteAsync(
                    "DELETE FROM patterns WHERE pattern_id = @id",
                    ("id", patternId)
                );
                await TypeOutcomes.AddAsync(
                    session,
                    stored.Values.Select(p => p.OutcomesOf(p.PatternType, -1))
                );
                return true;
            },
            cancellationToken
        );

    private static string PageSql(PageSelection page, string source)
    {
        var (rank, order) = page.IsRanked
            ? ($"{page.Key} AS rank", "ORDER BY page.rank DESC, p.pattern_id DESC")
            : ("0.0 AS rank", page.Order);
        // The page is found by its ids first, then its few rows are read; the written order of the joins is the one to take.
        return $"""
            SELECT {PatternRow.Columns}, CAST(page.rank AS double precision) AS Rank
            FROM (SELECT p.pattern_id, {rank} FROM {source} {page.Where} {page.Order} LIMIT {page.Rows}) page
            CROSS JOIN patterns p
            CROSS JOIN pattern_details d
            CROSS JOIN pattern_exposures e
            LEFT JOIN type_voices t ON t.kind = p.kind AND t.pattern_type = p.pattern_type
            WHERE p.pattern_id = page.pattern_id AND d.pattern_id = page.pattern_id
              AND e.pattern_id = page.pattern_id
            {order}
            """;
    }

    private Task<IReadOnlyList<PatternVersion>> VersionsAsync(
        string operation,
        string sql,
        (string, object?) parameter,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<PatternVersion>>(
            operation,
            async session =>
                (await session.QueryAsync<PatternVersionRow>(sql, parameter)).ConvertAll(r =>
                    r.ToVersion()
                ),
            cancellationToken
        );

    private static CatalogueCounts ToCounts(List<GroupRow> rows, long relationships, long exposures)
    {
        var histogram = new long[HistogramBins];
        foreach (var row in rows.Where(r => r.Bin >= 0))
            histogram[row.Bin] += row.Patterns;
        var groups = rows.GroupBy(r => (r.Kind, r.PatternType, r.Status))
            .Select(g => new CatalogueCount(
                WireName.Require<PatternKind>(g.Key.Kind),
                g.Key.PatternType,
                WireName.Require<PatternStatus>(g.Key.Status),
                g.Sum(r => r.Patterns)
            ))
            .OrderBy(g => g.Kind)
            .ThenBy(g => g.PatternType, StringComparer.Ordinal)
            .ThenBy(g => g.Status)
            .ToList();
        return new CatalogueCounts(
            rows.Sum(r => r.Patterns),
            groups,
            histogram,
            rows.Where(r => r.Bin < 0).Sum(r => r.Patterns),
            relationships,
            rows.Sum(r => r.Uses),
            exposures
        );
    }

    private sealed class GroupRow
    {
        public string Kind { get; init; } = "";

        public string PatternType { get; init; } = "";

        public string Status { get; init; } = "";

        /// <summary>0 to 9; -1 while unmeasured.</summary>
        public int Bin { get; init; }

        public long Patterns { get; init; }

        public long Uses { get; init; }
    }
}
