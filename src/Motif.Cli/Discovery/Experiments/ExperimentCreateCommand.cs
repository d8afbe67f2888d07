using System.CommandLine;
using System.Text.Json;
using Motif.Cli.Terminal;
using Motif.Discovery.Experiments;

namespace Motif.Cli.Discovery.Experiments;

/// <summary><c>motif experiment create</c>: a draft from a file.</summary>
internal static class ExperimentCreateCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("file")
        {
            Description =
                "JSON: name, arms (the first is the control), metrics, and what docs/discovery.md lists; - for standard input",
        };
        var json = CommonOptions.Json();
        var command = new Command("create", "Set an experiment up as a draft") { file, json };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var path = parsed.GetRequiredValue(file);
                var setup = await ReadAsync(path, cancellationToken);
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var experiment = Answer.Expect(
                    await engine
                        .Get<ExperimentDesk>()
                        .CreateAsync(setup, Engine.Operator, cancellationToken)
                );
                if (parsed.GetValue(json))
                    Print.Json(experiment);
                else
                    Print.Line(
                        $"{experiment.ExperimentId} is a draft; motif experiment start {experiment.ExperimentId}"
                    );
                return ExitCode.Ok;
            }
        );
        return command.WithExamples("motif experiment create titles.json");
    }

    private static async Task<ExperimentSetup> ReadAsync(
        string path,
        CancellationToken cancellationToken
    )
    {
        await using var source = InputFile.Open(path);
        try
        {
            return await JsonSerializer.DeserializeAsync<ExperimentSetup>(
                    source,
                    MotifJson.Options,
                    cancellationToken
                ) ?? throw new UsageException($"{path}: an experiment is expected, null was given");
        }
        catch (JsonException exception)
        {
            var mistake = JsonMistake.Of(exception, typeof(ExperimentSetup), MotifJson.Options);
            throw new UsageException($"{path}: {mistake.OneLine}");
        }
    }
}
