using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Discovery.Experiments;

namespace Motif.Cli.Discovery.Experiments;

/// <summary>A list as the API gives it.</summary>
internal sealed record ExperimentList(IReadOnlyList<Experiment> Items);

/// <summary><c>motif experiment list</c>.</summary>
internal static class ExperimentListCommand
{
    public static Command Build()
    {
        var state = CommonOptions.Named<ExperimentState>("--state", "Only those of this state");
        var limit = CommonOptions.Limit(100, 1000);
        var json = CommonOptions.Json();
        var command = new Command("list", "List experiments, newest first") { state, limit, json };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var experiments = await engine
                    .Get<IExperimentStore>()
                    .ListAsync(
                        CommonOptions.Value<ExperimentState>(parsed.GetValue(state)),
                        parsed.GetValue(limit),
                        cancellationToken
                    );
                if (parsed.GetValue(json))
                    Print.Json(new ExperimentList(experiments));
                else
                    Show(experiments);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples("motif experiment list --state running");
    }

    private static void Show(IReadOnlyList<Experiment> experiments)
    {
        if (experiments.Count == 0)
        {
            Print.Line("there are no experiments; motif experiment create FILE sets one up");
            return;
        }
        var table = new TextTable(
            new("Id"),
            new("Name", Wraps: true),
            new("State"),
            new("Arms", IsNumber: true, DropAt: 1),
            new("Started", DropAt: 2)
        );
        foreach (var one in experiments)
            table.Add(
                one.ExperimentId.ToString("D"),
                one.Setup.Name,
                WireName.Of(one.State),
                one.Setup.Arms.Count.ToString(CultureInfo.InvariantCulture),
                one.StartedAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–"
            );
        Print.Table(table);
    }
}
