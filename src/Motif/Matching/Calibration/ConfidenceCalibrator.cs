using Motif.Statistics;

namespace Motif.Matching.Calibration;

/// <summary>What a calibrator was made for; confidences of another model, analyzer or weighting mean nothing to it.</summary>
/// <param name="Model">The space VEC is compared in, without what a catalogue adds to it.</param>
/// <param name="Analyzer">Version of the analyzer.</param>
/// <param name="Weights">Key of the signal weights, and version of the map before labels.</param>
public sealed record CalibratorKey(string Model, string Analyzer, string Weights);

/// <summary>
/// Turns inputs into a probability: of results shown with .89, about 89 % were useful for that request. Stage 0 is the
/// documented map of <see cref="PriorConfidence"/>; from 50 labels its logit is scaled (<see cref="PlattScaling"/>), from 1,000
/// the curve is free but monotone (<see cref="IsotonicCurve"/>).
/// </summary>
public sealed record ConfidenceCalibrator
{
    public required CalibratorKey Key { get; init; }

    /// <summary>Judged results that went in.</summary>
    public int LabelsUsed { get; init; }

    public PlattScaling? Platt { get; init; }

    public IsotonicCurve? Isotonic { get; init; }

    /// <summary>prior, platt or isotonic.</summary>
    public string Basis =>
        Isotonic is not null ? "isotonic"
        : Platt is not null ? "platt"
        : "prior";

    /// <summary>0..1.</summary>
    public double Confidence(ConfidenceInputs inputs) =>
        Calibrate(PriorConfidence.Confidence(inputs));

    /// <summary>What became of a confidence before labels, 0..1.</summary>
    internal double Calibrate(double prior)
    {
        if (Platt is null && Isotonic is null)
            return prior;
        var logit = Logistic.Logit(prior);
        return Isotonic?.At(logit) ?? Logistic.Sigmoid(Platt!.Scale(logit));
    }

    /// <summary>The calibrator before any label.</summary>
    public static ConfidenceCalibrator Prior(CalibratorKey key) => new() { Key = key };

    /// <summary>The best calibrator that so many labels carry.</summary>
    public static ConfidenceCalibrator Fit(CalibratorKey key, IReadOnlyList<ConfidenceLabel> labels)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(labels);
        var judged = labels
            .Select(label => (Logit: PriorConfidence.Logit(label.Inputs), label.Useful))
            .ToList();
        return new ConfidenceCalibrator
        {
            Key = key,
            LabelsUsed = labels.Count >= PlattScaling.FewestLabels ? labels.Count : 0,
            Platt = labels.Count >= PlattScaling.FewestLabels ? PlattScaling.Fit(judged) : null,
            Isotonic =
                labels.Count >= IsotonicCurve.FewestLabels ? IsotonicCurve.Fit(judged) : null,
        };
    }
}

/// <summary>A result that was judged.</summary>
/// <param name="Inputs">What its confidence was computed from when it was shown.</param>
/// <param name="Useful">Whether it was useful for that request.</param>
public sealed record ConfidenceLabel(ConfidenceInputs Inputs, bool Useful);
