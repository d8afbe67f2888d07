using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using System.Reflection;
using System.Text;
using Microsoft.Extensions.AI;
using Motif.Matching.Indexing;
using Motif.ModelBuild;
using Motif.Onnx;

namespace Motif.Bench;

/// <summary>
/// The sentence model beside the 32-bit network that it was made of: size, nearness, what it costs, and whether a vector
/// depends on its company. <c>--report FILE</c> writes Markdown.
/// </summary>
internal static class SentenceModelMeasures
{
    private const int QueryTokens = 15;

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (
            RetrievalSet.SharedFolder() is not { } shared
            || !Directory.Exists(SentenceModel.DefaultFolder)
        )
        {
            Console.WriteLine(
                "model: skipped, no judged sets or no sentence model beside the program"
            );
            return 0;
        }
        var smoke = arguments.Contains("--smoke");
        var (queries, documents) = Texts(shared, smoke ? 20 : 1_200);
        var report = new StringBuilder();
        report.AppendLine("| measure | value | goal |").AppendLine("|---|---:|---:|");
        using var generator = await OpenAsync(report);
        await TimeAsync(generator, queries, report);
        var alone = await AloneAsync(generator, [.. queries, .. documents]);
        Row(
            report,
            "memory after requests one by one, MB more than before",
            Memory.Resident,
            "130"
        );
        var together = await VectorsAsync(generator, [.. queries, .. documents]);
        Row(
            report,
            "memory after an import with two runs side by side, MB more",
            Memory.Resident,
            "130"
        );
        var different = alone.Zip(together).Count(pair => !pair.First.SequenceEqual(pair.Second));
        Row(
            report,
            $"texts of {alone.Count} whose vector differs in one bit in an import",
            different,
            "0"
        );
        await CompareAsync([.. queries, .. documents], together, report);
        Console.Write(report);
        if (Array.IndexOf(arguments, "--report") is var at and >= 0)
            await File.WriteAllTextAsync(arguments[at + 1], Heading(generator.Model) + report);
        return different == 0 ? 0 : 1;
    }

    private static string Heading(string model) =>
        FormattableString.Invariant(
            $"""
            # The sentence model

            `dotnet run -c Release --project bench/Motif.Bench -- model --report bench/results/sentence-model.md`

            {model}: all-MiniLM-L6-v2, requantised in the build. Queries and documents of five judged sets, development queries alone. Times are processor time of the process, not of the clock: the machine ({Environment.ProcessorCount} virtual cores, .NET {Environment.Version}) was busy with other work, which makes processor time longer too, by shared caches and hyper-threads.


            """
        );

    /// <summary>The first thing done, as in a program that has just started.</summary>
    private static async Task<OnnxEmbeddingGenerator> OpenAsync(StringBuilder report)
    {
        var folder = SentenceModel.DefaultFolder;
        var bytes = new FileInfo(Path.Combine(folder, "model.onnx")).Length;
        Row(report, "file, MB", bytes / 1e6, "26");
        Memory.Begin();
        var (clock, processor) = (Stopwatch.StartNew(), Processor.Now);
        var generator = new OnnxEmbeddingGenerator(folder);
        await generator.GenerateAsync(["the first text"]);
        Row(
            report,
            "cold start to the first vector, s of the clock",
            clock.Elapsed.TotalSeconds,
            "1"
        );
        Row(report, "cold start, s of processor", (Processor.Now - processor).TotalSeconds, "");
        Row(report, "memory after the first vector, MB more than before", Memory.Resident, "130");
        return generator;
    }

    private static async Task TimeAsync(
        OnnxEmbeddingGenerator generator,
        List<string> queries,
        StringBuilder report
    )
    {
        var usual = new List<string>();
        foreach (var query in queries)
        {
            var usage = (await generator.GenerateAsync([query])).Usage!;
            if (Math.Abs(usage.InputTokenCount!.Value - QueryTokens) <= 2)
                usual.Add(query);
        }
        var processor = Processor.Now;
        foreach (var query in usual)
            await generator.GenerateAsync([query]);
        Row(
            report,
            $"request of {QueryTokens - 2} to {QueryTokens + 2} tokens, ms of processor ({usual.Count} requests)",
            (Processor.Now - processor).TotalMilliseconds / usual.Count,
            "5"
        );
        processor = Processor.Now;
        await generator.GenerateAsync(queries);
        Row(
            report,
            $"short texts a second of processor ({queries.Count} queries in one call)",
            queries.Count / (Processor.Now - processor).TotalSeconds,
            ""
        );
    }

    private static async Task CompareAsync(
        List<string> texts,
        List<float[]> shortened,
        StringBuilder report
    )
    {
        using var original = await OriginalAsync();
        var exact = await VectorsAsync(original.Generator, texts);
        var cosines = exact
            .Zip(shortened, (left, right) => (double)TensorPrimitives.Dot<float>(left, right))
            .ToList();
        Row(report, $"cosine to 32 bits, mean of {texts.Count}", cosines.Average(), "0.999", "F5");
        Row(report, "cosine to 32 bits, least", cosines.Min(), "0.999", "F5");
    }

    private static async Task<Original> OriginalAsync()
    {
        var package = typeof(SentenceModelMeasures)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "SentenceModelPackage")
            .Value!;
        var folder = Directory.CreateTempSubdirectory("motif-model-").FullName;
        await File.WriteAllBytesAsync(
            Path.Combine(folder, "model.onnx"),
            PackageResource.Read(package, ModelFolder.NetworkResource)
        );
        await File.WriteAllBytesAsync(
            Path.Combine(folder, "vocab.txt"),
            PackageResource.Read(package, ModelFolder.VocabularyResource)
        );
        await File.WriteAllTextAsync(
            Path.Combine(folder, "model.json"),
            """{"name": "original", "pooling": "mean", "length": 256}"""
        );
        return new Original(folder, new OnnxEmbeddingGenerator(folder));
    }

    private static (List<string> Queries, List<string> Documents) Texts(string shared, int most)
    {
        var sets = RetrievalSet.Names.Select(name => RetrievalSet.Load(shared, name)).ToList();
        return (
            [.. sets.SelectMany(set => set.Queries.Take(most / 5)).Select(query => query.Text)],
            [.. sets.SelectMany(set => set.Documents.Take(most / 3)).Select(SpaceEmbeddings.Text)]
        );
    }

    private static async Task<List<float[]>> AloneAsync(
        OnnxEmbeddingGenerator generator,
        List<string> texts
    )
    {
        var vectors = new List<float[]>();
        foreach (var text in texts)
            vectors.AddRange(await VectorsAsync(generator, [text]));
        return vectors;
    }

    private static async Task<List<float[]>> VectorsAsync(
        OnnxEmbeddingGenerator generator,
        List<string> texts
    ) => [.. (await generator.GenerateAsync(texts)).Select(e => e.Vector.ToArray())];

    private static void Row(
        StringBuilder report,
        string measure,
        double value,
        string goal,
        string format = "0.##"
    ) =>
        report.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {measure} | {value.ToString(format, CultureInfo.InvariantCulture)} | {goal} |"
        );

    private static class Processor
    {
        public static TimeSpan Now
        {
            get
            {
                using var process = Process.GetCurrentProcess();
                return process.TotalProcessorTime;
            }
        }
    }

    /// <summary>Resident memory over what it was, in megabytes, the managed heap collected.</summary>
    private static class Memory
    {
        private static double _before;

        public static double Resident => Now() - _before;

        public static void Begin() => _before = Now();

        private static double Now()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            using var process = Process.GetCurrentProcess();
            return process.WorkingSet64 / 1e6;
        }
    }

    private sealed record Original(string Folder, OnnxEmbeddingGenerator Generator) : IDisposable
    {
        public void Dispose()
        {
            Generator.Dispose();
            Directory.Delete(Folder, recursive: true);
        }
    }
}
