using System.Numerics.Tensors;
using Motif.Discovery.Items;
using Motif.Numerics;

namespace Motif.Discovery.Hierarchy;

/// <summary>A hierarchy as it is kept: named clusters with identities, members, and what changed since the last one.</summary>
internal sealed record NamedHierarchy(
    IReadOnlyList<Cluster> Clusters,
    IReadOnlyList<ClusterMember> Members,
    IReadOnlyList<ClusterEvent> Events
);

/// <summary>Gives a built hierarchy ids, names, medoids.</summary>
/// <param name="items">In the order of the hierarchy's rows.</param>
/// <param name="vectors">Of length 1, one row an item.</param>
/// <param name="before">The hierarchy that stood until now.</param>
/// <param name="moved">Rows that a person put where they are.</param>
/// <param name="topics">Names of known topics by their ids.</param>
internal sealed class ClusterSheet(
    BuiltHierarchy built,
    IReadOnlyList<Item> items,
    FloatMatrix vectors,
    IReadOnlyList<Cluster> before,
    IReadOnlyDictionary<string, ClusterMember> membersBefore,
    IReadOnlyCollection<int> moved,
    IReadOnlyDictionary<Guid, string> topics
)
{
    private const int Medoids = 5;
    private const string Between = " · ";

    private readonly string[] _ids = [.. items.Select(i => i.ItemId)];

    public NamedHierarchy Make()
    {
        var centred = vectors.Copy();
        for (var i = 0; i < centred.Rows; i++)
            CentredVectors.Centre(centred.Row(i), built.Places.Mean);
        var macro = Level(
            ClusterLevel.Macro,
            p => p.Macro,
            _ => null,
            Centres(centred, p => p.Macro, MacroCount),
            centred,
            built.Given.Macros
        );
        var meso = Level(
            ClusterLevel.Meso,
            p => p.Meso,
            group => macro.Ids[built.Places.MacroOfMeso[group]],
            MesoCentres(centred),
            centred,
            built.Given.Mesos
        );
        var micro = Level(
            ClusterLevel.Micro,
            p => p.Micro,
            group => meso.Ids[built.Places.MesoOfMicro[group]],
            built.Places.Micros,
            centred,
            built.Given.Micros
        );
        var members = new List<ClusterMember>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            if (built.Members[i] is { } place)
                members.Add(
                    new ClusterMember(
                        _ids[i],
                        macro.Ids[place.Macro],
                        meso.Ids[place.Meso],
                        micro.Ids[place.Micro],
                        place.Strength,
                        moved.Contains(i) ? MemberOrigin.Moved : MemberOrigin.Run
                    )
                );
        }
        return new NamedHierarchy(
            [.. macro.Clusters, .. meso.Clusters, .. micro.Clusters],
            members,
            [.. macro.Events, .. meso.Events, .. micro.Events]
        );
    }

    private sealed record NamedLevel(
        Guid[] Ids,
        IReadOnlyList<Cluster> Clusters,
        IReadOnlyList<ClusterEvent> Events
    );

    private NamedLevel Level(
        ClusterLevel level,
        Func<Place, int> group,
        Func<int, Guid?> parent,
        FloatMatrix centres,
        FloatMatrix centred,
        Guid?[] given
    )
    {
        var groups = Array.ConvertAll(built.Members, p => p is { } place ? group(place) : -1);
        var identity = ClusterIdentity.Match(
            level,
            _ids,
            groups,
            centres.Rows,
            id =>
                membersBefore.TryGetValue(id, out var member)
                && member.Origin is not MemberOrigin.Placed
                    ? member.At(level)
                    : null,
            membersBefore
                .Values.Where(m => m.Origin is not MemberOrigin.Placed)
                .GroupBy(m => m.At(level))
                .ToDictionary(g => g.Key, g => g.Count()),
            given
        );
        var old = before.Where(c => c.Level == level).ToDictionary(c => c.ClusterId);
        var nearest = Nearest(groups, centres, centred);
        var labels = Kept(Labels(nearest, parent), identity.Ids, old, parent);
        var clusters = new Cluster[centres.Rows];
        for (var i = 0; i < clusters.Length; i++)
        {
            var stood = old.GetValueOrDefault(identity.Ids[i]);
            var distinct = nearest[i].Where(row => built.CopyOf[row] == row).ToList();
            clusters[i] = new Cluster(
                identity.Ids[i],
                level,
                parent(i),
                labels[i].Name,
                labels[i].Terms,
                [.. distinct.Take(Medoids).Select(row => _ids[row])],
                nearest[i].Count,
                distinct.Count,
                nearest[i].Count == 0
                    ? 0
                    : Math.Clamp(nearest[i].Average(row => built.Members[row]!.Value.Cosine), -1, 1)
            )
            {
                Centroid = centres.Row(i).ToArray(),
                IsHeld = stood is { IsHeld: true },
                IsNamed = stood is { IsNamed: true } || topics.ContainsKey(identity.Ids[i]),
                IsTopic = topics.ContainsKey(identity.Ids[i]),
            };
        }
        return new NamedLevel(identity.Ids, clusters, Events(level, identity, clusters));
    }

    private List<ClusterEvent> Events(
        ClusterLevel level,
        LevelIdentity identity,
        Cluster[] clusters
    )
    {
        var names = before
            .Concat(clusters)
            .GroupBy(c => c.ClusterId)
            .ToDictionary(g => g.Key, g => g.Last().Name);
        return
        [
            .. identity.Changes.Select(c => new ClusterEvent(
                level,
                c.Change,
                c.ClusterId,
                names[c.ClusterId],
                c.OtherId
            )),
        ];
    }

    /// <summary>Rows of each group, the nearest to its centre first.</summary>
    private static List<int>[] Nearest(int[] groups, FloatMatrix centres, FloatMatrix centred)
    {
        var members = new List<(float Cosine, int Row)>[centres.Rows];
        for (var i = 0; i < members.Length; i++)
            members[i] = [];
        for (var row = 0; row < groups.Length; row++)
        {
            if (groups[row] >= 0)
                members[groups[row]]
                    .Add(
                        (
                            TensorPrimitives.Dot<float>(centred.Row(row), centres.Row(groups[row])),
                            row
                        )
                    );
        }
        return Array.ConvertAll(
            members,
            m => m.OrderByDescending(p => p.Cosine).ThenBy(p => p.Row).Select(p => p.Row).ToList()
        );
    }

    private ClusterLabel[] Labels(List<int>[] nearest, Func<int, Guid?> parent)
    {
        var labels = new ClusterLabel[nearest.Length];
        foreach (var siblings in Enumerable.Range(0, nearest.Length).GroupBy(parent))
        {
            int[] places = [.. siblings];
            var texts = places.Select(
                IReadOnlyList<string> (i) =>
                    [
                        .. nearest[i]
                            .Where(row => built.CopyOf[row] == row)
                            .Select(row => items[row].Text),
                    ]
            );
            foreach (var (i, label) in places.Zip(new ClusterLabels([.. texts]).Choose()))
                labels[i] = label;
        }
        return labels;
    }

    /// <summary>
    /// A neighbourhood that goes on keeps its name: one that a person gave always, another as long as half of its words
    /// are among those that tell it from its siblings.
    /// </summary>
    private ClusterLabel[] Kept(
        ClusterLabel[] labels,
        Guid[] ids,
        Dictionary<Guid, Cluster> old,
        Func<int, Guid?> parent
    )
    {
        var kept = labels.ToArray();
        foreach (var siblings in Enumerable.Range(0, labels.Length).GroupBy(parent))
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (
                var i in siblings
                    .OrderBy(i => topics.ContainsKey(ids[i]) ? 0 : 1)
                    .ThenBy(i => old.GetValueOrDefault(ids[i]) is { IsNamed: true } ? 0 : 1)
                    .ThenBy(i => Stays(old.GetValueOrDefault(ids[i]), labels[i]) ? 0 : 1)
                    .ThenBy(i => i)
            )
            {
                var stood = old.GetValueOrDefault(ids[i]);
                var name =
                    topics.TryGetValue(ids[i], out var topic) ? topic
                    : stood is { IsNamed: true } || Stays(stood, labels[i]) ? stood!.Name
                    : labels[i].Name;
                var unique = name;
                for (var number = 2; !names.Add(unique); number++)
                    unique = FormattableString.Invariant($"{name} ({number})");
                kept[i] = labels[i] with { Name = unique };
            }
        }
        return kept;
    }

    private static bool Stays(Cluster? stood, ClusterLabel label)
    {
        if (stood is null)
            return false;
        var own = stood.Name.Split(Between).SelectMany(t => t.Split(' ')).ToList();
        return 2 * own.Count(label.Telling.Contains) >= own.Count;
    }

    private int MacroCount =>
        built.Places.MacroOfMeso.Count == 0 ? 0 : built.Places.MacroOfMeso.Max() + 1;

    /// <summary>The cell's centre where a meso is one cell, otherwise the middle of its items.</summary>
    private FloatMatrix MesoCentres(FloatMatrix centred)
    {
        var places = built.Places;
        var centres = Centres(centred, p => p.Meso, places.MacroOfMeso.Count);
        var cells = places
            .MesoOfMicro.Select((meso, micro) => (meso, Cell: places.CellOfMicro[micro]))
            .Distinct()
            .ToList();
        var mesosOfCell = cells.ToLookup(c => c.Cell, c => c.meso);
        foreach (var own in cells.GroupBy(c => c.meso))
        {
            if (own.Count() > 1 || mesosOfCell[own.First().Cell].Count() > 1)
                continue;
            var cell = own.First().Cell;
            if (cell < places.Cells.Rows)
                places.Cells.Row(cell).CopyTo(centres.Row(own.Key));
            else if (!centres.Row(own.Key).ContainsAnyExcept(0f))
                places.Topics.Centres.Row(cell - places.Cells.Rows).CopyTo(centres.Row(own.Key));
        }
        return centres;
    }

    private FloatMatrix Centres(FloatMatrix centred, Func<Place, int> group, int count)
    {
        int[] rows =
        [
            .. Enumerable.Range(0, centred.Rows).Where(i => built.Members[i] is not null),
        ];
        return Centroids.Of(
            RowBlocks.Select(centred, rows),
            Array.ConvertAll(rows, i => group(built.Members[i]!.Value)),
            count
        );
    }
}
