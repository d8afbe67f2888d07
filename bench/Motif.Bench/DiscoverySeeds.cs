using System.Globalization;
using System.Text;
using Microsoft.Extensions.AI;
using Motif.Discovery.Hierarchy;
using Motif.Embeddings;
using Motif.Onnx;
using Motif.Statistics;
using Motif.Text;

namespace Motif.Bench;

/// <summary>Whether another seed gives the same neighbourhoods: the mesos of CLINC150 under seeds 1 to 5, in pairs.</summary>
internal static class DiscoverySeeds
{
    private const int Seeds = 5;

    public static async Task<int> RunAsync(string[] args)
    {
        if (
            RetrievalSet.SharedFolder() is not { } shared
            || !Directory.Exists(Path.Combine(shared, "data", "clinc150"))
        )
        {
            Console.WriteLine("discovery-seeds: skipped, no shared data");
            return 0;
        }
        string[] texts =
        [
            .. DiscoveryQuality.Clinc(Path.Combine(shared, "data")).Select(r => r.Text),
        ];
        var text = new StringBuilder();
        text.AppendLine("# Discovery: another seed, the same picture")
            .AppendLine()
            .AppendLine(
                "`MOTIF_SHARED=… dotnet run -c Release --project bench/Motif.Bench -- discovery-seeds --report bench/results/discovery-seeds.md`"
            )
            .AppendLine()
            .AppendLine(
                $"{texts.Length} requests of CLINC150, seeds 1 to {Seeds}, all other settings as they come. ARI is the mean over the ten pairs of seeds at the middle level; the goal is .85, and ± 5 % in number."
            )
            .AppendLine()
            .AppendLine(
                "| vectors | mesos by seed | off the mean by at most | ARI in pairs | least pair |"
            )
            .AppendLine("|---|---|---:|---:|---:|");
        await RowAsync(
            text,
            "lexicon",
            texts,
            new LexiconEmbeddingGenerator(Lexicon.Default, new TextAnalyzer())
        );
        if (Directory.Exists(SentenceModel.DefaultFolder))
        {
            using var model = new OnnxEmbeddingGenerator(SentenceModel.DefaultFolder);
            await RowAsync(text, "sentence model", texts, model);
        }
        if (Array.IndexOf(args, "--report") is var at and >= 0 && at + 1 < args.Length)
            await File.WriteAllTextAsync(args[at + 1], text.ToString());
        Console.WriteLine(text);
        return 0;
    }

    private static async Task RowAsync(
        StringBuilder text,
        string vectors,
        string[] texts,
        IEmbeddingGenerator<string, Embedding<float>> generator
    )
    {
        var matrix = await EmbeddedTexts.EmbedAsync(texts, generator);
        var runs = Enumerable
            .Range(1, Seeds)
            .Select(seed =>
                new HierarchyBuilder(
                    new HierarchySettings { Seed = seed },
                    Environment.ProcessorCount
                )
                    .Build(matrix.Copy(), CancellationToken.None)
                    .Members.Select(m => m?.Meso ?? -1)
                    .ToArray()
            )
            .ToList();
        var counts = runs.Select(r => r.Distinct().Count()).ToList();
        var pairs = (
            from i in Enumerable.Range(0, Seeds)
            from j in Enumerable.Range(i + 1, Seeds - i - 1)
            select PartitionAgreement.AdjustedRand(runs[i], runs[j])
        ).ToList();
        text.AppendLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {vectors} | {string.Join(", ", counts)} | {counts.Max(c => Math.Abs((c / counts.Average()) - 1)):P1} | {pairs.Average():0.000} | {pairs.Min():0.000} |"
            )
        );
    }
}
