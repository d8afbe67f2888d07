using System.Diagnostics;
using Motif.Embeddings;
using Motif.Embeddings.Training;
using Motif.Text;

namespace Motif.Bench;

/// <summary>How long the shipped lexicon takes to train from its sections; <c>--out FILE</c> keeps it.</summary>
internal static class LexiconTraining
{
    public static Task<int> RunAsync(string[] arguments)
    {
        if (RetrievalSet.SharedFolder() is not { } shared)
        {
            Console.WriteLine(
                "lexicon: skipped, no training text (MOTIF_SHARED is not set and no shared folder is near)"
            );
            return Task.FromResult(0);
        }
        var sections = TrainingSections.Read(
            Path.Combine(shared, "data", "background-lexicon", "sections.jsonl.gz")
        );
        var options = new LexiconTrainingOptions();
        if (arguments.Contains("--smoke"))
        {
            sections = [.. sections.Take(500)];
            options = options with { Steps = 20, Dimensions = 32 };
        }
        if (Option(arguments, "--steps") is { } steps)
            options = options with { Steps = int.Parse(steps) };
        if (Option(arguments, "--tau") is { } tau)
            options = options with { Temperature = double.Parse(tau) };
        var clock = Stopwatch.StartNew();
        var stage = "";
        var progress = new Reporter(report =>
        {
            if (report.Stage != stage)
                Console.WriteLine(
                    $"{clock.Elapsed.TotalSeconds, 6:F1} s  {stage = report.Stage} {report.Total}"
                );
        });
        var lexicon = new LexiconTrainer(new TextAnalyzer(), options).Train(sections, progress);
        Console.WriteLine(
            $"{clock.Elapsed.TotalSeconds, 6:F1} s  {sections.Count} sections, {lexicon.Count} tokens"
        );
        if (Option(arguments, "--out") is { } path)
        {
            using var file = File.Create(path);
            LexiconFile.Write(lexicon, file);
            Console.WriteLine($"{path}: {file.Length} bytes");
        }
        return Task.FromResult(0);
    }

    private static string? Option(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is var at and >= 0 && at + 1 < arguments.Length
            ? arguments[at + 1]
            : null;

    /// <summary>Reports at once; <see cref="Progress{T}"/> would report late and out of order.</summary>
    private sealed class Reporter(Action<LexiconTrainingProgress> report)
        : IProgress<LexiconTrainingProgress>
    {
        public void Report(LexiconTrainingProgress value) => report(value);
    }
}
