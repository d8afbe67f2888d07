namespace Motif.Decisions.Replay;

/// <summary>What is revealed of what operators did.</summary>
public enum ReplayFeedback
{
    /// <summary>Everything, as while all runs in shadow: the upper bound.</summary>
    Full,

    /// <summary>Only what a person answered, the audited ones, and automatic answers whose error came to light.</summary>
    Partial,
}

/// <summary>What a replay must keep, fixed before it runs.</summary>
/// <param name="Target">The share of automatic answers that must be right, above ½ and below 1.</param>
public sealed record ReplayOptions(double Target, ReplayFeedback Feedback);

/// <summary>Precision against the target.</summary>
public enum ReplayVerdict
{
    /// <summary>Precision ≥ target − 1.645·√(target(1 − target)/n), n ≥ 200 automatic answers.</summary>
    Pass,
    Fail,

    /// <summary>Fewer than 200 automatic answers.</summary>
    NoClaim,
}

/// <summary>What came of a replay. Shares are 0 to 1; null is what no row told.</summary>
/// <param name="AutomationRate">Automatic answers of all rows.</param>
/// <param name="Precision">Right ones of them.</param>
/// <param name="WorstOf500">The least precision of any 500 automatic answers in a row.</param>
/// <param name="WorstPattern">The least precision of a pattern with 30 automatic answers or more.</param>
/// <param name="CustomAutomated">Automatic answers of the rows that wanted words of their own.</param>
/// <param name="Top1">Of the rows with a label: first candidate right; a label never seen before counts as a miss.</param>
/// <param name="Ece">Mean distance of confidence and precision, 15 bins of equal width, over the rows with a confidence.</param>
/// <param name="Brier">Mean squared distance of confidence and outcome on the same rows.</param>
/// <param name="Aurc">Mean error rate of the k most confident over all k.</param>
/// <param name="SuggestedTop1">Right ones among those with a confidence of .30 or more.</param>
/// <param name="FirstAutomatic">Rows before the first automatic answer.</param>
/// <param name="MessagesToQuarter">Rows until a quarter of the last 500 was automatic.</param>
/// <param name="Revealed">Rows whose answer was revealed.</param>
/// <param name="Curve">Automation by twentieths of the rows.</param>
public sealed record ReplayReport(
    int Rows,
    int Labels,
    double Target,
    ReplayFeedback Feedback,
    bool HasVectors,
    double AutomationRate,
    double? Precision,
    int AutoCount,
    ReplayVerdict Verdict,
    double AutomationRateLastHalf,
    double? PrecisionLastHalf,
    double? WorstOf500,
    double? WorstPattern,
    double? CustomAutomated,
    double? Top1,
    double? Top3,
    double? Ece,
    double? Brier,
    double? Aurc,
    double? SuggestedTop1,
    double? SuggestedTop3,
    int? FirstAutomatic,
    int? MessagesToQuarter,
    int? MessagesToHalf,
    double Revealed,
    IReadOnlyList<double> Curve
);
