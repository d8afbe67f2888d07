using Motif.Discovery.Hierarchy;

namespace Motif.Discovery.Map;

/// <summary>A neighbourhood as it is written on the map.</summary>
/// <param name="AnchorItemId">The member that lies nearest to the middle of all; the label stands at it.</param>
/// <param name="Anchor">Its point.</param>
/// <param name="Bounds">Of all members.</param>
public sealed record MapLabel(
    ClusterLevel Level,
    Guid ClusterId,
    Guid? ParentId,
    string Label,
    string AnchorItemId,
    int Anchor,
    double X,
    double Y,
    MapBounds Bounds,
    int Items
);

/// <summary>Names on the map, each at a member of what it names.</summary>
internal static class MapLabels
{
    /// <param name="clusters">In the order in which they are told.</param>
    /// <param name="members">Of the points, in their order.</param>
    public static IReadOnlyList<MapLabel> Of(
        CorpusMap map,
        IReadOnlyList<Cluster> clusters,
        IReadOnlyDictionary<string, ClusterMember> members
    )
    {
        var points = clusters.ToDictionary(c => c.ClusterId, _ => new List<int>());
        for (var point = 0; point < map.Points; point++)
        {
            if (!members.TryGetValue(map.ItemIds[point], out var member))
                continue;
            foreach (var id in (Guid[])[member.MacroId, member.MesoId, member.MicroId])
                if (points.TryGetValue(id, out var list))
                    list.Add(point);
        }
        return
        [
            .. clusters
                .Where(c => points[c.ClusterId].Count > 0)
                .Select(c => Label(map, c, points[c.ClusterId])),
        ];
    }

    private static MapLabel Label(CorpusMap map, Cluster cluster, List<int> points)
    {
        // Medians: a few members that lie elsewhere do not draw the name away from the others.
        var (midX, midY) = (Median(points, map.X), Median(points, map.Y));
        var anchor = points
            .OrderBy(p => Math.Pow(map.X[p] - midX, 2) + Math.Pow(map.Y[p] - midY, 2))
            .ThenBy(p => p)
            .First();
        return new MapLabel(
            cluster.Level,
            cluster.ClusterId,
            cluster.ParentId,
            cluster.Name,
            map.ItemIds[anchor],
            anchor,
            map.X[anchor],
            map.Y[anchor],
            new MapBounds(
                points.Min(p => map.X[p]),
                points.Min(p => map.Y[p]),
                points.Max(p => map.X[p]),
                points.Max(p => map.Y[p])
            ),
            points.Count
        );
    }

    private static double Median(List<int> points, float[] values)
    {
        var sorted = points.ConvertAll(p => values[p]);
        sorted.Sort();
        return sorted[sorted.Count / 2];
    }
}
