using Motif.Matching.Calibration;
using Motif.Matching.Indexing;

namespace Motif.Bench;

/// <summary>The confidences before any label: results are ordered by them.</summary>
internal static class Priors
{
    private static readonly ConfidenceCalibrator Lexicon = ConfidenceCalibrator.Prior(
        new CalibratorKey("", "", PriorConfidence.Lexicon.Name)
    );

    private static readonly ConfidenceCalibrator Model = ConfidenceCalibrator.Prior(
        new CalibratorKey("", "", PriorConfidence.Model.Name)
    );

    public static ConfidenceCalibrator Of(VectorSignal? model) => model is null ? Lexicon : Model;
}

/// <summary>A map for each kind of space.</summary>
internal sealed record JudgedMaps(PriorMap Lexicon, PriorMap Model)
{
    /// <summary>Those that Motif uses.</summary>
    public static JudgedMaps Engine { get; } = new(PriorConfidence.Lexicon, PriorConfidence.Model);

    public PriorMap Of(bool isModel) => isModel ? Model : Lexicon;
}

/// <summary>Fits the confidence before any label on judged results, every set and every kind of request with its share.</summary>
internal static class CalibrationFit
{
    /// <summary>A confident answer to a foreign request misleads; a hesitant one to an own request is only read twice.</summary>
    private const double ForeignWeight = 20;

    /// <summary>
    /// Of a set's small catalogues beside its whole one, and of its names beside its queries: only the document that a name was
    /// taken from counts as its answer, and it would teach that second results never are.
    /// </summary>
    private const double SmallShare = 0.3;

    private const double NameShare = 0.1;

    private static readonly double[] OffTopicQuantiles = [0.1, 0.3, 0.5, 0.7, 0.9, 0.98];

    public static JudgedMaps Of(IReadOnlyCollection<List<JudgedResult>> judged) =>
        new(Of(judged, isModel: false), Of(judged, isModel: true));

    private static PriorMap Of(IReadOnlyCollection<List<JudgedResult>> judged, bool isModel)
    {
        var own = judged.Select(results => results.FindAll(r => r.IsModel == isModel)).ToList();
        if (own.TrueForAll(results => results.Count == 0))
            return JudgedMaps.Engine.Of(isModel);
        var answer = PriorConfidenceFit.Fit([.. own.SelectMany(Answers)]);
        var unfinished = new PriorMap("fitted", answer, [0, 0, 0, 0], []);
        var result = PriorConfidenceFit.Fit([
            .. own.SelectMany(results => Results(results, unfinished)),
        ]);
        var map = unfinished with { Result = result };
        return map with { OffTopic = OffTopic(own, map) };
    }

    /// <summary>What the map says of the first results of foreign requests, at some of their quantiles.</summary>
    private static double[] OffTopic(IEnumerable<List<JudgedResult>> judged, PriorMap map)
    {
        var logits = judged
            .SelectMany(results => results)
            .Where(result => result.Place == 0 && result.IsForeign)
            .Select(result => map.Logit(result.Inputs))
            .Order()
            .ToList();
        return [.. OffTopicQuantiles.Select(share => logits[(int)(share * (logits.Count - 1))])];
    }

    /// <summary>Whether a request had an answer among its results.</summary>
    private static IEnumerable<FitExample> Answers(List<JudgedResult> results)
    {
        foreach (var kind in results.GroupBy(result => result.Kind))
        {
            var first = kind.Where(result => result.Place == 0).ToList();
            var share = kind.Key switch
            {
                JudgedKind.Own or JudgedKind.Name or JudgedKind.Keywords => 1,
                JudgedKind.Foreign => ForeignWeight,
                JudgedKind.SmallOwn => 0.5,
                JudgedKind.SmallForeign => 0.5 * ForeignWeight,
                JudgedKind.Elsewhere => 1,
                _ => 0,
            };
            if (share == 0)
                continue;
            foreach (var result in first)
                yield return new FitExample(
                    PriorMap.OfAnswer(result.Inputs),
                    !result.IsForeign,
                    share / first.Count
                );
        }
    }

    /// <summary>Whether a result was the answer, given how likely there was one.</summary>
    private static IEnumerable<FitExample> Results(List<JudgedResult> results, PriorMap map)
    {
        foreach (var kind in results.GroupBy(result => result.Kind))
        {
            var share = kind.Key switch
            {
                JudgedKind.Own => 1,
                JudgedKind.SmallOwn => SmallShare,
                JudgedKind.Name or JudgedKind.Keywords => NameShare,
                _ => 0,
            };
            if (share == 0)
                continue;
            foreach (var result in kind)
                yield return new FitExample(
                    PriorMap.OfResult(result.Inputs),
                    result.Useful,
                    share / kind.Count(),
                    map.AnswerConfidence(result.Inputs)
                );
        }
    }
}
