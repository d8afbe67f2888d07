using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Discovery.Experiments;

namespace Motif.Cli.Discovery.Experiments;

/// <summary><c>motif experiment simulate</c>: how often the test errs, and how soon it finds.</summary>
internal static class ExperimentSimulateCommand
{
    private static readonly SimulationQuestion Usual = new();

    public static Command Build()
    {
        var kind = CommonOptions.Named<MetricKind>("--kind", "proportion when not given, or mean");
        var baseline = Number("--baseline", Usual.Baseline, "The control's share, or mean");
        var deviation = Number("--deviation", Usual.Deviation, "Between units, of a mean");
        var lift = Number("--lift", Usual.Lift, "The true lift; 0 compares an arm with itself");
        var units = Count("--units-a-day", Usual.UnitsADay, "In both arms");
        var days = Count("--days", Usual.Days, "With a look on each");
        var runs = Count("--runs", Usual.Runs, "Experiments that are played");
        var json = CommonOptions.Json();
        var command = new Command("simulate", "Play experiments of a known lift, 0 for A/A")
        {
            kind,
            baseline,
            deviation,
            lift,
            units,
            days,
            runs,
            json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var answer = Answer.Expect(
                    ExperimentSimulation.Run(
                        new SimulationQuestion
                        {
                            Kind =
                                CommonOptions.Value<MetricKind>(parsed.GetValue(kind))
                                ?? Usual.Kind,
                            Baseline = parsed.GetValue(baseline),
                            Deviation = parsed.GetValue(deviation),
                            Lift = parsed.GetValue(lift),
                            UnitsADay = parsed.GetValue(units),
                            Days = parsed.GetValue(days),
                            Runs = parsed.GetValue(runs),
                        },
                        cancellationToken
                    )
                );
                if (parsed.GetValue(json))
                    Print.Json(answer);
                else
                    Show(answer);
                return Task.FromResult(ExitCode.Ok);
            }
        );
        return command.WithExamples(
            "motif experiment simulate",
            "motif experiment simulate --lift .2 --units-a-day 1000 --json"
        );
    }

    private static void Show(SimulationAnswer answer)
    {
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"a difference was declared in {answer.Declared:P1} of {answer.Runs} experiments ({answer.DeclaredCi95.Low:P1} – {answer.DeclaredCi95.High:P1}); a plain test looked at daily declares one in {answer.DailyZTest:P1}"
            )
        );
        if (answer.MedianDays is { } days)
            Print.Line(
                string.Create(CultureInfo.InvariantCulture, $"half of them within {days} days")
            );
    }

    private static Option<double> Number(string name, double usual, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };

    private static Option<int> Count(string name, int usual, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };
}
