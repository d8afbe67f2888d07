using System.Numerics.Tensors;
using Motif.Numerics;

namespace Motif.Discovery.Hierarchy;

/// <summary>
/// Finds items that say the same: cosine of at least .995 to the first of their group. Candidates share one of eight signatures
/// of random hyperplanes (Charikar 2002); a pair at that cosine shares one of them in 99 of 100 cases. One copy stands for all
/// where neighbourhoods are made, so that a text repeated three hundred times moves nothing.
/// </summary>
internal static class NearCopies
{
    public const float Alike = 0.995f;
    private const int Tables = 8;
    private const int MostBits = 20;

    /// <summary>The leaders that a row is compared with in one table.</summary>
    private const int MostCompared = 32;

    /// <summary>Of each row the first row that it copies; itself where it copies none.</summary>
    public static int[] Leaders(FloatMatrix unit, ulong seed)
    {
        var bits = Math.Clamp((int)Math.Log2(Math.Max(2, unit.Rows)), 4, MostBits);
        var signatures = Signatures(unit, bits, seed);
        var leaders = new int[unit.Rows];
        var buckets = new Dictionary<(int Table, int Code), List<int>>();
        for (var row = 0; row < unit.Rows; row++)
        {
            leaders[row] = Nearest(unit, row, signatures, buckets);
            if (leaders[row] != row)
                continue;
            for (var table = 0; table < Tables; table++)
            {
                var key = (table, signatures[(row * Tables) + table]);
                if (!buckets.TryGetValue(key, out var bucket))
                    buckets[key] = bucket = [];
                bucket.Add(row);
            }
        }
        return leaders;
    }

    private static int Nearest(
        FloatMatrix unit,
        int row,
        int[] signatures,
        Dictionary<(int Table, int Code), List<int>> buckets
    )
    {
        var (best, score) = (row, Alike);
        for (var table = 0; table < Tables; table++)
        {
            if (!buckets.TryGetValue((table, signatures[(row * Tables) + table]), out var bucket))
                continue;
            // The latest first: copies tend to stand together.
            for (var i = bucket.Count - 1; i >= Math.Max(0, bucket.Count - MostCompared); i--)
            {
                var dot = TensorPrimitives.Dot<float>(unit.Row(row), unit.Row(bucket[i]));
                if (dot > score || (dot == score && bucket[i] < best))
                    (best, score) = (bucket[i], dot);
            }
        }
        return best;
    }

    private static int[] Signatures(FloatMatrix unit, int bits, ulong seed)
    {
        var random = new SeededRandom(seed);
        var planes = new FloatMatrix(unit.Columns, Tables * bits);
        for (var i = 0; i < planes.Values.Length; i++)
            planes.Values[i] = (float)random.NextNormal();
        var signatures = new int[unit.Rows * Tables];
        foreach (var (start, block) in RowBlocks.Of(unit))
        {
            var sides = MatrixProduct.Multiply(block, planes);
            for (var i = 0; i < sides.Rows; i++)
            for (var table = 0; table < Tables; table++)
            {
                var code = 0;
                foreach (var side in sides.Row(i).Slice(table * bits, bits))
                    code = (code << 1) | (side > 0 ? 1 : 0);
                signatures[((start + i) * Tables) + table] = code;
            }
        }
        return signatures;
    }
}
