using Motif.Statistics;

namespace Motif.Discovery.Experiments;

/// <summary>
/// The result of a switchback. What counts is the pair of days: the difference of their logarithms, arm less control, is one
/// observation, and as many as there are pairs are all there is to go by. The thousands of views of a day are one day's luck.
/// </summary>
public sealed class SwitchbackAnalysis
{
    /// <summary>Before so many pairs nothing is decided: their variance is a guess.</summary>
    public const int NeededPairs = 5;

    private readonly ExperimentSetup _setup;
    private readonly string _salt;
    private readonly DateOnly _start;
    private readonly Dictionary<DateOnly, Dictionary<string, double>> _outcomes = [];
    private readonly Dictionary<DateOnly, HashSet<string>> _shown = [];

    public SwitchbackAnalysis(ExperimentSetup setup, string salt, DateOnly start) =>
        (_setup, _salt, _start) = (setup, salt, start);

    /// <summary>Outcomes count for the day on which they came, whatever the unit; exposures say what was really shown.</summary>
    public void Add(ExperimentUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        foreach (var exposure in unit.Exposures)
        {
            var day = DayOf(exposure.At);
            if (!_shown.TryGetValue(day, out var arms))
                _shown[day] = arms = new(StringComparer.Ordinal);
            arms.Add(exposure.Arm);
        }
        foreach (var outcome in unit.Outcomes)
        {
            var day = DayOf(outcome.At);
            if (!_outcomes.TryGetValue(day, out var values))
                _outcomes[day] = values = new(StringComparer.Ordinal);
            values[outcome.Name] = values.GetValueOrDefault(outcome.Name) + outcome.Value;
        }
    }

    /// <param name="asOf">The day of this time is not over, and left out.</param>
    public ExperimentResult Result(DateTimeOffset asOf)
    {
        var today = DayOf(asOf);
        DateOnly[] days = [.. _outcomes.Keys.Where(d => d >= _start && d < today).Order()];
        var wrong = days.Where(d => !IsAsScheduled(d)).ToHashSet();
        DateOnly[] used = [.. days.Where(d => !wrong.Contains(d))];
        return ResultSheet.Of(
            _setup,
            asOf,
            used.Length,
            wrong.Count,
            used.Length == 0 ? null : Check(used),
            [.. _setup.Metrics.Select(m => Path(m, used))]
        );
    }

    private DateOnly DayOf(DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _setup.TimeZone).DateTime);

    private int ArmOf(DateOnly day) => SwitchbackSchedule.ArmOf(_salt, _start, day)!.Value;

    private bool IsAsScheduled(DateOnly day) =>
        !_shown.TryGetValue(day, out var arms)
        || (arms.Count == 1 && arms.Contains(_setup.Arms[ArmOf(day)].Name));

    /// <summary>Whether days went missing in one arm more than in the other.</summary>
    private SampleRatioCheck Check(DateOnly[] days)
    {
        var counts = new long[2];
        var looks = new List<long[]>();
        foreach (var day in days)
        {
            counts[ArmOf(day)]++;
            // The schedule is even after every pair of weeks alone.
            if ((day.DayNumber - _start.DayNumber) % 14 == 13)
                looks.Add([.. counts]);
        }
        looks.Add([.. counts]);
        return SampleRatioCheck.Of(
            _setup.Arms,
            looks,
            _setup.RatioAlpha,
            _setup.SmallestRatioDeviation
        );
    }

    private ComparisonPath Path(ExperimentMetric metric, DateOnly[] days)
    {
        var deciding = _setup.Metrics.Count(m => m.Role is MetricRole.Decision);
        var alpha = metric.Role is MetricRole.Decision ? _setup.Alpha / deciding : _setup.Alpha;
        var test = StudentMixture.For(Math.Max(2, _setup.Expected / 2), alpha);
        return new ComparisonPath(
            metric,
            _setup.Arms[1].Name,
            Looks(metric, days),
            look => test.P(look.Z, (int)look.Observations),
            (look, level) => test.Reach((int)look.Observations, level)
        );
    }

    private List<ComparisonLook> Looks(ExperimentMetric metric, DateOnly[] days)
    {
        var waiting = new Dictionary<int, (int Arm, double Value)>();
        var pairs = new List<(double Control, double Arm)>();
        var looks = new List<ComparisonLook>();
        foreach (var day in days)
        {
            if (Value(metric, _outcomes[day]) is not { } value)
                continue;
            var pair = SwitchbackSchedule.PairOf(_start, day)!.Value;
            if (!waiting.Remove(pair, out var other))
            {
                waiting[pair] = (ArmOf(day), value);
                continue;
            }
            pairs.Add(other.Arm == 0 ? (other.Value, value) : (value, other.Value));
            if (pairs.Count >= 2)
                looks.Add(Look(day, pairs));
        }
        return looks;
    }

    private static ComparisonLook Look(DateOnly day, List<(double Control, double Arm)> pairs)
    {
        var mean = pairs.Average(p => p.Arm - p.Control);
        var squares = pairs.Sum(p => Math.Pow(p.Arm - p.Control - mean, 2));
        var error = Math.Sqrt(squares / (pairs.Count - 1) / pairs.Count);
        return new ComparisonLook(
            day,
            pairs.Average(p => p.Control),
            pairs.Average(p => p.Arm),
            mean,
            error,
            pairs.Count,
            pairs.Count >= NeededPairs && error > 0,
            null
        );
    }

    /// <summary>On the log scale, one added so that a day of nothing has a value; null for a day without what stands below the line.</summary>
    private static double? Value(ExperimentMetric metric, Dictionary<string, double> day)
    {
        if (metric.Kind is not MetricKind.Ratio)
            return day.TryGetValue(metric.Numerator, out var sum) && sum >= 0
                ? Math.Log(sum + 1)
                : null;
        return day.GetValueOrDefault(metric.Denominator!) is > 0 and var below
            ? Math.Log((Math.Max(0, day.GetValueOrDefault(metric.Numerator)) + 0.5) / (below + 1))
            : null;
    }
}
