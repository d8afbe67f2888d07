using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Embeddings;
using Motif.Embeddings.Training;
using Motif.Text;

namespace Motif.Cli.Matching;

/// <summary><c>motif lexicon train</c>: token vectors from documentation, reproducible from a seed.</summary>
internal static class LexiconTrainCommand
{
    public static Command Build()
    {
        var defaults = new LexiconTrainingOptions();
        var source = new Argument<FileInfo>("sections")
        {
            Description = "JSON lines with t (page), h (heading), b (text); .gz is unpacked",
        };
        var output = new Option<FileInfo>("--out")
        {
            Description = "Where the lexicon is written",
            Required = true,
        };
        var name = new Option<string?>("--name")
        {
            Description = "Name of the vector space; a digest of the vectors when not given",
        };
        var dimensions = Number("--dimensions", "Length of a vector", defaults.Dimensions, 8, 4096);
        var steps = Number(
            "--steps",
            "Batches of contrastive training",
            defaults.Steps,
            1,
            1_000_000
        );
        var seed = Number(
            "--seed",
            "The same seed and text give the same file",
            defaults.Seed,
            int.MinValue,
            int.MaxValue
        );
        var command = new Command("train", "Train token vectors from documentation")
        {
            source,
            output,
            name,
            dimensions,
            steps,
            seed,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                Task.FromResult(
                    Run(
                        parsed.GetRequiredValue(source),
                        parsed.GetRequiredValue(output),
                        parsed.GetValue(name),
                        defaults with
                        {
                            Dimensions = parsed.GetRequiredValue(dimensions),
                            Steps = parsed.GetRequiredValue(steps),
                            Seed = parsed.GetRequiredValue(seed),
                        },
                        cancellationToken
                    )
                )
        );
        return command.WithExamples(
            "motif lexicon train sections.jsonl.gz --out our.lexicon --seed 7"
        );
    }

    private static Option<int> Number(
        string name,
        string description,
        int standard,
        int least,
        int most
    )
    {
        var option = new Option<int>(name)
        {
            Description = description,
            DefaultValueFactory = _ => standard,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var value && (value < least || value > most))
                result.AddError($"{name} must be {least} to {most}, is {value}");
        });
        return option;
    }

    private static int Run(
        FileInfo source,
        FileInfo output,
        string? name,
        LexiconTrainingOptions options,
        CancellationToken cancellationToken
    )
    {
        if (!source.Exists)
            throw new UsageException($"there is no file {source}");
        var sections = TrainingSections.Read(source.FullName);
        var trained = new LexiconTrainer(new TextAnalyzer(), options).Train(
            sections,
            new Remark(),
            cancellationToken
        );
        // Vectors of one name are compared: two trainings must not share one by accident.
        var lexicon = trained.Renamed(name ?? $"lexicon-{trained.Digest()}");
        using (var file = output.Create())
            LexiconFile.Write(lexicon, file);
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{output.FullName}: {lexicon.Name}, {lexicon.Count} tokens of {lexicon.Dimensions} dimensions from {sections.Count} sections"
            )
        );
        return ExitCode.Ok;
    }

    /// <summary>One line a stage and every 500 steps, on standard error.</summary>
    private sealed class Remark : IProgress<LexiconTrainingProgress>
    {
        public void Report(LexiconTrainingProgress value)
        {
            if (value.Done % 500 == 0 || value.Done == value.Total)
                Print.Remark($"{value.Stage} {value.Done}/{value.Total}");
        }
    }
}
