using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Motif.Decisions.Learning;
using Motif.Decisions.Records;
using Motif.Decisions.Understanding;

namespace Motif.Bench;

/// <summary>
/// How true confidences are before anybody labelled a decision: patterns are taught by examples alone, as an import does, and then
/// messages are asked of which many lie outside every pattern. <c>--only NAME,NAME --report FILE</c>.
/// </summary>
internal static class DecisionFirstConfidences
{
    private const int MostExamples = 50;
    private const int MostAsked = 3_000;
    private const int Bins = 15;

    private static readonly string[] NotAnswerable =
    [
        "outofdomain",
        "contentonly",
        "confirmation",
        "rejection",
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        if (RetrievalSet.SharedFolder() is not { } shared)
        {
            Console.WriteLine("decision-first-confidences: skipped, no shared data");
            return 0;
        }
        var data = Path.Combine(shared, "data");
        var isSmoke = args.Contains("--smoke");
        var only = Text(args, "--only")?.Split(',') ?? (isSmoke ? ["insurance"] : null);
        var report = new StringBuilder(
            "| set | patterns | examples | asked | outside | first right | mean confidence | ECE | above .5 | of those right |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n"
        );
        foreach (var (name, read) in Sets(data))
            if (only is null || only.Contains(name))
                Measure(name, await read(), report);
        Console.Write(report);
        if (Text(args, "--report") is { } path)
            await File.WriteAllTextAsync(path, report.ToString());
        return 0;
    }

    /// <summary>Messages with the pattern that answers them; null where none does.</summary>
    private static IEnumerable<(
        string Name,
        Func<Task<List<(string Text, string? Label)>>> Read
    )> Sets(string data)
    {
        foreach (var name in (string[])["airline", "software"])
            yield return (
                name,
                () => RowsAsync(Path.Combine(data, "multidogo", $"{name}.jsonl.gz"), MultiDogo)
            );
        yield return (
            "insurance",
            () =>
                RowsAsync(
                    Path.Combine(data, "dstc11_natcs", "insurance.jsonl.gz"),
                    row =>
                        Half(
                            row.GetProperty("utterance").GetString()!,
                            row.GetProperty("intent").GetString()!
                        )
                )
        );
        foreach (var name in (string[])["clinc", "banking"])
        {
            var path = Path.Combine(data, "streams", $"{name}.jsonl.gz");
            yield return ($"{name}, half known", () => RowsAsync(path, row => Stream(row, true)));
            yield return ($"{name}, all known", () => RowsAsync(path, row => Stream(row, false)));
        }
    }

    private static (string, string?)? MultiDogo(JsonElement row)
    {
        var intents = row.GetProperty("intents");
        if (intents.GetArrayLength() != 1)
            return null;
        var intent = intents[0].GetString()!;
        return (
            row.GetProperty("text").GetString()!,
            NotAnswerable.Contains(intent, StringComparer.Ordinal) ? null : intent
        );
    }

    private static (string, string?)? Stream(JsonElement row, bool isHalfKnown)
    {
        var (text, act) = (
            row.GetProperty("text").GetString()!,
            row.GetProperty("act").GetString()!
        );
        if (act == DecisionModel.Custom)
            return (text, null);
        return isHalfKnown ? Half(text, act) : (text, act);
    }

    /// <summary>Every second pattern by its name is known.</summary>
    private static (string, string?)? Half(string text, string label) =>
        (text, AuditSample.Draw($"known:{label}") < 0.5 ? label : null);

    private static async Task<List<(string Text, string? Label)>> RowsAsync(
        string path,
        Func<JsonElement, (string, string?)?> read
    )
    {
        await using var packed = File.OpenRead(path);
        await using var plain = new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        var rows = new List<(string, string?)>();
        while (await reader.ReadLineAsync() is { } line)
            if (read(JsonDocument.Parse(line).RootElement) is { } row)
                rows.Add(row);
        return rows;
    }

    /// <summary>The first half brings the examples, the shortest that differ; the second half is asked.</summary>
    private static void Measure(
        string name,
        List<(string Text, string? Label)> rows,
        StringBuilder report
    )
    {
        var half = rows.Count / 2;
        var examples = rows.Take(half)
            .Where(r => r.Label is not null && MessageTokens.Signature(r.Text) is not null)
            .DistinctBy(r => MessageTokens.Signature(r.Text), StringComparer.Ordinal)
            .GroupBy(r => r.Label!, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g =>
                g.OrderBy(r => r.Text.Length)
                    .ThenBy(r => r.Text, StringComparer.Ordinal)
                    .Take(MostExamples)
            )
            .ToList();
        var model = new DecisionModel();
        var words = new Vocabulary();
        foreach (var (text, label) in examples)
        {
            model.Learn(new Lesson(MessageFeatures.Of(text, []), label!, Weight: 0));
            words.Learn(
                new StoredLesson(
                    Guid.Empty,
                    label!,
                    text,
                    [],
                    null,
                    RiskClass.R0,
                    0,
                    default,
                    "",
                    null,
                    null
                )
            );
        }
        var asked = new List<(double Confidence, bool IsRight, bool IsOutside)>();
        foreach (var (text, label) in rows.Skip(half).Take(MostAsked))
        {
            var reading = model.Read(MessageFeatures.Of(text, []));
            if (reading.Candidates is [var first, ..])
            {
                var outside = words.IsOutside(text, words.NovelWords(text), reading);
                asked.Add(
                    (
                        outside
                            ? Math.Min(reading.Confidence, Vocabulary.MostConfidence)
                            : reading.Confidence,
                        first.Label == label,
                        label is null
                    )
                );
            }
        }
        report.AppendLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {examples.Select(e => e.Label).Distinct().Count()} | {examples.Count} | {asked.Count} | {Share(asked, a => a.IsOutside):0.000} | {Share(asked, a => a.IsRight):0.000} | {asked.Average(a => a.Confidence):0.000} | {CalibrationError(asked):0.000} | {Share(asked, a => a.Confidence >= 0.5):0.000} | {OfThose(asked)} |"
            )
        );
    }

    /// <summary>The share right of those shown; nothing where none is.</summary>
    private static string OfThose(List<(double Confidence, bool IsRight, bool IsOutside)> asked) =>
        asked.Where(a => a.Confidence >= 0.5).ToList() is { Count: > 0 } shown
            ? Share(shown, a => a.IsRight).ToString("0.000", CultureInfo.InvariantCulture)
            : "";

    private static double Share(
        List<(double Confidence, bool IsRight, bool IsOutside)> asked,
        Func<(double Confidence, bool IsRight, bool IsOutside), bool> condition
    ) => (double)asked.Count(condition) / asked.Count;

    private static double CalibrationError(
        List<(double Confidence, bool IsRight, bool IsOutside)> asked
    ) =>
        asked
            .Where(a => a.Confidence > 0)
            .GroupBy(a => Math.Min((int)(a.Confidence * Bins), Bins - 1))
            .Sum(bin =>
                Math.Abs(bin.Average(a => a.IsRight ? 1.0 : 0) - bin.Average(a => a.Confidence))
                * bin.Count()
                / asked.Count(a => a.Confidence > 0)
            );

    private static string? Text(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
