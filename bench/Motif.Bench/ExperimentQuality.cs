using System.Globalization;
using System.IO.Compression;
using System.Text;
using Motif.Discovery.Experiments;
using Motif.Text;

namespace Motif.Bench;

/// <summary>
/// What experiments are worth: how often an arm compared with itself is declared when one looks daily, how soon lifts are found, what
/// plans promise, and the ratio check on the Upworthy tests, of which some weeks are known to have been dealt out wrongly.
/// </summary>
internal static class ExperimentQuality
{
    private const int FirstBadWeek = 201326;
    private const int LastBadWeek = 201402;

    public static async Task<int> RunAsync(string[] args)
    {
        var runs = args.Contains("--smoke") ? 20 : 1000;
        var text = new StringBuilder();
        text.AppendLine("# Experiments")
            .AppendLine()
            .AppendLine(
                "`MOTIF_SHARED=… dotnet run -c Release --project bench/Motif.Bench -- experiments --report bench/results/experiments.md`"
            )
            .AppendLine();
        Simulate(text, runs);
        await UpworthyAsync(text);
        if (Array.IndexOf(args, "--report") is var at and >= 0 && at + 1 < args.Length)
            await File.WriteAllTextAsync(args[at + 1], text.ToString());
        Console.WriteLine(text);
        return 0;
    }

    private static void Simulate(StringBuilder text, int runs)
    {
        text.AppendLine(
                CultureInfo.InvariantCulture,
                $"## Looked at on each of 30 days, {runs} experiments a line, α .05"
            )
            .AppendLine()
            .AppendLine(
                "| metric | units a day | lift | declared (95 %) | daily z-test | median days | against the lift |"
            )
            .AppendLine("|---|---:|---:|---|---:|---:|---:|");
        SimulationQuestion[] questions =
        [
            new() { Baseline = 0.05, UnitsADay = 400 },
            new() { Baseline = 0.5, UnitsADay = 60 },
            new() { Baseline = 0.01, UnitsADay = 1000 },
            new()
            {
                Kind = MetricKind.Mean,
                Baseline = 1,
                UnitsADay = 100,
            },
            new()
            {
                Baseline = 0.05,
                Lift = 0.1,
                UnitsADay = 2000,
            },
            new()
            {
                Baseline = 0.05,
                Lift = 0.2,
                UnitsADay = 1000,
            },
            new()
            {
                Kind = MetricKind.Mean,
                Baseline = 1,
                Lift = 0.1,
                UnitsADay = 200,
            },
        ];
        foreach (var question in questions)
        {
            var answer = ExperimentSimulation.Run(question with { Runs = runs }).Value!;
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {WireName.Of(question.Kind)} {question.Baseline} | {question.UnitsADay} | {question.Lift:P0} | {answer.Declared:P1} ({answer.DeclaredCi95.Low:P1} – {answer.DeclaredCi95.High:P1}) | {answer.DailyZTest:P1} | {answer.MedianDays?.ToString(CultureInfo.InvariantCulture) ?? "–"} | {answer.WrongDirection:P1} |"
            );
        }
        text.AppendLine();
    }

    private static async Task UpworthyAsync(StringBuilder text)
    {
        if (
            RetrievalSet.SharedFolder() is not { } shared
            || Path.Combine(shared, "data", "upworthy", "upworthy_dev.csv.gz") is var path
                && !File.Exists(path)
        )
        {
            Console.WriteLine("experiments: Upworthy skipped, no shared data");
            return;
        }
        var tests = await ReadAsync(path);
        text.AppendLine("## The ratio check on the Upworthy tests")
            .AppendLine()
            .AppendLine(
                "Impressions of the packages of a test, which were to be equal; alarm at p .001 and half a per cent. The archive's authors suspect the weeks 201326–201402 of faulty randomisation."
            )
            .AppendLine()
            .AppendLine("| weeks | tests | alarms | practically small |")
            .AppendLine("|---|---:|---:|---:|");
        foreach (var isBad in (bool[])[true, false])
        {
            var states = tests
                .Where(t => t.Week is >= FirstBadWeek and <= LastBadWeek == isBad)
                .Select(t => State(t.Impressions))
                .ToList();
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {(isBad ? "suspected" : "others")} | {states.Count} | {states.Count(s => s is RatioState.Alarm)} | {states.Count(s => s is RatioState.PracticallySmall)} |"
            );
        }
        text.AppendLine();
    }

    private static RatioState State(List<long> impressions) =>
        SampleRatioCheck
            .Of(
                [
                    .. impressions.Select(
                        (_, i) =>
                            new ExperimentArm { Name = i.ToString(CultureInfo.InvariantCulture) }
                    ),
                ],
                [
                    [.. impressions],
                ]
            )
            .State;

    private static async Task<List<(int Week, List<long> Impressions)>> ReadAsync(string path)
    {
        var tests = new Dictionary<string, (int Week, List<long> Impressions)>(
            StringComparer.Ordinal
        );
        await using var source = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        IReadOnlyList<string>? header = null;
        await foreach (var row in CsvRows.ReadAsync(source, CancellationToken.None))
        {
            if (header is null)
            {
                header = row.Fields;
                continue;
            }
            string Field(string name) => row.Fields[header.ToList().IndexOf(name)];
            var id = Field("clickability_test_id");
            if (!tests.TryGetValue(id, out var test))
                tests[id] = test = (
                    (int)double.Parse(Field("test_week"), CultureInfo.InvariantCulture),
                    []
                );
            test.Impressions.Add(long.Parse(Field("impressions"), CultureInfo.InvariantCulture));
        }
        return [.. tests.Values.Where(t => t.Impressions.Count > 1)];
    }
}
