using System.Globalization;

namespace Motif.Discovery.Experiments;

/// <summary>Judges an experiment's comparisons and writes its result down.</summary>
internal static class ResultSheet
{
    /// <summary>Units in several arms beyond this part are more than stray.</summary>
    private const double ManyLeftOut = 0.01;

    public static ExperimentResult Of(
        ExperimentSetup setup,
        DateTimeOffset asOf,
        long units,
        long leftOut,
        SampleRatioCheck? check,
        IReadOnlyList<ComparisonPath> paths
    )
    {
        var isWithheld = check is { IsAlarm: true };
        var decisions = ComparisonFamily
            .Judge(
                [.. paths.Where(p => p.Metric.Role is MetricRole.Decision)],
                setup.Alpha,
                setup.Correction
            )
            .Select(j => Comparison(j, setup, isWithheld))
            .ToList();
        var guardrails = paths
            .Where(p => p.Metric.Role is MetricRole.Guardrail)
            .SelectMany(p => ComparisonFamily.Judge([p], setup.Alpha, setup.Correction))
            .Select(j => Comparison(j, setup, isWithheld))
            .ToList();
        return new ExperimentResult(
            asOf,
            units,
            leftOut,
            check,
            decisions,
            guardrails,
            [.. Remarks(setup, units, leftOut, check, [.. decisions, .. guardrails])]
        );
    }

    private static MetricComparison Comparison(
        JudgedComparison judged,
        ExperimentSetup setup,
        bool isWithheld
    )
    {
        var path = judged.Path;
        var last = path.Looks.Count > 0 ? path.Looks[^1] : null;
        var isLog = setup.Design is ExperimentDesign.Switchback;
        return new MetricComparison(
            path.Metric.Name,
            path.Arm,
            last?.Control,
            last?.Arm,
            last?.Difference,
            last is null ? null
                : isLog ? Math.Exp(last.Difference) - 1
                : last.Control == 0 ? null
                : last.Difference / Math.Abs(last.Control),
            last is null ? null : Interval(path, judged.Level, last.Day),
            judged.Level,
            judged.P,
            judged.Adjusted,
            isWithheld ? Verdict.Withheld : Of(judged.Sign, path.Metric.Better),
            isWithheld ? null : judged.DecidedOn,
            last?.Observations ?? 0,
            last?.Earlier,
            Days(path, judged.Level)
        );
    }

    private static Verdict Of(int sign, BetterWhen better) =>
        sign == 0 ? Verdict.Undecided
        : sign > 0 == better is BetterWhen.Higher ? Verdict.Better
        : Verdict.Worse;

    private static DifferenceInterval? Interval(ComparisonPath path, double level, DateOnly day) =>
        path.Interval(level, day) is var (low, high) && low <= high
            ? new DifferenceInterval(low, high)
            : null;

    private static List<DayResult> Days(ComparisonPath path, double level)
    {
        var days = new List<DayResult>(path.Looks.Count);
        var p = 1.0;
        (double Low, double High)? common = null;
        foreach (var look in path.Looks)
        {
            if (look.CanDecide)
            {
                p = Math.Min(p, path.P(look));
                common = ComparisonPath.Common(common, look, path.Reach(look, level));
            }
            days.Add(
                new DayResult(
                    look.Day,
                    look.Difference,
                    common is var (low, high) && low <= high
                        ? new DifferenceInterval(low, high)
                        : null,
                    p,
                    look.Observations
                )
            );
        }
        return days;
    }

    private static IEnumerable<string> Remarks(
        ExperimentSetup setup,
        long units,
        long leftOut,
        SampleRatioCheck? check,
        IReadOnlyList<MetricComparison> comparisons
    )
    {
        if (check is { State: RatioState.Alarm })
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"the arms' counts are off (χ² {check.ChiSquared:0.00}, p {check.P:0.0e+0}): verdicts are withheld until it is known why{Cause(check)}"
            );
        if (check is { State: RatioState.PracticallySmall })
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"the arms' counts are off beyond chance, statistical and practically small: by {check.Deviation:P2} at most"
            );
        if (leftOut > ManyLeftOut * (units + leftOut))
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{leftOut / (double)(units + leftOut):P1} {(setup.Design is ExperimentDesign.Switchback ? "of the days had another arm than scheduled" : "of the units were seen in several arms")} and are left out; more than {ManyLeftOut:P0} is a fault in the assignment"
            );
        foreach (var one in comparisons.Where(c => c.Interval is null && c.P < 1))
            yield return $"{one.Metric}, {one.Arm}: the intervals of different days exclude each other; the effect changed in time";
    }

    private static string Cause(SampleRatioCheck check) =>
        check.Causes is [var first, ..] ? $"; begin with {first.Attribute}={first.Value}" : "";
}
