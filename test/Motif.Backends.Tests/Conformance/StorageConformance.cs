using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;
using Motif.Code;
using Motif.Storage;

namespace Motif.Backends.Tests.Conformance;

/// <summary>What every storage suite starts with: one server on a database of its own.</summary>
public abstract class StorageConformance(TestBackend backend) : IAsyncLifetime
{
    private readonly List<ServiceProvider> servers = [];
    private string setting = "";

    protected static CancellationToken Forever => CancellationToken.None;

    protected string Setting => setting;

    protected TestBackend Backend => backend;

    protected IPatternStore Patterns => Server.GetRequiredService<IPatternStore>();

    protected IUsageStore Usage => Server.GetRequiredService<IUsageStore>();

    protected IRelationshipStore Relationships => Server.GetRequiredService<IRelationshipStore>();

    protected ICodeStore Code => Server.GetRequiredService<ICodeStore>();

    protected IMotifDatabase Database => Server.GetRequiredService<IMotifDatabase>();

    protected ServiceProvider Server => servers[0];

    public async Task InitializeAsync()
    {
        setting = await backend.CreateAsync();
        OpenServer();
    }

    public async Task DisposeAsync()
    {
        foreach (var server in servers)
            await server.DisposeAsync();
        await backend.DropAsync(setting);
    }

    /// <summary>Another server on the same database.</summary>
    protected ServiceProvider OpenServer() => Keep(TestBackend.Open(setting));

    /// <summary>Disposes a server when the test ends.</summary>
    protected ServiceProvider Keep(ServiceProvider server)
    {
        servers.Add(server);
        return server;
    }

    /// <summary>An empty database beside it, dropped by the caller.</summary>
    protected Task<string> CreateAnotherAsync() => backend.CreateAsync();

    protected Task DropAnotherAsync(string other) => backend.DropAsync(other);

    protected async Task SaveAsync(params PatternWrite[] writes) =>
        (await Patterns.SaveAsync(writes, Forever)).ShouldBeEmpty();

    protected async Task<IReadOnlyList<Guid>> FoundAsync(PatternQuery query) =>
        [.. (await Patterns.ListAsync(query, Forever)).Items.Select(p => p.PatternId)];

    /// <summary>Records compare lists by reference; JSON compares all there is.</summary>
    protected static void ShouldBeSame(Pattern? stored, Pattern expected)
    {
        stored.ShouldNotBeNull();
        PatternContent.Of(stored).Hash().ShouldBe(PatternContent.Of(expected).Hash());
        stored.Quality.Equals(expected.Quality).ShouldBeTrue();
        JsonSerializer
            .Serialize(
                stored with
                {
                    Body = PatternBody.Empty,
                    Quality = Quality.Unmeasured,
                },
                MotifJson.Options
            )
            .ShouldBe(
                JsonSerializer.Serialize(
                    expected with
                    {
                        Body = PatternBody.Empty,
                        Quality = Quality.Unmeasured,
                    },
                    MotifJson.Options
                )
            );
    }
}
