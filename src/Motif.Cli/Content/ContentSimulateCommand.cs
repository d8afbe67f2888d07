using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Content.Fatigue;
using Motif.Content.Selection;
using Motif.Content.Simulation;

namespace Motif.Cli.Content;

/// <summary><c>motif content simulate</c>: a selection mode in worlds whose truth is known.</summary>
internal static class ContentSimulateCommand
{
    private const int DefaultRuns = 300;

    public static Command Build()
    {
        var policy = new Option<string>("--policy")
        {
            Description = "How variants are chosen; guard when not given",
            DefaultValueFactory = _ => WireName.Of(SelectionMode.Guard),
        };
        policy.AcceptOnlyFromAmong([.. Enum.GetValues<SelectionMode>().Select(Typed)]);
        var runs = new Option<int>("--runs")
        {
            Description = $"Runs of each world, 1 to {ContentSimulation.MostRuns}",
            DefaultValueFactory = _ => DefaultRuns,
        };
        var world = new Option<string[]>("--world") { Description = "Only these worlds" };
        world.AcceptOnlyFromAmong([.. ContentSimulation.WorldNames]);
        var asConfigured = new Option<bool>("--as-configured")
        {
            Description =
                "Believe beforehand what the product believes, not what the benchmark's reference does",
        };
        var json = CommonOptions.Json();
        var command = new Command(
            "simulate",
            "Play a selection mode through worlds whose truth is known, in percent of what an oracle gets"
        )
        {
            policy,
            runs,
            world,
            asConfigured,
            json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var count = parsed.GetValue(runs);
                if (count is < 1 or > ContentSimulation.MostRuns)
                    throw new UsageException($"--runs must be 1 to {ContentSimulation.MostRuns}");
                var report = ContentSimulation.Run(
                    Enum.GetValues<SelectionMode>()
                        .First(m => Typed(m) == parsed.GetRequiredValue(policy)),
                    count,
                    parsed.GetValue(world) ?? [],
                    parsed.GetValue(asConfigured) ? new SatiationOptions() : null,
                    cancellationToken: cancellationToken
                );
                if (parsed.GetValue(json))
                    Print.Json(report);
                else
                    Show(report);
                return Task.FromResult(ExitCode.Ok);
            }
        );
        return command.WithExamples(
            "motif content simulate --policy guard --runs 300",
            "motif content simulate --policy adaptive --runs 20 --world R --json"
        );
    }

    /// <summary>Words are joined by hyphens, as everywhere on a command line.</summary>
    private static string Typed(SelectionMode mode) => WireName.Of(mode).Replace('_', '-');

    private static void Show(SimulationReport report)
    {
        var table = new TextTable(
            new("World"),
            new("% of oracle", IsNumber: true),
            new("±", DropAt: 2, IsNumber: true),
            new("Violations %", IsNumber: true),
            new("Repeating slates %", DropAt: 3, IsNumber: true),
            new("Families", DropAt: 1, IsNumber: true)
        );
        foreach (var world in report.Worlds)
            table.Add(
                world.World,
                Text(world.PercentOfOracle),
                Text(world.Ci95),
                Text(world.Violations),
                Text(world.DuplicateSlates),
                Text(world.EffectiveFamilies)
            );
        Print.Table(table);
    }

    private static string Text(double value) =>
        value.ToString("0.00", CultureInfo.InvariantCulture);
}
