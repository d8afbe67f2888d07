using Motif.Storage;
using Npgsql;

namespace Motif.Backends.Postgres;

/// <summary>
/// Every connection of Motif holds a shared advisory lock for as long as it lives, an idle one too. Who gets the exclusive one
/// is alone, and connections that are opened meanwhile wait.
/// </summary>
internal static class PostgresPresence
{
    /// <summary>"motig" in ASCII: the one after that of migrations.</summary>
    private const long Lock = 0x6D_6F_74_69_67;

    /// <summary>How often the database is asked for before its other users are believed to stay.</summary>
    private const int Attempts = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static void Enter(NpgsqlConnection connection)
    {
        using var command = Command(connection, "SELECT pg_advisory_lock_shared(@lock)");
        command.ExecuteNonQuery();
    }

    public static async Task EnterAsync(NpgsqlConnection connection)
    {
        await using var command = Command(connection, "SELECT pg_advisory_lock_shared(@lock)");
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A connection with the database to itself, until its session ends.</summary>
    /// <exception cref="BackendException">Another program uses it.</exception>
    public static async Task<NpgsqlConnection> OpenAloneAsync(
        NpgsqlDataSource source,
        string location,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var connection = await source.OpenConnectionAsync(cancellationToken);
            // Also what is idle in this process holds the lock; the session itself ends when it is given back.
            source.Clear();
            if (await IsAloneAsync(connection, cancellationToken))
                return connection;
            await connection.DisposeAsync();
            if (attempt == Attempts)
                throw new BackendException(
                    PostgresErrors.System,
                    "database.restore",
                    $"another program uses {location}: stop the servers first, and every other motif at work on it; nothing was replaced",
                    isTransient: true
                );
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private static async Task<bool> IsAloneAsync(
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    )
    {
        await using var command = Command(connection, "SELECT pg_try_advisory_lock(@lock)");
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql)
    {
        // The statements are constants of this file.
#pragma warning disable CA2100
        var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        command.Parameters.AddWithValue("lock", Lock);
        return command;
    }
}
