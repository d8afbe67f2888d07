using System.Globalization;
using System.Text;
using System.Text.Json;
using Motif.Embeddings;
using Motif.Matching;
using Motif.Matching.Analysis;
using Motif.Matching.Calibration;
using Motif.Matching.Ranking;

namespace Motif.Bench;

/// <summary>
/// Fits the confidence before any label (<see cref="PriorConfidence"/>) on development queries beside foreign requests, and
/// measures what is promised against what is delivered before and after labels. <c>--report FILE</c> writes Markdown.
/// </summary>
internal static class Calibration
{
    private const int Shown = 10;
    private const int Foreign = 80;

    /// <summary>A confident answer to a foreign request misleads; a hesitant one to an own request is only read twice.</summary>
    private const double ForeignWeight = 3;

    private const int SmallCatalogues = 12;
    private const int SmallSize = 15;

    private static readonly CalibratorKey Key = new(
        Lexicon.Default.Name,
        TextAnalyzer.Version,
        new SignalWeights().Key
    );

    public static Task<int> RunAsync(string[] arguments)
    {
        if (RetrievalSet.SharedFolder() is not { } shared)
        {
            Console.WriteLine(
                "calibration: skipped, no judged sets (MOTIF_SHARED is not set and no shared folder is near)"
            );
            return Task.FromResult(0);
        }
        var smoke = arguments.Contains("--smoke");
        var foreign = ForeignRequests(shared);
        var sets = (smoke ? ["patterns"] : RetrievalSet.Names)
            .Select(name => RetrievalSet.Load(shared, name))
            .ToList();
        var judged = sets.ToDictionary(
            set => set.Name,
            set => Judge(set, foreign),
            StringComparer.Ordinal
        );
        var answer = PriorConfidenceFit.Fit([.. judged.Values.SelectMany(Answers)]);
        var result = PriorConfidenceFit.Fit([
            .. judged.Values.SelectMany(results => Results(results, answer)),
        ]);
        var report = new StringBuilder();
        report
            .AppendLine(
                "| | answer: intercept, best coverage, best cosine, best evidence | result: intercept, S, coverage, cosine, prominence |"
            )
            .AppendLine("|---|---|---|");
        report.AppendLine($"| fitted | {Numbers(answer)} | {Numbers(result)} |");
        report
            .AppendLine(
                $"| in the engine | {Numbers(PriorConfidence.AnswerWeights)} | {Numbers(PriorConfidence.ResultWeights)} |"
            )
            .AppendLine();
        report
            .AppendLine(
                "| set | results | useful | error before labels | after 50 | after 200 | after 1,000 | first of an own request: median | first of a foreign request: median | 95 % | at .2 or above |"
            )
            .AppendLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (name, results) in judged)
            Report(name, results, report);
        Console.Write(report);
        var at = Array.IndexOf(arguments, "--report");
        if (at >= 0 && at + 1 < arguments.Length)
            File.WriteAllText(arguments[at + 1], Heading + report);
        return Task.FromResult(0);
    }

    private const string Heading = """
        # Matching: calibration

        `dotnet run -c Release --project bench/Motif.Bench -- calibration --report bench/results/calibration.md`

        The map before any label is fitted on the first ten results of development queries of five judged sets and of small catalogues drawn from them, beside everyday requests (CLINC150) that nothing there answers. "error" is the expected calibration error (ten equal bins) on queries that gave no label, the mean of five draws of labelled queries; a label is a judged result. Goals: at most .05 after 200 labels; a foreign request below .2.


        """;

    /// <summary>Everyday requests (CLINC150, out of scope and in): nothing in a catalogue of techniques answers them.</summary>
    private static List<string> ForeignRequests(string shared)
    {
        var path = Path.Combine(shared, "data", "clinc150", "data_full.json.gz");
        var json = JsonSerializer.Deserialize<JsonElement>(
            string.Join('\n', RetrievalSet.Lines(path))
        );
        return
        [
            .. json.GetProperty("oos_val")
                .EnumerateArray()
                .Concat(json.GetProperty("val").EnumerateArray())
                .Select(pair => pair[0].GetString()!),
        ];
    }

    private static List<Judged> Judge(RetrievalSet set, List<string> foreign)
    {
        var random = new Random(5);
        var results = new List<Judged>();
        using var index = Build(set.Documents);
        foreach (var query in set.Queries)
            results.AddRange(Results(index, query.Id, query.Text, query.Relevant, JudgedKind.Own));
        foreach (var text in random.GetItems([.. foreign], Foreign))
            results.AddRange(Results(index, text, text, null, JudgedKind.Foreign));
        for (var i = 0; i < SmallCatalogues; i++)
        {
            var documents = random
                .GetItems([.. set.Documents], SmallSize)
                .DistinctBy(document => document.Id)
                .ToList();
            var own = set
                .Queries.Where(query =>
                    documents.Exists(document => query.Relevant.ContainsKey(document.Id))
                )
                .ToList();
            using var small = Build(documents);
            foreach (var query in own)
                results.AddRange(
                    Results(small, query.Id, query.Text, query.Relevant, JudgedKind.SmallOwn)
                );
            foreach (var text in random.GetItems([.. foreign], Foreign / SmallCatalogues))
                results.AddRange(
                    Results(small, $"{i} {text}", text, null, JudgedKind.SmallForeign)
                );
        }
        return results;
    }

    private static MatchIndex Build(IReadOnlyList<MatchDocument> documents)
    {
        var index = new MatchIndex(new TextAnalyzer(), Lexicon.Default);
        index.Upsert(documents);
        index.Refit();
        return index;
    }

    private static IEnumerable<Judged> Results(
        MatchIndex index,
        string query,
        string text,
        IReadOnlyDictionary<string, int>? relevant,
        JudgedKind kind
    )
    {
        var search = new MatchSearch([new QueryPart(text, 1)], new MatchFilters(), Shown);
        var place = 0;
        foreach (var match in index.Search(search, ConfidenceCalibrator.Prior(Key)).Matches)
            yield return new Judged(
                query,
                kind,
                place++,
                match.Inputs,
                relevant?.ContainsKey(match.Id) ?? false
            );
    }

    /// <summary>Whether a request had an answer among its results; a foreign request counts for three own ones.</summary>
    private static IEnumerable<FitExample> Answers(List<Judged> results)
    {
        foreach (var kind in results.GroupBy(result => result.Kind))
        {
            var requests = kind.GroupBy(result => result.Request).ToList();
            var share = kind.Key is JudgedKind.Own or JudgedKind.Foreign ? 1 : 0.5;
            foreach (var request in requests)
            {
                var features = new double[PriorConfidence.AnswerFeatures];
                PriorConfidence.OfAnswer(request.First().Inputs, features);
                var happened = kind.Key is JudgedKind.Own or JudgedKind.SmallOwn;
                var weight = happened ? share : share * ForeignWeight;
                yield return new FitExample(features, happened, weight / requests.Count);
            }
        }
    }

    /// <summary>Whether a result was the answer, given how likely there was one.</summary>
    private static IEnumerable<FitExample> Results(List<Judged> results, double[] answer)
    {
        foreach (
            var kind in results
                .Where(result => result.Kind is JudgedKind.Own or JudgedKind.SmallOwn)
                .GroupBy(result => result.Kind)
        )
        {
            var share = (kind.Key == JudgedKind.Own ? 1 : 0.3) / kind.Count();
            foreach (var result in kind)
            {
                var about = new double[PriorConfidence.AnswerFeatures];
                PriorConfidence.OfAnswer(result.Inputs, about);
                var ceiling =
                    1
                    / (
                        1
                        + Math.Exp(
                            -answer[0] - about.Select((value, i) => value * answer[i + 1]).Sum()
                        )
                    );
                var features = new double[PriorConfidence.ResultFeatures];
                PriorConfidence.OfResult(result.Inputs, features);
                yield return new FitExample(features, result.Useful, share, ceiling);
            }
        }
    }

    private static string Numbers(IEnumerable<double> values) =>
        string.Join(
            ", ",
            values.Select(value => value.ToString("F2", CultureInfo.InvariantCulture))
        );

    private static void Report(string name, List<Judged> results, StringBuilder report)
    {
        var own = results.Where(result => result.Kind == JudgedKind.Own).ToList();
        var first = own.Where(result => result.Place == 0)
            .Select(result => ConfidenceCalibrator.Prior(Key).Confidence(result.Inputs))
            .Order()
            .ToList();
        var foreign = results
            .Where(result =>
                result.Kind is JudgedKind.Foreign or JudgedKind.SmallForeign && result.Place == 0
            )
            .Select(result => ConfidenceCalibrator.Prior(Key).Confidence(result.Inputs))
            .Order()
            .ToList();
        report.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {name} | {own.Count} | {own.Average(result => result.Useful ? 1.0 : 0.0):F3} | {Error(own, 0):F3} | {Error(own, 50):F3} | {Error(own, 200):F3} | {Error(own, 1000):F3} | {first[first.Count / 2]:F2} | {foreign[foreign.Count / 2]:F2} | {foreign[(int)(foreign.Count * 0.95)]:F2} | {foreign.Count(confidence => confidence >= 0.2)} of {foreign.Count} |"
        );
    }

    /// <summary>Expected calibration error on the queries that gave no label; mean over five draws of labelled queries.</summary>
    private static double? Error(List<Judged> own, int labels)
    {
        var errors = new List<double>();
        for (var draw = 0; draw < (labels == 0 ? 1 : 5); draw++)
        {
            var queries = own.Select(result => result.Request)
                .Distinct(StringComparer.Ordinal)
                .ToArray();
            new Random(draw).Shuffle(queries);
            var labelled = queries
                .Take((labels + Shown - 1) / Shown)
                .ToHashSet(StringComparer.Ordinal);
            if (labelled.Count * 2 > queries.Length)
                return null;
            var calibrator = ConfidenceCalibrator.Fit(
                Key,
                [
                    .. own.Where(result => labelled.Contains(result.Request))
                        .Select(result => new ConfidenceLabel(result.Inputs, result.Useful)),
                ]
            );
            var rest = own.Where(result => !labelled.Contains(result.Request))
                .Select(result => (calibrator.Confidence(result.Inputs), result.Useful));
            errors.Add(ReliabilityDiagram.Of([.. rest]).ExpectedCalibrationError!.Value);
        }
        return errors.Average();
    }

    private enum JudgedKind
    {
        Own,
        Foreign,
        SmallOwn,
        SmallForeign,
    }

    private sealed record Judged(
        string Request,
        JudgedKind Kind,
        int Place,
        ConfidenceInputs Inputs,
        bool Useful
    );
}
