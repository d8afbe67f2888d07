namespace Motif.Discovery.Experiments;

/// <summary>What can be said of an arm in a metric.</summary>
public enum Verdict
{
    /// <summary>Nothing yet, at the level that was ordered.</summary>
    Undecided,
    Better,
    Worse,

    /// <summary>The arms' counts are off: no comparison can be trusted until it is known why.</summary>
    Withheld,
}

/// <summary>Two ends of an interval.</summary>
public sealed record DifferenceInterval(double Low, double High);

/// <summary>A comparison as it stood at the end of a day.</summary>
/// <param name="P">The least up to this day.</param>
/// <param name="Interval">Common to all days up to this one; null while there is none, or where the days exclude each other.</param>
public sealed record DayResult(
    DateOnly Day,
    double Difference,
    DifferenceInterval? Interval,
    double P,
    double Observations
);

/// <summary>An arm against the control in one metric.</summary>
/// <param name="ControlValue">Corrected by earlier data where these are used; of a switchback on the log scale.</param>
/// <param name="Difference">
/// Arm less control: in the metric's unit; of a switchback the difference of logarithms. Null before anything can be compared.
/// </param>
/// <param name="Lift">The same as a part of the control's value.</param>
/// <param name="Interval">Of the difference; holds at this look and at every other one at the same time.</param>
/// <param name="Level">1 − this is what the interval holds at.</param>
/// <param name="P">Valid however often one looks; never rises.</param>
/// <param name="AdjustedP">Corrected for all comparisons that decide; a guardrail's own.</param>
/// <param name="DecidedOn">The day on which the verdict came.</param>
public sealed record MetricComparison(
    string Metric,
    string Arm,
    double? ControlValue,
    double? ArmValue,
    double? Difference,
    double? Lift,
    DifferenceInterval? Interval,
    double Level,
    double P,
    double AdjustedP,
    Verdict Verdict,
    DateOnly? DecidedOn,
    double Observations,
    EarlierData? EarlierData,
    IReadOnlyList<DayResult> Days
);

/// <summary>How an experiment stands.</summary>
/// <param name="Units">Counted: units, or days of a switchback.</param>
/// <param name="LeftOut">Units that saw two arms; days of a switchback on which another arm was shown than scheduled.</param>
/// <param name="RatioCheck">Null before the first unit.</param>
/// <param name="Guardrails">Reported apart: each by itself, at the full level.</param>
/// <param name="Remarks">What a reader should know.</param>
public sealed record ExperimentResult(
    DateTimeOffset AsOf,
    long Units,
    long LeftOut,
    SampleRatioCheck? RatioCheck,
    IReadOnlyList<MetricComparison> Decisions,
    IReadOnlyList<MetricComparison> Guardrails,
    IReadOnlyList<string> Remarks
)
{
    internal bool IsWithheld => RatioCheck is { IsAlarm: true };
}
