namespace Motif.Discovery.Runs;

/// <summary>
/// Keeps the parts of a run under way, so that several workers do them: a part is leased for a time under a number that no other
/// lease of the run has, and what is committed under any but the part's newest number is refused. Times are the database's own where
/// it has a clock, for those of workers differ. Thread-safe; a failure is a <see cref="Storage.BackendException"/>.
/// </summary>
public interface IMiningPartStore
{
    /// <summary>
    /// Lays out the parts of a run. What was done under the same plan stays done; under another it is forgotten. False when the run
    /// is no longer the attempt's.
    /// </summary>
    Task<bool> PlanAsync(
        DiscoveryRun run,
        MiningPlan plan,
        IReadOnlyList<int> parts,
        CancellationToken cancellationToken
    );

    /// <summary>The run under way in which a part is free, with its plan; null where none is.</summary>
    Task<(DiscoveryRun Run, MiningPlan Plan)?> FindOpenAsync(
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>Leases a free part, the lowest first: one that nobody has, or whose lease ran out. Null where none is, or the plan is another.</summary>
    Task<PartLease?> LeaseAsync(
        Guid runId,
        string fingerprint,
        string worker,
        TimeSpan lease,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>Prolongs a lease, also one that ran out and that nobody else took; false when it is lost.</summary>
    Task<bool> RenewAsync(
        Guid runId,
        PartLease part,
        TimeSpan lease,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>Keeps what a part came to; false, and nothing is kept, where its lease is not the newest or the run ended.</summary>
    Task<bool> CommitAsync(
        Guid runId,
        PartLease part,
        byte[] result,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    Task<PartCount> CountAsync(Guid runId, CancellationToken cancellationToken);

    /// <summary>Of all parts that are done, in the order of their numbers; gone once the run has ended.</summary>
    Task<IReadOnlyList<byte[]>> ResultsAsync(Guid runId, CancellationToken cancellationToken);

    /// <summary>Every lease that was given in a run, the first first; they stay when the run has ended.</summary>
    Task<IReadOnlyList<PartAttempt>> ListAttemptsAsync(
        Guid runId,
        CancellationToken cancellationToken
    );
}
