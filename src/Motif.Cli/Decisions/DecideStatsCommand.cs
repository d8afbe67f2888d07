using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Decisions;

namespace Motif.Cli.Decisions;

/// <summary><c>motif decide stats</c>: decisions counted by where they stand.</summary>
internal static class DecideStatsCommand
{
    public static Command Build()
    {
        var json = CommonOptions.Json();
        var command = new Command("stats", "Count decisions by where they stand") { json };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var stats = await engine.Get<DecisionReports>().StatsAsync(cancellationToken);
                if (parsed.GetValue(json))
                {
                    Print.Json(stats);
                    return ExitCode.Ok;
                }
                Print.Line(
                    $"decisions are {(stats.Enabled ? stats.ShadowMode ? "on, in shadow" : "on" : "off")}"
                );
                var table = new TextTable(new("State"), new("Decisions", IsNumber: true));
                foreach (var (state, count) in stats.States)
                    table.Add(state, count.ToString(CultureInfo.InvariantCulture));
                table.Add("labels", stats.Labels.ToString(CultureInfo.InvariantCulture));
                Print.Table(table);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples("motif decide stats --json");
    }
}
