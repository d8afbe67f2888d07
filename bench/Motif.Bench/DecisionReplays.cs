using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Motif.Decisions.Replay;
using Motif.Decisions.Understanding;
using Motif.Onnx;

namespace Motif.Bench;

/// <summary>Logs of decisions replayed with and without the sentence model. <c>--report FILE</c> writes Markdown, <c>--vectors FOLDER</c> keeps vectors between runs, <c>--curves FOLDER</c> draws automation along the logs.</summary>
internal static class DecisionReplays
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (RetrievalSet.SharedFolder() is not { } shared)
        {
            Console.WriteLine("decisions: skipped, no shared data");
            return 0;
        }
        if (Option(args, "--mean") is { } mean)
            return await WriteMeanAsync(shared, mean);
        var only = Option(args, "--only");
        var targets = (Option(args, "--targets") ?? "0.95,0.98,0.99")
            .Split(',')
            .Select(t => double.Parse(t, CultureInfo.InvariantCulture))
            .ToList();
        var feedbacks = (Option(args, "--feedback") ?? "full,partial")
            .Split(',')
            .Select(f => WireName.Parse<ReplayFeedback>(f)!.Value)
            .ToList();
        var models = (Option(args, "--models") ?? "lexical,model").Split(',');
        var report = new StringBuilder();
        report.AppendLine(
            "| log | matcher | feedback | target | automated | precision | verdict | worst 500 | free text automated | top 1 | top 3 | ECE | AURC | first | to ¼ | to ½ | s |"
        );
        report.AppendLine(
            "|---|---|---|---:|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
        );
        foreach (
            var (name, path) in Logs(shared)
                .Where(l => only is null || only.Split(',').Contains(l.Name))
        )
        {
            await using var file = File.OpenRead(path);
            var rows = await ReplayRow.ReadAsync(file, default);
            if (args.Contains("--smoke"))
                rows = [.. rows.Take(400)];
            var curves = new LearningCurves(name);
            foreach (var matcher in models)
            {
                var vectors =
                    matcher == "model"
                        ? await VectorsAsync(name, rows, Option(args, "--vectors"))
                        : null;
                if (matcher == "model" && vectors is null)
                    continue;
                foreach (var feedback in feedbacks)
                foreach (var target in targets)
                    curves.Add(
                        matcher,
                        Row(
                            report,
                            name,
                            matcher,
                            rows,
                            vectors,
                            new ReplayOptions(target, feedback)
                        )
                    );
            }
            if (Option(args, "--curves") is { } folder)
                await curves.WriteAsync(folder);
        }
        if (Option(args, "--report") is { } to)
            await File.WriteAllTextAsync(to, report.ToString());
        return 0;
    }

    /// <summary>The mean of the model's vectors over requests that no replay holds: 3,000 of each of three other sets.</summary>
    private static async Task<int> WriteMeanAsync(string shared, string path)
    {
        var texts = new List<string>();
        foreach (
            var file in (string[])
                [
                    "nlu-slots/nlu_slots_dev.jsonl.gz",
                    "multidogo/airline.jsonl.gz",
                    "multidogo/software.jsonl.gz",
                ]
        )
        {
            await using var packed = File.OpenRead(Path.Combine(shared, "data", file));
            await using var plain = new GZipStream(packed, CompressionMode.Decompress);
            using var reader = new StreamReader(plain);
            for (var i = 0; i < 3_000 && await reader.ReadLineAsync() is { } line; i++)
                texts.Add(JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!);
        }
        using var model = SentenceModel.Choose(null);
        var sum = new double[384];
        foreach (var part in texts.Chunk(256))
        foreach (var embedding in await model.Generator!.GenerateAsync(part))
        {
            var vector = embedding.Vector.ToArray();
            for (var k = 0; k < sum.Length; k++)
                sum[k] += vector[k] / texts.Count;
        }
        await File.WriteAllBytesAsync(
            path,
            MemoryMarshal.AsBytes<float>(Array.ConvertAll(sum, v => (float)v)).ToArray()
        );
        return 0;
    }

    private static ReplayReport Row(
        StringBuilder report,
        string name,
        string matcher,
        IReadOnlyList<ReplayRow> rows,
        IReadOnlyList<float[]?>? vectors,
        ReplayOptions options
    )
    {
        var watch = Stopwatch.StartNew();
        var result = DecisionReplay.Run(rows, vectors, options);
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {matcher} | {WireName.Of(options.Feedback)} | {options.Target:.00} | {result.AutomationRate:.000} | {result.Precision:.0000} | {WireName.Of(result.Verdict)} | {result.WorstOf500:.000} | {result.CustomAutomated:.000} | {result.Top1:.000} | {result.Top3:.000} | {result.Ece:.0000} | {result.Aurc:.0000} | {result.FirstAutomatic} | {result.MessagesToQuarter} | {result.MessagesToHalf} | {watch.Elapsed.TotalSeconds:0.0} |"
        );
        report.AppendLine(line);
        Console.WriteLine(line);
        return result;
    }

    private static IEnumerable<(string Name, string Path)> Logs(string shared) =>
        [
            ("banking", Path.Combine(shared, "data", "streams", "banking.jsonl.gz")),
            ("clinc", Path.Combine(shared, "data", "streams", "clinc.jsonl.gz")),
            ("star", Path.Combine(shared, "data", "star", "decisions_dev_even.jsonl.gz")),
        ];

    private static async Task<IReadOnlyList<float[]?>?> VectorsAsync(
        string name,
        IReadOnlyList<ReplayRow> rows,
        string? folder
    )
    {
        var kept = folder is null
            ? null
            : Path.Combine(folder, FormattableString.Invariant($"{name}-{rows.Count}.f32"));
        if (kept is not null && File.Exists(kept))
        {
            var values = MemoryMarshal
                .Cast<byte, float>(await File.ReadAllBytesAsync(kept))
                .ToArray();
            var width = values.Length / rows.Count;
            return
            [
                .. Enumerable
                    .Range(0, rows.Count)
                    .Select(i => values[(i * width)..((i + 1) * width)]),
            ];
        }
        using var model = SentenceModel.Choose(null);
        if (model.Generator is null)
            return null;
        var vectors = await new MessageVectors(
            model.Generator,
            Timeout.InfiniteTimeSpan,
            TimeProvider.System
        ).OfAllAsync([.. rows.Select(r => r.Text)], default);
        if (kept is not null)
        {
            var width = vectors.First(v => v is not null)!.Length;
            var all = vectors.SelectMany(v => v ?? new float[width]).ToArray();
            await File.WriteAllBytesAsync(kept, MemoryMarshal.AsBytes<float>(all).ToArray());
        }
        return vectors;
    }

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
