using System.Globalization;
using System.Text;
using Motif.Matching.Calibration;
using Motif.Statistics;

namespace Motif.Bench;

/// <summary>
/// Fits the confidence before any label (<see cref="PriorConfidence"/>) on development queries beside foreign requests, and
/// measures what is promised against what is delivered before and after labels, also on sets that the map was not fitted on.
/// <c>--report FILE</c> writes Markdown.
/// </summary>
internal static class Calibration
{
    private const double Doubtful = 0.2;

    private const string Columns = """
        | set | vectors | results | useful | error before labels | after 50 | after 200 | after 1,000 | own request | name | keywords | one word | foreign request | 95 % | at .2 or above | foreign keywords at .2 or above |
        |---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
        """;

    private const string Heading = """
        # Matching: calibration

        `dotnet run -c Release --project bench/Motif.Bench -- calibration --report bench/results/calibration.md`

        The map before any label is fitted on the first ten results of development queries of five judged sets, of 80 names of their documents, of the two longest words of each and of small catalogues drawn from them, with vectors as shipped and tuned, beside everyday requests (CLINC150) that hardly anything there answers. It is not fitted on the starter practices, nor on requests of one word (the rarest of a name), nor on the two longest words of foreign requests.

        "error" is the expected calibration error (ten equal bins) on queries that gave no label, the mean of five draws of labelled queries; a label is a judged result. From "own request" to "foreign request": the median confidence of the first result and, behind the stroke, the share of first results that were useful; of a name and its words only the document that it was taken from counts, though others may have them too. Goals: at most .05 after 200 labels; a foreign request below .2.


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
            .Append(RetrievalSet.Starter())
            .ToDictionary(
                set => set.Name,
                set => new JudgedResults(set, foreign).Judge(tune: !smoke),
                StringComparer.Ordinal
            );
        var report = new StringBuilder();
        var fitted = judged.Where(pair =>
            pair.Value.Exists(result => result.Kind == JudgedKind.Own)
        );
        ReportMap(CalibrationFit.Of([.. fitted.Select(pair => pair.Value)]), report);
        report.AppendLine("## The map in the engine").AppendLine().AppendLine(Columns);
        foreach (var (name, results) in judged)
            Report(name, results, PriorConfidence.Map, report);
        if (!smoke)
            ReportLeftOut([.. fitted], report);
        ReportForeign(judged, report);
        Console.Write(report);
        var at = Array.IndexOf(arguments, "--report");
        if (at >= 0 && at + 1 < arguments.Length)
            File.WriteAllText(arguments[at + 1], Heading + report);
        return Task.FromResult(0);
    }

    private static void ReportMap(PriorMap fitted, StringBuilder report) =>
        report
            .AppendLine(
                "| | answer: intercept, best named, cosine, evidence, density | result: intercept, S, named |"
            )
            .AppendLine("|---|---|---|")
            .AppendLine($"| fitted | {Numbers(fitted.Answer)} | {Numbers(fitted.Result)} |")
            .AppendLine(
                $"| in the engine | {Numbers(PriorConfidence.AnswerWeights)} | {Numbers(PriorConfidence.ResultWeights)} |"
            )
            .AppendLine();

    private static void ReportLeftOut(
        List<KeyValuePair<string, List<JudgedResult>>> judged,
        StringBuilder report
    )
    {
        report
            .AppendLine()
            .AppendLine("## Each set with a map fitted on the four others")
            .AppendLine()
            .AppendLine(Columns);
        foreach (var (name, results) in judged)
        {
            var others = judged.Where(pair => pair.Key != name).Select(pair => pair.Value);
            Report(name, results, CalibrationFit.Of([.. others]), report);
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
            var useful = own.Count > 0 ? $"{own.Average(Useful):F3}" : "";
            var foreign = Firsts(vectors, result => result.IsForeign, map);
            var keywords = Firsts(
                vectors,
                result => result.Kind == JudgedKind.ForeignKeywords,
                map
            );
            report.Append(
                CultureInfo.InvariantCulture,
                $"| {name} | {(vectors.Key ? "tuned" : "as shipped")} | {own.Count} | {useful} |"
            );
            foreach (var labels in (int[])[0, 50, 200, 1000])
                report.Append(CultureInfo.InvariantCulture, $" {Error(own, labels, map):F3} |");
            foreach (
                var kind in (JudgedKind[])
                    [JudgedKind.Own, JudgedKind.Name, JudgedKind.Keywords, JudgedKind.Word]
            )
                report.Append($" {Promised([.. vectors.Where(r => r.Kind == kind)], map)} |");
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $" {Median(foreign):F2} | {foreign[(int)(foreign.Count * 0.95)]:F2} | {Count(foreign)} | {Count(keywords)} |"
            );
        }
    }

    /// <summary>The median confidence of first results and the share of them that was useful.</summary>
    private static string Promised(List<JudgedResult> results, PriorMap map) =>
        results.Count == 0
            ? ""
            : FormattableString.Invariant(
                $"{Median(Firsts(results, _ => true, map)):F2} / {results.Where(result => result.Place == 0).Average(Useful):F2}"
            );

    private static double Useful(JudgedResult result) => result.Useful ? 1 : 0;

    private static string Count(List<double> confidences) =>
        $"{confidences.Count(confidence => confidence >= Doubtful)} of {confidences.Count}";

    /// <summary>Every foreign request that got a confident answer, so that a reader can judge whether it was one.</summary>
    private static void ReportForeign(
        Dictionary<string, List<JudgedResult>> judged,
        StringBuilder report
    )
    {
        var all = judged
            .SelectMany(pair => pair.Value.Select(result => (Set: pair.Key, Result: result)))
            .Where(pair => pair.Result.Place == 0)
            .Select(pair =>
                (pair.Set, pair.Result, Confidence: PriorConfidence.Confidence(pair.Result.Inputs))
            )
            .ToList();
        var foreign = all.Where(row => row.Result.IsForeign && row.Confidence >= Doubtful).ToList();
        var answered = all.Where(row => row.Result.Kind == JudgedKind.Answered).ToList();
        report
            .AppendLine()
            .AppendLine("## Foreign requests at .2 or above")
            .AppendLine()
            .AppendLine("| set | vectors | catalogue | request | first result | confidence |")
            .AppendLine("|---|---|---|---|---|---:|");
        foreach (var (set, result, confidence) in foreign)
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {set} | {(result.IsTuned ? "tuned" : "as shipped")} | {(result.Kind == JudgedKind.Foreign ? "whole" : "15 documents")} | {Text(result)} | {result.Found} | {confidence:F2} |"
            );
        report
            .AppendLine()
            .AppendLine("## Foreign requests that a document answers")
            .AppendLine()
            .AppendLine("| set | vectors | request | first result | which says | confidence |")
            .AppendLine("|---|---|---|---|---|---:|");
        foreach (var (set, result, confidence) in answered)
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {set} | {(result.IsTuned ? "tuned" : "as shipped")} | {Text(result)} | {result.Found} | {JudgedResults.Answered[(Text(result), result.Found)]} | {confidence:F2} |"
            );
    }

    private static string Text(JudgedResult result) =>
        result.Request.TrimStart("0123456789 ".ToCharArray());

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
        if (own.Count == 0)
            return null;
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
                    .Select(result => (Logit(result, map), result.Useful)),
            ]);
            var rest = own.Where(result => !labelled.Contains(result.Request))
                .Select(result => (calibrated(Logit(result, map)), result.Useful));
            errors.Add(ReliabilityDiagram.Of([.. rest]).ExpectedCalibrationError!.Value);
        }
        return errors.Average();
    }

    private static double Logit(JudgedResult result, PriorMap map) =>
        Logistic.Logit(map.Confidence(result.Inputs));

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
