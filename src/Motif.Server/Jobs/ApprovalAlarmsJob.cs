using Motif.Decisions;
using Motif.Server.Operations;

namespace Motif.Server.Jobs;

/// <summary>Says that replies run out which nobody has approved. Servers on one database share the work.</summary>
internal sealed class ApprovalAlarmsJob(
    ApprovalAlarms alarms,
    JobHealth health,
    TimeProvider time,
    ILogger<ApprovalAlarmsJob> log
) : ServerJob("alarms of approvals", health, time, log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        TakeTurnsAsync(() => RaiseAsync(stoppingToken), Interval, stoppingToken);

    private async Task<bool> RaiseAsync(CancellationToken cancellationToken)
    {
        if (await alarms.RaiseAsync(cancellationToken) is > 0 and var raised)
            log.LogWarning(
                "{Raised} replies run out within {Minutes} minutes and nobody has approved them",
                raised,
                ApprovalAlarms.Before.TotalMinutes
            );
        return true;
    }
}
