using Motif.Storage;

namespace Motif.Server.Jobs;

/// <summary>Forgets answers that are older than they are promised to be kept, once an hour.</summary>
internal sealed class IdempotencyCleanup(
    IIdempotencyStore answers,
    MotifServerOptions options,
    TimeProvider time,
    ILogger<IdempotencyCleanup> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        do
        {
            try
            {
                await answers.RemoveOlderThanAsync(
                    time.GetUtcNow().AddHours(-options.IdempotencyHours),
                    stoppingToken
                );
            }
            catch (BackendException exception)
            {
                log.LogWarning(
                    exception,
                    "Old idempotent answers could not be removed; trying again in an hour"
                );
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
