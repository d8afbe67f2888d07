using Motif.Discovery.Runs;

namespace Motif.Backends.Tests.Discovery;

/// <summary>Parts whose leases and commits a test sees, and holds up.</summary>
internal sealed class WatchedParts(IMiningPartStore parts) : IMiningPartStore
{
    /// <summary>Before a lease is asked for.</summary>
    public Func<Task> BeforeLease { get; set; } = () => Task.CompletedTask;

    /// <summary>A part was leased, and its worker does not know yet.</summary>
    public Func<PartLease, Task> Leased { get; set; } = _ => Task.CompletedTask;

    public Action<PartLease, bool> Committed { get; set; } = (_, _) => { };

    /// <summary>All parts are done, and nothing came of them yet.</summary>
    public Func<Task> BeforeResults { get; set; } = () => Task.CompletedTask;

    /// <summary>A worker that was stopped between its last beat and its commit hears of no lost lease.</summary>
    public bool IsDeaf { get; set; }

    public Task<bool> PlanAsync(
        DiscoveryRun run,
        MiningPlan plan,
        IReadOnlyList<int> numbers,
        CancellationToken cancellationToken
    ) => parts.PlanAsync(run, plan, numbers, cancellationToken);

    public Task<(DiscoveryRun Run, MiningPlan Plan)?> FindOpenAsync(
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => parts.FindOpenAsync(now, cancellationToken);

    public async Task<PartLease?> LeaseAsync(
        Guid runId,
        string fingerprint,
        string worker,
        TimeSpan lease,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await BeforeLease();
        var leased = await parts.LeaseAsync(
            runId,
            fingerprint,
            worker,
            lease,
            now,
            cancellationToken
        );
        if (leased is { } part)
            await Leased(part);
        return leased;
    }

    public Task<bool> RenewAsync(
        Guid runId,
        PartLease part,
        TimeSpan lease,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        IsDeaf
            ? Task.FromResult(true)
            : parts.RenewAsync(runId, part, lease, now, cancellationToken);

    public async Task<bool> CommitAsync(
        Guid runId,
        PartLease part,
        byte[] result,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var isKept = await parts.CommitAsync(runId, part, result, now, cancellationToken);
        Committed(part, isKept);
        return isKept;
    }

    public Task<PartCount> CountAsync(Guid runId, CancellationToken cancellationToken) =>
        parts.CountAsync(runId, cancellationToken);

    public async Task<IReadOnlyList<byte[]>> ResultsAsync(
        Guid runId,
        CancellationToken cancellationToken
    )
    {
        await BeforeResults();
        return await parts.ResultsAsync(runId, cancellationToken);
    }

    public Task<IReadOnlyList<PartAttempt>> ListAttemptsAsync(
        Guid runId,
        CancellationToken cancellationToken
    ) => parts.ListAttemptsAsync(runId, cancellationToken);
}
