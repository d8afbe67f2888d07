using System.Numerics.Tensors;
using Motif.Catalog;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;

namespace Motif.Discovery.Editing;

/// <summary>An edit that was made in an <see cref="EditableHierarchy"/>.</summary>
/// <param name="Member">The item that moves, at its new place.</param>
/// <param name="Before">The same at its old one.</param>
internal sealed record PlannedEdit(
    Guid? OtherId = null,
    string? OtherName = null,
    ClusterMember? Member = null,
    ClusterMember? Before = null
)
{
    public static CatalogueProblem NoCluster(Guid id) =>
        new(CatalogueRefusal.NotFound, $"no cluster has the id {id}");

    public static CatalogueProblem Refused(string reason) =>
        new(CatalogueRefusal.NotAllowed, reason);
}

/// <summary>Gives a cluster a name of its own among its siblings.</summary>
internal sealed class RenamePlan(string name)
{
    public CatalogueAnswer<PlannedEdit> Make(EditableHierarchy hierarchy, Cluster cluster)
    {
        if (hierarchy.Siblings(cluster).Find(s => s.Name == name) is { } sibling)
            return PlannedEdit.Refused(
                $"a neighbour, {sibling.ClusterId}, is called '{name}' already"
            );
        hierarchy.Put(cluster.Called(name) with { IsNamed = true });
        hierarchy.Hold(hierarchy[cluster.ClusterId]);
        return new PlannedEdit();
    }
}

/// <summary>Puts one cluster into another of its level.</summary>
internal sealed class MergePlan(Guid otherId)
{
    public CatalogueAnswer<PlannedEdit> Make(EditableHierarchy hierarchy, Cluster into)
    {
        if (hierarchy.Find(otherId) is not { } other)
            return PlannedEdit.NoCluster(otherId);
        if (Reason(hierarchy, into, other) is { } reason)
            return PlannedEdit.Refused(reason);
        hierarchy.Merge(into, other);
        return new PlannedEdit(other.ClusterId, other.Name);
    }

    private static string? Reason(EditableHierarchy hierarchy, Cluster into, Cluster other) =>
        into.ClusterId == other.ClusterId ? "a cluster cannot go into itself"
        : into.Level != other.Level
            ? $"'{into.Name}' is a {WireName.Of(into.Level)} and '{other.Name}' a {WireName.Of(other.Level)}; only clusters of one level are merged"
        : into.Level is ClusterLevel.Micro
            ? "micros are the smallest neighbourhoods: merge their mesos, or move items"
        : other.IsTopic
            ? $"'{other.Name}' is a known topic, and topics are never merged; remove the topic instead"
        : other.ParentId is { } parent
        && other.ParentId != into.ParentId
        && hierarchy.Children(parent).Count == 1
            ? $"'{other.Name}' is all there is in the macro '{hierarchy[parent].Name}', which would be left empty; merge the macros"
        : null;
}

/// <summary>Puts an item into the micro of a cluster that is nearest to it.</summary>
internal sealed class MovePlan(
    string itemId,
    ClusterMember? member,
    Item? item,
    HierarchyFrame? frame
)
{
    public CatalogueAnswer<PlannedEdit> Make(EditableHierarchy hierarchy, Cluster cluster)
    {
        if (item is null)
            return new CatalogueProblem(
                CatalogueRefusal.NotFound,
                $"no item has the id '{itemId}'"
            );
        if (member is null)
            return PlannedEdit.Refused(
                $"the item '{itemId}' has no place yet: it has no vector, or came after the last run and was not placed"
            );
        if (member.At(cluster.Level) == cluster.ClusterId)
            return PlannedEdit.Refused($"the item '{itemId}' is in '{cluster.Name}' already");
        // A topic's micros are made of its own items: what is put there would not stay.
        var micros = hierarchy
            .Micros(cluster)
            .Where(m => !hierarchy[m.ParentId!.Value].IsTopic)
            .ToList();
        if (micros.Count == 0 || cluster.IsTopic)
            return PlannedEdit.Refused(
                $"'{cluster.Name}' is a known topic: give the item as an example of it instead"
            );
        var micro = Nearest(micros);
        var meso = hierarchy[micro.ParentId!.Value];
        hierarchy.Hold(meso);
        hierarchy.MoveOne(member.MicroId, micro.ClusterId);
        return new PlannedEdit(
            Member: new ClusterMember(
                itemId,
                meso.ParentId!.Value,
                meso.ClusterId,
                micro.ClusterId,
                1,
                MemberOrigin.Moved
            ),
            Before: member
        );
    }

    private Cluster Nearest(List<Cluster> micros)
    {
        var vector =
            item!.Vector is { } known && known.Length == frame?.Mean.Length
                ? known.ToArray()
                : null;
        if (vector is null)
            return micros[0];
        CentredVectors.Normalize(vector);
        CentredVectors.Centre(vector, frame!.Mean);
        return micros.MaxBy(m => TensorPrimitives.Dot<float>(vector, [.. m.Centroid]))!;
    }
}
