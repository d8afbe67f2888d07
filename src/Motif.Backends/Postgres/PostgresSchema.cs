using Dapper;
using Motif.Backends.Relational;
using Motif.Storage;
using Npgsql;

namespace Motif.Backends.Postgres;

/// <summary>Applies the migrations, one server at a time.</summary>
internal static class PostgresSchema
{
    /// <summary>The advisory lock of migrations and restores: "motif" in ASCII.</summary>
    private const long Lock = 0x6D_6F_74_69_66;

    public static async Task<IReadOnlyList<AppliedMigration>> AppliedAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction? transaction
    )
    {
        if (!await ExistsAsync(connection, transaction, SchemaHistory.Table))
            return [];
        var rows = await connection.QueryAsync<MigrationRow>(
            SchemaHistory.Select,
            transaction: transaction
        );
        return [.. rows.Select(SchemaHistory.ToMigration)];
    }

    public static async Task MigrateAsync(
        NpgsqlConnection connection,
        SqlDialect dialect,
        IReadOnlyList<Migration> known,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var applied = await AppliedAsync(connection, null);
        foreach (var _ in SchemaHistory.Pending(dialect, known, applied))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await LockAsync(connection, transaction);
            // Looks again under the lock: another server may have applied it meanwhile.
            var pending = SchemaHistory.Pending(
                dialect,
                known,
                await AppliedAsync(connection, transaction)
            );
            if (pending.Count > 0)
                await ApplyAsync(connection, transaction, dialect, pending[0], time.GetUtcNow());
            await transaction.CommitAsync(cancellationToken);
        }
    }

    public static async Task ApplyAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        SqlDialect dialect,
        Migration migration,
        DateTimeOffset at
    )
    {
        foreach (var table in migration.Tables)
        {
            if (await ExistsAsync(connection, transaction, table))
                throw BackupFile.Refusal(
                    dialect.System,
                    "database.migrate",
                    $"the database has a table '{table}' of another program; give Motif a database or a schema of its own"
                );
        }
        await connection.ExecuteAsync(
            $"CREATE TABLE IF NOT EXISTS {SchemaHistory.Table} (version integer NOT NULL PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL)",
            transaction: transaction
        );
        await connection.ExecuteAsync(migration.Sql, transaction: transaction, commandTimeout: 0);
        await using var insert = new NpgsqlCommand(SchemaHistory.Insert, connection, transaction);
        dialect.Bind(insert, "version", migration.Version);
        dialect.Bind(insert, "name", migration.Name);
        dialect.Bind(insert, "applied_at", at);
        await insert.ExecuteNonQueryAsync();
    }

    public static Task LockAsync(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        connection.ExecuteAsync(
            $"SELECT pg_advisory_xact_lock({Lock})",
            transaction: transaction,
            commandTimeout: 0
        );

    private static async Task<bool> ExistsAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction? transaction,
        string table
    )
    {
        await using var command = new NpgsqlCommand(
            "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = @table",
            connection,
            transaction
        );
        command.Parameters.AddWithValue("table", table);
        return await command.ExecuteScalarAsync() is not 0L;
    }
}
