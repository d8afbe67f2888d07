using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Discovery.Experiments;

namespace Motif.Cli.Discovery.Experiments;

/// <summary><c>motif experiment assign</c> and <c>schedule</c>: which unit, or which day, has which arm.</summary>
internal static class ExperimentUnitCommands
{
    public static Command Assign()
    {
        var id = ExperimentCommand.Id();
        var units = new Argument<string[]>("units")
        {
            Description = "Names of units",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("assign", "Say which arms units are in") { id, units };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var assigned = Answer.Expect(
                    await engine
                        .Get<ExperimentDesk>()
                        .AssignAsync(
                            parsed.GetRequiredValue(id),
                            parsed.GetRequiredValue(units),
                            cancellationToken
                        )
                );
                foreach (var one in assigned)
                    Print.Verbatim($"{one.Unit}\t{one.Arm ?? "takes no part"}");
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif experiment assign 0197c2d4-5a9e-7b1c-8d7e-3f4a5b6c7d8e viewer-1 viewer-2"
        );
    }

    public static Command Schedule()
    {
        var id = ExperimentCommand.Id();
        var days = new Option<int>("--days")
        {
            Description = "So many from the first day",
            DefaultValueFactory = _ => 28,
        };
        var command = new Command("schedule", "Say which arm of a switchback has which day")
        {
            id,
            days,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var schedule = Answer.Expect(
                    await engine
                        .Get<ExperimentDesk>()
                        .ScheduleAsync(
                            parsed.GetRequiredValue(id),
                            parsed.GetValue(days),
                            cancellationToken
                        )
                );
                foreach (var one in schedule)
                    Print.Verbatim(
                        $"{one.Day.ToString("yyyy-MM-dd ddd", CultureInfo.InvariantCulture)}\t{one.Arm}"
                    );
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif experiment schedule 0197c2d4-5a9e-7b1c-8d7e-3f4a5b6c7d8e --days 42"
        );
    }
}
