using Motif.Discovery.Experiments;

namespace Motif.Tests.Discovery.Experiments;

/// <summary>Experiments and units to test with.</summary>
internal static class ExperimentSamples
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Arms A, B, C …, every metric a proportion that decides.</summary>
    public static ExperimentSetup Setup(
        int arms = 2,
        double expected = 10_000,
        params ExperimentMetric[] metrics
    ) =>
        new()
        {
            Name = "sample",
            Arms =
            [
                .. Enumerable
                    .Range(0, arms)
                    .Select(i => new ExperimentArm { Name = ((char)('A' + i)).ToString() }),
            ],
            Metrics =
                metrics.Length > 0
                    ? metrics
                    : [new ExperimentMetric { Name = "sale", Kind = MetricKind.Proportion }],
            ExpectedUnits = expected,
        };

    /// <param name="outcomes">Name, hours after the exposure, value.</param>
    public static ExperimentUnit Unit(
        string unit,
        string arm,
        int day = 0,
        Dictionary<string, string>? attributes = null,
        params (string Name, double Hours, double Value)[] outcomes
    )
    {
        var at = Start.AddDays(day);
        return new ExperimentUnit(
            unit,
            [new Exposure(unit, arm, at, attributes ?? [])],
            [.. outcomes.Select(o => new Outcome(unit, o.Name, at.AddHours(o.Hours), o.Value))]
        );
    }
}
