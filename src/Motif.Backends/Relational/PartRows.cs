using Motif.Discovery.Runs;

namespace Motif.Backends.Relational;

/// <summary>The plan of a run under way; its row is held by whoever gives or ends leases, and counts their numbers.</summary>
internal sealed class PlanRow
{
    public string Fingerprint { get; init; } = "";
    public int Fence { get; init; }

    /// <summary>Null once the run has ended.</summary>
    public static Task<PlanRow?> HeldAsync(SqlSession session, Guid runId) =>
        session.FirstOrDefaultAsync<PlanRow>(
            $"SELECT fingerprint AS Fingerprint, fence AS Fence FROM discovery_plans WHERE run_id = @id {session.Dialect.LockToChange}",
            ("id", runId)
        );

    public static async Task<MiningPlan?> FindAsync(SqlSession session, Guid runId)
    {
        var fingerprint = await session.FirstOrDefaultAsync<string>(
            "SELECT fingerprint FROM discovery_plans WHERE run_id = @id",
            ("id", runId)
        );
        var places = await session.FirstOrDefaultAsync<byte[]>(
            "SELECT places FROM discovery_plans WHERE run_id = @id",
            ("id", runId)
        );
        return fingerprint is null || places is null ? null : new MiningPlan(fingerprint, places);
    }

    public static Task<int> WriteAsync(
        SqlSession session,
        Guid runId,
        MiningPlan plan,
        bool isNew
    ) =>
        session.ExecuteAsync(
            isNew
                ? "INSERT INTO discovery_plans (run_id, fingerprint, fence, places) VALUES (@id, @fingerprint, 0, @places)"
                // Numbers go on: a lease under the former plan must never have that of a new one.
                : "UPDATE discovery_plans SET fingerprint = @fingerprint, places = @places WHERE run_id = @id",
            ("id", runId),
            ("fingerprint", plan.Fingerprint),
            ("places", plan.Places)
        );
}

/// <summary>Parts of runs under way, and the log of their leases.</summary>
internal static class PartRows
{
    /// <summary>The part is of the lease and not done.</summary>
    public const string IsHeld =
        "run_id = @id AND part = @part AND fence = @fence AND committed_at IS NULL";

    /// <summary>Gives a free part to a worker; whoever had it loses it.</summary>
    public static async Task LeaseAsync(
        SqlSession session,
        Guid runId,
        PartLease part,
        string worker,
        DateTimeOffset now,
        DateTimeOffset until
    )
    {
        await session.ExecuteAsync(
            """
            UPDATE discovery_attempts SET outcome = 'expired', ended_at = @now
            WHERE run_id = @id AND part = @part AND outcome = 'working'
            """,
            ("now", now),
            ("id", runId),
            ("part", part.Part)
        );
        await session.ExecuteAsync(
            "UPDATE discovery_plans SET fence = @fence WHERE run_id = @id",
            ("fence", part.Fence),
            ("id", runId)
        );
        await session.ExecuteAsync(
            "UPDATE discovery_parts SET fence = @fence, leased_until = @until WHERE run_id = @id AND part = @part",
            ("fence", part.Fence),
            ("until", until),
            ("id", runId),
            ("part", part.Part)
        );
        await session.ExecuteAsync(
            """
            INSERT INTO discovery_attempts (run_id, fence, part, worker, leased_at, outcome)
            VALUES (@id, @fence, @part, @worker, @now, 'working')
            """,
            ("id", runId),
            ("fence", part.Fence),
            ("part", part.Part),
            ("worker", worker),
            ("now", now)
        );
    }

    public static Task<int> EndAttemptAsync(
        SqlSession session,
        Guid runId,
        int fence,
        PartOutcome outcome,
        DateTimeOffset now
    ) =>
        session.ExecuteAsync(
            "UPDATE discovery_attempts SET outcome = @outcome, ended_at = @now WHERE run_id = @id AND fence = @fence",
            ("outcome", WireName.Of(outcome)),
            ("now", now),
            ("id", runId),
            ("fence", fence)
        );

    /// <summary>Forgets what parts came to; leases that go on are lost.</summary>
    public static async Task AbandonAsync(SqlSession session, Guid runId, DateTimeOffset now)
    {
        await session.ExecuteAsync("DELETE FROM discovery_parts WHERE run_id = @id", ("id", runId));
        await session.ExecuteAsync(
            """
            UPDATE discovery_attempts SET outcome = 'abandoned', ended_at = @now
            WHERE run_id = @id AND outcome = 'working'
            """,
            ("now", await session.NowAsync(now)),
            ("id", runId)
        );
    }

    /// <summary>The run has ended: the log of its leases stays.</summary>
    public static async Task CloseAsync(SqlSession session, Guid runId, DateTimeOffset now)
    {
        await PlanRow.HeldAsync(session, runId);
        await AbandonAsync(session, runId, now);
        await session.ExecuteAsync("DELETE FROM discovery_plans WHERE run_id = @id", ("id", runId));
    }
}

/// <summary>A lease in the log.</summary>
internal sealed class AttemptRow
{
    public const string Select = """
        SELECT part AS Part, fence AS Fence, worker AS Worker, leased_at AS LeasedAt, ended_at AS EndedAt, outcome AS Outcome
        FROM discovery_attempts
        """;

    public int Part { get; init; }
    public int Fence { get; init; }
    public string Worker { get; init; } = "";
    public StoredTime LeasedAt { get; init; }
    public StoredTime? EndedAt { get; init; }
    public string Outcome { get; init; } = "";

    public PartAttempt ToAttempt() =>
        new(
            Part,
            Fence,
            Worker,
            LeasedAt.Value,
            EndedAt?.Value,
            WireName.Parse<PartOutcome>(Outcome)!.Value
        );
}
