using Motif.Catalog;

namespace Motif.Discovery.Experiments;

/// <summary>What is known before an experiment, and what it is to show.</summary>
[WireRequest]
public sealed record PlanQuestion
{
    public ExperimentDesign Design { get; init; }

    public MetricKind Kind { get; init; }

    /// <summary>The control's usual value: mean of a unit, share of units (0 to 1), or outcome of a day for a switchback.</summary>
    public required double Baseline { get; init; }

    /// <summary>Between units, for a mean or a ratio; a proportion needs none.</summary>
    public double? Deviation { get; init; }

    /// <summary>
    /// Of a switchback: outcomes of days that were, oldest first, two weeks at least; from how they differ between the same weekdays
    /// follows what can be seen.
    /// </summary>
    public IReadOnlyList<double> EarlierDays { get; init; } = [];

    /// <summary>The lift that matters, as a part of the baseline: .05 is 5 % more.</summary>
    public required double Lift { get; init; }

    /// <summary>Units that come a day, in all arms; not for a switchback.</summary>
    public double? UnitsADay { get; init; }

    public int Arms { get; init; } = 2;

    /// <summary>Metrics that decide.</summary>
    public int Metrics { get; init; } = 1;

    public double Alpha { get; init; } = 0.05;

    /// <summary>How surely a lift of this size is to be found.</summary>
    public double Power { get; init; } = 0.8;

    /// <summary>The correlation of units' values with their earlier ones, 0 to 1; 0 where there are none.</summary>
    public double EarlierCorrelation { get; init; }

    /// <summary>How long one is ready to wait.</summary>
    public int MostDays { get; init; } = 90;

    internal CatalogueProblem? Problem() =>
        Mistake() is var (field, mistake) ? CatalogueProblem.Invalid(field, mistake) : null;

    private (string Field, string Mistake)? Mistake()
    {
        if (!(Baseline > 0) || !double.IsFinite(Baseline))
            return ("baseline", "is above 0");
        if (Kind is MetricKind.Proportion && Baseline >= 1)
            return ("baseline", "of a proportion is below 1");
        if (!(Math.Abs(Lift) > 1e-6) || Lift is not (> -1 and <= 100))
            return ("lift", "is a part of the baseline such as .05, above −1 and not 0");
        if (Alpha is not (> 0 and < 0.5))
            return ("alpha", "is above 0, below .5");
        if (Power is not (>= 0.5 and < 1))
            return ("power", "is at least .5, below 1");
        if (Arms is < 2 or > ExperimentSetup.MostArms)
            return ("arms", $"is 2 to {ExperimentSetup.MostArms}");
        if (Metrics is < 1 or > ExperimentSetup.MostMetrics)
            return ("metrics", $"is 1 to {ExperimentSetup.MostMetrics}");
        if (EarlierCorrelation is not (>= 0 and < 1))
            return ("earlier_correlation", "is at least 0, below 1");
        if (MostDays is < 1 or > 3650)
            return ("most_days", "is 1 to 3650");
        return Design is ExperimentDesign.Switchback ? DayMistake() : UnitMistake();
    }

    private (string, string)? UnitMistake()
    {
        if (UnitsADay is not > 0)
            return ("units_a_day", "is needed, above 0");
        return Kind is not MetricKind.Proportion && Deviation is not > 0
            ? ("deviation", "is needed, above 0: how much units differ from each other")
            : null;
    }

    private (string, string)? DayMistake()
    {
        if (Arms != 2)
            return ("arms", "a switchback has two arms");
        if (EarlierDays.Any(d => !(d >= 0) || !double.IsFinite(d)))
            return ("earlier_days", "are numbers of at least 0");
        return EarlierDays.Count is > 0 and < 14
            ? ("earlier_days", "are two weeks at least, or none")
            : null;
    }
}

/// <summary>What an experiment would take.</summary>
/// <param name="CanBeDecided">False says it beforehand: in the time there is a lift of this size would not be seen.</param>
/// <param name="Reason">Why not; null where it can be.</param>
/// <param name="Units">Needed in all arms, or days of a switchback.</param>
/// <param name="Days">Needed.</param>
/// <param name="SmallestLift">
/// What could be found in the most days one would wait, as a part of the baseline; null where nothing could.
/// </param>
public sealed record ExperimentPlan(
    bool CanBeDecided,
    string? Reason,
    double Units,
    int Days,
    double? SmallestLift
);
