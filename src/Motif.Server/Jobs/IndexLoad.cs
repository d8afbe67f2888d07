using Motif.Matching;
using Motif.Server.Operations;

namespace Motif.Server.Jobs;

/// <summary>
/// Reads the catalogue into the index when the server starts, so that no request waits for it, and leaves the index in a file for
/// the next start.
/// </summary>
internal sealed class IndexLoad(
    CatalogueIndex index,
    JobHealth health,
    TimeProvider time,
    ILogger<IndexLoad> log
) : ServerJob(MatchHealth.IndexJob, health, time, log)
{
    /// <summary>How often the index is left for the next start, where enough changed.</summary>
    private static readonly TimeSpan SaveInterval = TimeSpan.FromMinutes(1);

    /// <summary>One in so many patterns has to have changed; the rest is read at the start in no time.</summary>
    private const int SaveShare = 20;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await SaveAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TakeTurnsAsync(() => LoadAsync(stoppingToken), Pause, stoppingToken);
        await TakeTurnsAsync(() => KeepAsync(stoppingToken), SaveInterval, stoppingToken);
    }

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
        if (index.Remark is { } remark)
            log.LogWarning("{Remark}", remark);
        return !index.IsLoaded;
    }

    private async Task<bool> KeepAsync(CancellationToken cancellationToken)
    {
        if (index.Unsaved * SaveShare >= index.Index.Count)
            await SaveAsync(cancellationToken);
        return true;
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await index.SaveAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(exception, "The index was not kept; the next start is slower");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The time to shut down is over, or the server ends: the file that is there stays good.
        }
    }
}
