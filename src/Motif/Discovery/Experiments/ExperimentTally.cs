namespace Motif.Discovery.Experiments;

/// <summary>
/// Counts units one after the other, in any order, into sums by day, arm and metric: what is kept does not grow with the units.
/// A unit that saw two arms is left out, for nobody knows which of them worked.
/// </summary>
public sealed class ExperimentTally
{
    private readonly ExperimentSetup _setup;
    private readonly TimeZoneInfo _zone;
    private readonly Dictionary<string, int> _arms;
    private readonly SortedDictionary<DateOnly, DaySums> _days = [];

    public ExperimentTally(ExperimentSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        _setup = setup;
        _zone = setup.TimeZone;
        _arms = setup
            .Arms.Select((arm, i) => (arm.Name, i))
            .ToDictionary(a => a.Name, a => a.i, StringComparer.Ordinal);
        Groups = new UnitGroups(setup.Arms.Count);
    }

    /// <summary>What a day added.</summary>
    /// <param name="Units">New ones, by arm.</param>
    /// <param name="Metrics">By arm, then by metric.</param>
    internal sealed record DaySums(long[] Units, MetricSums[][] Metrics);

    /// <summary>Units in one arm.</summary>
    public long Units { get; private set; }

    /// <summary>Units that were seen in two arms or more, and left out.</summary>
    public long InSeveralArms { get; private set; }

    public UnitGroups Groups { get; }

    public void Add(ExperimentUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (unit.Exposures.Count == 0)
            return;
        if (unit.Exposures.Any(e => e.Arm != unit.Exposures[0].Arm))
        {
            InSeveralArms++;
            return;
        }
        var (first, arm) = (unit.Exposures.MinBy(e => e.At)!, _arms[unit.Exposures[0].Arm]);
        Units++;
        var day = Day(first.At);
        On(day).Units[arm]++;
        Groups.Add(arm, "day", day.ToString("O"));
        foreach (var (name, value) in first.Attributes)
            Groups.Add(arm, name, value);
        for (var metric = 0; metric < _setup.Metrics.Count; metric++)
            AddMetric(unit, first.At, arm, metric);
    }

    /// <summary>All sums up to each day on which something came, oldest first.</summary>
    internal IEnumerable<(DateOnly Day, DaySums Sums)> Cumulated()
    {
        var all = Empty();
        foreach (var (day, added) in _days)
        {
            all = new DaySums(
                [.. all.Units.Zip(added.Units, (a, b) => a + b)],
                [
                    .. all.Metrics.Zip(
                        added.Metrics,
                        (a, b) => a.Zip(b, (x, y) => x.Plus(y)).ToArray()
                    ),
                ]
            );
            yield return (day, all);
        }
    }

    private void AddMetric(ExperimentUnit unit, DateTimeOffset since, int arm, int index)
    {
        var metric = _setup.Metrics[index];
        var value = new UnitValue(metric, since, unit.Outcomes);
        void Change(DateOnly day, double y, double? z, int sign)
        {
            var sums = On(day).Metrics[arm][index];
            On(day).Metrics[arm][index] =
                metric.Kind is MetricKind.Ratio
                    ? sums.WithRatio(y, z ?? 0, value.Earlier, sign)
                    : sums.With(y, z, sign);
        }

        var (lastY, lastZ) = (value.Y, value.Z);
        Change(Day(since), lastY, lastZ, 1);
        foreach (
            var day in unit
                .Outcomes.Where(o => o.At >= since)
                .GroupBy(o => Day(o.At))
                .OrderBy(d => d.Key)
        )
        {
            foreach (var outcome in day)
                value.Take(outcome);
            if (value.Y.Equals(lastY) && Nullable.Equals(value.Z, lastZ))
                continue;
            Change(day.Key, lastY, lastZ, -1);
            (lastY, lastZ) = (value.Y, value.Z);
            Change(day.Key, lastY, lastZ, 1);
        }
    }

    private DateOnly Day(DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);

    private DaySums On(DateOnly day)
    {
        if (!_days.TryGetValue(day, out var sums))
            _days[day] = sums = Empty();
        return sums;
    }

    private DaySums Empty() =>
        new(
            new long[_arms.Count],
            [.. _setup.Arms.Select(_ => _setup.Metrics.Select(_ => MetricSums.Zero).ToArray())]
        );

    /// <summary>One metric of one unit as its outcomes come.</summary>
    private sealed class UnitValue
    {
        private readonly ExperimentMetric _metric;

        public UnitValue(
            ExperimentMetric metric,
            DateTimeOffset since,
            IReadOnlyList<Outcome> outcomes
        )
        {
            _metric = metric;
            var before = outcomes.Where(o => o.At < since).ToList();
            if (metric.Kind is MetricKind.Ratio)
            {
                Z = 0;
                Earlier = (
                    before.Where(o => o.Name == metric.Numerator).Sum(o => o.Value),
                    before.Where(o => o.Name == metric.Denominator).Sum(o => o.Value)
                );
                return;
            }
            foreach (var outcome in before.Where(o => o.Name == metric.Numerator))
                Z = (Z ?? 0) + outcome.Value;
        }

        /// <summary>Of a ratio, above and below the line before exposure.</summary>
        public (double Above, double Below) Earlier { get; }

        public double Y { get; private set; }

        public double? Z { get; private set; }

        public void Take(Outcome outcome)
        {
            if (outcome.Name == _metric.Numerator)
                Y =
                    _metric.Kind is MetricKind.Proportion
                        ? Math.Max(Y, outcome.Value > 0 ? 1 : 0)
                        : Y + outcome.Value;
            if (outcome.Name == _metric.Denominator)
                Z += outcome.Value;
        }
    }
}
