using Motif.Discovery.Runs;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <inheritdoc cref="IMiningPartStore"/>
internal sealed class MiningPartStore(RelationalDatabase database) : IMiningPartStore
{
    private const string IsFree =
        "committed_at IS NULL AND (leased_until IS NULL OR leased_until <= @now)";

    public Task<bool> PlanAsync(
        DiscoveryRun run,
        MiningPlan plan,
        IReadOnlyList<int> parts,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "discovery.plan",
            async session =>
            {
                if (await DiscoveryStore.OwnedAsync(session, run.RunId, run.Attempt) is null)
                    return false;
                var stands = await PlanRow.HeldAsync(session, run.RunId);
                if (stands?.Fingerprint == plan.Fingerprint)
                    return true;
                await PartRows.AbandonAsync(session, run.RunId, database.Time.GetUtcNow());
                await PlanRow.WriteAsync(session, run.RunId, plan, stands is null);
                await session.ExecuteManyAsync(
                    "INSERT INTO discovery_parts (run_id, part, fence) VALUES (@run_id, @part, 0)",
                    [
                        .. parts.Select(part =>
                            new (string, object?)[] { ("run_id", run.RunId), ("part", part) }
                        ),
                    ]
                );
                return true;
            },
            cancellationToken
        );

    public Task<(DiscoveryRun Run, MiningPlan Plan)?> FindOpenAsync(
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        database.ReadTogetherAsync<(DiscoveryRun Run, MiningPlan Plan)?>(
            "discovery.find_open",
            async session =>
            {
                var row = await session.FirstOrDefaultAsync<RunRow>(
                    $"""
                    {RunRow.Select} WHERE state = 'running' AND run_id IN (
                        SELECT run_id FROM discovery_parts WHERE {IsFree})
                    """,
                    ("now", await session.NowAsync(now))
                );
                if (row?.ToRun() is not { } run)
                    return null;
                var plan = await PlanRow.FindAsync(session, run.RunId);
                return plan is null ? null : (run, plan);
            },
            cancellationToken
        );

    public Task<PartLease?> LeaseAsync(
        Guid runId,
        string fingerprint,
        string worker,
        TimeSpan lease,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync<PartLease?>(
            "discovery.lease",
            async session =>
            {
                if (
                    await PlanRow.HeldAsync(session, runId) is not { } plan
                    || plan.Fingerprint != fingerprint
                )
                    return null;
                var clock = await session.NowAsync(now);
                var free = await session.FirstOrDefaultAsync<int?>(
                    $"SELECT part FROM discovery_parts WHERE run_id = @id AND {IsFree} ORDER BY part LIMIT 1",
                    ("id", runId),
                    ("now", clock)
                );
                if (free is not { } part)
                    return null;
                var taken = new PartLease(part, plan.Fence + 1);
                await PartRows.LeaseAsync(session, runId, taken, worker, clock, clock + lease);
                return taken;
            },
            cancellationToken
        );

    public Task<bool> RenewAsync(
        Guid runId,
        PartLease part,
        TimeSpan lease,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "discovery.renew",
            async session =>
                await session.ExecuteAsync(
                    $"UPDATE discovery_parts SET leased_until = @until WHERE {PartRows.IsHeld}",
                    ("until", await session.NowAsync(now) + lease),
                    ("id", runId),
                    ("part", part.Part),
                    ("fence", part.Fence)
                ) > 0,
            cancellationToken
        );

    public Task<bool> CommitAsync(
        Guid runId,
        PartLease part,
        byte[] result,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "discovery.commit_part",
            async session =>
            {
                await PlanRow.HeldAsync(session, runId);
                var clock = await session.NowAsync(now);
                var isKept =
                    await session.ExecuteAsync(
                        $"UPDATE discovery_parts SET committed_at = @now, result = @result WHERE {PartRows.IsHeld}",
                        ("now", clock),
                        ("result", result),
                        ("id", runId),
                        ("part", part.Part),
                        ("fence", part.Fence)
                    ) > 0;
                await PartRows.EndAttemptAsync(
                    session,
                    runId,
                    part.Fence,
                    isKept ? PartOutcome.Committed : PartOutcome.Refused,
                    clock
                );
                return isKept;
            },
            cancellationToken
        );

    public Task<PartCount> CountAsync(Guid runId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            "discovery.count_parts",
            async session =>
            {
                var done = await session.QueryAsync<bool>(
                    "SELECT committed_at IS NOT NULL FROM discovery_parts WHERE run_id = @id",
                    ("id", runId)
                );
                return new PartCount(done.Count(d => d), done.Count);
            },
            cancellationToken
        );

    public Task<IReadOnlyList<byte[]>> ResultsAsync(
        Guid runId,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<byte[]>>(
            "discovery.part_results",
            async session =>
                await session.QueryAsync<byte[]>(
                    "SELECT result FROM discovery_parts WHERE run_id = @id AND committed_at IS NOT NULL ORDER BY part",
                    ("id", runId)
                ),
            cancellationToken
        );

    public Task<IReadOnlyList<PartAttempt>> ListAttemptsAsync(
        Guid runId,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<PartAttempt>>(
            "discovery.list_attempts",
            async session =>
                (
                    await session.QueryAsync<AttemptRow>(
                        $"{AttemptRow.Select} WHERE run_id = @id ORDER BY fence",
                        ("id", runId)
                    )
                ).ConvertAll(r => r.ToAttempt()),
            cancellationToken
        );
}
