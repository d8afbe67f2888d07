using Motif.Catalog;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Map;

namespace Motif.Discovery.Runs;

/// <summary>The map of a run as it is kept.</summary>
public sealed record DrawnMap(CorpusMap Map, IReadOnlyList<MapLabel> Labels)
{
    /// <summary>By what its points can be coloured and filtered, the most widely known first, as the run read them.</summary>
    public IReadOnlyList<MapColumn> Attributes { get; init; } = [];
}

/// <summary>A map in memory.</summary>
/// <param name="Version">Another one for every other map.</param>
/// <param name="Columns">As they go over the wire.</param>
/// <param name="Attributes">Those of the items, and before them how they did.</param>
public sealed record LoadedMap(
    string Version,
    DrawnMap Drawn,
    byte[] Columns,
    IReadOnlyList<MapColumn> Attributes
);

/// <summary>An attribute of every point as it goes over the wire.</summary>
public sealed record LoadedColumn(string Version, byte[] Bytes);

/// <summary>Items that are looked for on the map.</summary>
[WireRequest]
public sealed record MapPlaceQuestion
{
    public const int MostIds = 1000;

    public required IReadOnlyList<string> ItemIds { get; init; }
}

/// <summary>Where items lie on the map.</summary>
/// <param name="Points">Of each item its place among the points; null where the map has it not.</param>
public sealed record MapPlaces(string Version, IReadOnlyList<int?> Points);

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
                _kept = new LoadedMap(
                    version,
                    drawn,
                    drawn.Map.Columns(),
                    [MapColumns.Performance(drawn.Map), .. drawn.Attributes]
                );
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

    /// <summary>By what the points can be coloured and filtered.</summary>
    public async Task<CatalogueAnswer<MapAttributeList>> AttributesAsync(
        CancellationToken cancellationToken
    )
    {
        var current = await CurrentAsync(cancellationToken);
        return current.Value is { } loaded
            ? new MapAttributeList(loaded.Version, [.. loaded.Attributes.Select(c => c.Attribute)])
            : current.Problem!;
    }

    /// <summary>One attribute of every point.</summary>
    public async Task<CatalogueAnswer<LoadedColumn>> AttributeAsync(
        string name,
        CancellationToken cancellationToken
    )
    {
        var current = await CurrentAsync(cancellationToken);
        if (current.Value is not { } loaded)
            return current.Problem!;
        return loaded.Attributes.FirstOrDefault(c => c.Attribute.Name == name) is { } column
            ? new LoadedColumn(loaded.Version, column.ToBytes())
            : new CatalogueProblem(
                CatalogueRefusal.NotFound,
                $"the map has no attribute '{name}'; GET /api/v1/discovery/map/attributes lists them"
            );
    }

    /// <summary>Where items lie.</summary>
    public async Task<CatalogueAnswer<MapPlaces>> PlacesAsync(
        MapPlaceQuestion question,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.ItemIds.Count is 0 or > MapPlaceQuestion.MostIds)
            return CatalogueProblem.Invalid("item_ids", $"are 1 to {MapPlaceQuestion.MostIds}");
        var current = await CurrentAsync(cancellationToken);
        if (current.Value is not { } loaded)
            return current.Problem!;
        var ids = loaded.Drawn.Map.ItemIds;
        var wanted = question.ItemIds.ToHashSet(StringComparer.Ordinal);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < ids.Count; i++)
            if (wanted.Contains(ids[i]))
                places[ids[i]] = i;
        return new MapPlaces(
            loaded.Version,
            [
                .. question.ItemIds.Select(id =>
                    places.TryGetValue(id, out var place) ? (int?)place : null
                ),
            ]
        );
    }

    /// <summary>Points inside a polygon that pass the filters.</summary>
    public async Task<CatalogueAnswer<SelectedPoints>> SelectAsync(
        MapSelection selection,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(selection);
        var current = await CurrentAsync(cancellationToken);
        if (current.Value is not { } loaded)
            return current.Problem!;
        var (map, labels) = loaded.Drawn;
        var answer = new PointSelection(map, labels, loaded.Attributes).Of(selection);
        return answer.Value is { } found
            ? new SelectedPoints(
                loaded.Version,
                found.Count,
                found,
                [.. found.Take(MostIds).Select(i => map.ItemIds[i])]
            )
            : answer.Problem!;
    }
}
