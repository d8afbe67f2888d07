using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Map;
using Motif.Discovery.Performance;
using Motif.Numerics;

namespace Motif.Discovery.Runs;

/// <summary>Draws the map of a run, upon the one that stands.</summary>
internal sealed class MapDrawing(IDiscoveryStore store, ulong seed, int threads)
{
    private const int MemberPage = 50_000;

    /// <param name="items">In the order of their ids.</param>
    /// <param name="vectors">Of length 1, one row an item.</param>
    public async Task<DrawnMap> DrawAsync(
        IReadOnlyList<Item> items,
        FloatMatrix vectors,
        BuiltHierarchy built,
        NamedHierarchy hierarchy,
        OutcomeScores scores,
        CancellationToken cancellationToken
    )
    {
        int[] rows = [.. Enumerable.Range(0, items.Count).Where(i => built.Members[i] is not null)];
        var centred = RowBlocks.Select(vectors, rows);
        for (var i = 0; i < centred.Rows; i++)
            CentredVectors.Centre(centred.Row(i), built.Places.Mean);
        string[] ids = Array.ConvertAll(rows, row => items[row].ItemId);
        var members = hierarchy.Members.ToDictionary(m => m.ItemId, StringComparer.Ordinal);
        var (x, y) = new MapBuilder(seed, threads).Draw(
            ids,
            centred,
            built.Places,
            Array.ConvertAll(rows, row => built.Members[row]!.Value.Micro),
            Array.ConvertAll(rows, row => members[items[row].ItemId].MesoId),
            await FormerAsync(cancellationToken),
            cancellationToken
        );
        // In the order in which their labels stand, of those alone that have an item.
        var mesos = hierarchy
            .Clusters.Where(c => c.Level is ClusterLevel.Meso && c.Size > 0)
            .Select((c, place) => (c.ClusterId, Place: (ushort)place))
            .ToDictionary(c => c.ClusterId, c => c.Place);
        var map = new CorpusMap(
            ids,
            x,
            y,
            Array.ConvertAll(rows, row => mesos[members[items[row].ItemId].MesoId]),
            Array.ConvertAll(rows, row => CorpusMap.ValueOf(scores.Scores[row]?.LogRatio))
        );
        return new DrawnMap(map, MapLabels.Of(map, hierarchy.Clusters, members))
        {
            Attributes = MapColumns.Of(Array.ConvertAll(rows, row => items[row])),
        };
    }

    private async Task<FormerMap?> FormerAsync(CancellationToken cancellationToken)
    {
        if (await store.FindMapAsync(cancellationToken) is not { Map: var map })
            return null;
        var places = new Dictionary<string, (float X, float Y)>(StringComparer.Ordinal);
        for (var i = 0; i < map.Points; i++)
            places[map.ItemIds[i]] = (map.X[i], map.Y[i]);
        var mesos = new Dictionary<string, Guid>(StringComparer.Ordinal);
        string? last = null;
        while (true)
        {
            var page = await store.ListMembersAsync(null, last, MemberPage, cancellationToken);
            foreach (var member in page)
                mesos[member.ItemId] = member.MesoId;
            if (page.Count < MemberPage)
                return new FormerMap(places, mesos);
            last = page[^1].ItemId;
        }
    }
}
