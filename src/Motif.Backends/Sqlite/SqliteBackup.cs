using Microsoft.Data.Sqlite;
using Motif.Backends.Relational;

namespace Motif.Backends.Sqlite;

/// <summary>Copies of the file: a backup is itself a Motif database.</summary>
internal static class SqliteBackup
{
    private const string Operation = "database.restore";

    /// <summary>A compact copy as of one moment, into an empty file; readers and writers go on.</summary>
    public static void Write(SqliteConnections connections, string path)
    {
        using var connection = connections.Open(isReader: false);
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO @path";
        command.Parameters.AddWithValue("@path", path);
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException exception)
            when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_FULL)
        {
            // The copy's disk, not the database's: a copy writes nothing there.
            throw new IOException("its disk is full", exception);
        }
    }

    /// <summary>Every page and every reference, and that this program knows its schema.</summary>
    public static async Task CheckAsync(
        string path,
        string database,
        SqlDialect dialect,
        IReadOnlyList<Migration> known,
        CancellationToken cancellationToken
    )
    {
        if (RealPath(path) == RealPath(database))
            throw BackupFile.Refusal(
                dialect.System,
                Operation,
                $"{path} is the database itself, not a backup of it"
            );
        SqliteFile.RequireBackup(path);
        if (await BackupSeal.FaultAsync(path, cancellationToken) is { } fault)
            throw Damaged(dialect, path, fault);
        CheckContent(path, dialect, known);
    }

    /// <summary>Replaces the content in one transaction of SQLite's online backup.</summary>
    public static void Copy(string path, SqliteConnection target)
    {
        using var source = SqliteFile.OpenToRead(path, isImmutable: false);
        source.BackupDatabase(target);
    }

    /// <summary>Where the last of the links leads to.</summary>
    private static string RealPath(string path) =>
        Path.GetFullPath(
            File.Exists(path) && File.ResolveLinkTarget(path, true) is { } target
                ? target.FullName
                : path
        );

    private static void CheckContent(
        string path,
        SqlDialect dialect,
        IReadOnlyList<Migration> known
    )
    {
        using var connection = SqliteFile.OpenToRead(path, isImmutable: false);
        try
        {
            if (
                SqliteConnections.Scalar(connection, "PRAGMA integrity_check(1)")
                is not "ok"
                    and var found
            )
                throw Damaged(dialect, path, $"{found}");
            if (
                SqliteConnections.Scalar(connection, "PRAGMA foreign_key_check")
                is not null
                    and var table
            )
                throw Damaged(dialect, path, $"table {table} refers to rows that are not there");
            SchemaHistory.Pending(dialect, known, SqliteSchema.Applied(connection));
        }
        catch (SqliteException exception)
            when (exception.SqliteErrorCode
                    is SQLitePCL.raw.SQLITE_CORRUPT
                        or SQLitePCL.raw.SQLITE_NOTADB
            )
        {
            throw Damaged(dialect, path, exception.Message);
        }
    }

    private static Storage.BackendException Damaged(SqlDialect dialect, string path, string how) =>
        BackupFile.Refusal(
            dialect.System,
            Operation,
            $"the backup {path} is damaged and was not restored: {how}"
        );
}
