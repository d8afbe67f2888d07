using Motif.Statistics;

namespace Motif.Matching.Calibration;

/// <summary>
/// P = P(the catalogue has an answer) · P(it is this result) · P(it works where it fits), the first two logistic with weights of 0
/// or more, so that it grows with every input: σ(a + Σ wᵢ·xᵢ) over best named, best nearness, best evidence and best density, times
/// σ(b + Σ vᵢ·yᵢ) over S, named and nearness, times the trust in the pattern. The first factor is what keeps a foreign request low: its
/// best result has an S near 1 like any other.
/// </summary>
/// <param name="Name">Part of the key of a calibrator: what was fitted on another map's log-odds means nothing to this one.</param>
/// <param name="Answer">a, then w.</param>
/// <param name="Result">b, then v.</param>
/// <param name="OffTopic">Log-odds that it gives to first results of foreign requests: quantiles, ascending, the last one near the greatest.</param>
internal sealed record PriorMap(
    string Name,
    IReadOnlyList<double> Answer,
    IReadOnlyList<double> Result,
    IReadOnlyList<double> OffTopic
)
{
    /// <summary>0..1, exclusive but for a trust of 1.</summary>
    public double Confidence(ConfidenceInputs inputs) =>
        Logistic.Sigmoid(Sum(Answer, OfAnswer(inputs)))
        * Logistic.Sigmoid(Sum(Result, OfResult(inputs)))
        * inputs.Trust;

    /// <summary>Log-odds that the result is useful.</summary>
    public double Logit(ConfidenceInputs inputs) => Logistic.Logit(Confidence(inputs));

    /// <summary>The first factor; the same for all results of a request.</summary>
    public double AnswerConfidence(ConfidenceInputs inputs) =>
        Logistic.Sigmoid(Sum(Answer, OfAnswer(inputs)));

    /// <summary>What the first factor is fitted on.</summary>
    public static double[] OfAnswer(ConfidenceInputs inputs) =>
        [inputs.BestNamed, inputs.BestNearness, inputs.BestEvidence, inputs.BestDensity];

    /// <summary>What the second factor is fitted on.</summary>
    public static double[] OfResult(ConfidenceInputs inputs) =>
        [inputs.Score, inputs.Named, inputs.Nearness];

    private static double Sum(IReadOnlyList<double> weights, double[] features)
    {
        var sum = weights[0];
        for (var i = 0; i < features.Length; i++)
            sum += weights[i + 1] * features[i];
        return sum;
    }
}
