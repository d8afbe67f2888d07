using Motif.Matching;
using Motif.Server.Operations;

namespace Motif.Server.Jobs;

/// <summary>Refits confidences while outcomes come in. Two servers that do it at once write the same.</summary>
internal sealed class ConfidenceRefit(
    ConfidenceLearning learning,
    JobHealth health,
    TimeProvider time,
    ILogger<ConfidenceRefit> log
) : ServerJob("calibration of confidences", health, time, log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        TakeTurnsAsync(() => RefitAsync(stoppingToken), Interval, stoppingToken);

    private async Task<bool> RefitAsync(CancellationToken cancellationToken)
    {
        if (await learning.RefitAsync(cancellationToken))
            log.LogInformation("Confidences were calibrated again by their outcomes");
        return true;
    }
}
