using System.Numerics.Tensors;
using Motif.Numerics;

namespace Motif.Discovery.Map;

/// <summary>
/// The nearest rows of each row by cosine, looked for in the groups near to its own: what is nearest lies in the same
/// neighbourhood or in one beside it, and a search through everything would grow with the square.
/// </summary>
internal static class NearRows
{
    /// <summary>No row: fewer were near than asked for.</summary>
    public const int None = -1;

    /// <param name="rows">Of length 1.</param>
    /// <param name="group">Of each row.</param>
    /// <param name="nearGroups">Of each group those to look in, itself among them.</param>
    /// <returns><paramref name="count"/> a row, the nearest first, of equally near ones the first; <see cref="None"/> fills up.</returns>
    public static int[] Of(
        FloatMatrix rows,
        IReadOnlyList<int> group,
        IReadOnlyList<int[]> nearGroups,
        int count,
        int threads
    )
    {
        var members = new List<int>[nearGroups.Count];
        for (var i = 0; i < members.Length; i++)
            members[i] = [];
        for (var row = 0; row < rows.Rows; row++)
            members[group[row]].Add(row);
        var nearest = new int[rows.Rows * count];
        Array.Fill(nearest, None);
        Parallel.For(
            0,
            members.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            one =>
            {
                int[] candidates = [.. nearGroups[one].SelectMany(g => members[g]).Order()];
                var cosines = new float[candidates.Length];
                foreach (var row in members[one])
                {
                    for (var i = 0; i < candidates.Length; i++)
                        cosines[i] =
                            candidates[i] == row
                                ? float.NegativeInfinity
                                : TensorPrimitives.Dot<float>(
                                    rows.Row(row),
                                    rows.Row(candidates[i])
                                );
                    Keep(cosines, candidates, nearest.AsSpan(row * count, count));
                }
            }
        );
        return nearest;
    }

    /// <summary>Everything is one group: for some thousand rows.</summary>
    public static int[] Among(FloatMatrix rows, int count, int threads)
    {
        // Rows are shared out by blocks, each of which looks through all.
        const int Block = 64;
        var nearest = new int[rows.Rows * count];
        Array.Fill(nearest, None);
        int[] all = [.. Enumerable.Range(0, rows.Rows)];
        Parallel.For(
            0,
            (rows.Rows + Block - 1) / Block,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            block =>
            {
                var cosines = new float[rows.Rows];
                for (var row = block * Block; row < Math.Min(rows.Rows, (block + 1) * Block); row++)
                {
                    for (var i = 0; i < rows.Rows; i++)
                        cosines[i] =
                            i == row
                                ? float.NegativeInfinity
                                : TensorPrimitives.Dot<float>(rows.Row(row), rows.Row(i));
                    Keep(cosines, all, nearest.AsSpan(row * count, count));
                }
            }
        );
        return nearest;
    }

    /// <summary>Each row's nearest ones with the row itself in front, as groups to look in.</summary>
    public static int[][] WithSelf(int[] nearest, int count) =>
        [
            .. Enumerable
                .Range(0, nearest.Length / count)
                .Select(
                    int[] (row) =>
                        [row, .. nearest.Skip(row * count).Take(count).Where(n => n != None)]
                ),
        ];

    /// <summary>Insertion into a short list: what is not nearer than its last is the rule, and costs one comparison.</summary>
    private static void Keep(float[] cosines, int[] candidates, Span<int> kept)
    {
        Span<float> best = stackalloc float[kept.Length];
        best.Fill(float.NegativeInfinity);
        for (var i = 0; i < candidates.Length; i++)
        {
            var cosine = cosines[i];
            if (!(cosine > best[^1]))
                continue;
            var at = kept.Length - 1;
            for (; at > 0 && cosine > best[at - 1]; at--)
                (best[at], kept[at]) = (best[at - 1], kept[at - 1]);
            (best[at], kept[at]) = (cosine, candidates[i]);
        }
    }
}
