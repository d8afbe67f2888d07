using MathNet.Numerics.Distributions;
using Motif.Catalog;
using Motif.Numerics;
using Motif.Statistics;

namespace Motif.Discovery.Experiments;

/// <summary>Experiments that never were, to see how often the test errs and how soon it finds.</summary>
[WireRequest]
public sealed record SimulationQuestion
{
    private const double MostDraws = 100e6;

    /// <summary>A mean or a proportion.</summary>
    public MetricKind Kind { get; init; } = MetricKind.Proportion;

    /// <summary>The control's share, or mean.</summary>
    public double Baseline { get; init; } = 0.05;

    /// <summary>Between units, of a mean.</summary>
    public double Deviation { get; init; } = 1;

    /// <summary>The true lift as a part of the baseline; 0 compares an arm with itself (A/A).</summary>
    public double Lift { get; init; }

    /// <summary>In both arms.</summary>
    public int UnitsADay { get; init; } = 400;

    public int Days { get; init; } = 30;

    public double Alpha { get; init; } = 0.05;

    public int Runs { get; init; } = 1000;

    public long Seed { get; init; } = 1;

    internal CatalogueProblem? Problem() =>
        Mistake() is var (field, mistake) ? CatalogueProblem.Invalid(field, mistake) : null;

    private (string, string)? Mistake()
    {
        if (Kind is MetricKind.Ratio)
            return ("kind", "is mean or proportion");
        if (
            Kind is MetricKind.Proportion
            && (Baseline is not (> 0 and < 1) || Baseline * (1 + Lift) is not (> 0 and < 1))
        )
            return ("baseline", "and the same with its lift are between 0 and 1");
        if (!double.IsFinite(Baseline) || !double.IsFinite(Lift))
            return ("lift", "is a finite number");
        if (!(Deviation > 0) || !double.IsFinite(Deviation))
            return ("deviation", "is above 0");
        if (Alpha is not (> 0 and < 0.5))
            return ("alpha", "is above 0, below .5");
        if (UnitsADay < 2 || Days is < 1 or > 1000 || Runs is < 1 or > 10_000)
            return ("runs", "is 1 to 10000, of 1 to 1000 days with 2 units or more");
        return (double)Runs * Days * UnitsADay > MostDraws
            ? ("runs", $"times days times units_a_day is at most {MostDraws:0}")
            : null;
    }
}

/// <summary>What came of them.</summary>
/// <param name="Declared">The share in which a difference was declared on any day: false ones where the lift is 0.</param>
/// <param name="DeclaredCi95">What that share may be.</param>
/// <param name="DailyZTest">The share in which a plain test at the same α, looked at daily, would have declared one.</param>
/// <param name="MedianDays">Until it was declared; null where it was in less than half of the runs.</param>
/// <param name="WrongDirection">The share declared against the true lift.</param>
public sealed record SimulationAnswer(
    int Runs,
    double Declared,
    WilsonInterval DeclaredCi95,
    double DailyZTest,
    int? MedianDays,
    double WrongDirection
);

/// <summary>Plays experiments of two arms day by day through the very judgement that real ones get.</summary>
public static class ExperimentSimulation
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    public static CatalogueAnswer<SimulationAnswer> Run(
        SimulationQuestion question,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Problem() is { } problem)
            return problem;
        var setup = Setup(question);
        var limit = Normal.InvCDF(0, 1, 1 - (question.Alpha / 2));
        var days = new List<int>();
        var (naive, wrong) = (0, 0);
        for (var run = 0; run < question.Runs; run++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new SeededRandom(
                SeededRandom.Mix(unchecked((ulong)question.Seed + (ulong)run))
            );
            var looks = Looks(question, random);
            var path = AssignedAnalysis.Path(setup, 0, 1, looks);
            naive += path.Looks.Any(l => Math.Abs(l.Z) > limit) ? 1 : 0;
            var judged = ComparisonFamily.Judge([path], question.Alpha, setup.Correction)[0];
            if (judged.DecidedOn is not { } day)
                continue;
            days.Add(day.DayNumber - Start.DayNumber + 1);
            wrong += judged.Sign * question.Lift < 0 ? 1 : 0;
        }
        days.Sort();
        return new SimulationAnswer(
            question.Runs,
            days.Count / (double)question.Runs,
            WilsonInterval.Of(days.Count, question.Runs - days.Count)!,
            naive / (double)question.Runs,
            days.Count * 2 >= question.Runs ? days[(question.Runs - 1) / 2] : null,
            wrong / (double)question.Runs
        );
    }

    private static ExperimentSetup Setup(SimulationQuestion question) =>
        new()
        {
            Name = "simulation",
            Arms = [new ExperimentArm { Name = "control" }, new ExperimentArm { Name = "arm" }],
            Metrics = [new ExperimentMetric { Name = "outcome", Kind = question.Kind }],
            Alpha = question.Alpha,
            ExpectedUnits = (double)question.UnitsADay * question.Days,
        };

    private static List<(DateOnly, MetricSums, MetricSums)> Looks(
        SimulationQuestion question,
        SeededRandom random
    )
    {
        var (control, arm) = (MetricSums.Zero, MetricSums.Zero);
        var looks = new List<(DateOnly, MetricSums, MetricSums)>(question.Days);
        for (var day = 0; day < question.Days; day++)
        {
            var half = question.UnitsADay / 2;
            control = control.Plus(Day(question, half, question.Baseline, random));
            arm = arm.Plus(
                Day(
                    question,
                    question.UnitsADay - half,
                    question.Baseline * (1 + question.Lift),
                    random
                )
            );
            looks.Add((Start.AddDays(day), control, arm));
        }
        return looks;
    }

    private static MetricSums Day(
        SimulationQuestion question,
        int units,
        double mean,
        SeededRandom random
    )
    {
        var (sum, squares) = (0.0, 0.0);
        for (var i = 0; i < units; i++)
        {
            var value =
                question.Kind is MetricKind.Mean ? mean + (question.Deviation * random.NextNormal())
                : random.NextDouble() < mean ? 1
                : 0;
            sum += value;
            squares += value * value;
        }
        return new MetricSums
        {
            Units = units,
            Y = sum,
            YY = squares,
        };
    }
}
