using System.Numerics.Tensors;
using Motif.Discovery.Hierarchy;
using Motif.Numerics;

namespace Motif.Discovery.Editing;

/// <summary>
/// A hierarchy while a person changes it: whose the micros are, and what clusters are called. Sizes and centres of mesos and macros
/// follow from their micros.
/// </summary>
internal sealed class EditableHierarchy
{
    private const int MostTerms = 10;
    private const int MostMedoids = 5;

    private readonly Dictionary<Guid, Cluster> _before;
    private readonly Dictionary<Guid, Cluster> _clusters;

    /// <param name="clusters">With their centres.</param>
    public EditableHierarchy(IReadOnlyList<Cluster> clusters)
    {
        _before = clusters.ToDictionary(c => c.ClusterId);
        _clusters = new(_before);
    }

    public Cluster? Find(Guid id) => _clusters.GetValueOrDefault(id);

    public Cluster this[Guid id] => _clusters[id];

    public List<Cluster> Children(Guid? id) =>
        [.. _clusters.Values.Where(c => c.ParentId == id).OrderBy(c => c.ClusterId)];

    public List<Cluster> Siblings(Cluster cluster) =>
        [
            .. _clusters.Values.Where(c =>
                c.Level == cluster.Level
                && c.ParentId == cluster.ParentId
                && c.ClusterId != cluster.ClusterId
            ),
        ];

    /// <summary>Micros under a cluster of any level.</summary>
    public List<Cluster> Micros(Cluster cluster) =>
        cluster.Level is ClusterLevel.Micro
            ? [cluster]
            : [.. Children(cluster.ClusterId).SelectMany(Micros)];

    public void Put(Cluster cluster) => _clusters[cluster.ClusterId] = cluster;

    public void Remove(Guid id) => _clusters.Remove(id);

    /// <summary>Runs leave it as it is; of a micro that is said of its meso.</summary>
    public void Hold(Cluster cluster, bool isHeld = true)
    {
        var held =
            cluster.Level is ClusterLevel.Micro ? _clusters[cluster.ParentId!.Value] : cluster;
        Put(held with { IsHeld = isHeld });
    }

    /// <summary>Children that come are numbered where one that is there has their name.</summary>
    public void Merge(Cluster into, Cluster other)
    {
        var taken = Names(Children(into.ClusterId));
        foreach (var child in Children(other.ClusterId))
        {
            var name = ClusterLabels.Free(child.Name, taken);
            taken.Add(name);
            Put(child with { ParentId = into.ClusterId, Name = name });
        }
        Remove(other.ClusterId);
        var named =
            other.IsNamed && !into.IsNamed
                ? into.Called(ClusterLabels.Free(other.Name, Names(Siblings(into))))
                : into;
        Put(
            named with
            {
                IsNamed = into.IsNamed || other.IsNamed,
                IsHeld = true,
                Terms = Mixed(into.Terms, other.Terms, MostTerms),
                Medoids = Mixed(into.Medoids, other.Medoids, MostMedoids),
            }
        );
    }

    /// <summary>Counts an item out of one micro and into another.</summary>
    public void MoveOne(Guid fromMicro, Guid toMicro)
    {
        Put(_clusters[fromMicro] with { Size = _clusters[fromMicro].Size - 1 });
        Put(_clusters[toMicro] with { Size = _clusters[toMicro].Size + 1 });
    }

    /// <summary>What became different, with sizes and centres of what is above it.</summary>
    public HierarchyChange Change()
    {
        var (before, after) = (Parents(_before).ToHashSet(), Parents(_clusters).ToHashSet());
        var resized = _clusters
            .Values.Where(c => _before.TryGetValue(c.ClusterId, out var old) && old.Size != c.Size)
            .Select(c => c.ClusterId)
            .ToHashSet();
        var touched = before
            .Except(after)
            .Concat(after.Except(before))
            .Concat(after.Where(p => resized.Contains(p.MicroId)))
            .SelectMany(p => (Guid[])[p.MesoId, p.MacroId])
            .Distinct()
            .Where(_clusters.ContainsKey)
            .ToList();
        foreach (var id in touched)
            Put(Summed(_clusters[id]));
        return new HierarchyChange(
            [
                .. _clusters
                    .Values.Where(c => _before.GetValueOrDefault(c.ClusterId) != c)
                    .OrderBy(c => c.Level)
                    .ThenBy(c => c.ClusterId),
            ],
            [.. _before.Keys.Where(id => !_clusters.ContainsKey(id)).Order()],
            [.. after.Except(before).OrderBy(m => m.MicroId)]
        );
    }

    /// <summary>What takes a change back.</summary>
    public HierarchyChange Undo(HierarchyChange change) =>
        new(
            [
                .. change
                    .Written.Select(c => _before.GetValueOrDefault(c.ClusterId))
                    .OfType<Cluster>(),
                .. change.Removed.Select(id => _before[id]),
            ],
            [.. change.Written.Select(c => c.ClusterId).Where(id => !_before.ContainsKey(id))],
            [.. Parents(_before).Where(p => change.Micros.Any(m => m.MicroId == p.MicroId))]
        );

    /// <summary>Makes what an undo says of names, parents and marks; why it cannot, where it cannot.</summary>
    /// <param name="concerned">The clusters that the edit was about; of others only the parents are put back.</param>
    public string? Restore(HierarchyChange undo, IReadOnlyCollection<Guid> concerned)
    {
        var micros = undo.Micros.ToDictionary(m => m.MicroId);
        if (
            micros.Keys.FirstOrDefault(id => !_clusters.ContainsKey(id)) is var gone
            && gone != default
        )
            return $"a run has made the micro {gone} anew since";
        foreach (var old in undo.Written)
        {
            if (old.Level is ClusterLevel.Micro && Find(old.ClusterId) is null)
                return $"a run has made the micro '{old.Name}' anew since";
            Put(Restored(old, concerned.Contains(old.ClusterId)));
        }
        foreach (var micro in undo.Micros)
            Put(_clusters[micro.MicroId] with { ParentId = micro.MesoId });
        // What came under a cluster since goes where the rest of it goes.
        var heir = undo.Written.FirstOrDefault(c => c.Level is not ClusterLevel.Micro);
        foreach (var id in undo.Removed.Where(_clusters.ContainsKey))
        {
            foreach (var child in Children(id))
                Put(child with { ParentId = heir?.ClusterId });
            Remove(id);
        }
        return null;
    }

    private Cluster Restored(Cluster old, bool isWhole) =>
        Find(old.ClusterId) is not { } now ? old
        : !isWhole ? now with { ParentId = old.ParentId, Name = Unnumbered(now.Name, old.Name) }
        : now with
        {
            Name = old.Name,
            IsNamed = old.IsNamed,
            Review = old.Review,
            ExtractedName = old.ExtractedName,
            IsHeld = old.IsHeld,
            ParentId = old.ParentId,
            Terms = old.Terms,
            Medoids = old.Medoids,
        };

    /// <summary>The name from before where the one of now is the same with a number (<see cref="ClusterLabels.Free"/>).</summary>
    private static string Unnumbered(string now, string before) =>
        now.StartsWith($"{before} (", StringComparison.Ordinal) ? before : now;

    private static HashSet<string> Names(List<Cluster> clusters) =>
        clusters.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);

    private Cluster Summed(Cluster cluster)
    {
        var micros = Micros(cluster);
        if (micros.Count == 0)
            return cluster;
        var sum = new FloatMatrix(1, micros[0].Centroid.Count);
        foreach (var micro in micros)
            TensorPrimitives.MultiplyAdd(
                [.. micro.Centroid],
                (float)micro.Size,
                sum.Row(0),
                sum.Row(0)
            );
        CentredVectors.Normalize(sum.Row(0));
        var size = micros.Sum(m => m.Size);
        return cluster with
        {
            Size = size,
            Distinct = micros.Sum(m => m.Distinct),
            Cohesion = size == 0 ? 0 : micros.Sum(m => m.Cohesion * m.Size) / size,
            Centroid = sum.Row(0).ToArray(),
        };
    }

    private static IEnumerable<MicroParents> Parents(Dictionary<Guid, Cluster> clusters) =>
        clusters
            .Values.Where(c => c.Level is ClusterLevel.Micro)
            .Select(c => new MicroParents(
                c.ClusterId,
                c.ParentId!.Value,
                clusters[c.ParentId.Value].ParentId!.Value
            ));

    private static List<string> Mixed(
        IReadOnlyList<string> left,
        IReadOnlyList<string> right,
        int most
    ) =>
        [
            .. Enumerable
                .Range(0, Math.Max(left.Count, right.Count))
                .SelectMany(i =>
                    (string?[])[left.ElementAtOrDefault(i), right.ElementAtOrDefault(i)]
                )
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Take(most),
        ];
}
