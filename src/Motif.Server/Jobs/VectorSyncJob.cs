using Motif.Matching.Indexing;
using Motif.Server.Operations;
using Motif.Storage;

namespace Motif.Server.Jobs;

/// <summary>Keeps the vectors in step as long as the server runs, and leaves a snapshot for the next start.</summary>
internal sealed class VectorSyncJob(
    VectorSync sync,
    JobHealth health,
    TimeProvider time,
    ILogger<VectorSyncJob> log
) : ServerJob("vectors", health, time, log)
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await sync.SaveAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is BackendException or IOException)
        {
            log.LogWarning(
                exception,
                "No snapshot of the vectors was left; the next start is slower"
            );
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        TakeTurnsAsync(() => RunAsync(stoppingToken), Pause, stoppingToken);

    /// <summary>Ends with the server alone.</summary>
    private async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await sync.RunAsync(new Log(log), cancellationToken);
        return true;
    }

    private sealed class Log(ILogger log) : IProgress<VectorNotice>
    {
        public void Report(VectorNotice value)
        {
            if (value.IsProblem)
                log.LogWarning(value.Exception, "{Notice}", value.Text);
            else
                log.LogInformation("{Notice}", value.Text);
        }
    }
}
