using System.Data;
using System.Data.Common;
using Dapper;

namespace Motif.Backends.Relational;

/// <summary>One connection, and its transaction where there is one, for the time of one store method. Not thread-safe.</summary>
internal sealed class SqlSession(
    DbConnection connection,
    DbTransaction? transaction,
    SqlDialect dialect,
    CancellationToken cancellationToken
)
{
    public SqlDialect Dialect { get; } = dialect;

    public DbConnection Connection { get; } = connection;

    /// <summary>True when the transaction shall be rolled back although nothing failed.</summary>
    public bool IsAbandoned { get; private set; }

    public void Abandon() => IsAbandoned = true;

    public async Task<List<T>> QueryAsync<T>(
        string sql,
        params (string Name, object? Value)[] parameters
    ) => (await Connection.QueryAsync<T>(Command(sql, parameters))).AsList();

    /// <summary>
    /// A query that every match runs: the database plans it once a connection, and from then on without a look at the values.
    /// </summary>
    public async Task<List<T>> QueryPreparedAsync<T>(
        string sql,
        params (string Name, object? Value)[] parameters
    )
    {
        await using var command = Connection.CreateCommand();
        command.Transaction = transaction;
        // The text is a constant of a store; values are bound.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
            Dialect.Bind(command, name, value);
        await command.PrepareAsync(cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        var parse = reader.GetRowParser<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(parse(reader));
        return rows;
    }

    public Task<T?> FirstOrDefaultAsync<T>(
        string sql,
        params (string Name, object? Value)[] parameters
    ) => Connection.QueryFirstOrDefaultAsync<T>(Command(sql, parameters));

    /// <summary>The database's time, which is the same for all who write to it.</summary>
    /// <param name="own">Ours, which is taken where the database has none of its own.</param>
    public async Task<DateTimeOffset> NowAsync(DateTimeOffset own) =>
        Dialect.Clock is { } clock ? (await FirstOrDefaultAsync<StoredTime>(clock)).Value : own;

    public Task<int> ExecuteAsync(string sql, params (string Name, object? Value)[] parameters) =>
        Connection.ExecuteAsync(Command(sql, parameters));

    /// <summary>Runs one statement for every row, in order; returns how many rows each changed.</summary>
    public Task<IReadOnlyList<int>> ExecuteManyAsync(
        string sql,
        IReadOnlyList<(string Name, object? Value)[]> rows
    ) =>
        rows.Count == 0
            ? Task.FromResult<IReadOnlyList<int>>([])
            : Dialect.ExecuteManyAsync(Connection, transaction, sql, rows, cancellationToken);

    /// <summary>Inserts the rows that no other stands in the way of, in order; returns of each whether it is new.</summary>
    /// <param name="key">The column of the table's own id; a row must have it.</param>
    public Task<IReadOnlyList<bool>> InsertNewAsync(
        string table,
        string key,
        IReadOnlyList<(string Name, object? Value)[]> rows
    ) =>
        rows.Count == 0
            ? Task.FromResult<IReadOnlyList<bool>>([])
            : Dialect.InsertNewAsync(Connection, transaction, table, key, rows, cancellationToken);

    private CommandDefinition Command(string sql, (string Name, object? Value)[] parameters) =>
        new(sql, new Bound(Dialect, parameters), transaction, cancellationToken: cancellationToken);

    private sealed class Bound(SqlDialect dialect, (string Name, object? Value)[] parameters)
        : SqlMapper.IDynamicParameters
    {
        public void AddParameters(IDbCommand command, SqlMapper.Identity identity)
        {
            foreach (var (name, value) in parameters)
                dialect.Bind(command, name, value);
        }
    }
}
