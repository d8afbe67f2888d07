using StackExchange.Redis;

namespace Motif.Backends.Redis;

/// <summary>
/// Values in Redis that may be gone at any time. Nothing waits for a connection, nothing is thrown: a Redis that is away, hangs
/// or refuses is a cache without the value, and is left alone for a while. Thread-safe.
/// </summary>
internal sealed class RedisCache(RedisOptions options, TimeProvider time) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private ConnectionMultiplexer? _connection;
    private Task? _connecting;
    private bool _isDisposed;
    private long _restUntil = long.MinValue;

    /// <summary>Null where it is not there; <paramref name="failed"/> is told of a Redis that did not answer.</summary>
    public async Task<byte[]?> GetAsync(string key, Action failed)
    {
        byte[]? value = null;
        await AskAsync(async database => value = await database.StringGetAsync(key), failed);
        return value;
    }

    /// <summary>Keeps a value for a while, if Redis can.</summary>
    public Task SetAsync(string key, byte[] value, TimeSpan lifetime, Action failed) =>
        AskAsync(database => database.StringSetAsync(key, value, lifetime), failed);

    public async ValueTask DisposeAsync()
    {
        ConnectionMultiplexer? connection;
        lock (_gate)
            (connection, _connection, _isDisposed) = (_connection, null, true);
        if (connection is not null)
            await connection.DisposeAsync();
    }

    private async Task AskAsync(Func<IDatabase, Task> ask, Action failed)
    {
        if (
            time.GetTimestamp() < Interlocked.Read(ref _restUntil)
            || Database() is not { } database
        )
            return;
        try
        {
            await ask(database).WaitAsync(TimeSpan.FromSeconds(options.TimeoutSeconds), time);
        }
        catch (Exception exception)
            when (exception
                    is RedisException
                        or RedisCommandException
                        or TimeoutException
                        or ObjectDisposedException
            )
        {
            Rest();
            failed();
        }
    }

    /// <summary>Null while there is no connection yet; the attempt to make one goes on beside.</summary>
    private IDatabase? Database()
    {
        lock (_gate)
        {
            if (_connection is null && !_isDisposed && _connecting is not { IsCompleted: false })
                _connecting = Task.Run(ConnectAsync);
            return _connection?.GetDatabase(options.Database);
        }
    }

    private async Task ConnectAsync()
    {
        ConnectionMultiplexer connection;
        try
        {
            connection = await ConnectionMultiplexer.ConnectAsync(Configuration());
        }
        catch (RedisException)
        {
            Rest();
            return;
        }
        lock (_gate)
        {
            if (!_isDisposed)
            {
                _connection = connection;
                return;
            }
        }
        await connection.DisposeAsync();
    }

    private void Rest() =>
        Interlocked.Exchange(
            ref _restUntil,
            time.GetTimestamp() + (long)(options.RestSeconds * time.TimestampFrequency)
        );

    private ConfigurationOptions Configuration() =>
        new()
        {
            EndPoints = { { options.Host, options.Port } },
            User = options.User,
            Password = options.Password,
            Ssl = options.UsesTls,
            ClientName = "motif",
            // It comes back by itself, and a call finds out at once that it is away.
            AbortOnConnectFail = false,
            BacklogPolicy = BacklogPolicy.FailFast,
            ReconnectRetryPolicy = new LinearRetry(1000),
            ConnectTimeout = 2000,
        };
}
