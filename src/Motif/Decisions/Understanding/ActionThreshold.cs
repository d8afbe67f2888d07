namespace Motif.Decisions.Understanding;

/// <summary>
/// From which confidence on decisions are right often enough. Thresholds are tested from the highest down and the search stops
/// at the first whose one-sided 95 % Wilson bound of precision misses the target: a fixed sequence of tests keeps its level,
/// while the lowest of many that pass would be the luckiest (Bates et al. 2021, "learn then test").
/// </summary>
internal static class ActionThreshold
{
    private const double Z = 1.6448536269514722;
    private const int FewestTrials = 100;

    /// <summary>The first test has room for an error: a multiple of the flawless trials that would just do.</summary>
    private const double FirstTest = 4;

    /// <summary>Each test takes in that much more, as a share of what the last one had.</summary>
    private const double Widening = 0.02;

    /// <summary>Null where no threshold can be promised.</summary>
    /// <param name="target">The share that must be right, 0 to 1.</param>
    public static double? Of(IReadOnlyList<LabelledTrial> trials, double target)
    {
        var ordered = trials
            .Where(t => t.Confidence > 0)
            .OrderByDescending(t => t.Confidence)
            .ToList();
        if (ordered.Count < FewestTrials)
            return null;
        double? lowest = null;
        var next = Math.Max(FewestTrials, FirstTest * Z * Z * target / (1 - target));
        var (right, weights, squares) = (0.0, 0.0, 0.0);
        for (var i = 0; i < ordered.Count; i++)
        {
            var trial = ordered[i];
            right += trial.IsRight ? trial.Weight : 0;
            weights += trial.Weight;
            squares += trial.Weight * trial.Weight;
            var isTied =
                i + 1 < ordered.Count && ordered[i + 1].Confidence.Equals(trial.Confidence);
            // Trials of weight count by how many of weight 1 would tell as much (Kish).
            if (isTied || weights * weights / squares < next)
                continue;
            if (LowerBound(right / weights, weights * weights / squares) < target)
                break;
            lowest = trial.Confidence;
            next *= 1 + Widening;
        }
        return lowest;
    }

    private static double LowerBound(double share, double n) =>
        (
            share
            + (Z * Z / (2 * n))
            - (Z * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n))))
        ) / (1 + (Z * Z / n));
}
