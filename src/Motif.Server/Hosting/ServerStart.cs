using Motif.Catalog;
using Motif.Onnx;
using Motif.Storage;

namespace Motif.Server.Hosting;

/// <summary>
/// What must be true before the first request, and what must be done after the last: the database is migrated, a key
/// exists where one is needed, the sentence model is open; waiting exposures are appended.
/// </summary>
internal sealed class ServerStart(
    IMotifDatabase database,
    IApiKeyStore keys,
    ExposureQueue exposures,
    SentenceModel model,
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
        await Task.Run(OpenModel, cancellationToken);
        if (!options.RequiresApiKey)
            return;
        var all = await keys.ListAsync(cancellationToken);
        if (all.All(k => k.RevokedAt is not null))
            throw new ServerRefusedException(
                $"listening on {string.Join(", ", options.Urls)} needs API keys and there is none; make one with 'motif keys add NAME --scope admin'"
            );
    }

    private void OpenModel()
    {
        model.Check();
        var status = model.Status;
        if (status.IsProblem)
            log.LogWarning(
                "The sentence model is {State} and the lexicon answers: {Reason}",
                WireName.Of(status.State),
                status.Reason
            );
        else
            log.LogInformation(
                "Sentence model {State}: {Model}",
                WireName.Of(status.State),
                status.Model ?? status.Reason
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
