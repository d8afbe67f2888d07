using System.Globalization;
using System.Text;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Embeddings;
using Motif.Text;

namespace Motif.Bench;

/// <summary>
/// Whether the words of neighbourhoods tell them apart and belong together, beside plain class-based TF-IDF: diversity (Dieng, Ruiz and
/// Blei 2020) and NPMI (Bouma 2009) of the first ten words, by level, on titles of Reddit. <c>--items N</c> takes so many.
/// </summary>
internal static class DiscoveryNames
{
    private const int Words = 10;

    public static async Task<int> RunAsync(string[] args)
    {
        if (
            RetrievalSet.SharedFolder() is not { } shared
            || !Directory.Exists(Path.Combine(shared, "data", "reddit-titles"))
        )
        {
            Console.WriteLine("discovery-names: skipped, no shared data");
            return 0;
        }
        var all = DiscoveryQuality.Titles(Path.Combine(shared, "data"));
        var wanted = Array.IndexOf(args, "--items") is var at and >= 0
            ? int.Parse(args[at + 1], CultureInfo.InvariantCulture)
            : 40_000;
        var items = all.Where(
                (_, i) => (long)i * wanted / all.Count != (long)(i - 1) * wanted / all.Count
            )
            .ToList();
        var text = new StringBuilder();
        text.AppendLine("# Discovery: the words of neighbourhoods")
            .AppendLine()
            .AppendLine(
                "`MOTIF_SHARED=… dotnet run -c Release --project bench/Motif.Bench -- discovery-names --report bench/results/discovery-names.md`"
            )
            .AppendLine()
            .AppendLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{items.Count} titles of Reddit, every {all.Count / items.Count}th of {all.Count}, placed by the lexicon's vectors. Of each neighbourhood the first ten words; beside them the ten of plain class-based TF-IDF (Grootendorst 2022: tf · ln(1 + A/f), single words) among the same siblings. Diversity is the share of words that no other list has: among siblings, and over the whole level. NPMI is that of pairs of words in one title, over all {all.Count} titles, −1 for a pair that never meets."
                )
            )
            .AppendLine();
        var made = await MakeAsync(items);
        var texts = Texts(items, made);
        Table(text, made, texts, new TitlePairs(all));
        if (Array.IndexOf(args, "--report") is var to and >= 0 && to + 1 < args.Length)
            await File.WriteAllTextAsync(args[to + 1], text.ToString());
        Console.WriteLine(text);
        return 0;
    }

    private static async Task<NamedHierarchy> MakeAsync(List<Item> items)
    {
        var vectors = await EmbeddedTexts.EmbedAsync(
            [.. items.Select(i => i.Text)],
            new LexiconEmbeddingGenerator(Lexicon.Default, new TextAnalyzer())
        );
        var built = new HierarchyBuilder(new HierarchySettings(), Environment.ProcessorCount).Build(
            vectors,
            CancellationToken.None
        );
        return new ClusterSheet(
            built,
            items,
            vectors,
            [],
            new Dictionary<string, ClusterMember>(),
            [],
            new Dictionary<Guid, string>()
        ).Make();
    }

    private static Dictionary<Guid, List<string>> Texts(List<Item> items, NamedHierarchy made)
    {
        var byId = items.ToDictionary(i => i.ItemId, i => i.Text, StringComparer.Ordinal);
        var texts = new Dictionary<Guid, List<string>>();
        foreach (var member in made.Members)
        foreach (var id in (Guid[])[member.MacroId, member.MesoId, member.MicroId])
        {
            if (!texts.TryGetValue(id, out var own))
                texts[id] = own = [];
            own.Add(byId[member.ItemId]);
        }
        return texts;
    }

    private static void Table(
        StringBuilder text,
        NamedHierarchy made,
        Dictionary<Guid, List<string>> texts,
        TitlePairs pairs
    )
    {
        text.AppendLine(
                "| level | neighbourhoods | diversity among siblings | plain | over the level | plain | NPMI | plain |"
            )
            .AppendLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        var shown = new StringBuilder();
        foreach (var level in made.Clusters.GroupBy(c => c.Level))
        {
            var own = level.ToDictionary(c => c.ClusterId, FirstWords);
            var plain = level
                .GroupBy(c => c.ParentId)
                .SelectMany(g => Plain([.. g], texts))
                .ToDictionary(p => p.Id, p => p.Words);
            text.AppendLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {WireName.Of(level.Key)} | {own.Count} | {Siblings(level, own):0.000} | {Siblings(level, plain):0.000} | {Diversity(own.Values):0.000} | {Diversity(plain.Values):0.000} | {own.Values.Average(pairs.Npmi):0.000} | {plain.Values.Average(pairs.Npmi):0.000} |"
                )
            );
            foreach (var cluster in level.OrderByDescending(c => c.Size).Take(5))
                shown.AppendLine(
                    $"- {WireName.Of(level.Key)} of {cluster.Size}: {string.Join(", ", own[cluster.ClusterId])} — plain: {string.Join(", ", plain[cluster.ClusterId])}"
                );
        }
        text.AppendLine().AppendLine("The largest of each level:").AppendLine().Append(shown);
    }

    private static string[] FirstWords(Cluster cluster) =>
        [
            .. cluster
                .Terms.SelectMany(t => t.Split(' '))
                .Where(TitleWords.IsContent)
                .Distinct(StringComparer.Ordinal)
                .Take(Words),
        ];

    private static IEnumerable<(Guid Id, string[] Words)> Plain(
        IReadOnlyList<Cluster> siblings,
        Dictionary<Guid, List<string>> texts
    )
    {
        var counts = siblings
            .Select(c =>
                texts[c.ClusterId]
                    .SelectMany(t => TitleWords.Of(t).Where(TitleWords.IsContent))
                    .CountBy(w => w, StringComparer.Ordinal)
                    .ToDictionary(StringComparer.Ordinal)
            )
            .ToList();
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, count) in counts.SelectMany(c => c))
            all[word] = all.GetValueOrDefault(word) + count;
        var average = all.Values.Sum(v => (double)v) / siblings.Count;
        return siblings.Select(
            (c, i) =>
                (
                    c.ClusterId,
                    counts[i]
                        .OrderByDescending(w => w.Value * Math.Log(1 + (average / all[w.Key])))
                        .ThenBy(w => w.Key, StringComparer.Ordinal)
                        .Take(Words)
                        .Select(w => w.Key)
                        .ToArray()
                )
        );
    }

    private static double Siblings(IEnumerable<Cluster> level, Dictionary<Guid, string[]> words) =>
        level
            .GroupBy(c => c.ParentId)
            .Where(g => g.Count() > 1)
            .Select(g =>
                (Diversity: Diversity(g.Select(c => words[c.ClusterId])), Count: g.Count())
            )
            .ToList()
            is { Count: > 0 } groups
            ? groups.Sum(g => g.Diversity * g.Count) / groups.Sum(g => g.Count)
            : double.NaN;

    private static double Diversity(IEnumerable<string[]> lists)
    {
        var all = lists.SelectMany(l => l).ToList();
        return all.Distinct(StringComparer.Ordinal).Count() / (double)Math.Max(1, all.Count);
    }

    /// <summary>Which titles say which words.</summary>
    private sealed class TitlePairs
    {
        private readonly Dictionary<string, List<int>> _titles = new(StringComparer.Ordinal);
        private readonly int _count;

        public TitlePairs(List<Item> all)
        {
            _count = all.Count;
            for (var i = 0; i < all.Count; i++)
                foreach (var word in TitleWords.Of(all[i].Text).Distinct(StringComparer.Ordinal))
                {
                    if (!_titles.TryGetValue(word, out var list))
                        _titles[word] = list = [];
                    list.Add(i);
                }
        }

        /// <summary>ln(p(a, b)/(p(a)·p(b))) / −ln p(a, b), the mean over all pairs; 0 for a list without one.</summary>
        public double Npmi(string[] words)
        {
            var (sum, pairs) = (0.0, 0);
            for (var i = 0; i < words.Length; i++)
            for (var j = i + 1; j < words.Length; j++)
            {
                pairs++;
                var both = Common(_titles[words[i]], _titles[words[j]]) / (double)_count;
                var (one, other) = (
                    _titles[words[i]].Count / (double)_count,
                    _titles[words[j]].Count / (double)_count
                );
                sum += both <= 0 ? -1 : Math.Log(both / (one * other)) / -Math.Log(both);
            }
            return pairs == 0 ? 0 : sum / pairs;
        }

        private static int Common(List<int> one, List<int> other)
        {
            var (common, i, j) = (0, 0, 0);
            while (i < one.Count && j < other.Count)
            {
                var order = one[i].CompareTo(other[j]);
                common += order == 0 ? 1 : 0;
                i += order <= 0 ? 1 : 0;
                j += order >= 0 ? 1 : 0;
            }
            return common;
        }
    }
}
