using Motif.Statistics;

namespace Motif.Discovery.Experiments;

/// <summary>The result of an experiment whose units were assigned to arms, from its tally.</summary>
public static class AssignedAnalysis
{
    /// <summary>Below so many units in an arm a mean is not taken for normal.</summary>
    public const int NeededUnits = 100;

    /// <summary>Of a proportion: units that did it, and units that did not, in both arms together.</summary>
    private const double NeededEvents = 20;

    public static ExperimentResult Of(
        ExperimentSetup setup,
        ExperimentTally tally,
        DateTimeOffset asOf
    )
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(tally);
        var days = tally.Cumulated().ToList();
        var check =
            days.Count == 0
                ? null
                : SampleRatioCheck.Of(
                    setup.Arms,
                    [.. days.Select(d => d.Sums.Units)],
                    setup.RatioAlpha,
                    setup.SmallestRatioDeviation,
                    tally.Groups
                );
        return ResultSheet.Of(
            setup,
            asOf,
            tally.Units,
            tally.InSeveralArms,
            check,
            [.. Paths(setup, days)]
        );
    }

    private static IEnumerable<ComparisonPath> Paths(
        ExperimentSetup setup,
        List<(DateOnly Day, ExperimentTally.DaySums Sums)> days
    )
    {
        for (var metric = 0; metric < setup.Metrics.Count; metric++)
        for (var arm = 1; arm < setup.Arms.Count; arm++)
            yield return Path(
                setup,
                metric,
                arm,
                days.Select(d => (d.Day, d.Sums.Metrics[0][metric], d.Sums.Metrics[arm][metric]))
            );
    }

    /// <summary>An arm against the control in a metric, of the sums up to each day.</summary>
    internal static ComparisonPath Path(
        ExperimentSetup setup,
        int metric,
        int arm,
        IEnumerable<(DateOnly Day, MetricSums Control, MetricSums Arm)> days
    )
    {
        var one = setup.Metrics[metric];
        var deciding = setup.Metrics.Count(m => m.Role is MetricRole.Decision);
        var share = (setup.Arms[0].Ratio + setup.Arms[arm].Ratio) / setup.Arms.Sum(a => a.Ratio);
        var test = NormalMixture.NarrowestAt(
            setup.Expected * share,
            one.Role is MetricRole.Guardrail
                ? setup.Alpha
                : setup.Alpha / (deciding * (setup.Arms.Count - 1))
        );
        return new ComparisonPath(
            one,
            setup.Arms[arm].Name,
            [.. days.Select(d => Look(one.Kind, d.Day, d.Control, d.Arm)).OfType<ComparisonLook>()],
            look => test.P(look.Z, look.Observations),
            (look, level) => test.Reach(look.Observations, level)
        );
    }

    private static ComparisonLook? Look(
        MetricKind kind,
        DateOnly day,
        MetricSums control,
        MetricSums arm
    ) =>
        ArmDifference.Of(kind, control, arm) is not { } difference
            ? null
            : new ComparisonLook(
                day,
                difference.Control,
                difference.Arm,
                difference.Difference,
                Math.Sqrt(difference.Variance),
                difference.Units,
                CanDecide(kind, control, arm) && difference.Variance > 0,
                difference.Earlier
            );

    private static bool CanDecide(MetricKind kind, MetricSums control, MetricSums arm)
    {
        if (control.Units < NeededUnits || arm.Units < NeededUnits)
            return false;
        var (did, all) = (control.Y + arm.Y, control.Units + arm.Units);
        return kind is not MetricKind.Proportion
            || (did >= NeededEvents && all - did >= NeededEvents);
    }
}
