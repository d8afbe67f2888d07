using Microsoft.Data.Sqlite;
using Motif.Backends.Relational;
using SQLitePCL;

namespace Motif.Backends.Sqlite;

/// <summary>
/// Tells whether a file is ours before it is opened as a database: SQLite would begin to write journals beside another
/// program's file.
/// </summary>
/// <remarks>
/// Nothing but SQLite itself ever opens a database file. Closing any descriptor of a file drops every POSIX lock that the
/// process holds on it: a stream that looks at the first bytes takes the locks of an open connection away, other programs
/// then take the file for unused, and delete the log with all that was committed to it. SQLite knows of its other
/// connections and keeps their locks; opened as immutable, it takes no lock itself and writes nothing. See "How To Corrupt
/// An SQLite Database File", 2.2, on sqlite.org.
/// </remarks>
internal static class SqliteFile
{
    /// <summary>"MOTF", at offset 68 of the header.</summary>
    public const int ApplicationId = 0x4D4F5446;

    /// <summary>Passes a file that is Motif's, is empty or does not exist yet.</summary>
    public static void RequireOurs(string path)
    {
        if (Directory.Exists(path))
            throw Refusal($"{path} is a folder; give the path of a file");
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder))
            throw Refusal($"the folder {folder} does not exist; make it first");
        if (!IsEmpty(path) && MarkOf(path) != ApplicationId)
            throw Refusal(
                $"{path} is the database of another program; give another path, it was left as it is"
            );
    }

    /// <summary>A backup must be ours already.</summary>
    public static void RequireBackup(string path)
    {
        if (IsEmpty(path))
            throw Refusal($"{path} is empty, not a backup");
        RequireOurs(path);
    }

    /// <summary>Opens a file for a look at it that writes nothing, neither into it nor beside it.</summary>
    /// <param name="isImmutable">
    /// True takes no lock: what is read may be half of another program's change. False waits for other programs.
    /// </param>
    public static SqliteConnection OpenToRead(string path, bool isImmutable)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = isImmutable ? $"{AddressOf(path)}?immutable=1" : path,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ConnectionString
        );
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static bool IsEmpty(string path) =>
        new FileInfo(path) is var file && (!file.Exists || file.Length == 0);

    private static long MarkOf(string path)
    {
        using var connection = OpenToRead(path, isImmutable: true);
        try
        {
            // While another program carries its log over, or in a file that was cut, the header tells more pages than there
            // are. The mark can be read all the same.
            SqliteConnections.Execute(connection, "PRAGMA writable_schema = ON");
            return (long)SqliteConnections.Scalar(connection, "PRAGMA application_id")!;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == raw.SQLITE_NOTADB)
        {
            throw Refusal(
                $"{path} is not an SQLite database; give another path, it was left as it is"
            );
        }
    }

    /// <summary>The path as SQLite reads it out of an address: "?" and "%" of a name are not the address's own.</summary>
    private static string AddressOf(string path)
    {
        var names = Path.GetFullPath(path).Replace(Path.DirectorySeparatorChar, '/').Split('/');
        var escaped = string.Join('/', names.Select(Uri.EscapeDataString));
        return escaped.StartsWith('/') ? $"file://{escaped}" : $"file:///{escaped}";
    }

    private static Storage.BackendException Refusal(string message) =>
        BackupFile.Refusal(SqliteErrors.System, "database.open", message);
}
