using Motif.Matching.Calibration;

namespace Motif.Bench;

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

    public static PriorMap Of(IReadOnlyCollection<List<JudgedResult>> judged)
    {
        var answer = PriorConfidenceFit.Fit([.. judged.SelectMany(Answers)]);
        var unfinished = new PriorMap(answer, [0, 0, 0]);
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
            var share = kind.Key.Kind switch
            {
                JudgedKind.Own or JudgedKind.Name or JudgedKind.Keywords => 1,
                JudgedKind.Foreign => ForeignWeight,
                JudgedKind.SmallOwn => 0.5,
                JudgedKind.SmallForeign => 0.5 * ForeignWeight,
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
        foreach (var kind in results.GroupBy(result => (result.Kind, result.IsTuned)))
        {
            var share = kind.Key.Kind switch
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
