using Motif.Statistics;

namespace Motif.Catalog;

/// <summary>How long a step of a series is.</summary>
public enum SeriesStep
{
    Day,
    Week,
}

/// <summary>How uses ended between two days, both included (UTC).</summary>
/// <param name="Rate">The share of successes, 0 to 1; null where nothing was reported.</param>
/// <param name="Low">Lower end of the share's 95 % interval (Wilson).</param>
/// <param name="High">Its upper end.</param>
public sealed record OutcomeStep(
    DateOnly From,
    DateOnly To,
    long Successes,
    long Failures,
    double? Rate,
    double? Low,
    double? High
);

/// <summary>The outcomes of a pattern over time. An outcome counts on the day of its use.</summary>
/// <param name="Items">Every step in order, also those without an outcome; the last one ends today.</param>
/// <param name="Total">All of them together.</param>
public sealed record OutcomeSeries(
    SeriesStep Step,
    IReadOnlyList<OutcomeStep> Items,
    OutcomeStep Total
)
{
    private const int DaysOfWeek = 7;

    /// <param name="days">Every day in order, without gaps; the first step is whole, it may begin before them.</param>
    internal static OutcomeSeries Of(SeriesStep step, IReadOnlyList<UsageDay> days)
    {
        var length = step is SeriesStep.Week ? DaysOfWeek : 1;
        var steps = new List<OutcomeStep>();
        for (var end = days.Count; end > 0; end -= length)
        {
            var part = days.Take(end).Skip(Math.Max(0, end - length)).ToList();
            steps.Add(Sum(part[^1].Day.AddDays(1 - length), part));
        }
        steps.Reverse();
        return new OutcomeSeries(step, steps, Sum(steps[0].From, days));
    }

    private static OutcomeStep Sum(DateOnly from, IReadOnlyList<UsageDay> days)
    {
        var (successes, failures) = (days.Sum(d => d.Successes), days.Sum(d => d.Failures));
        var interval = WilsonInterval.Of(successes, failures);
        return new OutcomeStep(
            from,
            days[^1].Day,
            successes,
            failures,
            interval is null ? null : (double)successes / (successes + failures),
            interval?.Low,
            interval?.High
        );
    }
}
