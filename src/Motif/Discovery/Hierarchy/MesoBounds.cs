using Motif.Numerics;

namespace Motif.Discovery.Hierarchy;

/// <summary>Mesos brought to ordered sizes: larger ones are halved, smaller ones dealt out to their neighbours.</summary>
internal static class MesoBounds
{
    /// <param name="groups">The meso of each row.</param>
    public static (int[] Groups, int Count) Apply(
        FloatMatrix rows,
        int[] groups,
        HierarchySettings settings
    )
    {
        var (compact, count) = Centroids.Compact(groups);
        if (settings.MaxClusterSize is null && settings.MinClusterSize is null)
            return (compact, count);
        return MicroClusters.Bounded(
            rows,
            compact,
            settings.MinClusterSize ?? 1,
            settings.MaxClusterSize ?? int.MaxValue
        );
    }
}
