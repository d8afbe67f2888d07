using Motif.Discovery.Hierarchy;
using Motif.Discovery.Mining;
using Motif.Discovery.Runs;

namespace Motif.Backends.Relational;

internal sealed partial class DiscoveryStore
{
    private const string EffectivenessView = "pattern_effectiveness_by_cluster";
    private const string StatsView = "semantic_cluster_stats";

    public async Task RefreshViewsAsync(CancellationToken cancellationToken)
    {
        foreach (var view in (string[])[EffectivenessView, StatsView])
        {
            if (database.Dialect.Refresh(view) is not { } refresh)
                continue;
            await database.WriteAsync(
                "discovery.refresh_view",
                session => session.ExecuteAsync(refresh),
                cancellationToken
            );
        }
    }

    public Task<DiscoveryMetrics> MetricsAsync(CancellationToken cancellationToken) =>
        database.ReadTogetherAsync(
            "discovery.metrics",
            async session => new DiscoveryMetrics(
                (
                    await session.QueryAsync<StatsRow>(
                        $"""
                        SELECT cluster_id AS ClusterId, level AS Level, parent_id AS ParentId, cluster_name AS ClusterName,
                            items AS Items, channels AS Channels, strength AS Strength, ratio AS Ratio, confirmed AS Confirmed
                        FROM {StatsView}
                        ORDER BY CASE level WHEN 'macro' THEN 0 WHEN 'meso' THEN 1 ELSE 2 END, items DESC, cluster_id
                        """
                    )
                ).ConvertAll(r => r.ToStats()),
                (
                    await session.QueryAsync<EffectivenessRow>(
                        $"""
                        SELECT finding_id AS FindingId, cluster_id AS ClusterId, level AS Level, cluster_name AS ClusterName,
                            feature AS Feature, state AS State, multiplier AS Multiplier,
                            expected_multiplier AS ExpectedMultiplier, support AS Support, channels AS Channels
                        FROM {EffectivenessView}
                        """
                    )
                ).ConvertAll(r => r.ToEffectiveness()).OrderByDescending(e => Math.Abs(Math.Log(e.ExpectedMultiplier))).ThenBy(e => e.FindingId).ToList()
            ),
            cancellationToken
        );

    private sealed class StatsRow
    {
        public StoredId ClusterId { get; init; }
        public string Level { get; init; } = "";
        public StoredId? ParentId { get; init; }
        public string ClusterName { get; init; } = "";
        public long Items { get; init; }
        public long Channels { get; init; }
        public double? Strength { get; init; }
        public double? Ratio { get; init; }
        public long Confirmed { get; init; }

        public ClusterStats ToStats() =>
            new(
                ClusterId.Value,
                WireName.Parse<ClusterLevel>(Level)!.Value,
                ParentId?.Value,
                ClusterName,
                Items,
                Channels,
                Strength,
                Ratio,
                Confirmed
            );
    }

    private sealed class EffectivenessRow
    {
        public StoredId FindingId { get; init; }
        public StoredId? ClusterId { get; init; }
        public string Level { get; init; } = "";
        public string ClusterName { get; init; } = "";
        public string Feature { get; init; } = "";
        public string State { get; init; } = "";
        public double Multiplier { get; init; }
        public double ExpectedMultiplier { get; init; }
        public int Support { get; init; }
        public int Channels { get; init; }

        public PatternEffectiveness ToEffectiveness() =>
            new(
                FindingId.Value,
                ClusterId?.Value,
                WireName.Parse<ClusterLevel>(Level),
                ClusterName,
                Feature,
                WireName.Parse<FindingState>(State)!.Value,
                Multiplier,
                ExpectedMultiplier,
                Support,
                Channels
            );
    }
}
