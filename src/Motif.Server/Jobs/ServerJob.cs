using Motif.Server.Operations;

namespace Motif.Server.Jobs;

/// <summary>
/// Work that goes on as long as the server. Whatever it throws is logged, told as the server's health, and tried again: one
/// failing job must neither end the server nor be missing in silence.
/// </summary>
internal abstract class ServerJob(string name, JobHealth health, TimeProvider time, ILogger log)
    : BackgroundService
{
    /// <summary>How long after a failure it is tried again, where the job has no rhythm of its own.</summary>
    protected static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected TimeProvider Time { get; } = time;

    /// <summary>Takes turns until one of them says that nothing is left to do.</summary>
    /// <param name="turnAsync">True where another turn shall follow.</param>
    /// <param name="pause">Between two turns, also after one that failed.</param>
    protected async Task TakeTurnsAsync(
        Func<Task<bool>> turnAsync,
        TimeSpan pause,
        CancellationToken stoppingToken
    )
    {
        // Off the thread that starts the server: a first turn may take seconds.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await turnAsync())
                {
                    health.Works(name);
                    return;
                }
                health.Works(name);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                health.Fails(name, exception);
                log.LogError(exception, "The job {Job} failed; it is tried again", name);
            }
            await Task.Delay(pause, Time, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
