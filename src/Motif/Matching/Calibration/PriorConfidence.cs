namespace Motif.Matching.Calibration;

/// <summary>
/// Stage 0: the confidence before anybody judged a result. P = P(the catalogue has an answer) · P(it is this result), each
/// logistic with weights of 0 or more, so that it grows with every input:
/// σ(a + Σ wᵢ·xᵢ) over best coverage, best cosine and best evidence, times σ(b + Σ vᵢ·yᵢ) over S, coverage, cosine and
/// prominence. The first factor is what keeps a foreign request low: its best result has an S near 1 like any other.
/// Fitted by the benchmark <c>calibration</c> on the first ten results of development queries of five judged sets and of small
/// catalogues drawn from them, beside everyday requests that nothing there answers.
/// </summary>
public static class PriorConfidence
{
    /// <summary>Part of the key of a calibrator: what was fitted on another map's log-odds means nothing to this one.</summary>
    public const string Version = "p2";

    internal const int AnswerFeatures = 3;
    internal const int ResultFeatures = 4;

    /// <summary>Log-odds of an answer: intercept, best coverage, best cosine, best evidence.</summary>
    public static IReadOnlyList<double> AnswerWeights { get; } = [-7.44, 1.32, 5.63, 10.61];

    /// <summary>Log-odds of a result: intercept, S, coverage, cosine, prominence.</summary>
    public static IReadOnlyList<double> ResultWeights { get; } = [-8.2, 8.34, 0, 0, 0.59];

    /// <summary>0..1, exclusive.</summary>
    public static double Confidence(ConfidenceInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Span<double> answer = stackalloc double[AnswerFeatures];
        Span<double> result = stackalloc double[ResultFeatures];
        OfAnswer(inputs, answer);
        OfResult(inputs, result);
        return Logistic.Sigmoid(Sum(AnswerWeights, answer))
            * Logistic.Sigmoid(Sum(ResultWeights, result));
    }

    /// <summary>Log-odds that the result is useful.</summary>
    public static double Logit(ConfidenceInputs inputs)
    {
        var confidence = Confidence(inputs);
        return Math.Log(confidence / (1 - confidence));
    }

    internal static void OfAnswer(ConfidenceInputs inputs, Span<double> target)
    {
        target[0] = inputs.BestCoverage;
        target[1] = inputs.BestCosine;
        target[2] = inputs.BestEvidence;
    }

    internal static void OfResult(ConfidenceInputs inputs, Span<double> target)
    {
        target[0] = inputs.Score;
        target[1] = inputs.Coverage;
        target[2] = inputs.Cosine;
        target[3] = inputs.Prominence;
    }

    private static double Sum(IReadOnlyList<double> weights, ReadOnlySpan<double> features)
    {
        var sum = weights[0];
        for (var i = 0; i < features.Length; i++)
            sum += weights[i + 1] * features[i];
        return sum;
    }
}
