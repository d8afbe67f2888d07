using System.Globalization;
using Dapper;
using Motif.Backends.Postgres;
using Motif.Storage;
using Motif.Vectors;
using Npgsql;

namespace Motif.Backends.PgVector;

/// <summary>
/// A table of a PostgreSQL with pgvector 0.8 or later. Vectors are stored at unit length under cosine; a zero vector is kept and
/// marked, for it matches nothing. Searches go by HNSW, scanning on until enough rows pass the filters. Thread-safe.
/// </summary>
internal sealed class PgVectorIndex(
    NpgsqlDataSource source,
    string location,
    VectorSpace space,
    string table
) : IRemoteVectorIndex
{
    public const string System = "pgvector";

    /// <summary>pgvector's greatest hnsw.ef_search.</summary>
    private const int MostCandidates = 1000;

    private readonly PgVectorTable _table = new(table, space);

    public VectorSpace Space { get; } = space;

    /// <summary>The pool of connections fails fast enough by itself.</summary>
    public string? Circuit => null;

    public VectorIndexCapabilities Capabilities =>
        VectorIndexCapabilities.ReadsItsWrites
        | VectorIndexCapabilities.AtomicBatches
        | VectorIndexCapabilities.StoresZeroVectors
        | VectorIndexCapabilities.Payloads;

    public Task PrepareAsync(CancellationToken cancellationToken) =>
        RunAsync(
            "index.prepare",
            async connection =>
            {
                await PgVectorTable.RequireExtensionAsync(connection, cancellationToken);
                // Connections of before know no type "vector": this one learns it, the idle ones go.
                await connection.ReloadTypesAsync(cancellationToken);
                source.Clear();
                await _table.CreateAsync(connection, cancellationToken);
                return true;
            },
            cancellationToken
        );

    public async ValueTask<long> CountAsync(CancellationToken cancellationToken = default) =>
        await RunAsync(
            "index.count",
            connection =>
                connection.ExecuteScalarAsync<long>(
                    new CommandDefinition(
                        $"SELECT count(*) FROM {_table.Name}",
                        cancellationToken: cancellationToken
                    )
                ),
            cancellationToken
        );

    public async ValueTask UpsertAsync(
        IReadOnlyList<VectorRecord> records,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(records);
        var rows = new SortedDictionary<VectorKey, NpgsqlParameter[]>();
        foreach (var record in records)
            rows[record.Key] = PgVectorRow.Parameters(Space, record);
        if (rows.Count == 0)
            return;
        await RunAsync(
            "index.upsert",
            async connection =>
            {
                await using var transaction = await connection.BeginTransactionAsync(
                    cancellationToken
                );
                await using var batch = new NpgsqlBatch(connection, transaction);
                foreach (var parameters in rows.Values)
                {
                    var command = new NpgsqlBatchCommand(_table.Upsert);
                    command.Parameters.AddRange(parameters);
                    batch.BatchCommands.Add(command);
                }
                await batch.ExecuteNonQueryAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return true;
            },
            cancellationToken
        );
    }

    public async ValueTask<int> DeleteAsync(
        IReadOnlyList<VectorKey> keys,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(keys);
        return await RunAsync(
            "index.delete",
            async connection =>
            {
                await using var command = Command(
                    connection,
                    $"DELETE FROM {_table.Name} WHERE key = ANY(@keys)",
                    new NpgsqlParameter("keys", keys.Select(k => k.Value).ToArray())
                );
                return await command.ExecuteNonQueryAsync(cancellationToken);
            },
            cancellationToken
        );
    }

    public async ValueTask<IReadOnlyList<VectorHit>> SearchAsync(
        VectorQuery query,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        var norm = Space.MeasureNorm(query.Vector.Span, "the query");
        if (!Space.CanMatch(norm) || query.Filter is { Keys.Count: 0 })
            return [];
        return await RunAsync(
            "index.search",
            connection => SearchAsync(connection, query, norm, cancellationToken),
            cancellationToken
        );
    }

    public Task<IReadOnlyList<VectorPoint>> ScrollAsync(
        VectorKey? after,
        int limit,
        CancellationToken cancellationToken
    ) =>
        RunAsync<IReadOnlyList<VectorPoint>>(
            "index.scroll",
            async connection =>
            {
                await using var command = Command(
                    connection,
                    $"SELECT key, version, content_hash FROM {_table.Name} {(after is null ? "" : "WHERE key > @after")} ORDER BY key LIMIT @limit",
                    [
                        new NpgsqlParameter("limit", limit),
                        .. after is { } key
                            ? [new NpgsqlParameter("after", key.Value)]
                            : Array.Empty<NpgsqlParameter>(),
                    ]
                );
                var points = new List<VectorPoint>();
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                while (await reader.ReadAsync(cancellationToken))
                    points.Add(new(reader.GetGuid(0), reader.GetInt32(1), reader.GetString(2)));
                return points;
            },
            cancellationToken
        );

    /// <summary>Only Motif reads the table, by the name of its space.</summary>
    public Task PublishAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task DropAsync(CancellationToken cancellationToken) =>
        RunAsync(
            "index.drop",
            connection =>
                connection.ExecuteAsync(
                    new CommandDefinition(
                        $"DROP TABLE IF EXISTS {_table.Name}",
                        cancellationToken: cancellationToken
                    )
                ),
            cancellationToken
        );

    /// <summary>The connections are shared by the indexes of all spaces and end with the program.</summary>
    public void Dispose() { }

    private async Task<IReadOnlyList<VectorHit>> SearchAsync(
        NpgsqlConnection connection,
        VectorQuery query,
        double norm,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // The candidates of a scan are the neighbours wanted; it goes on where a filter leaves too few of them.
        var settings = string.Create(
            CultureInfo.InvariantCulture,
            $"SET LOCAL hnsw.ef_search = {Math.Clamp(query.Limit, 100, MostCandidates)}; SET LOCAL hnsw.iterative_scan = strict_order"
        );
        await using (var set = Command(connection, settings))
            await set.ExecuteNonQueryAsync(cancellationToken);
        var conditions = PgVectorFilter.Of(Space, query, out var parameters);
        await using var search = Command(
            connection,
            _table.Search(conditions),
            [
                new NpgsqlParameter("query", PgVectorRow.Embedding(Space, query.Vector.Span, norm)),
                new NpgsqlParameter("limit", query.Limit),
                .. parameters,
            ]
        );
        var hits = new List<VectorHit>();
        await using (var reader = await search.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                hits.Add(new VectorHit(reader.GetGuid(0), (float)reader.GetDouble(1)));
        }
        await transaction.CommitAsync(cancellationToken);
        hits.Sort();
        return hits;
    }

    private static NpgsqlCommand Command(
        NpgsqlConnection connection,
        string sql,
        params NpgsqlParameter[] parameters
    )
    {
        // The text is made of constants, the table's own name and numbers; values are bound.
#pragma warning disable CA2100
        var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        command.Parameters.AddRange(parameters);
        return command;
    }

    private async Task<T> RunAsync<T>(
        string operation,
        Func<NpgsqlConnection, Task<T>> run,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            return await run(connection);
        }
        catch (PostgresException exception)
            when (exception.SqlState is PostgresErrorCodes.UndefinedTable)
        {
            throw new BackendException(
                System,
                operation,
                $"the table {_table.Name} is not there; it is about to be built again",
                isTransient: true,
                exception
            );
        }
        catch (Exception exception)
        {
            if (PostgresErrors.Translate(operation, location, exception) is { } translated)
                throw translated;
            throw;
        }
    }
}
