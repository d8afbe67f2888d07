using Motif.Numerics;

namespace Motif.Discovery.Hierarchy;

/// <summary>The borders between neighbourhoods, as numbers; the centres of micros stand with the clusters.</summary>
/// <param name="Mean">Of the corpus' vectors of length 1, in <paramref name="Space"/>.</param>
/// <param name="Cells">Centres of cells, one behind the other.</param>
/// <param name="MicroCells">Of each micro, in the order of the clusters, its cell; those of topics come behind the others.</param>
/// <param name="Topics">Centres of known topics, one behind the other.</param>
/// <param name="Similarities">Of each topic the least cosine.</param>
/// <param name="Unrefined">Items that came since the cells were last fitted to the items.</param>
/// <param name="Revision">Raised by every run and every edit that changed the hierarchy.</param>
public sealed record HierarchyFrame(
    string Space,
    float[] Mean,
    float[] Cells,
    int[] MicroCells,
    float[] Topics,
    float[] Similarities,
    int Unrefined,
    int Revision = 0
)
{
    internal static HierarchyFrame Of(string space, Places places, int unrefined) =>
        new(
            space,
            places.Mean,
            places.Cells.Values,
            [.. places.CellOfMicro],
            places.Topics.Centres.Values,
            [.. places.Topics.Similarities],
            unrefined
        );
}

/// <summary>A hierarchy as it is kept.</summary>
/// <param name="Clusters">With their centres, macros, mesos, micros in their order.</param>
public sealed record StoredHierarchy(HierarchyFrame Frame, IReadOnlyList<Cluster> Clusters);

/// <summary>The hierarchy that stands: its clusters, and what decides who belongs to them.</summary>
internal sealed record StandingHierarchy(
    HierarchyFrame Frame,
    Places Places,
    IReadOnlyList<Cluster> Macros,
    IReadOnlyList<Cluster> Mesos,
    IReadOnlyList<Cluster> Micros
)
{
    public static StandingHierarchy Of(StoredHierarchy stored)
    {
        var (frame, clusters) = stored;
        var byLevel = clusters.ToLookup(c => c.Level);
        Cluster[] macros = [.. byLevel[ClusterLevel.Macro]];
        Cluster[] mesos = [.. byLevel[ClusterLevel.Meso]];
        Cluster[] micros = [.. byLevel[ClusterLevel.Micro]];
        var dimensions = frame.Mean.Length;
        return new StandingHierarchy(
            frame,
            new Places(
                frame.Mean,
                Rows(frame.Cells, dimensions),
                Rows([.. micros.SelectMany(m => m.Centroid)], dimensions),
                frame.MicroCells,
                Parents(micros, mesos),
                Parents(mesos, macros),
                new TopicGates(Rows(frame.Topics, dimensions), frame.Similarities)
            ),
            macros,
            mesos,
            micros
        );
    }

    private static FloatMatrix Rows(float[] values, int columns)
    {
        var matrix = new FloatMatrix(values.Length / columns, columns);
        values.CopyTo(matrix.Values, 0);
        return matrix;
    }

    private static int[] Parents(Cluster[] clusters, Cluster[] parents)
    {
        var numbers = parents
            .Select((p, i) => (p.ClusterId, i))
            .ToDictionary(p => p.ClusterId, p => p.i);
        return Array.ConvertAll(clusters, c => numbers[c.ParentId!.Value]);
    }
}
