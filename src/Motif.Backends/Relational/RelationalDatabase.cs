using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>
/// An SQL database: opens sessions for the stores, brings the schema up to date at the first use, and turns what the
/// driver throws into <see cref="BackendException"/>. Thread-safe.
/// </summary>
internal abstract class RelationalDatabase : IMotifDatabase, IDisposable, IAsyncDisposable
{
    private readonly SemaphoreSlim preparation = new(1, 1);
    private volatile bool isPrepared;

    /// <summary>What keeps this database from writing, by the last write that failed for it; none once a write succeeded.</summary>
    private volatile BackendTrouble trouble;

    protected RelationalDatabase(TimeProvider time)
    {
        Time = time;
        StoredValues.Register();
    }

    /// <summary>What tells the time of writes that bring none of their own.</summary>
    public TimeProvider Time { get; }

    public abstract SqlDialect Dialect { get; }

    /// <summary>One statement.</summary>
    public Task<T> ReadAsync<T>(
        string operation,
        Func<SqlSession, Task<T>> read,
        CancellationToken cancellationToken
    ) => RunAsync(operation, () => ReadCoreAsync(read, cancellationToken), cancellationToken);

    /// <summary>Several statements that see the same state.</summary>
    public Task<T> ReadTogetherAsync<T>(
        string operation,
        Func<SqlSession, Task<T>> read,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            operation,
            () => ReadTogetherCoreAsync(read, cancellationToken),
            cancellationToken
        );

    /// <summary>A transaction, committed unless it fails or the session is abandoned. It may run more than once.</summary>
    public Task<T> WriteAsync<T>(
        string operation,
        Func<SqlSession, Task<T>> write,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            operation,
            async () =>
            {
                var result = await WriteCoreAsync(write, cancellationToken);
                trouble = BackendTrouble.None;
                return result;
            },
            cancellationToken
        );

    public Task<DatabaseStatus> MigrateAsync(CancellationToken cancellationToken) =>
        TranslateAsync(
            "database.migrate",
            async () =>
            {
                await MigrateCoreAsync(cancellationToken);
                isPrepared = true;
                return await StatusCoreAsync(cancellationToken);
            }
        );

    public Task<DatabaseStatus> StatusAsync(CancellationToken cancellationToken) =>
        TranslateAsync("database.status", () => StatusCoreAsync(cancellationToken));

    public async Task PingAsync(CancellationToken cancellationToken)
    {
        const string Operation = "database.ping";
        await ReadAsync(Operation, s => s.FirstOrDefaultAsync<int>("SELECT 1"), cancellationToken);
        if (trouble is BackendTrouble.None)
            return;
        await WriteAsync(
            Operation,
            s => WriteProbe.WriteAsync(s, Time.GetUtcNow()),
            cancellationToken
        );
        await WriteAsync(Operation, WriteProbe.RemoveAsync, cancellationToken);
    }

    public Task BackupAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return RunAsync(
            "database.backup",
            async () =>
            {
                await BackupFile.WriteAsync(
                    Dialect.System,
                    path,
                    file => BackupCoreAsync(file, cancellationToken)
                );
                return true;
            },
            cancellationToken
        );
    }

    public Task RestoreAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return TranslateAsync(
            "database.restore",
            async () =>
            {
                BackupFile.RequireReadable(Dialect.System, path);
                await RestoreCoreAsync(path, cancellationToken);
                await MigrateCoreAsync(cancellationToken);
                isPrepared = true;
                return await WriteCoreAsync(AnnounceVectorsAsync, cancellationToken);
            }
        );
    }

    public void Dispose()
    {
        preparation.Dispose();
        Close();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    protected abstract void Close();

    protected abstract Task<T> ReadCoreAsync<T>(
        Func<SqlSession, Task<T>> read,
        CancellationToken cancellationToken
    );

    protected abstract Task<T> ReadTogetherCoreAsync<T>(
        Func<SqlSession, Task<T>> read,
        CancellationToken cancellationToken
    );

    protected abstract Task<T> WriteCoreAsync<T>(
        Func<SqlSession, Task<T>> write,
        CancellationToken cancellationToken
    );

    protected abstract Task MigrateCoreAsync(CancellationToken cancellationToken);

    protected abstract Task<DatabaseStatus> StatusCoreAsync(CancellationToken cancellationToken);

    /// <summary>Writes a consistent copy to an empty file.</summary>
    protected abstract Task BackupCoreAsync(FileStream file, CancellationToken cancellationToken);

    /// <summary>Checks the copy wholly, then replaces the content by it, of whatever schema version it is.</summary>
    protected abstract Task RestoreCoreAsync(string path, CancellationToken cancellationToken);

    /// <summary>A snapshot of an index may be newer than the vectors that were restored: it reads them all again.</summary>
    private Task<int> AnnounceVectorsAsync(SqlSession session) =>
        session.ExecuteAsync("UPDATE vectors SET at = @now", ("now", Time.GetUtcNow()));

    private Task<T> RunAsync<T>(
        string operation,
        Func<Task<T>> run,
        CancellationToken cancellationToken
    ) =>
        TranslateAsync(
            operation,
            async () =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!isPrepared)
                    await PrepareAsync(cancellationToken);
                return await run();
            }
        );

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await preparation.WaitAsync(cancellationToken);
        try
        {
            if (!isPrepared)
                await MigrateCoreAsync(cancellationToken);
            isPrepared = true;
        }
        finally
        {
            preparation.Release();
        }
    }

    private async Task<T> TranslateAsync<T>(string operation, Func<Task<T>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception exception)
        {
            if (Dialect.Translate(operation, exception) is not { } translated)
                throw;
            if (translated.Trouble is not BackendTrouble.None)
                trouble = translated.Trouble;
            throw translated;
        }
    }
}
