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
        var buckets = new Buckets(unit.Rows, bits);
        for (var row = 0; row < unit.Rows; row++)
        {
            var codes = signatures.AsSpan(row * Tables, Tables);
            leaders[row] = Nearest(unit, row, codes, buckets);
            if (leaders[row] == row)
                buckets.Add(row, codes);
        }
        return leaders;
    }

    private static int Nearest(FloatMatrix unit, int row, ReadOnlySpan<int> codes, Buckets buckets)
    {
        var (best, score) = (row, Alike);
        for (var table = 0; table < Tables; table++)
        {
            var leader = buckets.Latest(table, codes[table]);
            for (var i = 0; i < MostCompared && leader >= 0; i++)
            {
                var dot = TensorPrimitives.Dot<float>(unit.Row(row), unit.Row(leader));
                if (dot > score || (dot == score && leader < best))
                    (best, score) = (leader, dot);
                leader = buckets.Before(table, leader);
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
        foreach (var (start, sides) in RowBlocks.Multiply(unit, planes))
        {
            RowBlocks.Each(
                sides.Rows,
                i => Sign(sides.Row(i), signatures.AsSpan((start + i) * Tables, Tables), bits)
            );
        }
        return signatures;
    }

    private static void Sign(ReadOnlySpan<float> sides, Span<int> codes, int bits)
    {
        for (var table = 0; table < Tables; table++)
        {
            var code = 0;
            foreach (var side in sides.Slice(table * bits, bits))
                code = (code << 1) | (side > 0 ? 1 : 0);
            codes[table] = code;
        }
    }

    /// <summary>
    /// The leaders of every signature of every table, the latest first, since copies tend to stand together: chains through two
    /// arrays, 64 bytes a row where lists would take a kilobyte.
    /// </summary>
    private sealed class Buckets(int rows, int bits)
    {
        private readonly int[] _latest = Filled(Tables << bits);
        private readonly int[] _before = Filled(checked(rows * Tables));

        /// <summary>−1 for none.</summary>
        public int Latest(int table, int code) => _latest[(table << bits) | code];

        /// <inheritdoc cref="Latest"/>
        public int Before(int table, int row) => _before[(row * Tables) + table];

        public void Add(int row, ReadOnlySpan<int> codes)
        {
            for (var table = 0; table < Tables; table++)
            {
                ref var latest = ref _latest[(table << bits) | codes[table]];
                (_before[(row * Tables) + table], latest) = (latest, row);
            }
        }

        private static int[] Filled(int length)
        {
            var array = new int[length];
            Array.Fill(array, -1);
            return array;
        }
    }
}
