using Motif.Discovery.Runs;
using Motif.Server.Operations;

namespace Motif.Server.Jobs;

/// <summary>Starts a run of discovery a day where that is set. Servers on one database start one between them.</summary>
internal sealed class DailyDiscovery(
    DailyRuns daily,
    DiscoveryWorker worker,
    MotifServerOptions options,
    JobHealth health,
    TimeProvider time,
    ILogger<DailyDiscovery> log
) : ServerJob("daily discovery", health, time, log)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        TakeTurnsAsync(() => StartDueAsync(stoppingToken), Look, stoppingToken);

    private async Task<bool> StartDueAsync(CancellationToken cancellationToken)
    {
        if (options.DiscoveryDaily is not { } at)
            return false;
        if (await daily.StartDueAsync(at, cancellationToken) is { } run)
        {
            log.LogInformation("The daily run {Run} of discovery was started", run.RunId);
            worker.Take(run);
        }
        return true;
    }
}
