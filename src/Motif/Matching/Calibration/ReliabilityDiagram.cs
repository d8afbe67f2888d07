namespace Motif.Matching.Calibration;

/// <summary>One bar of a reliability diagram.</summary>
/// <param name="From">Least confidence in the bin, 0..1.</param>
/// <param name="To">Where the next bin begins.</param>
/// <param name="Count">Results in the bin.</param>
/// <param name="MeanConfidence">What was promised; null in an empty bin.</param>
/// <param name="Useful">Share that was useful; null in an empty bin.</param>
public sealed record ReliabilityBin(
    double From,
    double To,
    int Count,
    double? MeanConfidence,
    double? Useful
);

/// <summary>
/// Promised against delivered. Expected calibration error = Σ (nᵢ/n)·|promisedᵢ − deliveredᵢ| over ten equal bins
/// (Naeini et al., AAAI 2015); null without results.
/// </summary>
public sealed record ReliabilityDiagram(
    IReadOnlyList<ReliabilityBin> Bins,
    double? ExpectedCalibrationError,
    int Count
)
{
    private const int BinCount = 10;

    public static ReliabilityDiagram Of(IReadOnlyList<(double Confidence, bool Useful)> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var bins = Enumerable
            .Range(0, BinCount)
            .Select(bin =>
                Bin(bin, results.Where(result => Index(result.Confidence) == bin).ToList())
            )
            .ToList();
        double? error =
            results.Count == 0
                ? null
                : bins.Where(bin => bin.Count > 0)
                    .Sum(bin =>
                        (double)bin.Count
                        / results.Count
                        * Math.Abs(bin.MeanConfidence!.Value - bin.Useful!.Value)
                    );
        return new ReliabilityDiagram(bins, error, results.Count);
    }

    private static int Index(double confidence) =>
        Math.Clamp((int)(confidence * BinCount), 0, BinCount - 1);

    private static ReliabilityBin Bin(int index, List<(double Confidence, bool Useful)> results) =>
        new(
            (double)index / BinCount,
            (double)(index + 1) / BinCount,
            results.Count,
            results.Count == 0 ? null : results.Average(result => result.Confidence),
            results.Count == 0 ? null : results.Average(result => result.Useful ? 1.0 : 0.0)
        );
}
