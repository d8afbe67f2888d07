using System.CommandLine;
using Motif.Cli.Terminal;

namespace Motif.Cli.Discovery.Experiments;

/// <summary><c>motif experiment</c>: prove or refute by trying.</summary>
internal static class ExperimentCommand
{
    public static Command Build() =>
        new Command("experiment", "Plan experiments, run them, and read what they say")
        {
            ExperimentPlanCommand.Build(),
            ExperimentSimulateCommand.Build(),
            ExperimentCreateCommand.Build(),
            ExperimentListCommand.Build(),
            ExperimentStepCommands.Start(),
            ExperimentStepCommands.Traffic(),
            ExperimentStepCommands.Stop(),
            ExperimentUnitCommands.Assign(),
            ExperimentUnitCommands.Schedule(),
            ExperimentImportCommands.Exposures(),
            ExperimentImportCommands.Outcomes(),
            ExperimentResultCommand.Build(),
        }.WithExamples(
            "motif experiment plan --kind proportion --baseline .05 --lift .1 --units-a-day 2000",
            "motif experiment create titles.json",
            "motif experiment result 0197c2d4-5a9e-7b1c-8d7e-3f4a5b6c7d8e"
        );

    /// <summary>The id of an experiment.</summary>
    public static Argument<Guid> Id() =>
        new("experiment") { Description = "Its id, as motif experiment list shows it" };
}
