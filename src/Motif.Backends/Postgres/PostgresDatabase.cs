using System.Data;
using Dapper;
using Motif.Backends.Relational;
using Motif.Storage;
using Npgsql;

namespace Motif.Backends.Postgres;

/// <summary>The catalogue in a PostgreSQL database that several servers may share.</summary>
internal sealed class PostgresDatabase : RelationalDatabase
{
    private const int LeastVersion = 15;

    /// <summary>How often a transaction that met another one is run before the caller is told.</summary>
    private const int MaxAttempts = 10;

    private static readonly IReadOnlyList<Migration> Known = Migration.Of("Postgres");

    private readonly NpgsqlDataSource source;
    private readonly string location;

    public PostgresDatabase(string url, TimeProvider time)
        : base(time)
    {
        var settings = PostgresUrl.Parse(url);
        settings.ApplicationName ??= "motif";
        // Nothing is ever set beyond a transaction, so there is nothing to reset between two users of a connection.
        settings.NoResetOnClose = true;
        location = $"{settings.Host}:{settings.Port}/{settings.Database}";
        // A server that lives is to be seen, also while nobody asks it anything.
        settings.MinPoolSize = Math.Max(1, settings.MinPoolSize);
        source = new NpgsqlDataSourceBuilder(settings.ConnectionString)
            .UsePhysicalConnectionInitializer(PostgresPresence.Enter, PostgresPresence.EnterAsync)
            .Build();
        Dialect = new PostgresDialect(location);
    }

    public override SqlDialect Dialect { get; }

    protected override void Close() => source.Dispose();

    protected override async Task<T> ReadCoreAsync<T>(
        Func<SqlSession, Task<T>> read,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await read(new SqlSession(connection, null, Dialect, cancellationToken));
    }

    protected override Task<T> ReadTogetherCoreAsync<T>(
        Func<SqlSession, Task<T>> read,
        CancellationToken cancellationToken
    ) => InTransactionAsync(IsolationLevel.RepeatableRead, read, cancellationToken);

    protected override async Task<T> WriteCoreAsync<T>(
        Func<SqlSession, Task<T>> write,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await InTransactionAsync(
                    IsolationLevel.ReadCommitted,
                    write,
                    cancellationToken
                );
            }
            catch (PostgresException exception)
                when (attempt < MaxAttempts && PostgresErrors.IsCollision(exception))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(attempt), Time, cancellationToken);
            }
        }
    }

    protected override async Task MigrateCoreAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        RequireServer(connection);
        await PostgresSchema.MigrateAsync(connection, Dialect, Known, Time, cancellationToken);
    }

    protected override async Task<DatabaseStatus> StatusCoreAsync(
        CancellationToken cancellationToken
    )
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var applied = await PostgresSchema.AppliedAsync(connection, null);
        var size = await connection.ExecuteScalarAsync<long>(
            "SELECT pg_database_size(current_database())"
        );
        return new DatabaseStatus(
            $"postgresql {connection.PostgreSqlVersion}",
            location,
            applied.Count == 0 ? 0 : applied[^1].Version,
            Known[^1].Version,
            applied,
            [.. Known.Skip(applied.Count).Select(m => m.Name)],
            size
        );
    }

    protected override async Task BackupCoreAsync(
        FileStream file,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await PostgresBackup.WriteAsync(connection, Known, file, Time, cancellationToken);
    }

    protected override async Task RestoreCoreAsync(string path, CancellationToken cancellationToken)
    {
        await using var connection = await PostgresPresence.OpenAloneAsync(
            source,
            location,
            Time,
            cancellationToken
        );
        RequireServer(connection);
        await PostgresBackup.RestoreAsync(
            connection,
            Dialect,
            Known,
            path,
            Time,
            cancellationToken
        );
    }

    private async Task<T> InTransactionAsync<T>(
        IsolationLevel isolation,
        Func<SqlSession, Task<T>> run,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(
            isolation,
            cancellationToken
        );
        var session = new SqlSession(connection, transaction, Dialect, cancellationToken);
        var result = await run(session);
        if (session.IsAbandoned)
            await transaction.RollbackAsync(cancellationToken);
        else
            await transaction.CommitAsync(cancellationToken);
        return result;
    }

    private void RequireServer(NpgsqlConnection connection)
    {
        if (connection.PostgreSqlVersion.Major < LeastVersion)
            throw BackupFile.Refusal(
                Dialect.System,
                "database.migrate",
                $"{location} is PostgreSQL {connection.PostgreSqlVersion}; {LeastVersion} or later is needed"
            );
        if (connection.PostgresParameters["server_encoding"] is not "UTF8" and var encoding)
            throw BackupFile.Refusal(
                Dialect.System,
                "database.migrate",
                $"{location} has the encoding {encoding}; create the database with ENCODING 'UTF8'"
            );
    }
}
