using System.Data;
using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Motif.Backends.Relational;
using Motif.Storage;

namespace Motif.Backends.Sqlite;

/// <summary>How SQLite says it.</summary>
internal sealed class SqliteDialect(string location) : SqlDialect
{
    public override string System => SqliteErrors.System;

    /// <summary>Nothing: there is one writer, and it has the whole file.</summary>
    public override string LockToChange => "";

    public override string LockToKeep => "";

    /// <summary>There is one writer at a time.</summary>
    public override string SkipLocked => "";

    public override string? Clock => null;

    public override string? Refresh(string view) => null;

    public override string WordsExpression => "@words";

    public override string CodePointOrder => "";

    public override string WalkOrder => "ORDER BY 3, 2, 1 LIMIT @most";

    public override string WalkRows => "SELECT pattern_id, external, depth FROM walk";

    public override object Words(IReadOnlyList<string> words) => string.Join(' ', words);

    public override string IsIn(string column, string parameter) =>
        $"{column} IN (SELECT value FROM json_each(@{parameter}))";

    public override string PlaceOf(string column, string text) => $"instr({column}, {text})";

    public override string SameBeginning(string column, bool greatest) =>
        $"substr({column}, 1, 13) || '{IdEnd(greatest)}'";

    public override string Day(string column) => $"({column} / 86400000000)";

    public override void Bind(IDbCommand command, string name, object? value) =>
        ((SqliteCommand)command).Parameters.AddWithValue("@" + name, Stored(name, value));

    public override Task<IReadOnlyList<int>> ExecuteManyAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string sql,
        IReadOnlyList<(string Name, object? Value)[]> rows,
        CancellationToken cancellationToken
    )
    {
        using var command = ((SqliteConnection)connection).CreateCommand();
        command.Transaction = (SqliteTransaction?)transaction;
        // The text is a constant of a store; values are bound.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        var changed = new int[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Rebind(command, rows[i]);
            changed[i] = command.ExecuteNonQuery();
        }
        return Task.FromResult<IReadOnlyList<int>>(changed);
    }

    public override Task<string> PageSourceAsync(
        SqlSession session,
        PageSelection page,
        IReadOnlyList<string> tags,
        IReadOnlyList<string> words
    ) => SqlitePageSource.ChooseAsync(session, page, tags, words);

    public override BackendException? Translate(string operation, Exception exception) =>
        SqliteErrors.Translate(operation, location, exception);

    /// <summary>The statement stays prepared from row to row.</summary>
    private static void Rebind(SqliteCommand command, (string Name, object? Value)[] row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var (name, value) = row[i];
            if (i == command.Parameters.Count)
                command.Parameters.AddWithValue("@" + name, Stored(name, value));
            else if (command.Parameters[i].ParameterName.AsSpan(1).SequenceEqual(name))
                command.Parameters[i].Value = Stored(name, value);
            else
                throw new ArgumentException(
                    $"the rows of one statement name their values alike; here stands '{name}'",
                    nameof(row)
                );
        }
    }

    private static object Stored(string name, object? value) =>
        value switch
        {
            null => DBNull.Value,
            string text => StorableText.Require(name, text),
            Guid id => id.ToString("D"),
            DateTimeOffset time => StoredTime.ToMicroseconds(time),
            bool flag => flag ? 1L : 0L,
            StorableJson json => json.Text,
            IReadOnlyList<Guid> ids => JsonSerializer.Serialize(ids, MotifJson.Options),
            IReadOnlyList<string> texts => JsonSerializer.Serialize(
                texts.Select(t => StorableText.Require(name, t)),
                MotifJson.Options
            ),
            int or long or double or byte[] => value,
            _ => throw new ArgumentException(
                $"no column keeps a {value.GetType().Name}",
                nameof(value)
            ),
        };
}
