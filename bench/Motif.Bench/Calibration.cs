using System.Globalization;
using System.Text;
using System.Text.Json;
using Motif.Matching.Calibration;
using Motif.Onnx;
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

    /// <summary>Documents of a set that the model reads.</summary>
    private const int ModelSetSize = 460;

    private const string Columns = """
        | set | vectors | results | useful | error before labels | after 50 | after 200 | after 1,000 | own request | name | keywords | one word | foreign request | 95 % | at .2 or above | foreign keywords at .2 or above |
        |---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
        """;

    private const string Heading = """
        # Matching: calibration

        `dotnet run -c Release --project bench/Motif.Bench -- calibration --report bench/results/calibration.md`

        Two maps before any label, one for the lexicon and one for a sentence model, are fitted on the first ten results of development queries of five judged sets, of 80 names of their documents, of the two longest words of each and of small catalogues drawn from them, beside everyday requests (CLINC150) that hardly anything there answers and requests of another field. The model read 460 documents of each set, those that answer some of its queries and others; the lexicon all. No map is fitted on the starter practices, nor on requests of one word (the rarest of a name), nor on the two longest words of foreign requests.

        "error" is the expected calibration error (ten equal bins) on queries that gave no label, the mean of five draws of labelled queries; a label is a judged result. From "own request" to "foreign request": the median confidence of the first result and, behind the stroke, the share of first results that were useful; of a name and its words only the document that it was taken from counts, though others may have them too. Goals: at most .05 after 200 labels; a foreign request below .2.


        """;

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (RetrievalSet.SharedFolder() is not { } shared)
        {
            Console.WriteLine(
                "calibration: skipped, no judged sets (MOTIF_SHARED is not set and no shared folder is near)"
            );
            return 0;
        }
        var smoke = arguments.Contains("--smoke");
        using var model =
            smoke || arguments.Contains("--no-model") ? null : SentenceModel.Choose(null);
        var foreign = JudgedResults.ForeignRequests(shared);
        var judged = new Dictionary<string, List<JudgedResult>>(StringComparer.Ordinal);
        foreach (var set in Sets(shared, smoke))
        {
            var elsewhere = Elsewhere(shared, set.Name);
            var results = await new JudgedResults(set, foreign, elsewhere).JudgeAsync(null);
            if (model?.Generator is { } generator)
                results.AddRange(
                    await new JudgedResults(set.Cut(ModelSetSize), foreign, elsewhere).JudgeAsync(
                        generator
                    )
                );
            judged[set.Name] = results;
        }
        if (Option(arguments, "--dump") is { } dump)
            File.WriteAllLines(
                dump,
                judged.SelectMany(pair =>
                    pair.Value.Select(result =>
                        JsonSerializer.Serialize(new { set = pair.Key, result }, MotifJson.Options)
                    )
                )
            );
        var report = new StringBuilder();
        var fitted = judged
            .Where(pair => pair.Value.Exists(result => result.Kind == JudgedKind.Own))
            .ToList();
        ReportMaps(CalibrationFit.Of([.. fitted.Select(pair => pair.Value)]), report);
        report.AppendLine("## The maps in the engine").AppendLine().AppendLine(Columns);
        foreach (var (name, results) in judged)
            Report(name, results, JudgedMaps.Engine, report);
        if (!smoke)
            ReportLeftOut(fitted, report);
        ReportForeign(judged, report);
        Console.Write(report);
        if (Option(arguments, "--report") is { } target)
            File.WriteAllText(target, Heading + report);
        return 0;
    }

    private static IEnumerable<RetrievalSet> Sets(string shared, bool smoke) =>
        (smoke ? ["patterns"] : RetrievalSet.Names)
            .Select(name => RetrievalSet.Load(shared, name))
            .Append(RetrievalSet.Starter());

    /// <summary>
    /// Aerodynamics asked of software, and commands of a shell asked of aerodynamics; of cacm, which has numerical mathematics
    /// and programs of every kind, nothing is sure to be elsewhere.
    /// </summary>
    private static List<string> Elsewhere(string shared, string set) =>
        set == "cacm"
            ? []
            :
            [
                .. RetrievalSet
                    .Load(shared, set == "cranfield" ? "tldr" : "cranfield")
                    .Queries.Take(JudgedResults.Requests)
                    .Select(query => query.Text),
            ];

    private static string? Option(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length
            ? arguments[at + 1]
            : null;

    private static void ReportMaps(JudgedMaps fitted, StringBuilder report)
    {
        report
            .AppendLine(
                "| | vectors | answer: intercept, best named, nearness, evidence, density | result: intercept, S, named, nearness |"
            )
            .AppendLine("|---|---|---|---|");
        foreach (var isModel in (bool[])[false, true])
        foreach (
            var (name, maps) in ((string, JudgedMaps)[])
                [("fitted", fitted), ("in the engine", JudgedMaps.Engine)]
        )
        {
            var map = maps.Of(isModel);
            report.AppendLine(
                $"| {name} | {Vectors(isModel)} | {Numbers(map.Answer)} | {Numbers(map.Result)} |"
            );
        }
        report.AppendLine();
    }

    private static string Vectors(bool isModel) => isModel ? "model" : "lexicon";

    private static void ReportLeftOut(
        List<KeyValuePair<string, List<JudgedResult>>> judged,
        StringBuilder report
    )
    {
        report
            .AppendLine()
            .AppendLine("## Each set with maps fitted on the four others")
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
        JudgedMaps maps,
        StringBuilder report
    )
    {
        foreach (var vectors in results.GroupBy(result => result.IsModel))
        {
            var map = maps.Of(vectors.Key);
            var own = vectors.Where(result => result.Kind == JudgedKind.Own).ToList();
            var useful = own.Count > 0 ? $"{own.Average(Useful):F3}" : "";
            var foreign = Firsts(
                vectors,
                result => result.IsForeign && result.Kind != JudgedKind.Elsewhere,
                map
            );
            var keywords = Firsts(
                vectors,
                result => result.Kind == JudgedKind.ForeignKeywords,
                map
            );
            report.Append(
                CultureInfo.InvariantCulture,
                $"| {name} | {Vectors(vectors.Key)} | {own.Count} | {useful} |"
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
                (
                    pair.Set,
                    pair.Result,
                    Confidence: JudgedMaps
                        .Engine.Of(pair.Result.IsModel)
                        .Confidence(pair.Result.Inputs)
                )
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
                $"| {set} | {Vectors(result.IsModel)} | {(result.Kind == JudgedKind.SmallForeign ? "15 documents" : "whole")} | {Text(result)} | {result.Found} | {confidence:F2} |"
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
                $"| {set} | {Vectors(result.IsModel)} | {Text(result)} | {result.Found} | {JudgedResults.Answered[(Text(result), result.Found)]} | {confidence:F2} |"
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
            var calibrated = Calibrated(
                [
                    .. own.Where(result => labelled.Contains(result.Request))
                        .Select(result => (Logit(result, map), result.Useful)),
                ],
                map
            );
            var rest = own.Where(result => !labelled.Contains(result.Request))
                .Select(result => (calibrated(Logit(result, map)), result.Useful));
            errors.Add(ReliabilityDiagram.Of([.. rest]).ExpectedCalibrationError!.Value);
        }
        return errors.Average();
    }

    private static double Logit(JudgedResult result, PriorMap map) =>
        Logistic.Logit(map.Confidence(result.Inputs));

    /// <summary>The stage that so many labels carry, as <see cref="ConfidenceCalibrator.Fit"/> chooses it.</summary>
    private static Func<double, double> Calibrated(
        List<(double Logit, bool Useful)> labels,
        PriorMap map
    )
    {
        if (labels.Count < PlattScaling.FewestLabels)
            return Logistic.Sigmoid;
        var offTopic = 0.1 * labels.Count / map.OffTopic.Count;
        List<(double, bool, double)> judged =
        [
            .. labels.Select(label => (label.Logit, label.Useful, 1.0)),
            .. map.OffTopic.Select(logit => (logit, false, offTopic)),
        ];
        var ceiling = (map.OffTopic[^1], ConfidenceCalibrator.Doubtful);
        if (labels.Count >= IsotonicCurve.FewestLabels)
            return IsotonicCurve.Fit(judged, ceiling).At;
        var scaling = PlattScaling.Fit(judged, ceiling);
        return logit => Logistic.Sigmoid(scaling.Scale(logit));
    }

    private static string Numbers(IEnumerable<double> values) =>
        string.Join(
            ", ",
            values.Select(value => value.ToString("F2", CultureInfo.InvariantCulture))
        );
}
