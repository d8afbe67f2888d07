using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Discovery.Experiments;

namespace Motif.Cli.Discovery.Experiments;

/// <summary><c>motif experiment plan</c>: how long it would take, or that it cannot be decided.</summary>
internal static class ExperimentPlanCommand
{
    private static readonly Option<string?> Kind = CommonOptions.Named<MetricKind>(
        "--kind",
        "What is compared; mean when not given"
    );

    private static readonly Option<string?> Design = CommonOptions.Named<ExperimentDesign>(
        "--design",
        "assigned when not given; switchback takes turns by day"
    );

    private static readonly Option<double> Baseline = new("--baseline")
    {
        Description = "The usual value: a unit's mean, the share of units, or a day's outcome",
        Required = true,
    };

    private static readonly Option<double> Lift = new("--lift")
    {
        Description = "The lift that matters: .05 is 5 % more",
        Required = true,
    };

    private static readonly Option<double?> Deviation = new("--deviation")
    {
        Description = "Standard deviation between units, of a mean or a ratio",
    };

    private static readonly Option<double?> UnitsADay = new("--units-a-day")
    {
        Description = "Units that come a day, in all arms",
    };

    private static readonly Option<double[]> EarlierDays = new("--earlier-days")
    {
        Description = "Of a switchback: outcomes of the last days, oldest first",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<int> Arms = Count("--arms", 2, "Arms, the control among them");
    private static readonly Option<int> Metrics = Count("--metrics", 1, "Metrics that decide");
    private static readonly Option<int> MostDays = Count("--most-days", 90, "Days one would wait");
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Build()
    {
        var command = new Command(
            "plan",
            "Say how long an experiment would take; exit code 1 where it cannot be decided"
        )
        {
            Design,
            Kind,
            Baseline,
            Lift,
            Deviation,
            UnitsADay,
            EarlierDays,
            Arms,
            Metrics,
            MostDays,
            Json,
        };
        command.SetAction(Run);
        return command.WithExamples(
            "motif experiment plan --kind proportion --baseline .05 --lift .1 --units-a-day 2000",
            "motif experiment plan --design switchback --baseline 900 --lift .2"
        );
    }

    private static int Run(ParseResult parsed)
    {
        var plan = Answer.Expect(
            ExperimentPlanner.Plan(
                new PlanQuestion
                {
                    Design =
                        CommonOptions.Value<ExperimentDesign>(parsed.GetValue(Design)) ?? default,
                    Kind = CommonOptions.Value<MetricKind>(parsed.GetValue(Kind)) ?? default,
                    Baseline = parsed.GetValue(Baseline),
                    Lift = parsed.GetValue(Lift),
                    Deviation = parsed.GetValue(Deviation),
                    UnitsADay = parsed.GetValue(UnitsADay),
                    EarlierDays = parsed.GetValue(EarlierDays) ?? [],
                    Arms = parsed.GetValue(Arms),
                    Metrics = parsed.GetValue(Metrics),
                    MostDays = parsed.GetValue(MostDays),
                }
            )
        );
        if (parsed.GetValue(Json))
            Print.Json(plan);
        else
            Print.Line(
                plan.Reason
                    ?? string.Create(
                        CultureInfo.InvariantCulture,
                        $"{plan.Days} days ({plan.Units:N0} {(parsed.GetValue(Design) is "switchback" ? "days" : "units")}); in {parsed.GetValue(MostDays)} days a lift of {plan.SmallestLift:P1} could be found"
                    )
            );
        return plan.CanBeDecided ? ExitCode.Ok : ExitCode.Failed;
    }

    private static Option<int> Count(string name, int usual, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };
}
