using Motif.Statistics;

namespace Motif.Matching.Calibration;

/// <summary>
/// Stage 0: the confidence before anybody judged a result, the <see cref="PriorMap"/> that the benchmark <c>calibration</c>
/// fits on the first ten results of development queries of five judged sets, of names of their documents and words of those, and of small
/// catalogues drawn from them, with vectors as shipped and tuned, beside everyday requests that hardly anything there answers.
/// </summary>
public static class PriorConfidence
{
    /// <summary>Part of the key of a calibrator: what was fitted on another map's log-odds means nothing to this one.</summary>
    public const string Version = "p5";

    internal static PriorMap Map { get; } =
        new([-10.0, 11.68, 1.82, 8.28, 13.42], [-7.12, 7.46, 1.27]);

    /// <summary>Log-odds of an answer: intercept, best named, best cosine, best evidence, best density.</summary>
    public static IReadOnlyList<double> AnswerWeights => Map.Answer;

    /// <summary>Log-odds of a result: intercept, S, named.</summary>
    public static IReadOnlyList<double> ResultWeights => Map.Result;

    /// <summary>0..1, exclusive.</summary>
    public static double Confidence(ConfidenceInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Map.Confidence(inputs);
    }

    /// <summary>Log-odds that the result is useful.</summary>
    public static double Logit(ConfidenceInputs inputs) => Logistic.Logit(Confidence(inputs));

    /// <summary>Whether the catalogue has an answer; what all results of a request have in common.</summary>
    internal static double Answer(ConfidenceInputs inputs) => Map.AnswerConfidence(inputs);

    /// <summary>Whether a result is the answer, where there is one.</summary>
    internal static double Result(double score, double named) => Map.ResultConfidence(score, named);
}
