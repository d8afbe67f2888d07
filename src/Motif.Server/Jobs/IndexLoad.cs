using Motif.Matching;
using Motif.Server.Operations;

namespace Motif.Server.Jobs;

/// <summary>Reads the catalogue into the index when the server starts, so that no request waits for it.</summary>
internal sealed class IndexLoad(
    CatalogueIndex index,
    JobHealth health,
    TimeProvider time,
    ILogger<IndexLoad> log
) : ServerJob(MatchHealth.IndexJob, health, time, log)
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        TakeTurnsAsync(() => LoadAsync(stoppingToken), Pause, stoppingToken);

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (index.IsLoaded)
            return false;
        var started = Time.GetTimestamp();
        await index.SynchronizeAsync(cancellationToken);
        log.LogInformation(
            "{Count} patterns can be matched after {Seconds:0.0} s",
            index.Index.Count,
            Time.GetElapsedTime(started).TotalSeconds
        );
        return !index.IsLoaded;
    }
}
