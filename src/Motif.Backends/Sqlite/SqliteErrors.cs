using Microsoft.Data.Sqlite;
using Motif.Storage;
using SQLitePCL;

namespace Motif.Backends.Sqlite;

/// <summary>SQLite's result codes in words that say what to do.</summary>
internal static class SqliteErrors
{
    public const string System = "sqlite";

    public static BackendException? Translate(
        string operation,
        string location,
        Exception exception
    ) =>
        exception switch
        {
            SqliteException sqlite when sqlite.SqliteErrorCode == raw.SQLITE_INTERRUPT => null,
            SqliteException sqlite => new BackendException(
                System,
                operation,
                $"{Explain(sqlite, location)} ({sqlite.SqliteExtendedErrorCode}: {sqlite.Message})",
                sqlite.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED,
                sqlite,
                TroubleOf(sqlite)
            ),
            IOException or UnauthorizedAccessException => new BackendException(
                System,
                operation,
                $"{location}: {exception.Message}",
                isTransient: false,
                exception
            ),
            _ => null,
        };

    private static BackendTrouble TroubleOf(SqliteException exception) =>
        exception.SqliteErrorCode switch
        {
            raw.SQLITE_FULL => BackendTrouble.Full,
            raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_CANTOPEN or raw.SQLITE_IOERR =>
                BackendTrouble.Unwritable,
            _ => BackendTrouble.None,
        };

    private static string Explain(SqliteException exception, string location) =>
        exception.SqliteErrorCode switch
        {
            raw.SQLITE_FULL =>
                $"the disk of {location} is full; free some space, nothing of this operation was written",
            raw.SQLITE_READONLY or raw.SQLITE_PERM =>
                $"{location} or its folder cannot be written; give this user the right to write both",
            raw.SQLITE_CANTOPEN =>
                $"{location} cannot be opened; its folder must exist and this user must be allowed to read and write both",
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
                $"another program holds {location} locked; try again when it is done",
            raw.SQLITE_NOTADB =>
                $"{location} is not an SQLite database; give another path, it was left as it is",
            raw.SQLITE_CORRUPT => $"{location} is damaged; restore a backup",
            raw.SQLITE_IOERR =>
                $"reading or writing {location} failed; check the disk and its free space",
            raw.SQLITE_CONSTRAINT => "the data broke a rule of the schema",
            raw.SQLITE_TOOBIG => "a value is larger than SQLite can keep",
            _ => $"{location} failed",
        };
}
