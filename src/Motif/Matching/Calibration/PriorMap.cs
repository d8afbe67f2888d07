using Motif.Statistics;

namespace Motif.Matching.Calibration;

/// <summary>
/// P = P(the catalogue has an answer) · P(it is this result), each logistic with weights of 0 or more, so that it grows with
/// every input: σ(a + Σ wᵢ·xᵢ) over best named, best cosine, best evidence and best density, times σ(b + Σ vᵢ·yᵢ) over S and
/// named. The first factor is what keeps a foreign request low: its best result has an S near 1 like any other.
/// </summary>
/// <param name="Answer">a, then w.</param>
/// <param name="Result">b, then v.</param>
internal sealed record PriorMap(IReadOnlyList<double> Answer, IReadOnlyList<double> Result)
{
    /// <summary>0..1, exclusive.</summary>
    public double Confidence(ConfidenceInputs inputs) =>
        AnswerConfidence(inputs) * ResultConfidence(inputs.Score, inputs.Named);

    /// <summary>The first factor; the same for all results of a request.</summary>
    public double AnswerConfidence(ConfidenceInputs inputs) =>
        Logistic.Sigmoid(
            Answer[0]
                + (Answer[1] * inputs.BestNamed)
                + (Answer[2] * inputs.BestCosine)
                + (Answer[3] * inputs.BestEvidence)
                + (Answer[4] * inputs.BestDensity)
        );

    /// <summary>The second factor.</summary>
    public double ResultConfidence(double score, double named) =>
        Logistic.Sigmoid(Result[0] + (Result[1] * score) + (Result[2] * named));

    /// <summary>What the first factor is fitted on.</summary>
    public static double[] OfAnswer(ConfidenceInputs inputs) =>
        [inputs.BestNamed, inputs.BestCosine, inputs.BestEvidence, inputs.BestDensity];

    /// <summary>What the second factor is fitted on.</summary>
    public static double[] OfResult(ConfidenceInputs inputs) => [inputs.Score, inputs.Named];
}
