namespace Motif.Matching.Calibration;

/// <summary>
/// Stage 0: the confidence before anybody judged a result, the <see cref="PriorMap"/> that the benchmark <c>calibration</c>
/// fits on the first ten results of development queries of five judged sets, of names of their documents and words of those, and of small
/// catalogues drawn from them, with vectors as shipped and tuned, beside everyday requests that hardly anything there answers.
/// </summary>
public static class PriorConfidence
{
    /// <summary>Part of the key of a calibrator: what was fitted on another map's log-odds means nothing to this one.</summary>
    public const string Version = "p4";

    internal static PriorMap Map { get; } =
        new([-9.75, 4.3, 1.31, 9.17, 5.27, 6.61], [-7.19, 7.38, 0, 0, 0.43]);

    /// <summary>Log-odds of an answer: intercept, best coverage to the fourth, best cosine, best evidence, best CHAR, best density.</summary>
    public static IReadOnlyList<double> AnswerWeights => Map.Answer;

    /// <summary>Log-odds of a result: intercept, S, coverage, cosine, prominence.</summary>
    public static IReadOnlyList<double> ResultWeights => Map.Result;

    /// <summary>0..1, exclusive.</summary>
    public static double Confidence(ConfidenceInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Map.Confidence(inputs);
    }

    /// <summary>Log-odds that the result is useful.</summary>
    public static double Logit(ConfidenceInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Map.Logit(inputs);
    }
}
