using Motif.Catalog;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Map;

namespace Motif.Discovery.Runs;

/// <summary>The map of a run as it is kept.</summary>
public sealed record DrawnMap(CorpusMap Map, IReadOnlyList<MapLabel> Labels);

/// <summary>A map in memory.</summary>
/// <param name="Version">Another one for every other map.</param>
/// <param name="Columns">As they go over the wire.</param>
public sealed record LoadedMap(string Version, DrawnMap Drawn, byte[] Columns);

/// <summary>How to read the columns of the map, and what is written on it.</summary>
/// <param name="Bounds">Null for a map without a point.</param>
/// <param name="Clusters">Ids of the mesos: the column of clusters holds their places here.</param>
/// <param name="LowestLog">What the value 1 stands for, as the logarithm of the performance ratio; 0 is no score.</param>
/// <param name="HighestLog">What the value 65,535 stands for.</param>
public sealed record MapSheet(
    string Version,
    int Points,
    MapBounds? Bounds,
    IReadOnlyList<Guid> Clusters,
    double LowestLog,
    double HighestLog,
    IReadOnlyList<MapLabel> Labels
);

/// <summary>Points inside a polygon that pass the filters.</summary>
/// <param name="Points">Their places among all points, ascending.</param>
/// <param name="ItemIds">The same as ids, the first of them.</param>
public sealed record SelectedPoints(
    string Version,
    int Count,
    IReadOnlyList<int> Points,
    IReadOnlyList<string> ItemIds
);

/// <summary>The map that the last run drew, kept in memory until another one stands. Thread-safe.</summary>
public sealed class CorpusMaps(IDiscoveryStore store, IItemStore items) : IDisposable
{
    private const int MostIds = 1000;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private LoadedMap? _kept;

    private static CatalogueProblem NoMap { get; } =
        new(
            CatalogueRefusal.Incomplete,
            "no run has drawn a map yet; start one with motif discover run or POST /api/v1/discovery/runs"
        );

    public void Dispose() => _gate.Dispose();

    /// <summary>Refused before the first run has drawn one.</summary>
    public async Task<CatalogueAnswer<LoadedMap>> CurrentAsync(CancellationToken cancellationToken)
    {
        if (await store.MapVersionAsync(cancellationToken) is not { } version)
            return NoMap;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_kept?.Version != version)
            {
                if (await store.FindMapAsync(cancellationToken) is not { } drawn)
                    return NoMap;
                _kept = new LoadedMap(version, drawn, drawn.Map.Columns());
            }
            return _kept;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The sheet of the map; neighbourhoods are called as they are called now.</summary>
    public async Task<CatalogueAnswer<MapSheet>> SheetAsync(CancellationToken cancellationToken)
    {
        var current = await CurrentAsync(cancellationToken);
        if (current.Value is not { } loaded)
            return current.Problem!;
        var (map, labels) = loaded.Drawn;
        var names = (
            await store.ListClustersAsync(withCentroids: false, cancellationToken)
        ).ToDictionary(c => c.ClusterId, c => c.Name);
        return new MapSheet(
            loaded.Version,
            map.Points,
            map.Bounds,
            [.. labels.Where(l => l.Level is ClusterLevel.Meso).Select(l => l.ClusterId)],
            CorpusMap.LowestLog,
            CorpusMap.HighestLog,
            [
                .. labels.Select(l =>
                    names.TryGetValue(l.ClusterId, out var name) ? l with { Label = name } : l
                ),
            ]
        );
    }

    /// <summary>The item at a point.</summary>
    /// <param name="point">Its place among all points.</param>
    public async Task<CatalogueAnswer<Item>> ItemAsync(
        int point,
        CancellationToken cancellationToken
    )
    {
        var current = await CurrentAsync(cancellationToken);
        if (current.Value is not { } loaded)
            return current.Problem!;
        var ids = loaded.Drawn.Map.ItemIds;
        if (point < 0 || point >= ids.Count)
            return new CatalogueProblem(
                CatalogueRefusal.NotFound,
                $"the map has the points 0 to {ids.Count - 1}"
            );
        return await items.FindAsync(ids[point], cancellationToken) is { } item
            ? item
            : new CatalogueProblem(
                CatalogueRefusal.NotFound,
                $"the item '{ids[point]}' is no longer there"
            );
    }

    /// <summary>Points inside a polygon that pass the filters.</summary>
    public async Task<CatalogueAnswer<SelectedPoints>> SelectAsync(
        MapSelection selection,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(selection);
        if (selection.Polygon.Count is < 3 or > MapSelection.MostCorners)
            return CatalogueProblem.Invalid(
                "polygon",
                $"has {selection.Polygon.Count} corners; give 3 to {MapSelection.MostCorners}"
            );
        if (selection.Polygon.Any(p => !double.IsFinite(p.X) || !double.IsFinite(p.Y)))
            return CatalogueProblem.Invalid("polygon", "has a corner that is not finite");
        var current = await CurrentAsync(cancellationToken);
        if (current.Value is not { } loaded)
            return current.Problem!;
        var map = loaded.Drawn.Map;
        var wanted = Wanted(selection, loaded.Drawn.Labels);
        var (low, high) = (
            Least(selection.MinRatio),
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
            if (PolygonSelection.Holds(selection.Polygon, map.X[i], map.Y[i]))
                found.Add(i);
        }
        return new SelectedPoints(
            loaded.Version,
            found.Count,
            found,
            [.. found.Take(MostIds).Select(i => map.ItemIds[i])]
        );
    }

    private static ushort Least(double? ratio) =>
        ratio is { } min ? CorpusMap.ValueOf(Math.Log(min)) : (ushort)1;

    /// <summary>The mesos that are wanted by their places: those named, and those inside a macro that is; null for all.</summary>
    private static HashSet<ushort>? Wanted(MapSelection selection, IReadOnlyList<MapLabel> labels)
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
