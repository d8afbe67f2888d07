using System.Globalization;
using Motif.Catalog;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Runs;
using Motif.Numerics;

namespace Motif.Discovery.Editing;

/// <summary>Cuts a cluster in two between its children, where Ward's method joins them last.</summary>
internal sealed class SplitPlan(IDiscoveryStore store, IItemStore items)
{
    private const int MostTexts = 4000;

    public async Task<CatalogueAnswer<PlannedEdit>> MakeAsync(
        EditableHierarchy hierarchy,
        Cluster cluster,
        CancellationToken cancellationToken
    )
    {
        if (cluster.Level is ClusterLevel.Micro)
            return PlannedEdit.Refused("a micro is the smallest neighbourhood; move its items");
        var children = hierarchy.Children(cluster.ClusterId);
        if (children.Count < 2)
            return PlannedEdit.Refused(
                $"'{cluster.Name}' has {children.Count.ToString(CultureInfo.InvariantCulture)} neighbourhood in it: there is nothing between which to cut"
            );
        var (stays, leaves) = Halves(children);
        var labels = await LabelsAsync(hierarchy, cluster, stays, leaves, cancellationToken);
        var id = IdOf(hierarchy, cluster, leaves);
        var taken = hierarchy
            .Siblings(cluster)
            .Select(c => c.Name)
            .ToHashSet(StringComparer.Ordinal);
        var name = cluster.IsNamed ? cluster.Name : ClusterLabels.Free(labels[0].Name, taken);
        taken.Add(name);
        hierarchy.Put(
            cluster.Called(name) with
            {
                IsHeld = true,
                Terms = labels[0].Terms,
                Medoids = [.. stays.SelectMany(c => c.Medoids.Take(1)).Take(5)],
            }
        );
        var other = cluster.Called(ClusterLabels.Free(labels[1].Name, taken)) with
        {
            ClusterId = id,
            IsNamed = false,
            IsHeld = true,
            Terms = labels[1].Terms,
            Medoids = [.. leaves.SelectMany(c => c.Medoids.Take(1)).Take(5)],
        };
        hierarchy.Put(other);
        foreach (var child in leaves)
            hierarchy.Put(child with { ParentId = id });
        return new PlannedEdit(id, other.Name);
    }

    /// <summary>The larger half stays.</summary>
    private static (List<Cluster> Stays, List<Cluster> Leaves) Halves(List<Cluster> children)
    {
        var points = new FloatMatrix(children.Count, children[0].Centroid.Count);
        for (var i = 0; i < children.Count; i++)
        for (var j = 0; j < points.Columns; j++)
            points.Row(i)[j] = children[i].Centroid[j];
        var cut = WardTree
            .Grow(points, [.. children.Select(c => (double)Math.Max(1, c.Size))])
            .Cut(2);
        var halves = children.Zip(cut).ToLookup(p => p.Second, p => p.First);
        List<Cluster> first = [.. halves[0]];
        List<Cluster> second = [.. halves[1]];
        return first.Sum(c => c.Size) >= second.Sum(c => c.Size)
            ? (first, second)
            : (second, first);
    }

    private async Task<ClusterLabel[]> LabelsAsync(
        EditableHierarchy hierarchy,
        Cluster cluster,
        List<Cluster> stays,
        List<Cluster> leaves,
        CancellationToken cancellationToken
    )
    {
        var leaving = leaves.SelectMany(hierarchy.Micros).Select(m => m.ClusterId).ToHashSet();
        var members = await store.ListMembersAsync(
            cluster.ClusterId,
            null,
            MostTexts,
            cancellationToken
        );
        var texts = (
            await items.FindManyAsync([.. members.Select(m => m.ItemId)], cancellationToken)
        ).ToDictionary(i => i.ItemId, i => i.Text, StringComparer.Ordinal);
        var halves = members
            .Where(m => texts.ContainsKey(m.ItemId))
            .ToLookup(m => leaving.Contains(m.MicroId), m => texts[m.ItemId]);
        return new ClusterLabels([
            [.. halves[false]],
            [.. halves[true]],
        ]).Choose();
    }

    private static Guid IdOf(EditableHierarchy hierarchy, Cluster cluster, List<Cluster> leaves)
    {
        var text =
            $"cluster\nsplit\n{cluster.ClusterId}\n{string.Join('\n', leaves.Select(c => c.ClusterId))}";
        var id = PatternId.Of(text);
        for (var number = 2; hierarchy.Find(id) is not null; number++)
            id = PatternId.Of($"{text}\n{number.ToString(CultureInfo.InvariantCulture)}");
        return id;
    }
}
