using Motif.Numerics;

namespace Motif.Bench;

/// <summary>
/// Vectors of length 1 in a hierarchy that is known: the law of <c>eval/vectors/gen.py</c>, macro, meso and micro centres each
/// drawn about the one above, items about a micro, sizes of micros falling off as u^1.5. Made in place, for a million rows on
/// every core; each number is a function of its index, so that threads change nothing.
/// </summary>
/// <param name="Rows">One row an item.</param>
/// <param name="Meso">Of each item.</param>
/// <param name="Micro">Of each item.</param>
internal sealed record SyntheticHierarchy(FloatMatrix Rows, int[] Meso, int[] Micro, int Mesos)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const double SizeSkew = 1.5;

    /// <summary>One macro for 4,167 items, one meso for 333, one micro for 33, as the script has for 100,000.</summary>
    public static SyntheticHierarchy Make(int items, int dimensions, ulong seed)
    {
        var (macros, mesos) = (Math.Max(2, items / 4167), Math.Max(4, items / 333));
        var micros = Math.Max(8, items / 33);
        var top = Noise(macros, dimensions, seed + 1);
        Normalize(top);
        var middle = About(top, i => i % macros, mesos, 1.0f, seed + 2);
        var bottom = About(middle, i => i % mesos, micros, 0.8f, seed + 3);
        int[] own =
        [
            .. Enumerable
                .Range(0, items)
                .Select(i =>
                    Math.Min(micros - 1, (int)(micros * Math.Pow(Uniform(seed + 5, i), SizeSkew)))
                ),
        ];
        return new SyntheticHierarchy(
            About(bottom, i => own[i], items, 0.9f, seed + 4),
            Array.ConvertAll(own, micro => micro % mesos),
            own,
            mesos
        );
    }

    private static FloatMatrix About(
        FloatMatrix centres,
        Func<int, int> centreOf,
        int count,
        float spread,
        ulong seed
    )
    {
        var rows = Noise(count, centres.Columns, seed);
        Normalize(rows);
        Parallel.For(
            0,
            count,
            i =>
            {
                var row = rows.Row(i);
                var centre = centres.Row(centreOf(i));
                for (var column = 0; column < row.Length; column++)
                    row[column] = centre[column] + (spread * row[column]);
            }
        );
        Normalize(rows);
        return rows;
    }

    /// <summary>Standard normal numbers, two of each pair of uniform ones (Box and Muller 1958).</summary>
    private static FloatMatrix Noise(int rows, int columns, ulong seed)
    {
        var matrix = new FloatMatrix(rows, columns);
        Parallel.For(
            0,
            rows,
            i =>
            {
                var row = matrix.Row(i);
                for (var column = 0; column < columns; column += 2)
                {
                    var pair = (((long)i * columns) + column) & ~1L;
                    var radius = Math.Sqrt(-2 * Math.Log(1 - Uniform(seed, pair)));
                    var (sine, cosine) = Math.SinCos(2 * Math.PI * Uniform(seed, pair + 1));
                    row[column] = (float)(radius * cosine);
                    if (column + 1 < columns)
                        row[column + 1] = (float)(radius * sine);
                }
            }
        );
        return matrix;
    }

    private static void Normalize(FloatMatrix rows) =>
        Parallel.For(0, rows.Rows, i => Discovery.Hierarchy.CentredVectors.Normalize(rows.Row(i)));

    /// <summary>The n-th number of SplitMix64 in [0, 1).</summary>
    private static double Uniform(ulong seed, long n) =>
        (new SplitMix64(unchecked(seed + ((ulong)n * Golden))).Next() >> 11) * (1.0 / (1L << 53));
}
