using System.Text.Json;
using Motif.Discovery.Mining;
using Motif.Discovery.Runs;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>What a run discovered, as rows.</summary>
internal static class DiscoveredRows
{
    /// <summary>Puts it in the place of everything that stood.</summary>
    public static async Task ReplaceAsync(SqlSession session, DiscoveredState state, int revision)
    {
        foreach (
            var table in (string[])
                ["clusters", "cluster_members", "semantic_findings", "discovery_state"]
        )
            await session.ExecuteAsync($"DELETE FROM {table}");
        await session.ExecuteManyAsync(
            ClusterRow.Insert,
            [.. state.Clusters.Select(ClusterRow.Parameters)]
        );
        await session.ExecuteManyAsync(
            """
            INSERT INTO cluster_members (item_id, macro_id, meso_id, micro_id, strength, origin)
            VALUES (@item_id, @macro_id, @meso_id, @micro_id, @strength, @origin)
            """,
            [.. state.Members.Select(MemberRow.Parameters)]
        );
        await session.ExecuteManyAsync(
            """
            INSERT INTO semantic_findings (finding_id, cluster_id, state, position, body)
            VALUES (@finding_id, @cluster_id, @state, @position, @body)
            """,
            [.. state.Findings.Select(Parameters)]
        );
        await FrameRows.WriteAsync(session, state.Frame with { Revision = revision });
        await session.ExecuteManyAsync(
            "INSERT INTO discovery_state (name, data) VALUES (@name, @data)",
            [.. MapRows.Parameters(state.Map)]
        );
    }

    public static Finding Finding(string body) =>
        JsonSerializer.Deserialize<Finding>(body, MotifJson.Options)!;

    private static (string, object?)[] Parameters(Finding finding, int position) =>
        [
            ("finding_id", finding.FindingId),
            ("cluster_id", finding.ClusterId),
            ("state", WireName.Of(finding.State)),
            ("position", position),
            ("body", StorableJson.Of("finding", finding)),
        ];
}

/// <summary>A run as it is kept.</summary>
internal sealed class RunRow
{
    public const string Select = "SELECT body AS Body FROM discovery_runs";

    public const string Insert = """
        INSERT INTO discovery_runs (run_id, state, started_at, alive_at, attempt, body)
        VALUES (@run_id, @state, @started_at, @alive_at, @attempt, @body)
        ON CONFLICT DO NOTHING
        """;

    public string Body { get; init; } = "";

    public static StorableJson Json(DiscoveryRun run) => StorableJson.Of("run", run);

    public static (string, object?)[] Parameters(DiscoveryRun run, DateTimeOffset aliveAt) =>
        [
            ("run_id", run.RunId),
            ("state", WireName.Of(run.State)),
            ("started_at", run.StartedAt),
            ("alive_at", aliveAt),
            ("attempt", run.Attempt),
            ("body", Json(run)),
        ];

    public DiscoveryRun ToRun() =>
        JsonSerializer.Deserialize<DiscoveryRun>(Body, MotifJson.Options)!;
}
