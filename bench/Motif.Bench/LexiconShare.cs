using System.Globalization;
using System.Text;
using Motif.Embeddings;
using Motif.Matching.Ranking;
using Motif.Matching.Requests;
using Motif.Text;

namespace Motif.Bench;

/// <summary>
/// What share of the ranking the lexicon's meaning should have without a model: base + reach·(1 − e) over a grid, the mean nDCG@10
/// of the development queries of five sets, and for every set what the other four would have chosen for it.
/// <c>--report FILE</c> writes Markdown.
/// </summary>
internal static class LexiconShare
{
    private const double Step = 0.05;

    /// <summary>The largest share looked at, in steps.</summary>
    private const int MostSteps = 12;

    private const string Heading = """
        # Matching: the lexicon's share of the ranking

        `dotnet run -c Release --project bench/Motif.Bench -- lexicon-share --report bench/results/lexicon-share.md`

        nDCG@10 without a sentence model, on the development queries of five judged sets, where meaning has the share base + reach·(1 − e), in steps of .05. "left out": base and reach as the other four sets choose them by the mean.


        """;

    public static Task<int> RunAsync(string[] arguments)
    {
        if (RetrievalSet.SharedFolder() is not { } shared)
        {
            Console.WriteLine("lexicon-share: skipped, no judged sets");
            return Task.FromResult(0);
        }
        var names = arguments.Contains("--smoke") ? ["patterns"] : RetrievalSet.Names;
        var measured = names.ToDictionary(
            name => name,
            name => Measure(RetrievalSet.Load(shared, name)),
            StringComparer.Ordinal
        );
        var report = Report(measured);
        Console.Write(report);
        if (Array.IndexOf(arguments, "--report") is >= 0 and var at)
            File.WriteAllText(arguments[at + 1], Heading + report);
        return Task.FromResult(0);
    }

    /// <summary>Of every query: how little its words say, and what each share gives it.</summary>
    private static List<(double Silence, double[] Gains)> Measure(RetrievalSet set)
    {
        using var index = new MatchIndex(new TextAnalyzer(), Lexicon.Default);
        index.Upsert(set.Documents);
        index.Refit();
        var mixture = SignalMixture.WithLexicon;
        var hasLsi = set.Documents.Count >= LatentSemantics.FewestDocuments;
        return
        [
            .. set.Queries.Select(query =>
            {
                var usual = index.Search(Search(query, null), Priors.Of(null)).Weights;
                var silence = (usual.Vec - mixture.MeaningBase) / mixture.MeaningReach;
                return (
                    silence,
                    Enumerable
                        .Range(0, MostSteps + 1)
                        .Select(step =>
                            query.NdcgAt10([
                                .. index
                                    .Search(
                                        Search(query, Weights(step * Step, hasLsi)),
                                        Priors.Of(null)
                                    )
                                    .Matches.Select(match => match.Id),
                            ])
                        )
                        .ToArray()
                );
            }),
        ];
    }

    private static SignalWeights Weights(double share, bool hasLsi) =>
        (SignalMixture.WithLexicon with { MeaningBase = share, MeaningReach = 0 }).For(
            0,
            isModel: false,
            hasLsi
        );

    private static MatchSearch Search(RetrievalQuery query, SignalWeights? weights) =>
        new([new QueryPart(query.Text, 1)], new MatchFilters(), 10, Weights: weights);

    private static StringBuilder Report(
        Dictionary<string, List<(double Silence, double[] Gains)>> measured
    )
    {
        var report = new StringBuilder();
        report.AppendLine($"| base | reach | {string.Join(" | ", measured.Keys)} | mean |");
        report.AppendLine(
            "|---:|---:|" + string.Concat(Enumerable.Repeat("---:|", measured.Count + 1))
        );
        var choices = Choices().ToList();
        foreach (var (least, reach) in choices)
        {
            var means = measured.Values.Select(set => Mean(set, least, reach)).ToList();
            report.AppendLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {least:0.00} | {reach:0.00} | {string.Join(" | ", means.Select(m => m.ToString("0.0000", CultureInfo.InvariantCulture)))} | {means.Average():0.0000} |"
                )
            );
        }
        report
            .AppendLine()
            .AppendLine("| left out | base | reach | nDCG@10 |")
            .AppendLine("|---|---:|---:|---:|");
        foreach (var (name, set) in measured)
        {
            var (least, reach) = choices.MaxBy(choice =>
                measured
                    .Where(pair => pair.Key != name)
                    .Select(pair => Mean(pair.Value, choice.Least, choice.Reach))
                    .DefaultIfEmpty(0)
                    .Average()
            );
            report.AppendLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {least:0.00} | {reach:0.00} | {Mean(set, least, reach):0.0000} |"
                )
            );
        }
        return report;
    }

    private static IEnumerable<(double Least, double Reach)> Choices()
    {
        for (var least = 0; least <= 8; least++)
        for (var reach = 0; least + reach <= MostSteps && reach <= 6; reach++)
            yield return (least * Step, reach * Step);
    }

    /// <summary>Between two measured shares the nearer one.</summary>
    private static double Mean(
        List<(double Silence, double[] Gains)> queries,
        double least,
        double reach
    ) =>
        queries.Average(query =>
            query.Gains[
                Math.Clamp((int)Math.Round((least + (reach * query.Silence)) / Step), 0, MostSteps)
            ]
        );
}
