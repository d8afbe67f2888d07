using Motif.Code;

namespace Motif.Backends.Relational;

/// <summary>Groups of copies as they are read and written.</summary>
internal static class DuplicateRows
{
    private const string Columns = """
        d.duplicate_id AS DuplicateId, d.repository AS Repository, d.language AS Language, d.name AS Name,
        d.places AS Places, d.files AS Files, d.lines AS Lines, d.redundant_lines AS RedundantLines,
        d.similarity AS Similarity
        """;

    /// <summary>Makes the repository's groups those that are given; what stands already is not written again.</summary>
    public static async Task ReplaceAsync(
        SqlSession session,
        string repository,
        IReadOnlyList<DuplicateGroup> groups
    )
    {
        var found = groups.DistinctBy(g => g.DuplicateId).ToDictionary(g => g.DuplicateId);
        var rows = await session.QueryAsync<StoredId>(
            "SELECT duplicate_id FROM code_duplicates WHERE repository = @repository",
            ("repository", repository)
        );
        var stored = rows.Select(r => r.Value).ToHashSet();
        await session.ExecuteManyAsync(
            "DELETE FROM code_duplicates WHERE duplicate_id = @id",
            [
                .. stored
                    .Where(id => !found.ContainsKey(id))
                    .Select(id => new (string, object?)[] { ("id", id) }),
            ]
        );
        var added = found.Values.Where(g => !stored.Contains(g.DuplicateId)).ToList();
        await session.ExecuteManyAsync(
            """
            INSERT INTO code_duplicates
                (duplicate_id, repository, language, name, places, files, lines, redundant_lines, longest, similarity)
            VALUES
                (@id, @repository, @language, @name, @places, @files, @lines, @redundant, @longest, @similarity)
            """,
            added.ConvertAll(Parameters)
        );
        await session.ExecuteManyAsync(
            """
            INSERT INTO code_duplicate_copies
                (duplicate_id, number, file, start_line, end_line, qualified_name, lines, similarity)
            VALUES (@id, @number, @file, @start_line, @end_line, @qualified_name, @lines, @similarity)
            """,
            [.. added.SelectMany(g => g.Copies.Select((c, i) => Parameters(g, c, i)))]
        );
    }

    public static async Task<DuplicatePage> PageAsync(SqlSession session, DuplicateQuery query)
    {
        var selection = new DuplicateSelection(query);
        var sums = await session.FirstOrDefaultAsync<SumRow>(
            $"""
            SELECT count(*) AS Groups, CAST(coalesce(sum(d.redundant_lines), 0) AS bigint) AS Lines
            FROM code_duplicates d {selection.Where}
            """,
            selection.Parameters
        );
        var rows = await session.QueryAsync<GroupRow>(
            $"""
            SELECT {Columns} FROM code_duplicates d {selection.WhereFromCursor}
            ORDER BY d.redundant_lines DESC, d.duplicate_id DESC LIMIT @limit
            """,
            [.. selection.Parameters, ("limit", query.Limit + 1)]
        );
        var page = rows.Take(query.Limit).ToList();
        var copies = await CopiesAsync(
            session,
            [.. page.Select(r => r.DuplicateId.Value)],
            DuplicateGroup.ListedCopies
        );
        return new DuplicatePage(
            page.ConvertAll(r => r.ToGroup([.. copies[r.DuplicateId.Value]])),
            rows.Count > query.Limit
                ? DuplicateSelection.Cursor(page[^1].RedundantLines, page[^1].DuplicateId.Value)
                : null,
            (int)sums!.Groups,
            sums.Lines
        );
    }

    public static async Task<DuplicateGroup?> FindAsync(SqlSession session, Guid duplicateId)
    {
        var row = await session.FirstOrDefaultAsync<GroupRow>(
            $"SELECT {Columns} FROM code_duplicates d WHERE d.duplicate_id = @id",
            ("id", duplicateId)
        );
        if (row is null)
            return null;
        var copies = await CopiesAsync(session, [duplicateId], DuplicateGroup.MaxCopies);
        return row.ToGroup([.. copies[duplicateId]]);
    }

    private static async Task<ILookup<Guid, DuplicateCopy>> CopiesAsync(
        SqlSession session,
        Guid[] duplicateIds,
        int most
    )
    {
        var rows = await session.QueryAsync<CopyRow>(
            $"""
            SELECT duplicate_id AS DuplicateId, file AS File, start_line AS StartLine, end_line AS EndLine,
                   qualified_name AS QualifiedName, lines AS Lines, similarity AS Similarity
            FROM code_duplicate_copies
            WHERE {session.Dialect.IsIn("duplicate_id", "ids")} AND number < @most
            ORDER BY duplicate_id, number
            """,
            ("ids", duplicateIds),
            ("most", most)
        );
        return rows.ToLookup(r => r.DuplicateId.Value, r => r.ToCopy());
    }

    private static (string, object?)[] Parameters(DuplicateGroup group) =>
        [
            ("id", group.DuplicateId),
            ("repository", group.Repository),
            ("language", group.Language),
            ("name", group.Name),
            ("places", group.Places),
            ("files", group.Files),
            ("lines", group.Lines),
            ("redundant", group.RedundantLines),
            ("longest", group.Lines - group.RedundantLines),
            ("similarity", group.Similarity),
        ];

    private static (string, object?)[] Parameters(
        DuplicateGroup group,
        DuplicateCopy copy,
        int number
    ) =>
        [
            ("id", group.DuplicateId),
            ("number", number),
            ("file", copy.File),
            ("start_line", copy.StartLine),
            ("end_line", copy.EndLine),
            ("qualified_name", copy.QualifiedName),
            ("lines", copy.Lines),
            ("similarity", copy.Similarity),
        ];

    private sealed class SumRow
    {
        public long Groups { get; init; }

        public long Lines { get; init; }
    }

    private sealed class GroupRow
    {
        public StoredId DuplicateId { get; init; }

        public string Repository { get; init; } = "";

        public string Language { get; init; } = "";

        public string Name { get; init; } = "";

        public int Places { get; init; }

        public int Files { get; init; }

        public int Lines { get; init; }

        public int RedundantLines { get; init; }

        public double Similarity { get; init; }

        public DuplicateGroup ToGroup(IReadOnlyList<DuplicateCopy> copies) =>
            new(
                DuplicateId.Value,
                Repository,
                Language,
                Name,
                Places,
                Files,
                Lines,
                RedundantLines,
                Similarity,
                copies
            );
    }

    private sealed class CopyRow
    {
        public StoredId DuplicateId { get; init; }

        public string File { get; init; } = "";

        public int StartLine { get; init; }

        public int EndLine { get; init; }

        public string QualifiedName { get; init; } = "";

        public int Lines { get; init; }

        public double Similarity { get; init; }

        public DuplicateCopy ToCopy() =>
            new(File, StartLine, EndLine, QualifiedName, Lines, Similarity);
    }
}
