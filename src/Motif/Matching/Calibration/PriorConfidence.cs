namespace Motif.Matching.Calibration;

/// <summary>
/// Stage 0: the confidence before anybody judged a result, a <see cref="PriorMap"/> for each kind of space that meaning is compared
/// in. The benchmark <c>calibration</c> fits them on the first ten results of development queries of five judged sets, of names of
/// their documents and words of those, and of small catalogues drawn from them, beside everyday requests that hardly anything
/// there answers.
/// </summary>
public static class PriorConfidence
{
    /// <summary>Where the offline vectors give the meaning.</summary>
    internal static PriorMap Lexicon { get; } =
        new(
            "p6-lexicon",
            [-9.36, 10.90, 1.82, 7.77, 12.79],
            [-7.76, 8.92, 1.21, 0],
            [-10.27, -8.79, -7.62, -6.46, -4.65, -2.72]
        );

    /// <summary>Where a sentence model or an endpoint does: its cosines are taken from the median's on, which makes one map serve all.</summary>
    internal static PriorMap Model { get; } =
        new(
            "p6-model",
            [-10.02, 8.54, 12.77, 5.49, 9.54],
            [-6.53, 8.56, 1.09, 0.53],
            [-9.27, -8.56, -7.72, -6.64, -5.02, -3.30]
        );

    /// <summary>The map that stands in a calibrator's key; the lexicon's where none does.</summary>
    internal static PriorMap Of(CalibratorKey key) =>
        key.Weights.EndsWith(Model.Name, StringComparison.Ordinal) ? Model : Lexicon;
}
