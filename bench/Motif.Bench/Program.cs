// Each benchmark is a file of its own: `dotnet run -c Release --project bench/Motif.Bench -- NAME [options]`.
// `smoke` runs every benchmark at its smallest size, so that test.sh proves that they still run.
namespace Motif.Bench;

internal static class Program
{
    private static readonly SortedDictionary<string, Func<string[], Task<int>>> Benchmarks = new(
        StringComparer.Ordinal
    )
    {
        ["calibration"] = Calibration.RunAsync,
        ["lexicon"] = LexiconTraining.RunAsync,
        ["catalogue"] = CatalogueQueries.RunAsync,
        ["code-corpora"] = CodeCorpora.RunAsync,
        ["code-rules"] = CodeRulesOnTrees.RunAsync,
        ["content-mining"] = ContentMining.RunAsync,
        ["content-fatigue"] = ContentFatigue.RunAsync,
        ["content-peers"] = ContentPeers.RunAsync,
        ["content-posts"] = ContentPosts.RunAsync,
        ["content-speed"] = ContentSpeed.RunAsync,
        ["code-scan"] = CodeScan.RunAsync,
        ["decisions"] = DecisionReplays.RunAsync,
        ["decision-first-confidences"] = DecisionFirstConfidences.RunAsync,
        ["decision-imports"] = DecisionImports.RunAsync,
        ["decision-load"] = DecisionLoad.RunAsync,
        ["decision-speed"] = DecisionSpeed.RunAsync,
        ["discovery"] = DiscoveryQuality.RunAsync,
        ["headlines"] = HeadlineTruths.RunAsync,
        ["discovery-names"] = DiscoveryNames.RunAsync,
        ["discovery-scale"] = DiscoveryScale.RunAsync,
        ["discovery-seeds"] = DiscoverySeeds.RunAsync,
        ["experiments"] = ExperimentQuality.RunAsync,
        ["discovery-youtube"] = YoutubeTrending.RunAsync,
        ["map"] = DiscoveryMap.RunAsync,
        ["match-http"] = MatchHttp.RunAsync,
        ["model"] = SentenceModelMeasures.RunAsync,
        ["learned-intents"] = LearnedIntents.RunAsync,
        ["negations"] = NegatedRequests.RunAsync,
        ["python-parse"] = PythonParse.RunAsync,
        ["requests"] = WrittenRequests.RunAsync,
        ["retrieval"] = Retrieval.RunAsync,
        ["lexicon-share"] = LexiconShare.RunAsync,
        ["vectors"] = VectorSearch.RunAsync,
    };

    private static async Task<int> Main(string[] args)
    {
        if (args is ["smoke"])
        {
            foreach (var (name, run) in Benchmarks)
            {
                Console.WriteLine($"== {name}");
                if (await run(["--smoke"]) is not 0 and var exitCode)
                    return exitCode;
            }
            return 0;
        }
        if (args.Length > 0 && Benchmarks.TryGetValue(args[0], out var benchmark))
            return await benchmark(args[1..]);
        await Console.Error.WriteLineAsync(
            $"usage: Motif.Bench smoke | {string.Join(" | ", Benchmarks.Keys)} [options]"
        );
        return 2;
    }
}
