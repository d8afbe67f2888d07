namespace Motif.Code.Patterns;

/// <summary>Two sets that are alike, by their indexes.</summary>
/// <param name="Similarity">Jaccard, threshold to 1.</param>
internal readonly record struct SimilarPair(int Left, int Right, double Similarity);

/// <summary>
/// All pairs of sets with a Jaccard similarity of at least a threshold. Exact by prefix filtering (Chaudhuri, Ganti and Kaushik,
/// A primitive operator for similarity joins in data cleaning, ICDE 2006): with all elements in one order, rare ones first, two
/// sets with J ≥ t share one of their first n − ⌈t·n⌉ + 1 elements.
/// </summary>
/// <remarks>
/// Above <see cref="MaxExact"/> sets the candidates come from MinHash with 32 bands of 4 (Broder 1997; Leskovec, Rajaraman and
/// Ullman, Mining of massive datasets, ch. 3), which misses a pair of J = .7 with probability (1 − .7⁴)³² ≈ .0002; every
/// candidate is verified exactly, so that nothing false is reported.
/// </remarks>
internal static class SimilarityJoin
{
    public const int MaxExact = 100_000;

    private const int Bands = 32;
    private const int Rows = 4;
    private const int Buckets = 1 << 20;

    /// <returns>By left, then right index; left is always smaller.</returns>
    public static List<SimilarPair> Of(
        IReadOnlyList<GramSet> sets,
        double threshold,
        CancellationToken cancellationToken,
        int maxExact = MaxExact
    )
    {
        var keys = sets.Count <= maxExact ? PrefixKeys(sets, threshold) : BandKeys(sets);
        var pairs = new List<SimilarPair>();
        var seen = new int[sets.Count];
        Array.Fill(seen, -1);
        foreach (var (item, candidates) in Candidates(keys, sets.Count))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var other in candidates)
            {
                if (other >= item || seen[other] == item)
                    continue;
                seen[other] = item;
                if (!AreSizesNear(sets[other].Count, sets[item].Count, threshold))
                    continue;
                var similarity = sets[other].Jaccard(sets[item], threshold);
                if (similarity >= threshold)
                    pairs.Add(new SimilarPair(other, item, similarity));
            }
        }
        pairs.Sort(
            (a, b) => a.Left != b.Left ? a.Left.CompareTo(b.Left) : a.Right.CompareTo(b.Right)
        );
        return pairs;
    }

    private static bool AreSizesNear(int a, int b, double threshold) =>
        Math.Min(a, b) >= threshold * Math.Max(a, b);

    /// <summary>Per item the items that share a key with it, key by key.</summary>
    private static IEnumerable<(int Item, IEnumerable<int> Candidates)> Candidates(
        List<(ulong Key, int Item)> keys,
        int count
    )
    {
        keys.Sort();
        var groups = new List<int>[count];
        for (int start = 0, end; start < keys.Count; start = end)
        {
            for (end = start + 1; end < keys.Count && keys[end].Key == keys[start].Key; )
                end++;
            if (end - start < 2)
                continue;
            for (var i = start; i < end; i++)
                (groups[keys[i].Item] ??= []).Add(start);
        }
        for (var item = 0; item < count; item++)
        {
            if (groups[item] is { } starts)
                yield return (item, starts.SelectMany(s => Members(keys, s)));
        }
    }

    private static IEnumerable<int> Members(List<(ulong Key, int Item)> keys, int start)
    {
        for (var i = start; i < keys.Count && keys[i].Key == keys[start].Key; i++)
            yield return keys[i].Item;
    }

    /// <summary>The rare elements of every set. Frequencies are kept by bucket: any order is right, a good one is fast.</summary>
    private static List<(ulong Key, int Item)> PrefixKeys(
        IReadOnlyList<GramSet> sets,
        double threshold
    )
    {
        var frequencies = new int[Buckets];
        foreach (var set in sets)
        {
            foreach (var gram in set.Grams)
                frequencies[gram % Buckets]++;
        }
        var keys = new List<(ulong, int)>();
        var ordered = new List<ulong>();
        for (var item = 0; item < sets.Count; item++)
        {
            ordered.Clear();
            foreach (var gram in sets[item].Grams)
                ordered.Add(((ulong)frequencies[gram % Buckets] << 32) | gram);
            ordered.Sort();
            var n = ordered.Count;
            var prefix = n == 0 ? 0 : n - (int)Math.Ceiling((threshold * n) - 1e-9) + 1;
            for (var i = 0; i < Math.Min(prefix, n); i++)
                keys.Add((ordered[i], item));
        }
        return keys;
    }

    private static List<(ulong Key, int Item)> BandKeys(IReadOnlyList<GramSet> sets)
    {
        var keys = new List<(ulong, int)>(sets.Count * Bands);
        var signature = new uint[Bands * Rows];
        for (var item = 0; item < sets.Count; item++)
        {
            Sign(sets[item], signature);
            for (var band = 0; band < Bands; band++)
            {
                var key = 14695981039346656037UL ^ (uint)band;
                for (var row = 0; row < Rows; row++)
                    key = (key ^ signature[(band * Rows) + row]) * 1099511628211;
                keys.Add((key, item));
            }
        }
        return keys;
    }

    /// <summary>Per hash function the least value over the set; functions are multiply-shift with fixed odd factors.</summary>
    private static void Sign(GramSet set, uint[] signature)
    {
        Array.Fill(signature, uint.MaxValue);
        foreach (var gram in set.Grams)
        {
            var factor = 0x9E3779B97F4A7C15UL;
            for (var i = 0; i < signature.Length; i++)
            {
                factor = (factor * 6364136223846793005) + 1442695040888963407;
                var value = (uint)(((gram + 1UL) * (factor | 1)) >> 32);
                if (value < signature[i])
                    signature[i] = value;
            }
        }
    }
}
