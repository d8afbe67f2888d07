using System.Numerics.Tensors;
using Motif.Numerics;

namespace Motif.Vectors;

/// <summary>
/// Arranges rows for searching: codes them, trains or takes over centroids, puts rows in the order of their
/// lists (neighbours then share pages of memory at the rerank), calibrates.
/// </summary>
internal sealed unsafe class LayoutBuilder(VectorSpace space, IvfOptions options)
{
    /// <summary>Rows reranked for ten neighbours of a flat scan: the int8 order alone loses .4 %, thirty rows none.</summary>
    private const int FlatCandidates = 40;

    private const int FewestLists = 4;
    private readonly int _stride = Int8Code.Stride(space.Dimension);
    private readonly HadamardRotation _rotation = new(space.Dimension, (ulong)options.Seed);

    /// <param name="rows">Taken over and reordered.</param>
    /// <param name="trained">Whose centroids to keep; null trains anew.</param>
    /// <param name="unseen">
    /// With <paramref name="trained"/>: the rows from this place on are those that its centroids were not trained on and that
    /// plans are calibrated on anew; null keeps its calibration.
    /// </param>
    public Layout Build(RowStore rows, Layout? trained, int? unseen = null)
    {
        var codes = Encode(rows);
        var ordinals = Matchable(rows);
        if (ordinals.Length <= Math.Max(options.FlatRows, FewestLists))
            return Flat(rows, codes, ordinals);
        var heldOut = trained?.Centroids is null
            ? HeldOut(ordinals, ordinals.Length / 4)
            : HeldOut([.. ordinals.Where(o => o >= unseen)], ordinals.Length);
        var tree =
            trained?.Centroids ?? Train(codes, [.. ordinals.Where(o => !heldOut.Contains(o))]);
        var listOf = CentroidTrainer.Assign(
            tree,
            codes,
            ordinals,
            space.Metric,
            options.BuildThreads
        );
        var (lists, order) = Arrange(rows, codes, ordinals, listOf, tree.ListCount);
        var layout = Compose(
            rows,
            lists,
            tree,
            trained?.TrainedRows ?? ordinals.Length,
            trained?.Plans ?? []
        );
        return heldOut.Count > 0
            ? Calibrate(layout, Places(order, ordinals.Length, heldOut))
            : layout;
    }

    public Layout Empty()
    {
        var rows = new RowStore(space.Dimension);
        return Flat(rows, new RowBlock(0, _stride), []);
    }

    private CentroidTree Train(RowBlock codes, int[] ordinals)
    {
        var lists = Math.Max(FewestLists, (int)(options.ListsPerRoot * Math.Sqrt(ordinals.Length)));
        return new CentroidTrainer(
            space.Metric,
            codes,
            (ulong)options.Seed + 1,
            options.BuildThreads
        ).Train(ordinals, lists);
    }

    private RowBlock Encode(RowStore rows)
    {
        var codes = new RowBlock(RowBlock.Padded(rows.Count), _stride);
        RowRanges.Run(
            rows.Count,
            options.BuildThreads,
            (from, to) =>
            {
                var rotated = new NativeBlock(_stride * sizeof(float));
                var vector = (float*)rotated.Pointer;
                for (var row = from; row < to; row++)
                {
                    _rotation.Rotate(rows.Span(row), vector);
                    var half = HalfNorm(space.Metric, rows.Span(row));
                    codes.Encode(row, new ReadOnlySpan<float>(vector, space.Dimension), half, row);
                }
                GC.KeepAlive(rotated);
            }
        );
        return codes;
    }

    /// <summary>−|x|²/2 where the metric needs it.</summary>
    public static float HalfNorm(VectorMetric metric, ReadOnlySpan<float> vector) =>
        metric == VectorMetric.Cosine ? 0 : -TensorPrimitives.SumOfSquares(vector) / 2;

    private static int[] Matchable(RowStore rows)
    {
        var ordinals = new List<int>(rows.Count);
        for (var row = 0; row < rows.Count; row++)
            if (rows.CanMatch(row))
                ordinals.Add(row);
        return [.. ordinals];
    }

    private Layout Flat(RowStore rows, RowBlock codes, int[] ordinals)
    {
        var (lists, _) = Arrange(rows, codes, ordinals, new int[ordinals.Length], listCount: 1);
        var plan = new ProbePlan(
            0.9999,
            null,
            1,
            1,
            float.PositiveInfinity,
            FlatCandidates,
            float.PositiveInfinity,
            float.PositiveInfinity
        );
        return Compose(rows, lists, null, ordinals.Length, [plan]);
    }

    /// <summary>
    /// Rows that the centroids are not trained on: a centroid leans towards each row that it is a mean of, and a plan calibrated
    /// on such rows would find less for others than it promises.
    /// </summary>
    private HashSet<int> HeldOut(int[] ordinals, int atMost) =>
        [
            .. new SplitMix64((ulong)options.Seed + 2)
                .Sample(ordinals.Length, Math.Min(options.CalibrationQueries, atMost))
                .Select(i => ordinals[i]),
        ];

    /// <summary>Where rows stand in the new order, ascending.</summary>
    private static int[] Places(int[] order, int listed, HashSet<int> rows)
    {
        var places = new List<int>(rows.Count);
        for (var place = 0; place < listed; place++)
            if (rows.Contains(order[place]))
                places.Add(place);
        return [.. places];
    }

    /// <summary>
    /// Reorders the rows by list, those that match nothing last, and lays out their codes. Order tells which row came to a place.
    /// </summary>
    private (InvertedLists Lists, int[] Order) Arrange(
        RowStore rows,
        RowBlock codes,
        int[] ordinals,
        int[] listOf,
        int listCount
    )
    {
        var counts = new int[listCount];
        foreach (var list in listOf)
            counts[list]++;
        var starts = InvertedLists.StartsOf(counts);
        var main = new RowBlock(starts[^1], _stride);
        var order = OrderByList(rows.Count, ordinals, listOf, counts);
        rows.Permute(order);
        var ordinal = 0;
        for (var list = 0; list < listCount; list++)
        for (var i = 0; i < counts[list]; i++, ordinal++)
            main.CopyRow(starts[list] + i, codes, order[ordinal], ordinal);
        return (new InvertedLists(main, counts), order);
    }

    private static int[] OrderByList(int rows, int[] ordinals, int[] listOf, int[] counts)
    {
        var next = new int[counts.Length];
        for (var list = 1; list < counts.Length; list++)
            next[list] = next[list - 1] + counts[list - 1];
        var order = new int[rows];
        var placed = new bool[rows];
        for (var i = 0; i < ordinals.Length; i++)
        {
            order[next[listOf[i]]++] = ordinals[i];
            placed[ordinals[i]] = true;
        }
        var at = ordinals.Length;
        for (var row = 0; row < rows; row++)
            if (!placed[row])
                order[at++] = row;
        return order;
    }

    private Layout Compose(
        RowStore rows,
        InvertedLists lists,
        CentroidTree? tree,
        int trainedRows,
        IReadOnlyList<ProbePlan> plans
    ) =>
        new()
        {
            Space = space,
            Rotation = _rotation,
            Rows = rows,
            Keys = new KeyTable(rows),
            Lists = lists,
            Centroids = tree,
            Signs = SignBlocks.Encode(lists, tree, space.Dimension, options.BuildThreads),
            Plans = plans,
            TrainedRows = trainedRows,
            ArrangedRows = rows.Count,
        };

    private Layout Calibrate(Layout layout, int[] heldOut) =>
        layout with
        {
            Plans = new PlanCalibration(layout, options).Calibrate(heldOut),
        };
}
