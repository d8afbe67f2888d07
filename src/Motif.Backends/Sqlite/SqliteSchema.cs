using Dapper;
using Microsoft.Data.Sqlite;
using Motif.Backends.Relational;
using Motif.Storage;

namespace Motif.Backends.Sqlite;

/// <summary>Applies the migrations to a file.</summary>
internal static class SqliteSchema
{
    public static IReadOnlyList<AppliedMigration> Applied(SqliteConnection connection) =>
        SqliteConnections.Scalar(
            connection,
            $"SELECT count(*) FROM sqlite_master WHERE name = '{SchemaHistory.Table}'"
        )
            is 0L
            ? []
            :
            [
                .. connection
                    .Query<MigrationRow>(SchemaHistory.Select)
                    .Select(SchemaHistory.ToMigration),
            ];

    public static void Migrate(
        SqliteConnection connection,
        SqlDialect dialect,
        IReadOnlyList<Migration> known,
        string path,
        TimeProvider time
    )
    {
        if (SchemaHistory.Pending(dialect, known, Applied(connection)).Count > 0)
            Found(connection, path);
        RequireLog(connection);
        foreach (var _ in known)
            ApplyNext(connection, dialect, known, time);
    }

    /// <summary>
    /// Makes the file one that keeps a write-ahead log, which the mark in its header tells every program. Also a file that
    /// needs no migration: a backup is a database too, but one without the mark.
    /// </summary>
    public static void RequireLog(SqliteConnection connection)
    {
        if (SqliteConnections.Scalar(connection, "PRAGMA journal_mode") is "wal")
            return;
        if (SqliteConnections.Scalar(connection, "PRAGMA journal_mode = WAL") is not "wal")
            throw new Storage.BackendException(
                SqliteErrors.System,
                "database.migrate",
                "the file cannot keep a write-ahead log while other programs use it in another mode; try again when they are done",
                isTransient: true
            );
    }

    /// <summary>
    /// Marks an empty file as ours. Before it becomes WAL, so that the mark stands in the file itself even when the first
    /// migrations are still in the log.
    /// </summary>
    public static void Found(SqliteConnection connection, string path)
    {
        SqliteConnections.Execute(connection, SqliteConnections.BeginWriting);
        if (
            SqliteConnections.Scalar(connection, "PRAGMA application_id")
            is not (long)SqliteFile.ApplicationId
        )
            Mark(connection, path);
        SqliteConnections.Execute(connection, "COMMIT");
    }

    /// <summary>Looks again inside the transaction: another program may have applied it meanwhile.</summary>
    private static void ApplyNext(
        SqliteConnection connection,
        SqlDialect dialect,
        IReadOnlyList<Migration> known,
        TimeProvider time
    )
    {
        SqliteConnections.Execute(connection, SqliteConnections.BeginWriting);
        var pending = SchemaHistory.Pending(dialect, known, Applied(connection));
        if (pending.Count > 0)
            Apply(connection, dialect, pending[0], time.GetUtcNow());
        SqliteConnections.Execute(connection, "COMMIT");
    }

    private static void Apply(
        SqliteConnection connection,
        SqlDialect dialect,
        Migration migration,
        DateTimeOffset at
    )
    {
        SqliteConnections.Execute(connection, migration.Sql);
        using var insert = connection.CreateCommand();
        insert.CommandText = SchemaHistory.Insert;
        dialect.Bind(insert, "version", migration.Version);
        dialect.Bind(insert, "name", migration.Name);
        dialect.Bind(insert, "applied_at", at);
        insert.ExecuteNonQuery();
    }

    private static void Mark(SqliteConnection connection, string path)
    {
        if (SqliteConnections.Scalar(connection, "SELECT count(*) FROM sqlite_master") is not 0L)
            throw BackupFile.Refusal(
                SqliteErrors.System,
                "database.migrate",
                $"{path} is the database of another program; give another path, it was left as it is"
            );
        SqliteConnections.Execute(
            connection,
            $"""
            PRAGMA application_id = {SqliteFile.ApplicationId};
            CREATE TABLE {SchemaHistory.Table} (
                version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL
            )
            """
        );
    }
}
