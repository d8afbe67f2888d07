using Motif.Server.Operations;
using Motif.Storage;

namespace Motif.Server.Jobs;

/// <summary>Forgets answers that are older than they are promised to be kept, once an hour.</summary>
internal sealed class IdempotencyCleanup(
    IIdempotencyStore answers,
    MotifServerOptions options,
    JobHealth health,
    TimeProvider time,
    ILogger<IdempotencyCleanup> log
) : ServerJob("clean-up of idempotent answers", health, time, log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        TakeTurnsAsync(() => RemoveAsync(stoppingToken), Interval, stoppingToken);

    private async Task<bool> RemoveAsync(CancellationToken cancellationToken)
    {
        await answers.RemoveOlderThanAsync(
            Time.GetUtcNow().AddHours(-options.IdempotencyHours),
            cancellationToken
        );
        return true;
    }
}
