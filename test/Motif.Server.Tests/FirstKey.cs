using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Motif.Server.Http;
using Motif.Storage;

namespace Motif.Server.Tests;

/// <summary>Makes the key <c>root</c> of scope admin before the server asks whether there is one.</summary>
internal sealed class FirstKey(IMotifDatabase database, IApiKeyStore keys, string secret)
    : IHostedLifecycleService
{
    public static void Add(WebApplicationBuilder builder, string secret) =>
        builder.Services.Insert(
            0,
            ServiceDescriptor.Singleton<IHostedService>(p => new FirstKey(
                p.GetRequiredService<IMotifDatabase>(),
                p.GetRequiredService<IApiKeyStore>(),
                secret
            ))
        );

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await database.MigrateAsync(cancellationToken);
        var now = TimeProvider.System.GetUtcNow();
        var key = new ApiKey("root", ApiScope.Admin, ApiKeySecret.Hash(secret), now, null);
        await keys.AddAsync(key, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
