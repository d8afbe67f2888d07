using System.CommandLine;
using Motif.Cli.Terminal;
using Motif.Discovery.Runs;

namespace Motif.Cli.Discovery;

/// <summary><c>motif discover status</c>: how the last run stands.</summary>
internal static class DiscoverStatusCommand
{
    public static Command Build()
    {
        var json = CommonOptions.Json();
        var command = new Command("status", "Show how the last run stands and what it came to")
        {
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var runs = await engine.Get<IDiscoveryStore>().ListRunsAsync(1, cancellationToken);
                if (runs is not [var run])
                    throw new UsageException(
                        "there was no run yet; start one with motif discover run"
                    );
                if (parsed.GetValue(json))
                    Print.Json(run);
                else
                    RunSheet.Show(run);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples("motif discover status", "motif discover status --json");
    }
}
