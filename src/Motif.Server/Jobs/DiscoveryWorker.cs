using System.Threading.Channels;
using Motif.Discovery.Advice;
using Motif.Discovery.Runs;
using Motif.Server.Operations;

namespace Motif.Server.Jobs;

/// <summary>
/// Works on runs of discovery: those started through this server, those whose worker died, and parts of those that go on elsewhere.
/// How they stand is in the database, so that every server can tell of them and any can take them over.
/// </summary>
internal sealed class DiscoveryWorker(
    DiscoveryRuns runs,
    ItemPlacement placement,
    JobHealth health,
    TimeProvider time,
    ILogger<DiscoveryWorker> log
) : ServerJob("discovery", health, time, log)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    private readonly Channel<DiscoveryRun> _started = Channel.CreateUnbounded<DiscoveryRun>();
    private int _hasUnplaced;

    /// <summary>Hands over a run that was just entered.</summary>
    public void Take(DiscoveryRun run) => _started.Writer.TryWrite(run);

    /// <summary>Says that items came which have no place yet.</summary>
    public void PlaceRest() => Interlocked.Exchange(ref _hasUnplaced, 1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        TakeTurnsAsync(() => TurnAsync(stoppingToken), TimeSpan.Zero, stoppingToken);

    private async Task<bool> TurnAsync(CancellationToken stoppingToken)
    {
        if (await NextAsync(stoppingToken) is not { } run)
        {
            await runs.HelpAsync(stoppingToken);
        }
        else
        {
            await runs.WorkAsync(run, null, stoppingToken, leaves: true);
            // Those that came while it went on.
            PlaceRest();
        }
        if (Interlocked.Exchange(ref _hasUnplaced, 0) == 1)
            await placement.PlaceNewAsync(stoppingToken);
        return true;
    }

    private async Task<DiscoveryRun?> NextAsync(CancellationToken stoppingToken)
    {
        using var patience = new CancellationTokenSource(Look, Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            stoppingToken,
            patience.Token
        );
        try
        {
            return await _started.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            return await runs.TakeOverAsync(stoppingToken);
        }
    }
}
