using Motif.Catalog;
using Motif.Storage;

namespace Motif.Server.Hosting;

/// <summary>
/// What must be true before the first request, and what must be done after the last: the database is migrated, a key
/// exists where one is needed; waiting exposures are appended.
/// </summary>
internal sealed class ServerStart(
    IMotifDatabase database,
    IApiKeyStore keys,
    ExposureQueue exposures,
    MotifServerOptions options,
    ILogger<ServerStart> log
) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var status = await database.MigrateAsync(cancellationToken);
        log.LogInformation(
            "Database {System} at {Location}, schema {Schema}",
            status.System,
            status.Location,
            status.SchemaVersion
        );
        if (!options.RequiresApiKey)
            return;
        var all = await keys.ListAsync(cancellationToken);
        if (all.All(k => k.RevokedAt is not null))
            throw new ServerRefusedException(
                $"listening on {string.Join(", ", options.Urls)} needs API keys and there is none; make one with 'motif keys add NAME --scope admin'"
            );
    }

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        var lost = await exposures.CloseAsync(cancellationToken);
        if (lost > 0)
            log.LogError("{Count} exposures could not be appended before the shutdown", lost);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
