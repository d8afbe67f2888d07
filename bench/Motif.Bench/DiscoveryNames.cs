using System.Globalization;
using System.IO.Compression;
using System.Text;
using Motif.Content.Mining;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Embeddings;
using Motif.Text;

namespace Motif.Bench;

/// <summary>
/// Whether the words of neighbourhoods tell them apart and belong together, beside plain class-based TF-IDF: diversity (Dieng, Ruiz and
/// Blei 2020) and NPMI (Bouma 2009) of the first ten words, by level, on titles, headlines and requests.
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
        var text = new StringBuilder();
        text.AppendLine("# Discovery: the words of neighbourhoods")
            .AppendLine()
            .AppendLine(
                "`MOTIF_SHARED=… dotnet run -c Release --project bench/Motif.Bench -- discovery-names --report bench/results/discovery-names.md`"
            )
            .AppendLine()
            .AppendLine(
                "Of each set a part of the texts, placed by the lexicon's vectors. Of each neighbourhood the words of its list, ten at most; beside them those of plain class-based TF-IDF (Grootendorst 2022: tf · ln(1 + A/f), single words) among the same siblings, ten of them and as many as the list has. Diversity is the share of words that no other list has: among siblings, and over the whole level. NPMI is that of pairs of words in one text, over all texts of the set, −1 for a pair that never meets. How lists end was chosen on the sets marked *, the others had no say."
            )
            .AppendLine()
            .AppendLine(
                "| set | texts, of | level | neighbourhoods | words | diversity among siblings | plain | over the level | plain | NPMI | plain, ten | plain, as many |"
            )
            .AppendLine("|---|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        var shown = new StringBuilder();
        foreach (var (name, texts) in Sets(Path.Combine(shared, "data")))
        {
            var wanted = Math.Min(
                name is "Reddit titles" ? 40_000 : texts.Count / 2,
                args.Contains("--smoke") ? 1000 : int.MaxValue
            );
            var items = texts
                .Where(
                    (_, i) => (long)i * wanted / texts.Count != (long)(i - 1) * wanted / texts.Count
                )
                .Select(
                    (t, i) =>
                        new Item
                        {
                            ItemId = i.ToString("0000000", CultureInfo.InvariantCulture),
                            Text = t,
                        }
                )
                .ToList();
            var made = await MakeAsync(items);
            Table(
                text,
                shown,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} | {items.Count}, {texts.Count}"
                ),
                made,
                Texts(items, made),
                new TitlePairs(texts)
            );
        }
        text.AppendLine()
            .AppendLine("The largest of each level, Reddit's:")
            .AppendLine()
            .Append(shown);
        if (Array.IndexOf(args, "--report") is var to and >= 0 && to + 1 < args.Length)
            await File.WriteAllTextAsync(args[to + 1], text.ToString());
        Console.WriteLine(text);
        return 0;
    }

    private static IEnumerable<(string Name, List<string> Texts)> Sets(string data)
    {
        yield return ("Reddit titles", DiscoveryQuality.Titles(data).ConvertAll(i => i.Text));
        yield return ("CLINC150", DiscoveryQuality.Clinc(data).ConvertAll(c => c.Text));
        yield return (
            "headlines *",
            [
                .. Lines(data, "headlines-32k", "clickbait_data_dev.txt.gz"),
                .. Lines(data, "headlines-32k", "non_clickbait_data_dev.txt.gz"),
            ]
        );
        yield return (
            "Upworthy *",
            [
                .. CorpusText
                    .Rows(string.Join('\n', Lines(data, "upworthy", "upworthy_dev.csv.gz").Skip(1)))
                    .Select(r => r[3])
                    .Distinct(StringComparer.Ordinal),
            ]
        );
    }

    private static string[] Lines(string data, params string[] path)
    {
        using var reader = new StreamReader(
            new GZipStream(File.OpenRead(Path.Combine([data, .. path])), CompressionMode.Decompress)
        );
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
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
        StringBuilder shown,
        string set,
        NamedHierarchy made,
        Dictionary<Guid, List<string>> texts,
        TitlePairs pairs
    )
    {
        var isFirst = shown.Length == 0;
        foreach (var level in made.Clusters.GroupBy(c => c.Level))
        {
            var own = level.ToDictionary(c => c.ClusterId, FirstWords);
            var plain = level
                .GroupBy(c => c.ParentId)
                .SelectMany(g => Plain([.. g], texts))
                .ToDictionary(p => p.Id, p => p.Words);
            var cut = plain.ToDictionary(
                p => p.Key,
                p => p.Value[..Math.Min(p.Value.Length, own[p.Key].Length)]
            );
            text.AppendLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {set} | {WireName.Of(level.Key)} | {own.Count} | {own.Values.Average(w => w.Length):0.0} | {Siblings(level, own):0.000} | {Siblings(level, plain):0.000} | {Diversity(own.Values):0.000} | {Diversity(plain.Values):0.000} | {own.Values.Average(pairs.Npmi):0.000} | {plain.Values.Average(pairs.Npmi):0.000} | {cut.Values.Average(pairs.Npmi):0.000} |"
                )
            );
            foreach (var cluster in level.OrderByDescending(c => c.Size).Take(isFirst ? 5 : 0))
                shown.AppendLine(
                    $"- {WireName.Of(level.Key)} of {cluster.Size}: {string.Join(", ", own[cluster.ClusterId])} — plain: {string.Join(", ", plain[cluster.ClusterId])}"
                );
        }
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

        public TitlePairs(List<string> all)
        {
            _count = all.Count;
            for (var i = 0; i < all.Count; i++)
                foreach (var word in TitleWords.Of(all[i]).Distinct(StringComparer.Ordinal))
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
