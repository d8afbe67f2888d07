using Motif.Discovery.Hierarchy;
using Motif.Discovery.Mining;

namespace Motif.Discovery.Runs;

/// <summary>What a neighbourhood holds.</summary>
/// <param name="Channels">Different ones among its items.</param>
/// <param name="Strength">Mean of its items, 0 to 1; null without items.</param>
/// <param name="MeanRatio">Of the items that came with a performance ratio above 0; null where none did.</param>
/// <param name="Confirmed">Findings confirmed in it.</param>
public sealed record ClusterStats(
    Guid ClusterId,
    ClusterLevel Level,
    Guid? ParentId,
    string ClusterName,
    long Items,
    long Channels,
    double? Strength,
    double? MeanRatio,
    long Confirmed
);

/// <summary>What a trait does in a neighbourhood, in short.</summary>
/// <param name="ClusterId">Null for the whole corpus.</param>
/// <param name="Level">Of the neighbourhood; null for the whole corpus.</param>
public sealed record PatternEffectiveness(
    Guid FindingId,
    Guid? ClusterId,
    ClusterLevel? Level,
    string ClusterName,
    string Feature,
    FindingState State,
    double Multiplier,
    double ExpectedMultiplier,
    int Support,
    int Channels
);

/// <summary>
/// Discovery in numbers. On PostgreSQL they are as of the last refresh: after every run, and within the hour of an import or edit.
/// </summary>
/// <param name="Clusters">The largest level first, then by their items.</param>
/// <param name="Effectiveness">The largest expected effect first, either way.</param>
public sealed record DiscoveryMetrics(
    IReadOnlyList<ClusterStats> Clusters,
    IReadOnlyList<PatternEffectiveness> Effectiveness
);
