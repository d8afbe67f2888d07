using System.CommandLine;
using Motif.Cli.Terminal;

namespace Motif.Cli.Patterns;

/// <summary><c>motif patterns</c>: lists, shows and changes patterns of the catalogue.</summary>
internal static class PatternsCommand
{
    public static Command Build() =>
        new Command("patterns", "Look at the catalogue and change it")
        {
            PatternsListCommand.BuildList(),
            PatternsListCommand.BuildUnused(),
            PatternsListCommand.BuildStale(),
            PatternsShowCommand.Build(),
            PatternsSimilarCommand.Build(),
            PatternsAddCommand.Build(),
            PatternsImportCommand.Build(),
            PatternsStatusCommand.Build(),
            PatternsUseCommand.Build(),
            PatternsOutcomeCommand.Build(),
            PatternsStarterCommand.Build(),
        }.WithExamples(
            "motif patterns list --kind code --sort best",
            "motif patterns list --search \"retry async\" --json",
            "motif patterns stale --days 90",
            "motif patterns show 8d2f0c1e"
        );
}
