using Motif.Discovery.Runs;
using Motif.Server.Operations;

namespace Motif.Server.Jobs;

/// <summary>Refreshes by the hour what is kept of neighbourhoods for reading: items come and people edit between runs.</summary>
internal sealed class DiscoveryViews(
    IDiscoveryStore store,
    JobHealth health,
    TimeProvider time,
    ILogger<DiscoveryViews> log
) : ServerJob("views of discovery", health, time, log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        TakeTurnsAsync(() => RefreshAsync(stoppingToken), Interval, stoppingToken);

    private async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        await store.RefreshViewsAsync(cancellationToken);
        return true;
    }
}
