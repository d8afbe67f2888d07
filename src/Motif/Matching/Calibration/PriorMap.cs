namespace Motif.Matching.Calibration;

/// <summary>
/// P = P(the catalogue has an answer) · P(it is this result), each logistic with weights of 0 or more, so that it grows with
/// every input: σ(a + Σ wᵢ·xᵢ) over best coverage to the fourth, best cosine, best evidence, best CHAR and best density, times σ(b + Σ vᵢ·yᵢ)
/// over S, coverage, cosine and prominence. The first factor is what keeps a foreign request low: its best result has an S near
/// 1 like any other.
/// </summary>
/// <param name="Answer">a, then w.</param>
/// <param name="Result">b, then v.</param>
internal sealed record PriorMap(IReadOnlyList<double> Answer, IReadOnlyList<double> Result)
{
    public const int AnswerFeatures = 5;
    public const int ResultFeatures = 4;

    /// <summary>0..1, exclusive.</summary>
    public double Confidence(ConfidenceInputs inputs)
    {
        Span<double> result = stackalloc double[ResultFeatures];
        OfResult(inputs, result);
        return AnswerConfidence(inputs) * Logistic.Sigmoid(Sum(Result, result));
    }

    /// <summary>The first factor.</summary>
    public double AnswerConfidence(ConfidenceInputs inputs)
    {
        Span<double> answer = stackalloc double[AnswerFeatures];
        OfAnswer(inputs, answer);
        return Logistic.Sigmoid(Sum(Answer, answer));
    }

    /// <summary>Log-odds that the result is useful.</summary>
    public double Logit(ConfidenceInputs inputs)
    {
        var confidence = Confidence(inputs);
        return Math.Log(confidence / (1 - confidence));
    }

    public static void OfAnswer(ConfidenceInputs inputs, Span<double> target)
    {
        // What is covered by half is as good as not: foreign sentences share half of their words, a search box's words are all
        // there. Multiplied, for a threshold asks this of every document.
        var squared = inputs.BestCoverage * inputs.BestCoverage;
        target[0] = squared * squared;
        target[1] = inputs.BestCosine;
        target[2] = inputs.BestEvidence;
        target[3] = inputs.BestCharacters;
        target[4] = inputs.BestDensity;
    }

    public static void OfResult(ConfidenceInputs inputs, Span<double> target)
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
