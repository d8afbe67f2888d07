using Motif.Catalog;
using Motif.Discovery.Mining;
using Motif.Storage;

namespace Motif.Discovery.Runs;

/// <summary>Does the parts of one run, beside whoever else does.</summary>
/// <param name="worker">What it is called in the log of leases.</param>
/// <param name="lease">How long a part is a worker's that is not heard of.</param>
internal sealed class MiningParts(
    IMiningPartStore store,
    TimeProvider time,
    string worker,
    TimeSpan lease
)
{
    /// <summary>Beats within a lease: a database that hangs for a third of it loses none.</summary>
    private const int Beats = 15;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>Lays the parts out, does those that nobody else does, waits for the others, and returns what all came to.</summary>
    /// <exception cref="OperationCanceledException">The run is no longer this worker's.</exception>
    public async Task<MiningReport> CompleteAsync(
        DiscoveryRun run,
        MiningPlan plan,
        CorpusMiner miner,
        Action<PartCount> told,
        CancellationToken cancellationToken
    )
    {
        if (!await store.PlanAsync(run, plan, miner.PartNumbers, cancellationToken))
            throw new OperationCanceledException("the run is another worker's");
        while (true)
        {
            await WorkAsync(run.RunId, plan.Fingerprint, miner, told, cancellationToken);
            var count = await store.CountAsync(run.RunId, cancellationToken);
            told(count);
            if (count.IsComplete)
                return miner.Report(await store.ResultsAsync(run.RunId, cancellationToken));
            await Task.Delay(Look, time, cancellationToken);
        }
    }

    /// <summary>Does parts until none is free.</summary>
    public async Task WorkAsync(
        Guid runId,
        string fingerprint,
        CorpusMiner miner,
        Action<PartCount> told,
        CancellationToken cancellationToken
    )
    {
        while (
            await store.LeaseAsync(
                runId,
                fingerprint,
                worker,
                lease,
                Moment.Now(time),
                cancellationToken
            )
                is { } part
        )
        {
            await DoAsync(runId, part, miner, cancellationToken);
            told(await store.CountAsync(runId, cancellationToken));
        }
    }

    private async Task DoAsync(
        Guid runId,
        PartLease part,
        CorpusMiner miner,
        CancellationToken cancellationToken
    )
    {
        using var lost = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            lost.Token
        );
        try
        {
            await Heartbeat.DuringAsync(
                lease / Beats,
                time,
                async () =>
                {
                    var isOurs = await store.RenewAsync(
                        runId,
                        part,
                        lease,
                        Moment.Now(time),
                        CancellationToken.None
                    );
                    if (!isOurs)
                        await lost.CancelAsync();
                    return isOurs;
                },
                async () =>
                {
                    // Off the caller's thread: it computes.
                    var result = await Task.Run(
                        () => miner.MinePart(part.Part, either.Token),
                        either.Token
                    );
                    await store.CommitAsync(
                        runId,
                        part,
                        result,
                        Moment.Now(time),
                        cancellationToken
                    );
                }
            );
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another worker has the part by now.
        }
    }
}
