namespace Motif.Matching.Calibration;

/// <summary>What a match promised of a result, kept with its exposure until an outcome judges it.</summary>
/// <param name="Confidence">As it was shown, 0..1.</param>
/// <param name="Inputs">What it was computed from.</param>
/// <param name="Calibrator">What the calibrator was made for that computed it.</param>
public sealed record ShownResult(
    double Confidence,
    ConfidenceInputs Inputs,
    CalibratorKey Calibrator
);
