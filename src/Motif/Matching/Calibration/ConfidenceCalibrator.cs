using Motif.Catalog;
using Motif.Statistics;

namespace Motif.Matching.Calibration;

/// <summary>What a calibrator was made for; confidences of another model, analyzer or weighting mean nothing to it.</summary>
/// <param name="Model">The space that meaning is compared in, without what a catalogue adds to it.</param>
/// <param name="Analyzer">Version of the analyzer.</param>
/// <param name="Weights">Key of the signal weights, and name of the map before labels.</param>
/// <param name="Namespace">Whose outcomes it goes by (<see cref="LearningNamespace"/>); null for those of all.</param>
public sealed record CalibratorKey(
    string Model,
    string Analyzer,
    string Weights,
    string? Namespace = null
);

/// <summary>
/// Turns inputs into a probability: of results shown with .89, about 89 % were useful for that request. Stage 0 is the
/// documented map of <see cref="PriorConfidence"/>; from 50 labels its logit is scaled (<see cref="PlattScaling"/>), from 1,000
/// the curve is free but monotone (<see cref="IsotonicCurve"/>). No labels make a result confident that stands where those of
/// off-topic requests do.
/// </summary>
public sealed record ConfidenceCalibrator
{
    /// <summary>A confidence that nobody acts on; nothing off-topic may reach it.</summary>
    public const double Doubtful = 0.2;

    /// <summary>What the off-topic results count in every fit, as a share of the labels.</summary>
    private const double OffTopicShare = 0.1;

    public required CalibratorKey Key { get; init; }

    /// <summary>Outcomes that went in; results that were only shown do not count.</summary>
    public int LabelsUsed { get; init; }

    public PlattScaling? Platt { get; init; }

    public IsotonicCurve? Isotonic { get; init; }

    /// <summary>prior, platt or isotonic.</summary>
    public string Basis =>
        Isotonic is not null ? "isotonic"
        : Platt is not null ? "platt"
        : "prior";

    /// <summary>0..1.</summary>
    public double Confidence(ConfidenceInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var map = PriorConfidence.Of(Key);
        if (Platt is null && Isotonic is null)
            return map.Confidence(inputs);
        var logit = map.Logit(inputs);
        return Isotonic?.At(logit) ?? Logistic.Sigmoid(Platt!.Scale(logit));
    }

    /// <summary>The calibrator before any label.</summary>
    public static ConfidenceCalibrator Prior(CalibratorKey key) => new() { Key = key };

    /// <summary>The best calibrator that so many labels carry.</summary>
    public static ConfidenceCalibrator Fit(CalibratorKey key, IReadOnlyList<ConfidenceLabel> labels)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(labels);
        var outcomes = labels.Count(label => !label.IsPassedOver);
        if (outcomes < PlattScaling.FewestLabels)
            return Prior(key);
        var map = PriorConfidence.Of(key);
        var (judged, ceiling) = (Judged(map, labels), (map.OffTopic[^1], Doubtful));
        return new ConfidenceCalibrator
        {
            Key = key,
            LabelsUsed = outcomes,
            Platt = PlattScaling.Fit(judged, ceiling),
            Isotonic =
                outcomes >= IsotonicCurve.FewestLabels ? IsotonicCurve.Fit(judged, ceiling) : null,
        };
    }

    private static List<(double, bool, double)> Judged(
        PriorMap map,
        IReadOnlyList<ConfidenceLabel> labels
    )
    {
        var offTopic = OffTopicShare * labels.Sum(label => label.Weight) / map.OffTopic.Count;
        return
        [
            .. labels.Select(label => (map.Logit(label.Inputs), label.Useful, label.Weight)),
            .. map.OffTopic.Select(logit => (logit, false, offTopic)),
        ];
    }
}

/// <summary>A result that was judged.</summary>
/// <param name="Inputs">What its confidence was computed from when it was shown.</param>
/// <param name="Useful">Whether it was useful for that request.</param>
/// <param name="Weight">How much that counts, greater than 0.</param>
/// <param name="IsPassedOver">Whether nobody judged it, but it was shown and another result of its match was used.</param>
public sealed record ConfidenceLabel(
    ConfidenceInputs Inputs,
    bool Useful,
    double Weight = 1,
    bool IsPassedOver = false
);
