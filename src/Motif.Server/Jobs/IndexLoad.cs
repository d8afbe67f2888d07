using Motif.Matching;
using Motif.Storage;

namespace Motif.Server.Jobs;

/// <summary>Reads the catalogue into the index when the server starts, so that no request waits for it.</summary>
internal sealed class IndexLoad(CatalogueIndex index, TimeProvider time, ILogger<IndexLoad> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!index.IsLoaded)
        {
            var started = time.GetTimestamp();
            try
            {
                // Off the thread that starts the server: fitting takes seconds where patterns are many.
                await Task.Run(() => index.SynchronizeAsync(stoppingToken), stoppingToken);
                log.LogInformation(
                    "{Count} patterns can be matched after {Seconds:0.0} s",
                    index.Index.Count,
                    time.GetElapsedTime(started).TotalSeconds
                );
            }
            catch (BackendException exception)
            {
                log.LogWarning(
                    exception,
                    "The catalogue could not be read for matching; trying again"
                );
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }
}
