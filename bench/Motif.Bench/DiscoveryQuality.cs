using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Motif.Content.Mining;
using Motif.Content.Templates;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;
using Motif.Discovery.Performance;
using Motif.Embeddings;
using Motif.Numerics;
using Motif.Onnx;
using Motif.Statistics;
using Motif.Text;

namespace Motif.Bench;

/// <summary>
/// What discovery is worth: neighbourhoods against labelled intents (CLINC150, BANKING77) by the sentence model's vectors and the
/// lexicon's, and the miner on titles of Reddit, on later titles, on subreddits it did not see and on catalogues of three channels.
/// Quality alone, no times. <c>--titles N</c> takes so many subreddits, <c>--other</c> those that the report does not look at,
/// <c>--unseen-alone</c> leaves all but the last two out.
/// </summary>
internal static class DiscoveryQuality
{
    private static readonly int Threads = Environment.ProcessorCount;

    public static async Task<int> RunAsync(string[] args)
    {
        if (
            RetrievalSet.SharedFolder() is not { } shared
            || !Directory.Exists(Path.Combine(shared, "data", "clinc150"))
        )
        {
            Console.WriteLine("discovery: skipped, no shared data");
            return 0;
        }
        var smoke = args.Contains("--smoke");
        var data = Path.Combine(shared, "data");
        var text = new StringBuilder();
        text.AppendLine("# Discovery: quality")
            .AppendLine()
            .AppendLine(
                "`MOTIF_SHARED=… dotnet run -c Release --project bench/Motif.Bench -- discovery --titles 300 --report bench/results/discovery.md`"
            )
            .AppendLine();
        if (!args.Contains("--mining-alone") && !args.Contains("--unseen-alone"))
            await ClustersAsync(text, data, smoke);
        var (items, step, names) = Taken(
            data,
            smoke ? 20 : Number(args, "--titles") ?? 300,
            args.Contains("--other")
        );
        if (!args.Contains("--unseen-alone"))
            Mining(text, items, step, names);
        UnseenSubreddits.Write(text, items, Threads);
        SmallCatalogues.Write(text, items, smoke ? 2 : 60, Threads);
        if (Array.IndexOf(args, "--report") is var at and >= 0 && at + 1 < args.Length)
            await File.WriteAllTextAsync(args[at + 1], text.ToString());
        Console.WriteLine(text);
        return 0;
    }

    private static async Task ClustersAsync(StringBuilder text, string data, bool smoke)
    {
        text.AppendLine("## Neighbourhoods against labelled intents")
            .AppendLine()
            .AppendLine(
                "The middle level cut to the number of intents, against spherical k-means of this program at the same number (10 passes from seeded rows, best of three by its own objective). Stability is the adjusted Rand index between two samples of 80 %. ∛(ARI²·coverage) is of the strongest 75 %."
            )
            .AppendLine()
            .AppendLine(
                "| set | vectors | NMI | ARI | k-means NMI | ARI | stability | ARI of the strongest 90 / 75 / 60 % | ∛ |"
            )
            .AppendLine("|---|---|---:|---:|---:|---:|---:|---|---:|");
        foreach (
            var (name, rows) in new[] { ("CLINC150", Clinc(data)), ("BANKING77", Banking(data)) }
        )
        {
            var set = smoke ? rows.Take(600).ToList() : rows;
            await ClusterAsync(text, name, "lexicon", set, Lexical(), smoke);
            if (Directory.Exists(SentenceModel.DefaultFolder))
            {
                using var model = new OnnxEmbeddingGenerator(SentenceModel.DefaultFolder);
                await ClusterAsync(text, name, "sentence model", set, model, smoke);
            }
        }
        text.AppendLine();
    }

    private static async Task ClusterAsync(
        StringBuilder text,
        string name,
        string vectors,
        List<(string Text, string Label)> set,
        IEmbeddingGenerator<string, Embedding<float>> generator,
        bool smoke
    )
    {
        Console.Error.WriteLine($"{name}, {vectors}");
        var matrix = await EmbeddedTexts.EmbedAsync([.. set.Select(s => s.Text)], generator);
        var labels = Numbers(set.Select(s => s.Label));
        var wanted = labels.Max() + 1;
        var built = new HierarchyBuilder(
            new HierarchySettings { MesoClusters = wanted },
            Threads
        ).Build(matrix, CancellationToken.None);
        int[] rows = [.. Enumerable.Range(0, set.Count).Where(i => built.Members[i] is not null)];
        int[] truth = Array.ConvertAll(rows, i => labels[i]);
        int[] found = Array.ConvertAll(rows, i => built.Members[i]!.Value.Meso);
        var flat = KMeans(RowBlocks.Select(matrix, rows), wanted, smoke ? 1 : 3);
        double Strongest(double share)
        {
            int[] firm =
            [
                .. rows.OrderByDescending(i => built.Members[i]!.Value.Strength)
                    .Take((int)(share * rows.Length)),
            ];
            return PartitionAgreement.AdjustedRand(
                Array.ConvertAll(firm, i => labels[i]),
                Array.ConvertAll(firm, i => built.Members[i]!.Value.Meso)
            );
        }
        var strong = Strongest(0.75);
        text.AppendLine(
            Invariant(
                $"| {name} | {vectors} | {PartitionAgreement.NormalizedMutualInformation(truth, found):0.000} | {PartitionAgreement.AdjustedRand(truth, found):0.000} | {PartitionAgreement.NormalizedMutualInformation(truth, flat):0.000} | {PartitionAgreement.AdjustedRand(truth, flat):0.000} | {built.Stability:0.000} | {Strongest(0.9):0.000} / {strong:0.000} / {Strongest(0.6):0.000} | {Math.Cbrt(strong * strong * 0.75):0.000} |"
            )
        );
    }

    /// <summary>Plain spherical k-means over vectors of length 1, not centred.</summary>
    private static int[] KMeans(FloatMatrix rows, int count, int starts)
    {
        int[] best = [];
        var most = double.NegativeInfinity;
        for (var start = 0; start < starts; start++)
        {
            var chosen = new SplitMix64((ulong)start + 1).Sample(rows.Rows, count);
            var means = RowBlocks.Select(rows, chosen);
            Nearest[] nearest = [];
            for (var pass = 0; pass < 10; pass++)
            {
                nearest = Centroids.Assign(rows, means);
                means = Centroids.Of(rows, Array.ConvertAll(nearest, n => n.Centroid), count);
            }
            if (nearest.Sum(n => (double)n.Cosine) is var sum && sum > most)
                (best, most) = (Array.ConvertAll(nearest, n => n.Centroid), sum);
        }
        return best;
    }

    /// <param name="others">Those that the report does not look at, to choose by.</param>
    private static (List<Item> Items, int Step, int Subreddits) Taken(
        string data,
        int subreddits,
        bool others
    )
    {
        var all = Titles(data);
        var names = all.Select(i => i.Channel!).Distinct().Order(StringComparer.Ordinal).ToList();
        // Every n-th: the sets are made of whole subreddits.
        var step = Math.Max(1, names.Count / subreddits);
        var taken = names
            .Where((_, i) => i % step == (others ? step - 1 : 0))
            .Take(subreddits)
            .ToHashSet(StringComparer.Ordinal);
        return ([.. all.Where(i => taken.Contains(i.Channel!))], step, names.Count);
    }

    private static void Mining(StringBuilder text, List<Item> items, int step, int subreddits)
    {
        Console.Error.WriteLine("mining titles");
        var extractor = new TemplateExtractor();
        var scores = OutcomeScores.Of(items, DateTimeOffset.UnixEpoch.AddYears(60));
        var miner = new CorpusMiner(
            items,
            scores.Scores,
            [.. items.Select(_ => ((int, int)?)(0, 0))],
            (_, _) => new ScopeName(null, "everything"),
            title => extractor.Extract(title).Text,
            1,
            Threads
        );
        var report = miner.Mine(CancellationToken.None);
        text.AppendLine(
                "## Titles of Reddit, found on the first 70 % of each subreddit's time, tested on the rest"
            )
            .AppendLine()
            .AppendLine(
                Invariant(
                    $"{items.Count} titles of {items.Select(i => i.Channel).Distinct().Count()} subreddits (one in {step} of {subreddits}); the outcome is the score against the subreddit's ± 20 neighbours in time. One scope: the whole corpus."
                )
            )
            .AppendLine();
        MiningTable.Write(text, report, "subreddits");
    }

    internal static List<Item> Titles(string data) => [.. EachTitle(data)];

    internal static IEnumerable<Item> EachTitle(string data)
    {
        using var reader = new StreamReader(
            new GZipStream(
                File.OpenRead(Path.Combine(data, "reddit-titles", "titles.tsv.gz")),
                CompressionMode.Decompress
            )
        );
        reader.ReadLine();
        for (var row = 0; reader.ReadLine() is { } line; row++)
        {
            var fields = line.Split('\t');
            yield return new Item
            {
                ItemId = row.ToString("0000000", CultureInfo.InvariantCulture),
                Channel = fields[0],
                PublishedAt = DateTimeOffset.FromUnixTimeSeconds(
                    (long)double.Parse(fields[1], CultureInfo.InvariantCulture)
                ),
                Views = Math.Max(0, double.Parse(fields[2], CultureInfo.InvariantCulture)),
                Text = fields[6],
                Attributes = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
                {
                    ["is_self"] = JsonSerializer.SerializeToElement(fields[5] == "1"),
                },
            };
        }
    }

    internal static List<(string Text, string Label)> Clinc(string data)
    {
        using var json = JsonDocument.Parse(Unpacked(data, "clinc150", "data_full.json.gz"));
        return
        [
            .. json
                .RootElement.GetProperty("train")
                .EnumerateArray()
                .Select(p => (p[0].GetString()!, p[1].GetString()!)),
        ];
    }

    private static List<(string Text, string Label)> Banking(string data) =>
        [
            .. CorpusText
                .Rows(Unpacked(data, "banking77", "train.csv.gz"))
                .Skip(1)
                .Select(r => (r[0], r[1])),
        ];

    private static string Unpacked(string data, params string[] path)
    {
        using var reader = new StreamReader(
            new GZipStream(File.OpenRead(Path.Combine([data, .. path])), CompressionMode.Decompress)
        );
        return reader.ReadToEnd();
    }

    private static LexiconEmbeddingGenerator Lexical() => new(Lexicon.Default, new TextAnalyzer());

    /// <summary>Of each label the number that it got when it came first.</summary>
    internal static int[] Numbers<T>(IEnumerable<T> labels)
        where T : notnull
    {
        var numbers = new Dictionary<T, int>();
        return
        [
            .. labels.Select(l =>
                numbers.TryGetValue(l, out var number) ? number : numbers[l] = numbers.Count
            ),
        ];
    }

    private static int? Number(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length
            ? int.Parse(args[at + 1], CultureInfo.InvariantCulture)
            : null;

    private static string Invariant(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
