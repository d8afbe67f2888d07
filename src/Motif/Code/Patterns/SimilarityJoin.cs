using System.Numerics;

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
    private const int MaxBuckets = 1 << 20;

    /// <returns>By left, then right index; left is always smaller.</returns>
    public static List<SimilarPair> Of(
        IReadOnlyList<GramSet> sets,
        double threshold,
        CancellationToken cancellationToken,
        int maxExact = MaxExact,
        int parallelism = 1
    )
    {
        var (keys, items) =
            sets.Count <= maxExact ? PrefixKeys(sets, threshold) : BandKeys(sets, parallelism);
        Array.Sort(keys, items);
        var groups = GroupsByItem(keys, items, sets.Count);
        var pairs = new List<SimilarPair>();
        Parallel.For(
            0,
            sets.Count,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = parallelism,
                CancellationToken = cancellationToken,
            },
            () => (Found: new List<SimilarPair>(), Seen: new int[sets.Count]),
            (item, _, local) =>
            {
                foreach (var other in Earlier(item, groups[item], keys, items, local.Seen))
                    AddIfAlike(sets, other, item, threshold, local.Found);
                return local;
            },
            local =>
            {
                lock (pairs)
                    pairs.AddRange(local.Found);
            }
        );
        pairs.Sort(
            (a, b) => a.Left != b.Left ? a.Left.CompareTo(b.Left) : a.Right.CompareTo(b.Right)
        );
        return pairs;
    }

    /// <summary>Those before the item that share a key with it, each once: so every pair is looked at once.</summary>
    /// <param name="seen">Per item the last one that it was given for; the first item has none before it, so 0 is free.</param>
    private static IEnumerable<int> Earlier(
        int item,
        List<int>? groups,
        ulong[] keys,
        int[] items,
        int[] seen
    )
    {
        foreach (var start in groups ?? [])
        {
            for (var i = start; i < keys.Length && keys[i] == keys[start]; i++)
            {
                var other = items[i];
                if (other >= item || seen[other] == item)
                    continue;
                seen[other] = item;
                yield return other;
            }
        }
    }

    private static void AddIfAlike(
        IReadOnlyList<GramSet> sets,
        int left,
        int right,
        double threshold,
        List<SimilarPair> found
    )
    {
        if (!AreSizesNear(sets[left].Count, sets[right].Count, threshold))
            return;
        var similarity = sets[left].Jaccard(sets[right], threshold);
        if (similarity >= threshold)
            found.Add(new SimilarPair(left, right, similarity));
    }

    private static bool AreSizesNear(int a, int b, double threshold) =>
        Math.Min(a, b) >= threshold * Math.Max(a, b);

    /// <summary>Per item where the keys begin that it shares with others; null for none.</summary>
    /// <param name="keys">Ascending.</param>
    private static List<int>?[] GroupsByItem(ulong[] keys, int[] items, int count)
    {
        var groups = new List<int>?[count];
        for (int start = 0, end; start < keys.Length; start = end)
        {
            for (end = start + 1; end < keys.Length && keys[end] == keys[start]; )
                end++;
            for (var i = start; end - start >= 2 && i < end; i++)
                (groups[items[i]] ??= []).Add(start);
        }
        return groups;
    }

    /// <summary>The rare elements of every set. Frequencies are kept by bucket: any order is right, a good one is fast.</summary>
    private static (ulong[] Keys, int[] Items) PrefixKeys(
        IReadOnlyList<GramSet> sets,
        double threshold
    )
    {
        var buckets = (uint)
            BitOperations.RoundUpToPowerOf2(
                (uint)Math.Clamp(sets.Sum(s => (long)s.Count), 1, MaxBuckets)
            );
        var frequencies = new int[buckets];
        foreach (var set in sets)
        {
            foreach (var gram in set.Grams)
                frequencies[gram % buckets]++;
        }
        var (keys, items) = (new List<ulong>(), new List<int>());
        var ordered = new List<ulong>();
        for (var item = 0; item < sets.Count; item++)
        {
            ordered.Clear();
            foreach (var gram in sets[item].Grams)
                ordered.Add(((ulong)frequencies[gram % buckets] << 32) | gram);
            ordered.Sort();
            var n = ordered.Count;
            var prefix = n == 0 ? 0 : n - (int)Math.Ceiling((threshold * n) - 1e-9) + 1;
            for (var i = 0; i < Math.Min(prefix, n); i++)
            {
                keys.Add(ordered[i]);
                items.Add(item);
            }
        }
        return ([.. keys], [.. items]);
    }

    private static (ulong[] Keys, int[] Items) BandKeys(
        IReadOnlyList<GramSet> sets,
        int parallelism
    )
    {
        var keys = new ulong[sets.Count * Bands];
        var items = new int[sets.Count * Bands];
        Parallel.For(
            0,
            sets.Count,
            new ParallelOptions { MaxDegreeOfParallelism = parallelism },
            item =>
            {
                Span<uint> signature = stackalloc uint[Bands * Rows];
                Sign(sets[item], signature);
                for (var band = 0; band < Bands; band++)
                {
                    var key = 14695981039346656037UL ^ (uint)band;
                    for (var row = 0; row < Rows; row++)
                        key = (key ^ signature[(band * Rows) + row]) * 1099511628211;
                    keys[(item * Bands) + band] = key;
                    items[(item * Bands) + band] = item;
                }
            }
        );
        return (keys, items);
    }

    /// <summary>Per hash function the least value over the set; functions are multiply-shift with fixed odd factors.</summary>
    private static void Sign(GramSet set, Span<uint> signature)
    {
        signature.Fill(uint.MaxValue);
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
