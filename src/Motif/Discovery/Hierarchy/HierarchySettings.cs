using System.ComponentModel.DataAnnotations;

namespace Motif.Discovery.Hierarchy;

/// <summary>How neighbourhoods are made.</summary>
[WireRequest]
public sealed record HierarchySettings
{
    public const int MostClusters = 8192;
    public const int MostChildren = 100;
    public const int MostItems = 1_000_000;

    /// <summary>The same seed over the same items gives the same neighbourhoods, to the byte.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>So many of the largest neighbourhoods; null for about 3,000 items each.</summary>
    [Range(1, MostClusters)]
    public int? MacroClusters { get; init; }

    /// <summary>So many of the middle ones; null for about 300 items each.</summary>
    [Range(1, MostClusters)]
    public int? MesoClusters { get; init; }

    /// <summary>So many of the smallest; null for about 30 items each.</summary>
    [Range(1, MostClusters)]
    public int? MicroClusters { get; init; }

    /// <summary>Every macro has at least so many mesos and every meso so many micros, where the items allow it.</summary>
    [Range(1, MostChildren)]
    public int? MinChildren { get; init; }

    /// <summary>A meso with fewer distinct items is dealt out to its neighbours; null for no such bound.</summary>
    [Range(2, MostItems)]
    public int? MinClusterSize { get; init; }

    /// <summary>A meso with more distinct items is halved; null for about 300 with 1,000 as the most that it may grow to.</summary>
    [Range(2, MostItems)]
    public int? MaxClusterSize { get; init; }

    /// <summary>
    /// Makes everything anew but what people touched. Otherwise neighbourhoods go on from those that stand, as long as the other
    /// settings are the same.
    /// </summary>
    public bool Fresh { get; init; }

    /// <summary>What is wrong with it, by wire name; null when nothing is.</summary>
    public (string Field, string Mistake)? Mistake()
    {
        foreach (
            var (name, value) in new[]
            {
                ("macro_clusters", MacroClusters),
                ("meso_clusters", MesoClusters),
                ("micro_clusters", MicroClusters),
            }
        )
        {
            if (value is < 1 or > MostClusters)
                return (name, $"must be 1 to {MostClusters}");
        }
        if (MinChildren is < 1 or > MostChildren)
            return ("min_children", $"must be 1 to {MostChildren}");
        if (MinClusterSize is < 2 or > MostItems)
            return ("min_cluster_size", $"must be 2 to {MostItems}");
        if (MaxClusterSize is < 2 or > MostItems)
            return ("max_cluster_size", $"must be 2 to {MostItems}");
        // Halves of what is just too large must not be too small.
        if (2 * (long?)MinClusterSize > MaxClusterSize)
            return ("min_cluster_size", "must be at most half of max_cluster_size");
        if (MacroClusters > (MesoClusters ?? int.MaxValue))
            return ("macro_clusters", "must not be more than meso_clusters");
        return MesoClusters > (MicroClusters ?? int.MaxValue)
            ? ("meso_clusters", "must not be more than micro_clusters")
            : null;
    }
}
