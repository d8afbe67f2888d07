namespace Motif.Discovery.Experiments;

/// <summary>A comparison at the end of a day.</summary>
/// <param name="Error">Standard error of the difference.</param>
/// <param name="Observations">Units, or pairs of days.</param>
/// <param name="CanDecide">Whether so few observations can be taken for normal.</param>
internal sealed record ComparisonLook(
    DateOnly Day,
    double Control,
    double Arm,
    double Difference,
    double Error,
    double Observations,
    bool CanDecide,
    EarlierData? Earlier
)
{
    public double Z =>
        Error > 0 ? Difference / Error
        : Difference == 0 ? 0
        : double.PositiveInfinity * Math.Sign(Difference);
}

/// <summary>An arm against the control in one metric, day by day.</summary>
/// <param name="P">Of one look, by a test that may be repeated.</param>
/// <param name="Reach">
/// Standard errors that the interval of a look reaches at a level; null where it has no end. It excludes 0 exactly where p is below
/// the level.
/// </param>
internal sealed record ComparisonPath(
    ExperimentMetric Metric,
    string Arm,
    IReadOnlyList<ComparisonLook> Looks,
    Func<ComparisonLook, double> P,
    Func<ComparisonLook, double, double?> Reach
)
{
    /// <summary>
    /// What all intervals of the level up to a day have in common: each holds the truth at the same time as all others, so that
    /// this one does too. Null before the first; an upper end below the lower says that the effect changed in time.
    /// </summary>
    public (double Low, double High)? Interval(double level, DateOnly until)
    {
        (double Low, double High)? common = null;
        foreach (var look in Looks)
        {
            if (look.Day <= until && look.CanDecide)
                common = Common(common, look, Reach(look, level));
        }
        return common;
    }

    /// <summary>What the intervals before and that of a look have in common.</summary>
    /// <param name="reach">Null where the look's has no end.</param>
    public static (double Low, double High)? Common(
        (double Low, double High)? before,
        ComparisonLook look,
        double? reach
    )
    {
        if (reach is null)
            return before;
        var (low, high) = (
            look.Difference - (reach.Value * look.Error),
            look.Difference + (reach.Value * look.Error)
        );
        return before is var (l, h) ? (Math.Max(l, low), Math.Min(h, high)) : (low, high);
    }
}
