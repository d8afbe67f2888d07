using Motif.Decisions;
using Motif.Server.Operations;

namespace Motif.Server.Jobs;

/// <summary>Takes replies to their channel when their hold is over. Servers on one database share the work.</summary>
internal sealed class ReplyDispatchJob(
    ReplyDispatch dispatch,
    JobHealth health,
    TimeProvider time,
    ILogger<ReplyDispatchJob> log
) : ServerJob("dispatch of replies", health, time, log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        TakeTurnsAsync(() => DispatchAsync(stoppingToken), Interval, stoppingToken);

    private async Task<bool> DispatchAsync(CancellationToken cancellationToken)
    {
        if (await dispatch.RunAsync(cancellationToken) is > 0 and var sent)
            log.LogInformation("{Sent} replies went out", sent);
        return true;
    }
}
