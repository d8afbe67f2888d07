using Motif.Matching;
using Motif.Server.Operations;

namespace Motif.Server.Jobs;

/// <summary>Tunes the offline vectors on the catalogue while the server runs, whenever there is something new to learn.</summary>
internal sealed class VectorTuning(
    CatalogueTuning tuning,
    JobHealth health,
    TimeProvider time,
    ILogger<VectorTuning> log
) : ServerJob("tuning of the vectors", health, time, log)
{
    /// <summary>Also the time that a server has to itself after its start: a tuning takes all cores for seconds.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Interval, Time, stoppingToken);
        await TakeTurnsAsync(() => TuneIfDueAsync(stoppingToken), Interval, stoppingToken);
    }

    private async Task<bool> TuneIfDueAsync(CancellationToken cancellationToken)
    {
        if (await tuning.IsDueAsync(cancellationToken))
            await TuneAsync(cancellationToken);
        return true;
    }

    private async Task TuneAsync(CancellationToken cancellationToken)
    {
        var started = Time.GetTimestamp();
        var report = await tuning.TuneAsync(cancellationToken);
        if (report.Before is null)
            log.LogInformation("Vectors stay as they are: {Reason}", report.Reason);
        else
            log.LogInformation(
                "Vectors {Verdict} on {Pairs} pairs of the catalogue in {Seconds:0.0} s: {Reason}, mean reciprocal rank {Before:0.000} before and {After:0.000} after",
                report.Promoted ? "were tuned" : "stay as they are after a tuning",
                report.Pairs,
                Time.GetElapsedTime(started).TotalSeconds,
                report.Reason,
                report.Before,
                report.After
            );
    }
}
