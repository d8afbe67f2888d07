using System.CommandLine;
using Motif.Catalog;
using Motif.Cli.Terminal;
using Motif.Matching.Starter;

namespace Motif.Cli.Patterns;

/// <summary><c>motif patterns starter</c>: the practices that come with Motif.</summary>
internal static class PatternsStarterCommand
{
    public static Command Build()
    {
        var command = new Command("starter", "Add the engineering practices that come with Motif");
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var report = await StarterCatalogue.AddAsync(
                    engine.Get<Catalogue>(),
                    Engine.Operator,
                    cancellationToken
                );
                PatternsImportCommand.Show(report);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif patterns starter",
            "motif match \"survive a dependency that is down\""
        );
    }
}
