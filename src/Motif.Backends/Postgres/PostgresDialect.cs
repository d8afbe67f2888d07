using System.Data;
using System.Data.Common;
using Motif.Backends.Relational;
using Motif.Catalog;
using Motif.Storage;
using Npgsql;

namespace Motif.Backends.Postgres;

/// <summary>How PostgreSQL says it.</summary>
internal sealed class PostgresDialect(string location) : SqlDialect
{
    /// <summary>Statements sent in one round trip.</summary>
    private const int BatchSize = 1000;

    private const int WorthPreparing = 10;

    public override string System => PostgresErrors.System;

    public override string LockToChange => "FOR NO KEY UPDATE";

    public override string LockToKeep => "FOR KEY SHARE";

    public override string SkipLocked => "FOR UPDATE SKIP LOCKED";

    /// <summary>Not the transaction's: it may have waited for a lock.</summary>
    public override string? Clock => "SELECT clock_timestamp()";

    public override string? Refresh(string view) =>
        $"REFRESH MATERIALIZED VIEW CONCURRENTLY {view}";

    public override string WordsExpression => "array_to_tsvector(@words)";

    public override string CodePointOrder => "COLLATE \"C\"";

    public override string WalkOrder => "";

    /// <summary>A recursive query yields its rows breadth first and stops when nobody asks for more.</summary>
    public override string WalkRows => "SELECT pattern_id, external, depth FROM walk LIMIT @most";

    public override object Words(IReadOnlyList<string> words) => words;

    public override string IsIn(string column, string parameter) => $"{column} = ANY(@{parameter})";

    public override string PlaceOf(string column, string text) => $"strpos({column}, {text})";

    public override string SameBeginning(string column, bool greatest) =>
        $"CAST(substr(CAST({column} AS text), 1, 13) || '{IdEnd(greatest)}' AS uuid)";

    public override string Day(string column) =>
        $"CAST(floor(extract(epoch FROM {column}) / 86400) AS integer)";

    public override void Bind(IDbCommand command, string name, object? value) =>
        ((NpgsqlCommand)command).Parameters.Add(PostgresParameter.Of(name, value));

    public override async Task<IReadOnlyList<int>> ExecuteManyAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string sql,
        IReadOnlyList<(string Name, object? Value)[]> rows,
        CancellationToken cancellationToken
    )
    {
        var changed = new List<int>(rows.Count);
        foreach (var chunk in rows.Chunk(BatchSize))
        {
            await using var batch = new NpgsqlBatch(
                (NpgsqlConnection)connection,
                (NpgsqlTransaction?)transaction
            );
            foreach (var row in chunk)
            {
                var command = new NpgsqlBatchCommand(sql);
                foreach (var (name, value) in row)
                    command.Parameters.Add(PostgresParameter.Of(name, value));
                batch.BatchCommands.Add(command);
            }
            // Only what is repeated is prepared. A list must not be: a plan made without the values would walk the index of
            // the order for a tag that two patterns have.
            if (chunk.Length >= WorthPreparing)
                await batch.PrepareAsync(cancellationToken);
            await batch.ExecuteNonQueryAsync(cancellationToken);
            for (var i = 0; i < chunk.Length; i++)
                changed.Add(batch.BatchCommands[i].RecordsAffected);
        }
        return changed;
    }

    /// <summary>
    /// One statement with an array a column: each index is opened once, and half of the time of a statement a row is saved.
    /// A column without a value in any row is left out.
    /// </summary>
    public override async Task<IReadOnlyList<bool>> InsertNewAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string table,
        string key,
        IReadOnlyList<(string Name, object? Value)[]> rows,
        CancellationToken cancellationToken
    )
    {
        var inserted = new HashSet<object>();
        foreach (var chunk in rows.Chunk(BatchSize))
        {
            await using var command = InsertOf(table, key, [.. PostgresParameter.Columns(chunk)]);
            command.Connection = (NpgsqlConnection)connection;
            command.Transaction = (NpgsqlTransaction?)transaction;
            if (chunk.Length >= WorthPreparing)
                await command.PrepareAsync(cancellationToken);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                inserted.Add(reader.GetValue(0));
        }
        var id = Array.FindIndex(rows[0], column => column.Name == key);
        // Of two rows with one id the first was inserted.
        return [.. rows.Select(row => inserted.Remove(row[id].Value!))];
    }

    /// <summary>The planner knows how common tags and words are, and chooses between them and the index of the order.</summary>
    public override async Task<string> PageSourceAsync(
        SqlSession session,
        PageSelection page,
        IReadOnlyList<string> tags,
        IReadOnlyList<string> words
    )
    {
        if (tags.Count + words.Count == 0 && !page.IsWhole)
            return "patterns p";
        // PostgreSQL expects a disk that turns, where reading out of order costs four times as much: a page of an uncommon tag
        // would be sorted out of thousands of rows, which takes longer than to walk the order's index where all is cached. And
        // starting other processes takes longer than any page does.
        await session.ExecuteAsync(
            "SET LOCAL random_page_cost = 1.1; SET LOCAL max_parallel_workers_per_gather = 0"
        );
        var source = "patterns p";
        for (var i = 0; i < tags.Count; i++)
        {
            source += $" JOIN pattern_tags g{i} ON g{i}.pattern_id = p.pattern_id";
            page.Require($"g{i}.tag = @tag{i}", $"tag{i}", tags[i]);
        }
        if (words.Count == 0)
            return source;
        if (
            page is { IsWhole: false, Query.Sort: PatternSort.Relevance }
            && await page.NamesFillItAsync(session, source)
        )
        {
            page.Conditions.AddRange(SearchRelevance.InName(page.Query.Search!, this));
            return source;
        }
        page.Require(
            "d.words @@ CAST(@words AS tsquery)",
            "words",
            string.Join(" & ", words.Select(w => $"'{w}':*"))
        );
        return source + " JOIN pattern_details d ON d.pattern_id = p.pattern_id";
    }

    public override BackendException? Translate(string operation, Exception exception) =>
        PostgresErrors.Translate(operation, location, exception);

    private static NpgsqlCommand InsertOf(string table, string key, NpgsqlParameter[] columns)
    {
        var names = Array.ConvertAll(columns, column => column.ParameterName);
        // The names are constants of a store; values are bound.
#pragma warning disable CA2100
        var command = new NpgsqlCommand(
            $"""
            INSERT INTO {table} ({string.Join(", ", names)})
            SELECT * FROM unnest(@{string.Join(", @", names)})
            ON CONFLICT DO NOTHING RETURNING {key}
            """
        );
#pragma warning restore CA2100
        command.Parameters.AddRange(columns);
        return command;
    }
}
