using Microsoft.Data.Sqlite;
using Motif.Backends.Relational;

namespace Motif.Backends.Sqlite;

/// <summary>Copies of the file: a backup is itself a Motif database.</summary>
internal static class SqliteBackup
{
    /// <summary>A compact copy as of one moment; readers and writers go on.</summary>
    public static void Write(SqliteConnections connections, string path)
    {
        using var connection = connections.Open(isReader: false);
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO @path";
        command.Parameters.AddWithValue("@path", path);
        command.ExecuteNonQuery();
    }

    /// <summary>Every page and every reference, and that this program knows its schema.</summary>
    public static void Check(string path, SqlDialect dialect, IReadOnlyList<Migration> known)
    {
        SqliteFile.RequireBackup(path);
        using var connection = OpenCopy(path);
        if (
            SqliteConnections.Scalar(connection, "PRAGMA integrity_check(1)")
            is not "ok"
                and var found
        )
            throw BackupFile.Refusal(
                dialect.System,
                "database.restore",
                $"{path} is damaged and was not restored: {found}"
            );
        if (
            SqliteConnections.Scalar(connection, "PRAGMA foreign_key_check")
            is not null
                and var table
        )
            throw BackupFile.Refusal(
                dialect.System,
                "database.restore",
                $"{path} is damaged and was not restored: table {table} refers to rows that are not there"
            );
        SchemaHistory.Pending(dialect, known, SqliteSchema.Applied(connection));
    }

    /// <summary>Replaces the content in one transaction of SQLite's online backup.</summary>
    public static void Copy(string path, SqliteConnection target)
    {
        using var source = OpenCopy(path);
        source.BackupDatabase(target);
        SqliteConnections.Execute(target, "PRAGMA journal_mode = WAL");
    }

    private static SqliteConnection OpenCopy(string path)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = Path.GetFullPath(path),
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ConnectionString
        );
        connection.Open();
        return connection;
    }
}
