using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Discovery.Experiments;
using Motif.Discovery.Mining;
using Motif.Discovery.Runs;

namespace Motif.Cli.Discovery;

/// <summary>A list as the API gives it.</summary>
internal sealed record FindingList(IReadOnlyList<Finding> Items);

/// <summary><c>motif discover findings</c>: what goes with performance, and where.</summary>
internal static class DiscoverFindingsCommand
{
    public static Command Build()
    {
        var state = CommonOptions.Named<FindingState>("--state", "Only those of this state");
        var json = CommonOptions.Json();
        var command = new Command("findings", "List what goes with performance, and where")
        {
            state,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var all = await engine
                    .Get<FindingExperiments>()
                    .MarkAsync(
                        await engine.Get<IDiscoveryStore>().ListFindingsAsync(cancellationToken),
                        cancellationToken
                    );
                var wanted = CommonOptions.Value<FindingState>(parsed.GetValue(state));
                var shown = all.Where(f => wanted is null || f.State == wanted).ToList();
                if (parsed.GetValue(json))
                    Print.Json(new FindingList(shown));
                else
                    Show(shown);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif discover findings",
            "motif discover findings --state confirmed --json"
        );
    }

    internal static void Show(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            Print.Line("nothing was found; motif discover why-not TRAIT says why of any trait");
            return;
        }
        var table = new TextTable(
            new("Trait", Wraps: true),
            new("In", Wraps: true),
            new("Times", IsNumber: true),
            new("95 %", DropAt: 2),
            new("Expect", IsNumber: true, DropAt: 1),
            new("Items", IsNumber: true, DropAt: 4),
            new("Channels", IsNumber: true, DropAt: 3),
            new("State")
        );
        foreach (var finding in findings)
            table.Add(
                finding.Feature,
                finding.Scope,
                Print.Score(finding.Multiplier),
                $"{Print.Score(finding.Ci95.Low)} – {Print.Score(finding.Ci95.High)}",
                Print.Score(finding.ExpectedMultiplier),
                finding.Support.ToString(CultureInfo.InvariantCulture),
                finding.Channels.ToString(CultureInfo.InvariantCulture),
                WireName.Of(finding.State)
            );
        Print.Table(table);
    }
}
