using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Motif.Storage;

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

    /// <summary>How often the whole file is asked for before its other users are believed to stay.</summary>
    private const int AttemptsAlone = 10;

    private const int PauseAloneMilliseconds = 200;

    /// <summary>Erased means erased: freed space is overwritten, for it may have held what people asked to be forgotten.</summary>
    private const string Settings =
        "PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768; PRAGMA journal_size_limit = 67108864";

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly ConcurrentBag<SqliteConnection> readers = [];
    private SqliteConnection? writer;

    /// <summary>False while the file is wanted alone, and at the end: a reader closes when its work is done.</summary>
    private volatile bool keepsReaders = true;

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
            if (isSound && keepsReaders)
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

    /// <summary>
    /// Runs with the whole file locked: no other connection is open, of this process or another, and none can be opened
    /// meanwhile.
    /// </summary>
    /// <exception cref="BackendException">Another program uses the file.</exception>
    public async Task AloneAsync(Action<SqliteConnection> run, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            keepsReaders = false;
            writer?.Dispose();
            writer = null;
            await Task.Run(
                () =>
                {
                    using var connection = OpenAlone(cancellationToken);
                    run(connection);
                },
                cancellationToken
            );
        }
        finally
        {
            keepsReaders = true;
            gate.Release();
        }
    }

    /// <summary>A connection outside the pool, for work on the file as a whole.</summary>
    public SqliteConnection Open(bool isReader) =>
        Open(connection =>
        {
            Execute(connection, $"PRAGMA busy_timeout = {BusyTimeoutMilliseconds}");
            Execute(connection, Settings);
            if (isReader)
                Execute(connection, "PRAGMA query_only = ON");
        });

    public void Dispose()
    {
        keepsReaders = false;
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

    /// <summary>Closes the idle connections; those at work close when their work is done.</summary>
    private void CloseReaders()
    {
        while (readers.TryTake(out var connection))
            connection.Dispose();
    }

    /// <summary>
    /// In WAL mode every open connection holds a shared lock on the file, also an idle one: whoever gets the exclusive one is
    /// alone.
    /// </summary>
    private SqliteConnection OpenAlone(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CloseReaders();
            try
            {
                return Open(connection =>
                {
                    Execute(connection, $"PRAGMA busy_timeout = {PauseAloneMilliseconds}");
                    // Before anything that reads the file: afterwards it would bind this connection alone.
                    Execute(connection, "PRAGMA locking_mode = EXCLUSIVE");
                    Execute(connection, "BEGIN EXCLUSIVE; COMMIT");
                    Execute(connection, Settings);
                });
            }
            catch (SqliteException exception)
                when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
            {
                if (attempt == AttemptsAlone)
                    throw new BackendException(
                        SqliteErrors.System,
                        "database.restore",
                        $"another program uses {path}: stop the server first, and every other motif at work on it; nothing was replaced",
                        isTransient: true,
                        exception
                    );
            }
        }
    }

    private SqliteConnection Open(Action<SqliteConnection> prepare)
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
            prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
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
