using System.Globalization;
using Motif.Discovery.Items;
using Motif.Numerics;

namespace Motif.Discovery.Mining;

/// <summary>A feature with the rows of evidence that have it, ascending.</summary>
internal sealed record FeatureRows(Feature Feature, int[] Rows)
{
    /// <summary>Its place among the features of the run.</summary>
    public int Number { get; init; }

    /// <summary>Of a compound the traits that it is made of; empty for a single one.</summary>
    public IReadOnlyList<FeatureRows> Parts { get; init; } = [];
}

/// <summary>
/// The features that enough rows have. Phrases grow from frequent ones (Agrawal and Srikant 1994): a run of words is no more
/// frequent than its parts. Two that hold nearly the same rows (Jaccard of at least .95) are one: of phrases the one that tells
/// most stays ("how to build" of "how", "to build" and "to build a"), of other traits the simplest.
/// </summary>
internal static class FeatureTable
{
    public const int MostWords = 3;
    private const double Same = 0.95;
    private const int Controls = 20;

    /// <param name="words">Of each row.</param>
    /// <param name="traits">Of each row.</param>
    /// <param name="isDiscovery">Which rows may decide what is looked at.</param>
    /// <param name="fewest">Rows of the discovery part that a feature must have.</param>
    public static List<FeatureRows> Build(
        IReadOnlyList<List<string>> words,
        IReadOnlyList<HashSet<Feature>> traits,
        IReadOnlyList<bool> isDiscovery,
        int fewest
    )
    {
        var phrases = Phrases(words, isDiscovery, fewest);
        var others = Traits(traits, isDiscovery, fewest);
        return WithoutDoubles([.. phrases, .. others], isDiscovery);
    }

    /// <summary>Random traits of 1 to 50 % of the rows.</summary>
    public static List<FeatureRows> RandomTraits(IReadOnlyList<string> rowIds)
    {
        var controls = new List<FeatureRows>();
        for (var i = 0; i < Controls; i++)
        {
            var share = 0.01 * Math.Pow(50, i / (Controls - 1.0));
            var limit = (ulong)(share * ulong.MaxValue);
            var name = i.ToString(CultureInfo.InvariantCulture);
            controls.Add(
                new FeatureRows(
                    new Feature(FeatureFamily.Control, name),
                    [
                        .. Enumerable
                            .Range(0, rowIds.Count)
                            .Where(row => SeededRandom.Seed("control", name, rowIds[row]) < limit),
                    ]
                )
            );
        }
        return controls;
    }

    private static List<FeatureRows> Phrases(
        IReadOnlyList<List<string>> words,
        IReadOnlyList<bool> isDiscovery,
        int fewest
    )
    {
        var result = new List<FeatureRows>();
        var frequent = new HashSet<string>(StringComparer.Ordinal);
        for (var length = 1; length <= MostWords; length++)
        {
            var rows = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            for (var row = 0; row < words.Count; row++)
                foreach (var phrase in PhrasesOf(words[row], length, frequent))
                {
                    if (!rows.TryGetValue(phrase, out var list))
                        rows[phrase] = list = [];
                    // A phrase that a title repeats counts once.
                    if (list.Count == 0 || list[^1] != row)
                        list.Add(row);
                }
            frequent = [];
            foreach (var (phrase, list) in rows.OrderBy(r => r.Key, StringComparer.Ordinal))
            {
                if (list.Count(row => isDiscovery[row]) < fewest)
                    continue;
                frequent.Add(phrase);
                result.Add(new FeatureRows(new(FeatureFamily.Phrase, phrase), [.. list]));
            }
        }
        return result;
    }

    private static IEnumerable<string> PhrasesOf(
        List<string> words,
        int length,
        HashSet<string> frequent
    )
    {
        for (var start = 0; start + length <= words.Count; start++)
        {
            if (length == 1)
            {
                yield return words[start];
                continue;
            }
            var head = string.Join(' ', words.GetRange(start, length - 1));
            var tail = string.Join(' ', words.GetRange(start + 1, length - 1));
            if (frequent.Contains(head) && frequent.Contains(tail))
                yield return $"{head} {words[start + length - 1]}";
        }
    }

    private static IEnumerable<FeatureRows> Traits(
        IReadOnlyList<HashSet<Feature>> traits,
        IReadOnlyList<bool> isDiscovery,
        int fewest
    )
    {
        var rows = new Dictionary<Feature, List<int>>();
        for (var row = 0; row < traits.Count; row++)
            foreach (var trait in traits[row])
            {
                if (!rows.TryGetValue(trait, out var list))
                    rows[trait] = list = [];
                list.Add(row);
            }
        return rows.Where(r => r.Value.Count(row => isDiscovery[row]) >= fewest)
            .OrderBy(r => r.Key.Family)
            .ThenBy(r => r.Key.Value, StringComparer.Ordinal)
            .Select(r => new FeatureRows(r.Key, [.. r.Value]));
    }

    /// <summary>
    /// Looked for among features that share the smallest row by one of eight hashes (Broder 1997): two sets of Jaccard .95 share
    /// none of them in .05⁸ of cases.
    /// </summary>
    private static List<FeatureRows> WithoutDoubles(
        List<FeatureRows> features,
        IReadOnlyList<bool> isDiscovery
    )
    {
        var kept = new List<FeatureRows>();
        var buckets =
            new Dictionary<(int Hash, int Row), List<(FeatureRows Feature, int[] Rows)>>();
        foreach (
            var feature in features
                .OrderBy(f => f.Feature.Family)
                .ThenBy(f => Telling(f.Feature))
                .ThenBy(f => f.Feature.Value, StringComparer.Ordinal)
        )
        {
            int[] rows = [.. feature.Rows.Where(r => isDiscovery[r])];
            var keys = Sketch(rows);
            if (
                keys.Any(k =>
                    buckets.TryGetValue(k, out var others)
                    && others.Exists(o => AreSame(o.Rows, rows))
                )
            )
                continue;
            kept.Add(feature with { Number = kept.Count });
            foreach (var key in keys)
            {
                if (!buckets.TryGetValue(key, out var bucket))
                    buckets[key] = bucket = [];
                bucket.Add((feature, rows));
            }
        }
        return kept;
    }

    /// <summary>
    /// Smaller is better as a name. A single word of a phrase that is always said as a whole, "a" above all, tells a reader nothing;
    /// nor does an article that hangs on behind, or a word said twice.
    /// </summary>
    private static (int Contents, int HangsOn, int Different, int Words) Telling(Feature feature)
    {
        var words = feature.Value.Split(' ');
        if (feature.Family is not FeatureFamily.Phrase)
            return (0, 0, 0, words.Length);
        var different = words.Distinct(StringComparer.Ordinal).ToList();
        return (
            -different.Count(TitleWords.IsContent),
            TitleWords.IsContent(words[^1]) ? 0 : 1,
            -different.Count,
            words.Length
        );
    }

    private static List<(int Hash, int Row)> Sketch(int[] rows)
    {
        var keys = new List<(int, int)>();
        for (var hash = 0; hash < 8; hash++)
        {
            var salt = SeededRandom.Mix((ulong)hash);
            keys.Add((hash, rows.MinBy(r => SeededRandom.Mix(salt ^ (ulong)r))));
        }
        return keys;
    }

    /// <summary>Whether two features stand for each other.</summary>
    /// <param name="one">Rows, ascending.</param>
    public static bool AreSame(int[] one, int[] other)
    {
        if (
            one.Length == 0
            || Math.Min(one.Length, other.Length) < Same * Math.Max(one.Length, other.Length)
        )
            return false;
        var (common, i, j) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            var order = one[i].CompareTo(other[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common >= Same * (one.Length + other.Length - common);
    }
}
