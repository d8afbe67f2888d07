using System.CommandLine;
using Motif.Catalog;
using Motif.Cli.Terminal;
using Motif.Discovery.Experiments;

namespace Motif.Cli.Discovery.Experiments;

/// <summary><c>motif experiment start</c>, <c>traffic</c> and <c>stop</c>: the steps of an experiment's life.</summary>
internal static class ExperimentStepCommands
{
    public static Command Start()
    {
        var id = ExperimentCommand.Id();
        var command = new Command("start", "Start a draft; from then on it is fixed") { id };
        command.SetAction(
            (parsed, cancellationToken) =>
                StepAsync(
                    parsed,
                    desk =>
                        desk.StartAsync(
                            parsed.GetRequiredValue(id),
                            Engine.Operator,
                            cancellationToken
                        ),
                    cancellationToken
                )
        );
        return command.WithExamples("motif experiment start 0197c2d4-5a9e-7b1c-8d7e-3f4a5b6c7d8e");
    }

    public static Command Traffic()
    {
        var id = ExperimentCommand.Id();
        var traffic = new Argument<double>("traffic")
        {
            Description = "The share of units that takes part: above what it is, at most 1",
        };
        var command = new Command("traffic", "Let more units take part; nobody moves")
        {
            id,
            traffic,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                StepAsync(
                    parsed,
                    desk =>
                        desk.RaiseTrafficAsync(
                            parsed.GetRequiredValue(id),
                            parsed.GetValue(traffic),
                            Engine.Operator,
                            cancellationToken
                        ),
                    cancellationToken
                )
        );
        return command.WithExamples(
            "motif experiment traffic 0197c2d4-5a9e-7b1c-8d7e-3f4a5b6c7d8e .5"
        );
    }

    public static Command Stop()
    {
        var id = ExperimentCommand.Id();
        var command = new Command("stop", "Stop an experiment; its result stands") { id };
        command.SetAction(
            (parsed, cancellationToken) =>
                StepAsync(
                    parsed,
                    desk =>
                        desk.StopAsync(
                            parsed.GetRequiredValue(id),
                            Engine.Operator,
                            cancellationToken
                        ),
                    cancellationToken
                )
        );
        return command.WithExamples("motif experiment stop 0197c2d4-5a9e-7b1c-8d7e-3f4a5b6c7d8e");
    }

    private static async Task<int> StepAsync(
        ParseResult parsed,
        Func<ExperimentDesk, Task<CatalogueAnswer<Experiment>>> step,
        CancellationToken cancellationToken
    )
    {
        await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
        var experiment = Answer.Expect(await step(engine.Get<ExperimentDesk>()));
        Print.Line($"{experiment.Setup.Name} is {WireName.Of(experiment.State)}");
        return ExitCode.Ok;
    }
}
