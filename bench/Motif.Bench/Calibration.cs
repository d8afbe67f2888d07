using System.Globalization;
using System.Text;
using Motif.Matching.Calibration;

namespace Motif.Bench;

/// <summary>
/// Fits the confidence before any label (<see cref="PriorConfidence"/>) on development queries beside foreign requests, and
/// measures what is promised against what is delivered before and after labels, also on sets that the map was not fitted on.
/// <c>--report FILE</c> writes Markdown.
/// </summary>
internal static class Calibration
{
    /// <summary>A confident answer to a foreign request misleads; a hesitant one to an own request is only read twice.</summary>
    private const double ForeignWeight = 10;

    private const double Doubtful = 0.2;

    private const string Columns =
        "| set | vectors | results | useful | error before labels | after 50 | after 200 | after 1,000 | first of an own request: median | of a name | of keywords | of a foreign request | 95 % | at .2 or above |";

    private const string Heading = """
        # Matching: calibration

        `dotnet run -c Release --project bench/Motif.Bench -- calibration --report bench/results/calibration.md`

        The map before any label is fitted on the first ten results of development queries of five judged sets, of 80 names of their documents, of the two longest words of each and of small catalogues drawn from them, with vectors as shipped and tuned, beside everyday requests (CLINC150) that hardly anything there answers. "error" is the expected calibration error (ten equal bins) on queries that gave no label, the mean of five draws of labelled queries; a label is a judged result. Goals: at most .05 after 200 labels; a foreign request below .2.


        """;

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
        var foreign = JudgedResults.ForeignRequests(shared);
        var judged = (smoke ? ["patterns"] : RetrievalSet.Names)
            .Select(name => RetrievalSet.Load(shared, name))
            .ToDictionary(
                set => set.Name,
                set => new JudgedResults(set, foreign).Judge(tune: !smoke),
                StringComparer.Ordinal
            );
        var report = new StringBuilder();
        ReportMap(Fit(judged.Values), report);
        report.AppendLine("## The map in the engine").AppendLine().AppendLine(Columns);
        report.AppendLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (name, results) in judged)
            Report(name, results, PriorConfidence.Map, report);
        if (judged.Count > 1)
            ReportLeftOut(judged, report);
        ReportForeign(judged, report);
        Console.Write(report);
        var at = Array.IndexOf(arguments, "--report");
        if (at >= 0 && at + 1 < arguments.Length)
            File.WriteAllText(arguments[at + 1], Heading + report);
        return Task.FromResult(0);
    }

    private static PriorMap Fit(IReadOnlyCollection<List<JudgedResult>> judged)
    {
        var answer = PriorConfidenceFit.Fit([.. judged.SelectMany(Answers)]);
        var unfinished = new PriorMap(answer, new double[PriorMap.ResultFeatures + 1]);
        var result = PriorConfidenceFit.Fit([
            .. judged.SelectMany(results => Results(results, unfinished)),
        ]);
        return new PriorMap(answer, result);
    }

    /// <summary>Whether a request had an answer among its results.</summary>
    private static IEnumerable<FitExample> Answers(List<JudgedResult> results)
    {
        foreach (var kind in results.GroupBy(result => (result.Kind, result.IsTuned)))
        {
            var first = kind.Where(result => result.Place == 0).ToList();
            var share = kind.Key.Kind is JudgedKind.SmallOwn or JudgedKind.SmallForeign ? 0.5 : 1;
            foreach (var result in first)
            {
                var features = new double[PriorMap.AnswerFeatures];
                PriorMap.OfAnswer(result.Inputs, features);
                var weight = result.IsForeign ? share * ForeignWeight : share;
                yield return new FitExample(features, !result.IsForeign, weight / first.Count);
            }
        }
    }

    /// <summary>Whether a result was the answer, given how likely there was one.</summary>
    private static IEnumerable<FitExample> Results(List<JudgedResult> results, PriorMap map)
    {
        foreach (
            var kind in results
                .Where(result => result.Kind is JudgedKind.Own or JudgedKind.SmallOwn)
                .GroupBy(result => (result.Kind, result.IsTuned))
        )
        {
            var share = (kind.Key.Kind == JudgedKind.Own ? 1 : 0.3) / kind.Count();
            foreach (var result in kind)
            {
                var features = new double[PriorMap.ResultFeatures];
                PriorMap.OfResult(result.Inputs, features);
                var ceiling = map.AnswerConfidence(result.Inputs);
                yield return new FitExample(features, result.Useful, share, ceiling);
            }
        }
    }

    private static void ReportMap(PriorMap fitted, StringBuilder report) =>
        report
            .AppendLine(
                "| | answer: intercept, best coverage⁴, cosine, evidence, CHAR, density | result: intercept, S, coverage, cosine, prominence |"
            )
            .AppendLine("|---|---|---|")
            .AppendLine($"| fitted | {Numbers(fitted.Answer)} | {Numbers(fitted.Result)} |")
            .AppendLine(
                $"| in the engine | {Numbers(PriorConfidence.AnswerWeights)} | {Numbers(PriorConfidence.ResultWeights)} |"
            )
            .AppendLine();

    private static void ReportLeftOut(
        Dictionary<string, List<JudgedResult>> judged,
        StringBuilder report
    )
    {
        report
            .AppendLine()
            .AppendLine("## Each set with a map fitted on the four others")
            .AppendLine()
            .AppendLine(Columns)
            .AppendLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (name, results) in judged)
        {
            var others = judged.Where(pair => pair.Key != name).Select(pair => pair.Value);
            Report(name, results, Fit([.. others]), report);
        }
    }

    private static void Report(
        string name,
        List<JudgedResult> results,
        PriorMap map,
        StringBuilder report
    )
    {
        foreach (var vectors in results.GroupBy(result => result.IsTuned))
        {
            var own = vectors.Where(result => result.Kind == JudgedKind.Own).ToList();
            var foreign = Firsts(vectors, result => result.IsForeign, map);
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {name} | {(vectors.Key ? "tuned" : "as shipped")} | {own.Count} | {own.Average(result => result.Useful ? 1.0 : 0.0):F3} | {Error(own, 0, map):F3} | {Error(own, 50, map):F3} | {Error(own, 200, map):F3} | {Error(own, 1000, map):F3} | {Median(Firsts(own, _ => true, map)):F2} | {Median(Firsts(vectors, result => result.Kind == JudgedKind.Name, map)):F2} | {Median(Firsts(vectors, result => result.Kind == JudgedKind.Keywords, map)):F2} | {Median(foreign):F2} | {foreign[(int)(foreign.Count * 0.95)]:F2} | {foreign.Count(confidence => confidence >= Doubtful)} of {foreign.Count} |"
            );
        }
    }

    /// <summary>Every foreign request that got a confident answer, so that a reader can judge whether it was one.</summary>
    private static void ReportForeign(
        Dictionary<string, List<JudgedResult>> judged,
        StringBuilder report
    )
    {
        report
            .AppendLine()
            .AppendLine("## Foreign requests at .2 or above")
            .AppendLine()
            .AppendLine("| set | vectors | catalogue | request | first result | confidence |")
            .AppendLine("|---|---|---|---|---|---|");
        foreach (var (name, results) in judged)
        {
            foreach (
                var (result, confidence) in results
                    .Where(result => result is { IsForeign: true, Place: 0 })
                    .Select(result => (result, PriorConfidence.Confidence(result.Inputs)))
                    .Where(pair => pair.Item2 >= Doubtful)
                    .OrderByDescending(pair => pair.Item2)
            )
                report.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {(result.IsTuned ? "tuned" : "as shipped")} | {(result.Kind == JudgedKind.Foreign ? "whole" : "15 documents")} | {result.Request.TrimStart("0123456789 ".ToCharArray())} | {result.Found} | {confidence:F2} |"
                );
        }
    }

    private static List<double> Firsts(
        IEnumerable<JudgedResult> results,
        Func<JudgedResult, bool> chosen,
        PriorMap map
    ) =>
        [
            .. results
                .Where(result => result.Place == 0 && chosen(result))
                .Select(result => map.Confidence(result.Inputs))
                .Order(),
        ];

    private static double Median(List<double> sorted) => sorted[sorted.Count / 2];

    /// <summary>Expected calibration error on the queries that gave no label; mean over five draws of labelled queries.</summary>
    private static double? Error(List<JudgedResult> own, int labels, PriorMap map)
    {
        var errors = new List<double>();
        for (var draw = 0; draw < (labels == 0 ? 1 : 5); draw++)
        {
            var queries = own.Select(result => result.Request)
                .Distinct(StringComparer.Ordinal)
                .ToArray();
            new Random(draw).Shuffle(queries);
            var labelled = queries
                .Take((labels + JudgedResults.Shown - 1) / JudgedResults.Shown)
                .ToHashSet(StringComparer.Ordinal);
            if (labelled.Count * 2 > queries.Length)
                return null;
            var calibrated = Calibrated([
                .. own.Where(result => labelled.Contains(result.Request))
                    .Select(result => (map.Logit(result.Inputs), result.Useful)),
            ]);
            var rest = own.Where(result => !labelled.Contains(result.Request))
                .Select(result => (calibrated(map.Logit(result.Inputs)), result.Useful));
            errors.Add(ReliabilityDiagram.Of([.. rest]).ExpectedCalibrationError!.Value);
        }
        return errors.Average();
    }

    /// <summary>The stage that so many labels carry, as <see cref="ConfidenceCalibrator.Fit"/> chooses it.</summary>
    private static Func<double, double> Calibrated(List<(double Logit, bool Useful)> labels)
    {
        if (labels.Count >= IsotonicCurve.FewestLabels)
            return IsotonicCurve.Fit(labels).At;
        if (labels.Count < PlattScaling.FewestLabels)
            return Logistic.Sigmoid;
        var scaling = PlattScaling.Fit(labels);
        return logit => Logistic.Sigmoid(scaling.Scale(logit));
    }

    private static string Numbers(IEnumerable<double> values) =>
        string.Join(
            ", ",
            values.Select(value => value.ToString("F2", CultureInfo.InvariantCulture))
        );
}
