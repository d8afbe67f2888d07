using Motif.Catalog;
using Motif.Discovery.Hierarchy;

namespace Motif.Discovery.Map;

/// <summary>Finds the points that lie inside a polygon and pass every filter.</summary>
internal sealed class PointSelection(
    CorpusMap map,
    IReadOnlyList<MapLabel> labels,
    IReadOnlyList<MapColumn> columns
)
{
    /// <returns>Places of the points, ascending.</returns>
    public CatalogueAnswer<List<int>> Of(MapSelection selection)
    {
        if (selection.Polygon.Count is < 3 or > MapSelection.MostCorners)
            return CatalogueProblem.Invalid(
                "polygon",
                $"has {selection.Polygon.Count} corners; give 3 to {MapSelection.MostCorners}"
            );
        if (selection.Polygon.Any(p => !double.IsFinite(p.X) || !double.IsFinite(p.Y)))
            return CatalogueProblem.Invalid("polygon", "has a corner that is not finite");
        var filters = new List<(ushort[] Codes, bool[] Passing)>();
        foreach (var filter in selection.Attributes)
        {
            var named = columns.FirstOrDefault(c => c.Attribute.Name == filter.Name);
            if (named is null)
                return CatalogueProblem.Invalid(
                    "attributes",
                    $"the map has no attribute '{filter.Name}'"
                );
            var passing = filter.Passing(named);
            if (passing.Value is null)
                return passing.Problem!;
            filters.Add((named.Codes, passing.Value));
        }
        var wanted = Wanted(selection);
        var (low, high) = (
            selection.MinRatio is { } min ? CorpusMap.ValueOf(Math.Log(min)) : (ushort)1,
            selection.MaxRatio is { } max ? CorpusMap.ValueOf(Math.Log(max)) : ushort.MaxValue
        );
        var isScored = selection.MinRatio is not null || selection.MaxRatio is not null;
        var found = new List<int>();
        for (var i = 0; i < map.Points; i++)
        {
            if (wanted is not null && !wanted.Contains(map.Cluster[i]))
                continue;
            if (isScored && (map.Value[i] == 0 || map.Value[i] < low || map.Value[i] > high))
                continue;
            if (filters.TrueForAll(f => f.Passing[f.Codes[i]]))
                if (PolygonSelection.Holds(selection.Polygon, map.X[i], map.Y[i]))
                    found.Add(i);
        }
        return found;
    }

    /// <summary>The mesos that are wanted by their places: those named, and those inside a macro that is; null for all.</summary>
    private HashSet<ushort>? Wanted(MapSelection selection)
    {
        if (selection.ClusterIds.Count == 0)
            return null;
        var named = selection.ClusterIds.ToHashSet();
        return
        [
            .. labels
                .Where(l => l.Level is ClusterLevel.Meso)
                .Select((l, place) => (l, place))
                .Where(m =>
                    named.Contains(m.l.ClusterId)
                    || (m.l.ParentId is { } parent && named.Contains(parent))
                )
                .Select(m => (ushort)m.place),
        ];
    }
}
