using System.CommandLine;
using Motif.Cli.Terminal;

namespace Motif.Cli.Discovery;

/// <summary><c>motif discover</c>: what lifts performance, where, and whether it holds.</summary>
internal static class DiscoverCommand
{
    public static Command Build() =>
        new Command("discover", "Find what goes with performance, where, and whether it holds")
        {
            DiscoverRunCommand.Build(),
            DiscoverStatusCommand.Build(),
            DiscoverClustersCommand.Build(),
            DiscoverEditCommand.Build(),
            DiscoverTopicsCommand.Build(),
            DiscoverFindingsCommand.Build(),
            DiscoverSelectionCommand.Build(),
            DiscoverTrendsCommand.Build(),
            DiscoverWhyNotCommand.Build(),
            DiscoverOverTimeCommand.Build(),
            DiscoverMatchCommand.Build(),
            DiscoverRecommendCommand.Build(),
        }.WithExamples(
            "motif discover run",
            "motif discover findings",
            "motif discover why-not \"how to\""
        );
}
