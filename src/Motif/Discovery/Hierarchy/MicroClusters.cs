using System.Numerics.Tensors;
using Motif.Numerics;
using Motif.Vectors;

namespace Motif.Discovery.Hierarchy;

/// <summary>
/// The smallest neighbourhoods: spherical k-means over coded rows with the index's own kernels, about thirty rows each; those
/// above the most are split, those below the fewest dealt out to their neighbours.
/// </summary>
internal static unsafe class MicroClusters
{
    public const int Fewest = 10;
    public const int Most = 100;
    private const int Usual = 30;

    /// <summary>Ward's table of distances of more would not fit in memory.</summary>
    private const int MostClusters = 8192;
    private const int MostCells = 4096;
    private const int SplitPasses = 6;

    /// <summary>
    /// What the tree is grown from: cells of about ten rows while these are few enough for it, otherwise the micros, and where even
    /// these are too many, what they were split from. The finer they are, the less chance has a say in what is joined.
    /// </summary>
    /// <param name="micros">Kept to their bounds.</param>
    /// <param name="found">As k-means found them.</param>
    public static (int[] Groups, int Count) Cells(
        FloatMatrix rows,
        (int[] Groups, int Count) micros,
        int[] found,
        ulong seed,
        int threads
    )
    {
        var wanted = rows.Rows / Fewest;
        if (wanted > micros.Count && wanted <= MostCells)
            return Centroids.Compact(Train(rows, wanted, seed, threads));
        return micros.Count <= MostClusters ? micros : Centroids.Compact(found);
    }

    /// <summary>The cluster of each row, numbered from 0.</summary>
    /// <param name="wanted">How many; about a thirtieth of the rows when null, each within its bounds.</param>
    public static (int[] Groups, int Count) Find(
        FloatMatrix rows,
        int? wanted,
        ulong seed,
        int threads
    ) => Kept(rows, wanted, Found(rows, wanted, seed, threads));

    /// <summary>What k-means found, brought to its bounds where nobody ordered how many there are.</summary>
    public static (int[] Groups, int Count) Kept(FloatMatrix rows, int? wanted, int[] found) =>
        wanted is null ? Bounded(rows, found) : Centroids.Compact(found);

    /// <summary>The cluster of each row as k-means finds it, of any size.</summary>
    /// <inheritdoc cref="Find"/>
    public static int[] Found(FloatMatrix rows, int? wanted, ulong seed, int threads)
    {
        var count = Math.Clamp(
            wanted ?? (rows.Rows + (Usual / 2)) / Usual,
            1,
            Math.Min(MostClusters, Math.Max(1, rows.Rows))
        );
        return count == 1 ? new int[rows.Rows] : Train(rows, count, seed, threads);
    }

    /// <summary>Splits what is too large and deals out what is too small.</summary>
    public static (int[] Groups, int Count) Bounded(
        FloatMatrix rows,
        int[] groups,
        int fewest = Fewest,
        int most = Most
    )
    {
        var clusters = Split(rows, Members(groups), most);

        Absorb(rows, clusters, fewest);
        var result = new int[groups.Length];
        for (var cluster = 0; cluster < clusters.Count; cluster++)
            foreach (var row in clusters[cluster])
                result[row] = cluster;
        return (result, clusters.Count);
    }

    private static int[] Train(FloatMatrix rows, int count, ulong seed, int threads)
    {
        var stride = Int8Code.Stride(rows.Columns);
        var codes = new RowBlock(RowBlock.Padded(rows.Rows), stride);
        var rotation = new HadamardRotation(rows.Columns, seed);
        RowRanges.Run(
            rows.Rows,
            threads,
            (from, to) =>
            {
                var rotated = new float[stride];
                fixed (float* target = rotated)
                {
                    for (var i = from; i < to; i++)
                    {
                        rotation.Rotate(rows.Row(i), target);
                        codes.Encode(i, rotated.AsSpan(0, rows.Columns), 0, i);
                    }
                }
            }
        );
        int[] ordinals = [.. Enumerable.Range(0, rows.Rows)];
        var tree = new CentroidTrainer(VectorMetric.Cosine, codes, seed, threads).Train(
            ordinals,
            count
        );
        return CentroidTrainer.Assign(tree, codes, ordinals, VectorMetric.Cosine, threads);
    }

    private static List<List<int>> Members(int[] groups)
    {
        var clusters = new SortedDictionary<int, List<int>>();
        for (var row = 0; row < groups.Length; row++)
        {
            if (!clusters.TryGetValue(groups[row], out var members))
                clusters[groups[row]] = members = [];
            members.Add(row);
        }
        return [.. clusters.Values];
    }

    /// <summary>Halves until none is too large; what is cut off comes behind all that were there.</summary>
    private static List<List<int>> Split(FloatMatrix rows, List<List<int>> clusters, int most)
    {
        var pieces = new Piece[clusters.Count];
        Parallel.For(
            0,
            pieces.Length,
            cluster => pieces[cluster] = Piece.Of(rows, clusters[cluster], most)
        );
        var order = new List<Piece>(pieces);
        var split = new List<List<int>>(clusters.Count);
        for (var i = 0; i < order.Count; i++)
        {
            var piece = order[i];
            for (; piece.Halves is var (left, right); piece = left)
                order.Add(right);
            split.Add(piece.Members);
        }
        return split;
    }

    /// <summary>A cluster and, where it is too large, its halves.</summary>
    private sealed record Piece(List<int> Members, (Piece Left, Piece Right)? Halves)
    {
        public static Piece Of(FloatMatrix rows, List<int> members, int most)
        {
            if (members.Count <= most)
                return new Piece(members, null);
            var (left, right) = MicroClusters.Halves(rows, members);
            return new Piece(members, (Of(rows, left, most), Of(rows, right, most)));
        }
    }

    /// <summary>2-means from the two members that lie furthest apart; halves by rank where that leaves one nearly empty.</summary>
    private static (List<int> Left, List<int> Right) Halves(FloatMatrix rows, List<int> members)
    {
        var part = RowBlocks.Select(rows, members);
        var mean = Centroids.Of(part, new int[members.Count], 1);
        var first = Furthest(part, mean.Row(0));
        var second = Furthest(part, part.Row(first));
        var ends = RowBlocks.Select(part, [first, second]);
        var (difference, groups) = Sides(part, ends);
        for (var pass = 0; pass < SplitPasses; pass++)
        {
            (difference, groups) = Sides(part, Centroids.Of(part, groups, 2));
        }
        var right = groups.Sum();
        if (right < Fewest || members.Count - right < Fewest)
        {
            var order = Enumerable
                .Range(0, members.Count)
                .OrderBy(i => difference[i])
                .ThenBy(i => i)
                .ToArray();
            for (var rank = 0; rank < order.Length; rank++)
                groups[order[rank]] = rank < order.Length / 2 ? 0 : 1;
        }
        return (
            [.. members.Where((_, i) => groups[i] == 0)],
            [.. members.Where((_, i) => groups[i] == 1)]
        );
    }

    private static (float[] Difference, int[] Groups) Sides(FloatMatrix part, FloatMatrix ends)
    {
        var difference = new float[part.Rows];
        for (var i = 0; i < part.Rows; i++)
            difference[i] =
                TensorPrimitives.Dot<float>(part.Row(i), ends.Row(1))
                - TensorPrimitives.Dot<float>(part.Row(i), ends.Row(0));
        return (difference, Array.ConvertAll(difference, d => d > 0 ? 1 : 0));
    }

    private static int Furthest(FloatMatrix part, ReadOnlySpan<float> from)
    {
        var (at, least) = (0, float.PositiveInfinity);
        for (var i = 0; i < part.Rows; i++)
        {
            var cosine = TensorPrimitives.Dot<float>(part.Row(i), from);
            if (cosine < least)
                (at, least) = (i, cosine);
        }
        return at;
    }

    private static void Absorb(FloatMatrix rows, List<List<int>> clusters, int fewest)
    {
        if (!clusters.Exists(c => c.Count >= fewest))
        {
            // Nothing is large enough to take the others in.
            clusters[0] = [.. clusters.SelectMany(c => c).Order()];
            clusters.RemoveRange(1, clusters.Count - 1);
            return;
        }
        var strays = clusters.Where(c => c.Count < fewest).SelectMany(c => c).Order().ToList();
        clusters.RemoveAll(c => c.Count < fewest);
        if (strays.Count == 0)
            return;
        var means = new FloatMatrix(clusters.Count, rows.Columns);
        for (var i = 0; i < clusters.Count; i++)
        {
            var part = RowBlocks.Select(rows, clusters[i]);
            Centroids.Of(part, new int[part.Rows], 1).Row(0).CopyTo(means.Row(i));
        }
        var nearest = Centroids.Assign(RowBlocks.Select(rows, strays), means);
        for (var i = 0; i < strays.Count; i++)
            clusters[nearest[i].Centroid].Add(strays[i]);
    }
}
