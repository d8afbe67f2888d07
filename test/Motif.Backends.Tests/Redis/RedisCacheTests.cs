using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.Redis;
using Motif.Catalog;
using Motif.Content.Fatigue;
using Motif.Content.Personas;
using Motif.Content.Posts;
using StackExchange.Redis;

namespace Motif.Backends.Tests.Redis;

/// <summary>Redis answers reads, is believed for nothing, and may go at any time.</summary>
public sealed class RedisCacheTests : IAsyncLifetime
{
    private const string Pattern = "Test pattern {var}";
    private readonly SqliteBackend _backend = new();
    private readonly List<ServiceProvider> _servers = [];
    private string _setting = "";
    private int _probes;
    private RedisServer? _redis;

    private static CancellationToken Forever => CancellationToken.None;

    private RedisServer Redis => _redis!;

    public async Task InitializeAsync()
    {
        _setting = await _backend.CreateAsync();
        if (RedisServer.SkipReason is null)
            _redis = await RedisServer.StartAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DisposeAsync();
        if (_redis is not null)
            await _redis.DisposeAsync();
        await _backend.DropAsync(_setting);
    }

    [RedisFact]
    public async Task What_was_read_once_is_kept_until_its_time_or_the_next_change()
    {
        var server = await OpenAsync();
        await PublishAsync(server, "ada");
        (await CheckAsync(server, "ada")).Count.ShouldBe(1);
        var kept = await LedgersAsync();
        kept.ShouldHaveSingleItem();
        await using (var connection = await Redis.ConnectAsync())
        {
            var lifetime = await connection.GetDatabase().KeyTimeToLiveAsync(kept[0]);
            lifetime!.Value.TotalSeconds.ShouldBeInRange(200, 300);
        }

        (await CheckAsync(server, "ada")).Count.ShouldBe(1);
        (await LedgersAsync()).ShouldBe(kept);
        await PublishAsync(server, "ada");
        (await CheckAsync(server, "ada")).Count.ShouldBe(2);
        (await LedgersAsync()).Count.ShouldBe(2);
    }

    [RedisFact]
    public async Task A_second_read_is_answered_from_the_cache()
    {
        var server = await OpenAsync();
        await PublishAsync(server, "ada");
        await CheckAsync(server, "ada");
        // Only what is planted there can make the answer wrong: that it is wrong shows who answered.
        await RewriteAsync(entry => entry["posts"] = new JsonArray());
        (await CheckAsync(server, "ada")).Count.ShouldBe(0);
    }

    [RedisFact]
    public async Task What_another_server_or_another_persona_of_the_group_did_is_seen_at_once()
    {
        var (first, second) = (await OpenAsync(), await OpenAsync());
        foreach (var persona in (string[])["ada", "bob"])
            await first
                .GetRequiredService<PersonaReports>()
                .ConfigureAsync(persona, new PersonaDraft("readers"), Forever);
        for (var uses = 0; uses < 3; uses++)
        {
            (await CheckAsync(first, "ada")).Count.ShouldBe(uses);
            (await CheckAsync(second, "ada")).Count.ShouldBe(uses);
            await PublishAsync(second, uses == 1 ? "ada" : "bob");
        }
        (await CheckAsync(first, "ada")).Fatigued.ShouldBeTrue();
    }

    [RedisFact]
    public async Task No_cap_is_ever_exceeded_by_what_a_stale_cache_says()
    {
        var server = await OpenAsync();
        await CheckAsync(server, "ada");
        await PublishAsync(server, "ada");
        for (var i = 0; i < 2; i++)
        {
            await CheckAsync(server, "ada");
            await RewriteAsync(entry => entry["posts"] = new JsonArray());
        }
        (await CheckAsync(server, "ada")).Count.ShouldBe(0, "the cache lies");

        var reserved = await Task.WhenAll(
            Enumerable
                .Range(0, 32)
                .Select(_ =>
                    Task.Run(() =>
                        server
                            .GetRequiredService<PostLifecycle>()
                            .ReserveAsync("ada", new ReservePost { Pattern = Pattern }, Forever)
                    )
                )
        );

        reserved
            .Count(r => r.Value is not null)
            .ShouldBe(2, "one use and two reservations are three");
    }

    [RedisFact]
    public async Task What_is_damaged_is_not_believed()
    {
        var server = await OpenAsync();
        await PublishAsync(server, "ada");
        foreach (
            var damage in (string[])
                [
                    "",
                    "no json",
                    "null",
                    "[]",
                    """{"key": "another", "posts": []}""",
                    "{\"posts\": [null]}",
                ]
        )
        {
            await CheckAsync(server, "ada");
            await using (var connection = await Redis.ConnectAsync())
                foreach (var key in await LedgersAsync())
                    await connection.GetDatabase().StringSetAsync(key, damage);
            (await CheckAsync(server, "ada")).Count.ShouldBe(1, damage);
        }
    }

    [RedisFact]
    public async Task A_redis_killed_in_the_middle_costs_no_answer_and_is_used_again_when_it_is_back()
    {
        var server = await OpenAsync();
        for (var uses = 0; uses < 30; uses++)
        {
            if (uses == 10)
                await Redis.KillAsync();
            if (uses == 20)
                await Redis.StartAgainAsync();
            var persona = $"p{uses / 3}";
            (await CheckAsync(server, persona)).Count.ShouldBe(uses % 3);
            await PublishAsync(server, persona);
        }
        (await CheckAsync(server, "p9")).Fatigued.ShouldBeTrue();
        await UntilItIsUsedAsync(server);
    }

    [RedisFact]
    public async Task A_redis_that_hangs_slows_one_call_and_not_all()
    {
        var server = await OpenAsync();
        await PublishAsync(server, "ada");
        await CheckAsync(server, "ada");
        await Redis.HaltAsync();
        try
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < 20; i++)
                (await CheckAsync(server, "ada")).Count.ShouldBe(1);
            // Twenty waits of a quarter of a second would be five.
            watch.Elapsed.TotalSeconds.ShouldBeLessThan(4);
        }
        finally
        {
            await Redis.GoOnAsync();
        }
    }

    [RedisFact]
    public async Task A_lifetime_of_zero_switches_the_cache_off()
    {
        var server = await OpenAsync();
        await server
            .GetRequiredService<ContentSettings>()
            .ConfigureAsync(new FatigueOverrides { CacheTtlSeconds = 0 }, Forever);
        await PublishAsync(server, "ada");
        await CheckAsync(server, "ada");
        await CheckAsync(server, "ada");
        (await LedgersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_no_redis_is_the_database_answers()
    {
        var server = Open(new RedisOptions { Host = "127.0.0.1", Port = 1 });
        await PublishAsync(server, "ada");
        (await CheckAsync(server, "ada")).Count.ShouldBe(1);
    }

    private ServiceProvider Open(RedisOptions options)
    {
        var services = new ServiceCollection();
        services.AddMotif().UseDatabase(_setting).UseRedis(options);
        var server = services.BuildServiceProvider();
        _servers.Add(server);
        return server;
    }

    /// <summary>A server that has its connection: the first reads do not wait for one.</summary>
    private async Task<ServiceProvider> OpenAsync()
    {
        var server = Open(Redis.Options);
        await UntilItIsUsedAsync(server);
        await using var connection = await Redis.ConnectAsync();
        foreach (var key in await LedgersAsync())
            await connection.GetDatabase().KeyDeleteAsync(key);
        return server;
    }

    private async Task UntilItIsUsedAsync(ServiceProvider server)
    {
        var before = (await LedgersAsync()).Count;
        for (var i = 0; (await LedgersAsync()).Count == before; i++)
        {
            i.ShouldBeLessThan(2400, "Redis is not used");
            await Task.Delay(50);
            var persona = $"probe-{_probes++}";
            await PublishAsync(server, persona);
            await CheckAsync(server, persona);
        }
    }

    private async Task<IReadOnlyList<RedisKey>> LedgersAsync() =>
        [
            .. (await Redis.KeysAsync())
                .Where(k => k.ToString().StartsWith("motif:ledger:", StringComparison.Ordinal))
                .OrderBy(k => k.ToString(), StringComparer.Ordinal),
        ];

    private async Task RewriteAsync(Action<JsonNode> change)
    {
        await using var connection = await Redis.ConnectAsync();
        foreach (var key in await LedgersAsync())
        {
            var entry = JsonNode.Parse(
                Encoding.UTF8.GetString((await connection.GetDatabase().StringGetAsync(key))!)
            )!;
            change(entry);
            await connection.GetDatabase().StringSetAsync(key, entry.ToJsonString());
        }
    }

    private static async Task<FatigueAnswer> CheckAsync(ServiceProvider server, string persona) =>
        (
            await server
                .GetRequiredService<FatigueChecks>()
                .CheckAsync(persona, [new FatigueQuestion { Pattern = Pattern }], Forever)
        ).Value![0];

    private static async Task PublishAsync(ServiceProvider server, string persona) =>
        (
            await server
                .GetRequiredService<PostLifecycle>()
                .PublishAsync(persona, new PublishPost { Pattern = Pattern }, Forever)
        ).Problem.ShouldBeNull();
}
