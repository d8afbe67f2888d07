using Motif.Discovery.Hierarchy;
using Motif.Discovery.Mining;
using Motif.Discovery.Runs;

namespace Motif.Backends.Relational;

/// <inheritdoc cref="IDiscoveryStore"/>
internal sealed partial class DiscoveryStore(RelationalDatabase database) : IDiscoveryStore
{
    public Task<DiscoveryRun?> StartAsync(DiscoveryRun run, CancellationToken cancellationToken) =>
        database.WriteAsync(
            "discovery.start",
            async session =>
            {
                // Of two starts at once the index of running runs lets one through.
                var started = await session.ExecuteAsync(
                    RunRow.Insert,
                    RunRow.Parameters(run, await session.NowAsync(run.StartedAt))
                );
                return started > 0
                    ? null
                    : await RunningAsync(session) ?? await FindRunAsync(session, run.RunId);
            },
            cancellationToken
        );

    public Task<DiscoveryRun?> TakeOverAsync(
        TimeSpan silence,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "discovery.take_over",
            async session =>
            {
                var clock = await session.NowAsync(now);
                var row = await session.FirstOrDefaultAsync<RunRow>(
                    $"{RunRow.Select} WHERE state = 'running' AND alive_at <= @since {session.Dialect.LockToChange}",
                    ("since", clock - silence)
                );
                if (row is null)
                    return null;
                var run = row.ToRun();
                run = run with { Attempt = run.Attempt + 1 };
                await session.ExecuteAsync(
                    "UPDATE discovery_runs SET attempt = @attempt, alive_at = @now, body = @body WHERE run_id = @id",
                    ("attempt", run.Attempt),
                    ("now", clock),
                    ("body", RunRow.Json(run)),
                    ("id", run.RunId)
                );
                return run;
            },
            cancellationToken
        );

    public Task<bool> BeatAsync(
        Guid runId,
        int attempt,
        RunProgress progress,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "discovery.beat",
            async session =>
            {
                if (await OwnedAsync(session, runId, attempt) is not { } run)
                    return false;
                await session.ExecuteAsync(
                    "UPDATE discovery_runs SET alive_at = @now, body = @body WHERE run_id = @id",
                    ("now", await session.NowAsync(now)),
                    ("body", RunRow.Json(run with { Progress = progress })),
                    ("id", runId)
                );
                return true;
            },
            cancellationToken
        );

    public Task<bool> EndAsync(
        DiscoveryRun ended,
        DiscoveredState? state,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "discovery.end",
            async session =>
            {
                if (await OwnedAsync(session, ended.RunId, ended.Attempt) is null)
                    return false;
                await UpdateAsync(session, ended);
                await PartRows.CloseAsync(
                    session,
                    ended.RunId,
                    ended.FinishedAt ?? ended.StartedAt
                );
                if (state is not null)
                    await DiscoveredRows.ReplaceAsync(
                        session,
                        state,
                        await FrameRows.RevisionAsync(session) + 1
                    );
                return true;
            },
            cancellationToken
        );

    public Task<bool> CancelAsync(
        Guid runId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "discovery.cancel",
            async session =>
            {
                if (await OwnedAsync(session, runId, null) is not { } run)
                    return false;
                await UpdateAsync(
                    session,
                    run with
                    {
                        State = RunState.Cancelled,
                        FinishedAt = now,
                        Progress = null,
                    }
                );
                await PartRows.CloseAsync(session, runId, now);
                return true;
            },
            cancellationToken
        );

    public Task<DiscoveryRun?> FindRunAsync(Guid runId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            "discovery.find_run",
            session => FindRunAsync(session, runId),
            cancellationToken
        );

    public Task<IReadOnlyList<DiscoveryRun>> ListRunsAsync(
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<DiscoveryRun>>(
            "discovery.list_runs",
            async session =>
                (
                    await session.QueryAsync<RunRow>(
                        $"{RunRow.Select} ORDER BY started_at DESC, run_id DESC LIMIT @limit",
                        ("limit", limit)
                    )
                ).ConvertAll(r => r.ToRun()),
            cancellationToken
        );

    public Task<IReadOnlyList<Cluster>> ListClustersAsync(
        bool withCentroids,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<Cluster>>(
            "discovery.list_clusters",
            async session => await ClusterRow.ListAsync(session, withCentroids),
            cancellationToken
        );

    public Task<IReadOnlyList<ClusterMember>> ListMembersAsync(
        Guid? clusterId,
        string? after,
        int limit,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<ClusterMember>>(
            "discovery.list_members",
            async session =>
                (
                    await session.QueryAsync<MemberRow>(
                        $"""
                        {MemberRow.Select} WHERE item_id > @after
                        {(
                            clusterId is null
                                ? ""
                                : "AND (macro_id = @id OR meso_id = @id OR micro_id = @id)"
                        )}
                        ORDER BY item_id LIMIT @limit
                        """,
                        clusterId is { } id
                            ? [("after", after ?? ""), ("limit", limit), ("id", id)]
                            : [("after", after ?? ""), ("limit", limit)]
                    )
                ).ConvertAll(r => r.ToMember()),
            cancellationToken
        );

    public Task<IReadOnlyList<Finding>> ListFindingsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Finding>>(
            "discovery.list_findings",
            async session =>
                (
                    await session.QueryAsync<string>(
                        "SELECT body FROM semantic_findings ORDER BY position"
                    )
                ).ConvertAll(DiscoveredRows.Finding),
            cancellationToken
        );

    public Task<Finding?> FindFindingAsync(Guid findingId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            "discovery.find_finding",
            async session =>
                await session.FirstOrDefaultAsync<string>(
                    "SELECT body FROM semantic_findings WHERE finding_id = @id",
                    ("id", findingId)
                )
                    is { } body
                    ? DiscoveredRows.Finding(body)
                    : null,
            cancellationToken
        );

    public Task<string?> MapVersionAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            "discovery.map_version",
            async session => MapRows.Version(await StateAsync(session, MapRows.VersionName)),
            cancellationToken
        );

    public Task<DrawnMap?> FindMapAsync(CancellationToken cancellationToken) =>
        database.ReadTogetherAsync(
            "discovery.map",
            async session =>
                MapRows.Map(
                    await StateAsync(session, MapRows.PointsName),
                    await StateAsync(session, MapRows.LabelsName),
                    await StateAsync(session, MapRows.AttributesName)
                ),
            cancellationToken
        );

    private static Task<byte[]?> StateAsync(SqlSession session, string name) =>
        session.FirstOrDefaultAsync<byte[]>(
            "SELECT data FROM discovery_state WHERE name = @name",
            ("name", name)
        );

    private static async Task<DiscoveryRun?> FindRunAsync(SqlSession session, Guid runId) =>
        (
            await session.FirstOrDefaultAsync<RunRow>(
                $"{RunRow.Select} WHERE run_id = @id",
                ("id", runId)
            )
        )?.ToRun();

    private static async Task<DiscoveryRun?> RunningAsync(SqlSession session) =>
        (
            await session.FirstOrDefaultAsync<RunRow>($"{RunRow.Select} WHERE state = 'running'")
        )?.ToRun();

    /// <summary>The run while it goes on and belongs to the attempt; its row is held.</summary>
    public static async Task<DiscoveryRun?> OwnedAsync(SqlSession session, Guid runId, int? attempt)
    {
        var row = await session.FirstOrDefaultAsync<RunRow>(
            $"{RunRow.Select} WHERE run_id = @id AND state = 'running' {session.Dialect.LockToChange}",
            ("id", runId)
        );
        var run = row?.ToRun();
        return attempt is null || run?.Attempt == attempt ? run : null;
    }

    private static Task<int> UpdateAsync(SqlSession session, DiscoveryRun run) =>
        session.ExecuteAsync(
            "UPDATE discovery_runs SET state = @state, body = @body WHERE run_id = @id",
            ("state", WireName.Of(run.State)),
            ("body", RunRow.Json(run)),
            ("id", run.RunId)
        );
}
