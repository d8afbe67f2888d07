using Motif.Backends.Redis;
using Motif.Backends.Tests.Conformance;

namespace Motif.Backends.Tests.Redis;

/// <summary>SQLite with Redis before it.</summary>
public sealed class RedisBackend : TestBackend
{
    private readonly SqliteBackend _sqlite = new();
    private RedisServer? _redis;

    public override async Task<string> CreateAsync()
    {
        if (RedisServer.SkipReason is null)
            _redis ??= await RedisServer.StartAsync();
        return await _sqlite.CreateAsync();
    }

    public override async Task DropAsync(string setting)
    {
        await _sqlite.DropAsync(setting);
        if (_redis is not null)
            await _redis.DisposeAsync();
    }

    public override void Use(MotifBuilder builder, string setting)
    {
        base.Use(builder, setting);
        if (_redis is not null)
            builder.UseRedis(_redis.Options);
    }
}

/// <summary>A cache before the store changes none of its answers.</summary>
[NeedsRedis]
public sealed class RedisContentStoreTests() : ContentStoreConformance(new RedisBackend());
