using Motif.Decisions;
using Motif.Server.Operations;

namespace Motif.Server.Jobs;

/// <summary>Takes the day's step back from the confidence of decision patterns. Servers on one database share the work.</summary>
internal sealed class ConfidenceDecayJob(
    ConfidenceDecay decay,
    JobHealth health,
    TimeProvider time,
    ILogger<ConfidenceDecayJob> log
) : ServerJob("decay of confidences", health, time, log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        TakeTurnsAsync(
            async () =>
            {
                await decay.RunAsync(stoppingToken);
                return true;
            },
            Interval,
            stoppingToken
        );
}
