using System.Globalization;
using MathNet.Numerics.Distributions;
using Motif.Catalog;
using Motif.Statistics;

namespace Motif.Discovery.Experiments;

/// <summary>
/// How long an experiment needs. A lift d is found with the wanted power once d/s ≥ b(n) + z, s the error of the difference at n
/// observations, b(n) the reach of the interval that may be looked at daily, narrowest at n, and z the normal quantile of the power.
/// The looks before are not counted on: most experiments that succeed end earlier.
/// </summary>
public static class ExperimentPlanner
{
    private const int Fortnight = 14;

    /// <summary>Days' outcomes vary by 15 % at the least, as long as nobody says otherwise; those of views on one title by more.</summary>
    private const double UsualDayNoise = 0.15;
    private const double MostUnits = 1e12;

    public static CatalogueAnswer<ExperimentPlan> Plan(PlanQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Problem() is { } problem)
            return problem;
        return question.Design is ExperimentDesign.Switchback ? Days(question) : Units(question);
    }

    /// <summary>Each arm is compared with the control by itself, at the level that the correction leaves the first.</summary>
    private static ExperimentPlan Units(PlanQuestion question)
    {
        var level = question.Alpha / ((question.Arms - 1) * question.Metrics);
        var daily = question.UnitsADay!.Value * 2 / question.Arms;
        var least = 2.0 * AssignedAnalysis.NeededUnits;
        var needed = Solve(
            least,
            MostUnits,
            n => IsSeen(question.Lift * question.Baseline, n, level, question)
        );
        var most = daily * question.MostDays;
        var smallest =
            most < least
                ? (double?)null
                : SmallestLift(lift => IsSeen(lift * question.Baseline, most, level, question));
        var days = (int)Math.Min(int.MaxValue, Math.Ceiling(needed / daily));
        return Answer(question, needed * question.Arms / 2, days, smallest);
    }

    private static bool IsSeen(double difference, double n, double level, PlanQuestion question)
    {
        // Half of n in each arm: Var = s²·4/n.
        var left = 1 - (question.EarlierCorrelation * question.EarlierCorrelation);
        var error = Math.Sqrt(4 * Variance(question) * left / n);
        return Math.Abs(difference) / error
            >= NormalMixture.NarrowestAt(n, level).Reach(n, level)
                + Normal.InvCDF(0, 1, question.Power);
    }

    private static double Variance(PlanQuestion question) =>
        question.Kind is MetricKind.Proportion
            ? question.Baseline * (1 - question.Baseline)
            : question.Deviation!.Value * question.Deviation.Value;

    private static ExperimentPlan Days(PlanQuestion question)
    {
        var level = question.Alpha / question.Metrics;
        var noise = PairNoise(question);
        bool IsSeenIn(double log, int pairs) =>
            StudentMixture.For(pairs, level).Reach(pairs, level) is { } reach
            && Math.Abs(log) / (noise / Math.Sqrt(pairs))
                >= reach + StudentT.InvCDF(0, 1, pairs - 1, question.Power);

        var needed = (int)Solve(
            SwitchbackAnalysis.NeededPairs,
            10_000_000,
            n => IsSeenIn(Math.Log(1 + question.Lift), (int)n)
        );
        var most = question.MostDays / Fortnight * (Fortnight / 2);
        var smallest =
            most < SwitchbackAnalysis.NeededPairs
                ? null
                : SmallestLift(lift => IsSeenIn(Math.Log(1 + lift), most));
        // Pairs come in sevens: that of a weekday is whole a week after its first day.
        var days = (int)Math.Ceiling(needed / 7.0) * Fortnight;
        return Answer(question, days, days, smallest);
    }

    /// <summary>
    /// Standard deviation of a pair's log difference: that of the same weekdays in earlier weeks, and never less than the chance of
    /// the counts themselves, √(2/baseline).
    /// </summary>
    private static double PairNoise(PlanQuestion question)
    {
        var counting = 2 / question.Baseline;
        var logs = question.EarlierDays.Select(d => Math.Log(d + 1)).ToList();
        var differences = Enumerable
            .Range(0, Math.Max(0, logs.Count - 7))
            .Select(i => logs[i + 7] - logs[i])
            .ToList();
        return Math.Sqrt(
            differences.Count == 0
                ? (2 * UsualDayNoise * UsualDayNoise) + counting
                : Math.Max(counting, differences.Average(d => d * d))
        );
    }

    private static ExperimentPlan Answer(
        PlanQuestion question,
        double units,
        int days,
        double? smallest
    )
    {
        var canBe = days <= question.MostDays;
        return new ExperimentPlan(
            canBe,
            canBe
                ? null
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"cannot be decided: a lift of {question.Lift:P1} needs {days} days, {question.MostDays} are there; {(smallest is { } least ? $"the smallest that could be found is {least:P1}" : "nothing could be found in them")}"
                ),
            Math.Ceiling(units),
            days,
            smallest
        );
    }

    /// <summary>The least whole n at which it holds; the most where it never does.</summary>
    private static double Solve(double least, double most, Func<double, bool> holds)
    {
        while (most - least > 1)
        {
            var middle = Math.Floor((least + most) / 2);
            (least, most) = holds(middle) ? (least, middle) : (middle, most);
        }
        return holds(least) ? least : most;
    }

    /// <summary>By bisection, to a ten thousandth; null where not even a hundredfold is seen.</summary>
    private static double? SmallestLift(Func<double, bool> isSeen)
    {
        if (!isSeen(100))
            return null;
        var (low, high) = (0.0, 100.0);
        while (high - low > 1e-4)
        {
            var middle = (low + high) / 2;
            (low, high) = isSeen(middle) ? (low, middle) : (middle, high);
        }
        return high;
    }
}
