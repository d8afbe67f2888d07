using Motif.Catalog;
using Motif.Matching.Calibration;
using Motif.Statistics;

namespace Motif.Matching;

/// <summary>How far confidences can be relied on, by outcomes.</summary>
/// <param name="Calibrator">What answers of today are calibrated for.</param>
/// <param name="Basis">prior, platt or isotonic.</param>
/// <param name="LabelsUsed">Outcomes in the calibrator.</param>
/// <param name="FittedAt">Null while it is the prior map.</param>
/// <param name="NextBasis">The stage after this one; null at the last.</param>
/// <param name="LabelsToNext">Judged results that are still missing to it; null at the last stage.</param>
/// <param name="Diagram">Confidences as they were shown, under whatever calibrator, against outcomes that named their match; what such a match showed beside and nobody used was not useful.</param>
public sealed record ConfidenceReliability(
    CalibratorKey Calibrator,
    string Basis,
    int LabelsUsed,
    DateTimeOffset? FittedAt,
    string? NextBasis,
    int? LabelsToNext,
    ReliabilityDiagram Diagram
);

/// <summary>
/// Learns from outcomes how sure to be: refits the calibrator of today's answers, and says how far shown confidences held.
/// Thread-safe.
/// </summary>
public sealed class ConfidenceLearning(
    PatternMatcher matcher,
    CalibratorShelf shelf,
    IFeedbackStore feedback
)
{
    /// <summary>Older outcomes than the newest so many no longer count.</summary>
    public const int MostLabels = 20_000;

    /// <summary>
    /// Fits the calibrators again, that of all and those of namespaces, where outcomes came in since they were fitted and they are
    /// enough; true when one was.
    /// </summary>
    public async Task<bool> RefitAsync(CancellationToken cancellationToken)
    {
        await shelf.RefreshAsync(cancellationToken);
        var key = matcher.CalibratorKey();
        var judged = (await feedback.JudgedAsync(MostLabels, cancellationToken))
            .Where(j => ForAll(j) == key)
            .ToList();
        var isFitted = await RefitAsync(key, judged, cancellationToken);
        foreach (
            var group in judged
                .Where(j => j.Shown.Calibrator.Namespace is not null)
                .GroupBy(j => j.Shown.Calibrator.Namespace, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
        )
            isFitted |= await RefitAsync(
                key with
                {
                    Namespace = group.Key,
                },
                [.. group],
                cancellationToken
            );
        return isFitted;
    }

    private async Task<bool> RefitAsync(
        CalibratorKey key,
        List<JudgedResult> judged,
        CancellationToken cancellationToken
    )
    {
        if (judged.Count == 0)
            return false;
        // The newest outcome it knows, not the time of fitting: one that is being written meanwhile must not be missed.
        var newest = judged.Max(j => j.OutcomeAt);
        if (shelf.Fitted(key) is { } standing && newest <= standing.FittedAt)
            return false;
        var calibrator = ConfidenceCalibrator.Fit(key, ConfidenceLabels.Of(judged));
        if (calibrator.LabelsUsed == 0)
            return false;
        var fitted = new FittedCalibrator(calibrator, newest);
        await feedback.SaveCalibratorAsync(fitted, cancellationToken);
        shelf.Put(fitted);
        return true;
    }

    /// <param name="learnedIn">The namespace whose outcomes count (<see cref="LearningNamespace"/>); null for those of all.</param>
    public async Task<ConfidenceReliability> ReliabilityAsync(
        string? learnedIn,
        CancellationToken cancellationToken
    )
    {
        await shelf.RefreshAsync(cancellationToken);
        var key = matcher.CalibratorKey(learnedIn: learnedIn);
        var all = (await feedback.JudgedAsync(MostLabels, cancellationToken))
            .Where(j => learnedIn is null || j.Shown.Calibrator.Namespace == learnedIn)
            .ToList();
        var own = ConfidenceLabels
            .Of([.. all.Where(j => ForAll(j) == key with { Namespace = null })])
            .Count(label => !label.IsPassedOver);
        var fitted = shelf.Fitted(key);
        var calibrator = shelf.For(key);
        var (next, needed) = calibrator.Basis switch
        {
            "prior" => ("platt", PlattScaling.FewestLabels),
            "platt" => ("isotonic", IsotonicCurve.FewestLabels),
            _ => ((string?)null, 0),
        };
        return new ConfidenceReliability(
            key,
            calibrator.Basis,
            calibrator.LabelsUsed,
            fitted?.FittedAt,
            next,
            next is null ? null : Math.Max(0, needed - own),
            ReliabilityDiagram.Of([
                .. all.Select(j => (j.Shown.Confidence, j.Outcome is UseOutcome.Success)),
            ])
        );
    }

    /// <summary>What a label says to the calibrator of all, whichever namespace it is from.</summary>
    private static CalibratorKey ForAll(JudgedResult judged) =>
        judged.Shown.Calibrator with
        {
            Namespace = null,
        };
}
