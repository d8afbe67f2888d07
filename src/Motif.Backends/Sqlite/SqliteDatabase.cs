using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;
using Motif.Backends.Relational;
using Motif.Storage;

namespace Motif.Backends.Sqlite;

/// <summary>The catalogue in one file.</summary>
internal sealed class SqliteDatabase : RelationalDatabase
{
    private static readonly IReadOnlyList<Migration> Known = Migration.Of("Sqlite");

    private readonly string path;
    private readonly SqliteConnections connections;

    public SqliteDatabase(string path, TimeProvider time)
        : base(time)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        this.path = Path.GetFullPath(path);
        connections = new SqliteConnections(this.path);
        Dialect = new SqliteDialect(this.path);
    }

    public override SqlDialect Dialect { get; }

    protected override void Close() => connections.Dispose();

    protected override Task<T> ReadCoreAsync<T>(
        Func<SqlSession, Task<T>> read,
        CancellationToken cancellationToken
    ) =>
        connections.ReadAsync(
            connection => read(new SqlSession(connection, null, Dialect, cancellationToken)),
            cancellationToken
        );

    protected override Task<T> ReadTogetherCoreAsync<T>(
        Func<SqlSession, Task<T>> read,
        CancellationToken cancellationToken
    ) =>
        connections.ReadAsync(
            connection => InTransactionAsync(connection, "BEGIN", read, cancellationToken),
            cancellationToken
        );

    protected override Task<T> WriteCoreAsync<T>(
        Func<SqlSession, Task<T>> write,
        CancellationToken cancellationToken
    ) =>
        connections.WriteAsync(
            connection =>
                InTransactionAsync(
                    connection,
                    SqliteConnections.BeginWriting,
                    write,
                    cancellationToken
                ),
            cancellationToken
        );

    protected override Task MigrateCoreAsync(CancellationToken cancellationToken)
    {
        SqliteFile.RequireOurs(path);
        return connections.WriteAsync(
            connection =>
            {
                SqliteSchema.Migrate(connection, Dialect, Known, path, Time);
                return Task.FromResult(true);
            },
            cancellationToken
        );
    }

    protected override Task<DatabaseStatus> StatusCoreAsync(CancellationToken cancellationToken)
    {
        SqliteFile.RequireOurs(path);
        if (!File.Exists(path))
            return Task.FromResult(Status([], 0));
        return connections.ReadAsync(
            connection => Task.FromResult(Status(SqliteSchema.Applied(connection), Size())),
            cancellationToken
        );
    }

    protected override async Task BackupCoreAsync(
        FileStream file,
        CancellationToken cancellationToken
    )
    {
        await Task.Run(() => SqliteBackup.Write(connections, file.Name), cancellationToken);
        await BackupSeal.AppendAsync(file, cancellationToken);
    }

    protected override async Task RestoreCoreAsync(string path, CancellationToken cancellationToken)
    {
        SqliteFile.RequireOurs(this.path);
        await SqliteBackup.CheckAsync(path, this.path, Dialect, Known, cancellationToken);
        await connections.AloneAsync(
            connection =>
            {
                // Marked first: what is left of a restore that is killed shall not look like another program's file.
                SqliteSchema.Found(connection, this.path);
                SqliteSchema.RequireLog(connection);
                SqliteBackup.Copy(path, connection);
            },
            cancellationToken
        );
    }

    /// <summary>
    /// Not the driver's transaction: when SQLite has rolled back by itself, as on a full disk, that one fails once more and
    /// hides why. A connection on which something failed is closed, and closing rolls back.
    /// </summary>
    private async Task<T> InTransactionAsync<T>(
        SqliteConnection connection,
        string begin,
        Func<SqlSession, Task<T>> run,
        CancellationToken cancellationToken
    )
    {
        SqliteConnections.Execute(connection, begin);
        var session = new SqlSession(connection, null, Dialect, cancellationToken);
        var result = await run(session);
        SqliteConnections.Execute(connection, session.IsAbandoned ? "ROLLBACK" : "COMMIT");
        return result;
    }

    private DatabaseStatus Status(IReadOnlyList<AppliedMigration> applied, long size) =>
        new(
            SqliteLibrary.Description,
            path,
            applied.Count == 0 ? 0 : applied[^1].Version,
            Known[^1].Version,
            applied,
            [.. Known.Skip(applied.Count).Select(m => m.Name)],
            size
        );

    private long Size() =>
        new[] { path, path + "-wal" }
            .Select(f => new FileInfo(f))
            .Where(f => f.Exists)
            .Sum(f => f.Length);
}
