using Motif.Numerics;

namespace Motif.Discovery.Hierarchy;

/// <summary>
/// Neighbourhoods that go on from those that stand. While few items came the borders stay where they are: only a subject that is
/// new gets a cell, and a micro or meso that grew too large is halved. After that every cell moves once to the middle of its rows.
/// </summary>
internal sealed class WarmParts(
    StandingHierarchy standing,
    HierarchySettings settings,
    bool refines
)
{
    private const int UsualMost = 1000;

    /// <param name="rows">Centred by the standing mean.</param>
    /// <param name="places">Of each row, where it stands now.</param>
    /// <param name="isNew">Of each row, whether it came since.</param>
    /// <param name="cells">The standing cells that may change.</param>
    public HierarchyParts Make(
        FloatMatrix rows,
        Place[] places,
        bool[] isNew,
        IReadOnlyList<int> cells
    )
    {
        var centres = RowBlocks.Select(standing.Places.Cells, cells);
        var nearest = Centroids.Assign(rows, centres);
        var groups = Array.ConvertAll(nearest, n => n.Centroid);
        int[] from = [.. cells.Select(MesoOfCell)];
        var changed = new HashSet<int>();
        // Before any cell moves towards them.
        var born = new NewSubjects(settings).Find(rows, isNew, nearest, centres);
        if (born.Rows > 0)
        {
            centres = RowBlocks.Join([centres, born], rows.Columns);
            from = [.. from, .. Enumerable.Repeat(-1, born.Rows)];
            groups = Array.ConvertAll(Centroids.Assign(rows, centres), n => n.Centroid);
        }
        if (refines)
            (centres, groups, from, changed) = Refined(rows, groups, from);
        var all = RowBlocks.Join(
            [centres, .. Halves(rows, groups, centres, changed)],
            rows.Columns
        );
        groups = Array.ConvertAll(Centroids.Assign(rows, all), n => n.Centroid);
        var members = FreshParts.Members(groups, all.Rows);
        var micros = new List<FloatMatrix>(all.Rows);
        for (var cell = 0; cell < all.Rows; cell++)
        {
            var part = RowBlocks.Select(rows, members[cell]);
            micros.Add(
                cell < from.Length && from[cell] >= 0 && !changed.Contains(cell)
                    ? Kept(part, from[cell])
                    : Remade(part, [.. members[cell].Select(row => places[row].Micro)])
            );
        }
        return HierarchyParts.Of(
            all,
            micros,
            [.. from, .. Enumerable.Repeat(-1, all.Rows - from.Length)]
        );
    }

    /// <summary>A cell that may change is the whole of one meso: what people cut is kept as it is.</summary>
    private int MesoOfCell(int cell) =>
        standing.Places.MesoOfMicro[standing.Places.MicrosOfCell(cell)[0]];

    private static (FloatMatrix, int[], int[], HashSet<int>) Refined(
        FloatMatrix rows,
        int[] groups,
        int[] from
    )
    {
        int[] used = [.. groups.Distinct().Order()];
        var (compact, count) = Centroids.Compact(groups);
        var centres = Centroids.Of(rows, compact, count);
        compact = Array.ConvertAll(Centroids.Assign(rows, centres), n => n.Centroid);
        return (
            centres,
            compact,
            Array.ConvertAll(used, cell => from[cell]),
            [.. Enumerable.Range(0, count)]
        );
    }

    /// <summary>A second centre for every meso that is larger than a meso may be; its first moves to the other half.</summary>
    private List<FloatMatrix> Halves(
        FloatMatrix rows,
        int[] groups,
        FloatMatrix centres,
        HashSet<int> changed
    )
    {
        var most = settings.MaxClusterSize ?? UsualMost;
        var added = new List<FloatMatrix>();
        var members = FreshParts.Members(groups, centres.Rows);
        for (var cell = 0; cell < centres.Rows; cell++)
        {
            if (members[cell].Count <= most)
                continue;
            var part = RowBlocks.Select(rows, members[cell]);
            var (halves, count) = MicroClusters.Bounded(part, new int[part.Rows], 1, most);
            var middles = Centroids.Of(part, halves, count);
            middles.Row(0).CopyTo(centres.Row(cell));
            added.Add(RowBlocks.Select(middles, [.. Enumerable.Range(1, count - 1)]));
            changed.Add(cell);
        }
        return added;
    }

    /// <summary>The micros of a meso as they stand; those that grew too large are halved.</summary>
    private FloatMatrix Kept(FloatMatrix part, int meso)
    {
        int[] own =
        [
            .. Enumerable
                .Range(0, standing.Places.MesoOfMicro.Count)
                .Where(micro => standing.Places.MesoOfMicro[micro] == meso),
        ];
        var centres = RowBlocks.Select(standing.Places.Micros, own);
        if (part.Rows == 0)
            return centres;
        var groups = Array.ConvertAll(Centroids.Assign(part, centres), n => n.Centroid);
        var members = FreshParts.Members(groups, own.Length);
        var added = new List<FloatMatrix>();
        for (var micro = 0; micro < own.Length; micro++)
        {
            if (members[micro].Count <= MicroClusters.Most)
                continue;
            var crowd = RowBlocks.Select(part, members[micro]);
            var (halves, count) = MicroClusters.Bounded(crowd, new int[crowd.Rows]);
            var middles = Centroids.Of(crowd, halves, count);
            middles.Row(0).CopyTo(centres.Row(micro));
            added.Add(RowBlocks.Select(middles, [.. Enumerable.Range(1, count - 1)]));
        }
        return RowBlocks.Join([centres, .. added], part.Columns);
    }

    private static FloatMatrix Remade(FloatMatrix part, int[] micros) =>
        part.Rows == 0 ? new FloatMatrix(0, part.Columns) : FreshParts.Inside(part, micros);
}
