using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Motif.Backends.Sqlite;

/// <summary>
/// The connections to one database file: one that writes, held by one caller at a time, and as many that read as there
/// are readers. In WAL mode neither waits for the other. Thread-safe.
/// </summary>
internal sealed class SqliteConnections(string path) : IDisposable
{
    /// <summary>How long a lock of another process is waited for.</summary>
    private const int BusyTimeoutMilliseconds = 10_000;

    /// <summary>Takes the file at once, instead of failing half-way when another process was faster.</summary>
    public const string BeginWriting = "BEGIN IMMEDIATE";

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly ConcurrentBag<SqliteConnection> readers = [];
    private SqliteConnection? writer;
    private volatile bool isClosed;

    public async Task<T> ReadAsync<T>(
        Func<SqliteConnection, Task<T>> read,
        CancellationToken cancellationToken
    )
    {
        var connection = readers.TryTake(out var idle) ? idle : Open(isReader: true);
        var isSound = false;
        try
        {
            var result = await InterruptibleAsync(connection, read, cancellationToken);
            isSound = true;
            return result;
        }
        finally
        {
            if (isSound && !isClosed)
                readers.Add(connection);
            else
                connection.Dispose();
        }
    }

    /// <summary>Runs on a thread of its own accord: the driver blocks, the caller shall not.</summary>
    public async Task<T> WriteAsync<T>(
        Func<SqliteConnection, Task<T>> write,
        CancellationToken cancellationToken
    )
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(
                () => HoldingGateAsync(write, cancellationToken),
                cancellationToken
            );
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>A connection outside the pool, for work on the file as a whole.</summary>
    public SqliteConnection Open(bool isReader)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadWriteCreate,
                Pooling = false,
                // Seconds for which the driver repeats a busy statement; SQLite itself has waited by then.
                DefaultTimeout = 1,
            }.ConnectionString
        );
        try
        {
            connection.Open();
            Execute(connection, $"PRAGMA busy_timeout = {BusyTimeoutMilliseconds}");
            Execute(
                connection,
                "PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768; PRAGMA journal_size_limit = 67108864"
            );
            if (isReader)
                Execute(connection, "PRAGMA query_only = ON");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Closes the idle connections; those at work close when their work is done.</summary>
    public void CloseReaders()
    {
        while (readers.TryTake(out var connection))
            connection.Dispose();
    }

    public void Dispose()
    {
        isClosed = true;
        CloseReaders();
        writer?.Dispose();
        writer = null;
        gate.Dispose();
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        // The statements are constants of this folder.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        // The statements are constants of this folder.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    private async Task<T> HoldingGateAsync<T>(
        Func<SqliteConnection, Task<T>> write,
        CancellationToken cancellationToken
    )
    {
        var connection = writer ?? Open(isReader: false);
        // Kept only when all went well: after a failed commit or a full disk the connection's state is not worth guessing.
        writer = null;
        try
        {
            var result = await InterruptibleAsync(connection, write, cancellationToken);
            writer = connection;
            return result;
        }
        finally
        {
            if (writer is null)
                connection.Dispose();
        }
    }

    private static async Task<T> InterruptibleAsync<T>(
        SqliteConnection connection,
        Func<SqliteConnection, Task<T>> run,
        CancellationToken cancellationToken
    )
    {
        await using var registration = cancellationToken.UnsafeRegister(
            static state => SQLitePCL.raw.sqlite3_interrupt(((SqliteConnection)state!).Handle),
            connection
        );
        try
        {
            return await run(connection);
        }
        catch (SqliteException exception)
            when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_INTERRUPT
                && cancellationToken.IsCancellationRequested
            )
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
    }
}
