using System.Globalization;
using System.Text;
using Motif.Catalog;
using Motif.Embeddings;
using Motif.Matching.Calibration;
using Motif.Matching.Documents;
using Motif.Matching.Ranking;
using Motif.Matching.Requests;
using Motif.Onnx;
using Motif.Text;

namespace Motif.Bench;

/// <summary>
/// What one success teaches for other requests: every second development query of a judged set is learned by the document that answers
/// it best, and of the others those are asked that such a document answers: with nothing learned, with what was learned among the words,
/// and with it in the embedded text too. Options: --smoke, --report FILE.
/// </summary>
internal static class LearnedIntents
{
    /// <summary>Neighbours that an index names.</summary>
    private const int Near = 300;

    public static async Task<int> RunAsync(string[] arguments)
    {
        using var model = arguments.Contains("--smoke") ? null : SentenceModel.Choose(null);
        if (model?.Generator is not { } generator || RetrievalSet.SharedFolder() is not { } shared)
        {
            Console.WriteLine("learned-intents: skipped, no judged sets or no sentence model");
            return 0;
        }
        var report = new StringBuilder();
        report
            .AppendLine("| set | asked | learned | first | top 3 | nDCG@10 |")
            .AppendLine("|---|---:|---|---:|---:|---:|");
        foreach (var name in (string[])["patterns", "cranfield", "cosqa"])
            await MeasureAsync(RetrievalSet.Load(shared, name), generator, report);
        Console.Write(report);
        if (Array.IndexOf(arguments, "--report") is >= 0 and var at)
            await File.WriteAllTextAsync(arguments[at + 1], report.ToString());
        return 0;
    }

    private static async Task MeasureAsync(
        RetrievalSet set,
        OnnxEmbeddingGenerator generator,
        StringBuilder report
    )
    {
        var learned = set
            .Queries.Where((_, i) => i % 2 == 0)
            .GroupBy(query => query.Relevant.MaxBy(pair => pair.Value).Key, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.Select(query => new PastIntent(query.Text)).ToList(),
                StringComparer.Ordinal
            );
        var asked = set
            .Queries.Where((query, i) => i % 2 == 1 && query.Relevant.Keys.Any(learned.ContainsKey))
            .ToList();
        var taught = set with
        {
            Documents =
            [
                .. set.Documents.Select(document =>
                    document with
                    {
                        PastIntents = learned.GetValueOrDefault(document.Id) ?? [],
                    }
                ),
            ],
        };
        var before = await ModelSignals.OfAsync(set, generator);
        var after = await ModelSignals.OfAsync(taught, generator);
        Ask(set, before, "nothing");
        Ask(taught, before, "in words");
        Ask(taught, after, "in words and embedded");

        void Ask(RetrievalSet documents, ModelSignals signals, string what)
        {
            using var index = new MatchIndex(new TextAnalyzer(), Lexicon.Default);
            index.Upsert(documents.Documents);
            index.Refit();
            var rankings = asked.ConvertAll(query => (query, Ranking(index, query.Text, signals)));
            report.AppendLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {set.Name} | {asked.Count} | {what} | {rankings.Count(r => Within(r, 1))} | {rankings.Count(r => Within(r, 3))} | {rankings.Average(r => r.query.NdcgAt10(r.Item2)):0.000} |"
                )
            );
        }
    }

    private static List<string> Ranking(MatchIndex index, string request, ModelSignals signals) =>
        [
            .. index
                .Search(
                    new MatchSearch(
                        [new QueryPart(request, 1)],
                        new MatchFilters(),
                        10,
                        Vectors: signals.Of(request, Near)
                    ),
                    ConfidenceCalibrator.Prior(
                        new CalibratorKey("", "", PriorConfidence.Model.Name)
                    )
                )
                .Matches.Select(match => match.Id),
        ];

    private static bool Within((RetrievalQuery Query, List<string> Ranking) answer, int places) =>
        answer.Ranking.Take(places).Any(answer.Query.Relevant.ContainsKey);
}
