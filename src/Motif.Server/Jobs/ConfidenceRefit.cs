using Motif.Matching;
using Motif.Storage;

namespace Motif.Server.Jobs;

/// <summary>Refits confidences while outcomes come in. Two servers that do it at once write the same.</summary>
internal sealed class ConfidenceRefit(
    ConfidenceLearning learning,
    TimeProvider time,
    ILogger<ConfidenceRefit> log
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                if (await learning.RefitAsync(stoppingToken))
                    log.LogInformation("Confidences were calibrated again by their outcomes");
            }
            catch (BackendException exception)
            {
                log.LogWarning(
                    exception,
                    "Confidences could not be calibrated; trying again later"
                );
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
