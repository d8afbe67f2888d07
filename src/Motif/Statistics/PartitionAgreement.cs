namespace Motif.Statistics;

/// <summary>How much two partitions of the same things agree.</summary>
public static class PartitionAgreement
{
    /// <summary>
    /// The adjusted Rand index (Hubert and Arabie 1985): pairs treated alike, less those expected by chance; 1 is the same
    /// partition, 0 what chance gives, below 0 less than that. 1 where both hold everything in one group.
    /// </summary>
    public static double AdjustedRand(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        var table = Table.Of(one, other);
        var both = table.Cells.Values.Sum(Pairs);
        var first = table.Rows.Values.Sum(Pairs);
        var second = table.Columns.Values.Sum(Pairs);
        var all = Pairs(table.Count);
        var expected = all == 0 ? 0 : first * second / all;
        var most = (first + second) / 2;
        return most - expected == 0 ? 1 : (both - expected) / (most - expected);
    }

    /// <summary>
    /// Normalised mutual information with the arithmetic mean of both entropies, 0 to 1; 1 where both hold everything in one
    /// group.
    /// </summary>
    public static double NormalizedMutualInformation(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        var table = Table.Of(one, other);
        var n = (double)table.Count;
        var information = 0.0;
        foreach (var ((row, column), count) in table.Cells)
            information +=
                count / n * Math.Log(count * n / ((double)table.Rows[row] * table.Columns[column]));
        var entropy = (Entropy(table.Rows.Values, n) + Entropy(table.Columns.Values, n)) / 2;
        return entropy <= 0 ? 1 : Math.Clamp(information / entropy, 0, 1);
    }

    private static double Entropy(IEnumerable<int> counts, double n) =>
        -counts.Sum(c => c / n * Math.Log(c / n));

    private static double Pairs(int count) => count * (count - 1.0) / 2;

    private sealed record Table(
        SortedDictionary<(int Row, int Column), int> Cells,
        SortedDictionary<int, int> Rows,
        SortedDictionary<int, int> Columns,
        int Count
    )
    {
        /// <summary>Sorted, so that sums are the same to the last bit in every process.</summary>
        public static Table Of(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
        {
            if (one.Length != other.Length)
                throw new ArgumentException(
                    $"{one.Length} and {other.Length} things cannot be compared",
                    nameof(other)
                );
            var table = new Table([], [], [], one.Length);
            for (var i = 0; i < one.Length; i++)
            {
                Tally(table.Cells, (one[i], other[i]));
                Tally(table.Rows, one[i]);
                Tally(table.Columns, other[i]);
            }
            return table;
        }

        private static void Tally<T>(SortedDictionary<T, int> counts, T key)
            where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
    }
}
