using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.Sqlite;
using Motif.Code.Scanning;
using Motif.Storage;

namespace Motif.Bench;

/// <summary>
/// Scans a source tree into a new SQLite database, step by step, then again without a change, then a copy of it again after ten of
/// its files have changed (<see cref="CodeRescan"/>).
/// With <c>--peers FOLDER</c>, a part of the tree, the same is asked of radon and pylint in the same run.
/// <c>code-scan [--path FOLDER] [--peers FOLDER] [--parallel N] [--edits ROUNDS] [--again] [--report FILE] [--smoke]</c>; without a path this
/// repository's own source, with <c>--again</c> the scans after a change alone.
/// </summary>
internal static class CodeScan
{
    private const int Rescans = 5;

    public static async Task<int> RunAsync(string[] args)
    {
        var path = Value(args, "--path") ?? OwnSource(args.Contains("--smoke"));
        var parallel = int.Parse(
            Value(args, "--parallel") ?? $"{Environment.ProcessorCount}",
            CultureInfo.InvariantCulture
        );
        var report = args.Contains("--again") ? "" : await ScanAsync(path, parallel, args);
        await using (var rescan = new CodeRescan(path, parallel))
        {
            report += await rescan.RunAsync(Rescans);
            if (Value(args, "--edits") is { } edits)
                report += await rescan.CheckAsync(
                    int.Parse(edits, CultureInfo.InvariantCulture),
                    seed: 1
                );
        }
        Console.WriteLine(report);
        if (Value(args, "--report") is { } file)
            await File.WriteAllTextAsync(file, report);
        return 0;
    }

    private static async Task<string> ScanAsync(string path, int parallel, string[] args)
    {
        var request = new ScanRequest
        {
            Root = path,
            Repository = "bench",
            Parallelism = parallel,
        };
        var database = Path.Combine(
            Directory.CreateTempSubdirectory("motif-bench-").FullName,
            "motif.db"
        );
        await using var services = Services(database);
        await services.GetRequiredService<IMotifDatabase>().MigrateAsync(default);
        var steps = new StepTimes();
        var (first, firstTime) = await TimeAsync(services, request, steps);
        var stepTimes = steps.Times().ToList();
        var costs = RuntimeCosts.UpToNow();
        var again = new List<TimeSpan>();
        for (var i = 0; i < Rescans; i++)
        {
            var (scan, time) = await TimeAsync(services, request, null);
            if (scan.Writes != 0)
                throw new InvalidOperationException($"an unchanged tree wrote {scan.Writes} rows");
            again.Add(time);
        }
        var peers = Value(args, "--peers") is { } part
            ? await PeersAsync(services, request, first, firstTime, stepTimes, part)
            : "";
        var report = Report(
            first,
            firstTime,
            stepTimes,
            again,
            costs,
            new FileInfo(database).Length
        );
        Directory.Delete(Path.GetDirectoryName(database)!, recursive: true);
        return report + peers;
    }

    private static ServiceProvider Services(string database)
    {
        var services = new ServiceCollection();
        services.AddMotif().UseSqlite(database);
        return services.BuildServiceProvider();
    }

    private static async Task<(Motif.Code.CodeScan Scan, TimeSpan Time)> TimeAsync(
        ServiceProvider services,
        ScanRequest request,
        IProgress<ScanProgress>? progress
    )
    {
        var started = Stopwatch.GetTimestamp();
        var scan = await services
            .GetRequiredService<CodeScanner>()
            .ScanAsync(request, progress, default);
        return (scan, Stopwatch.GetElapsedTime(started));
    }

    private static async Task<string> PeersAsync(
        ServiceProvider services,
        ScanRequest request,
        Motif.Code.CodeScan first,
        TimeSpan firstTime,
        List<(string Step, TimeSpan Time)> steps,
        string part
    )
    {
        var unstored = firstTime - Time(steps, "writing");
        var radon = await CodeScanPeers.RadonAsync(request.Root);
        var (small, smallTime) = await TimeAsync(
            services,
            request with
            {
                Root = part,
                Repository = "part",
            },
            null
        );
        var radonOfPart = await CodeScanPeers.RadonAsync(part);
        var pylintOfPart = await CodeScanPeers.PylintAsync(part);
        return $"""

            ## Beside radon and pylint

            The same files in the same run: `radon cc` measures complexity alone, `pylint` (without a configuration file) applies its
            rules; both work on one processor, Motif on {Environment.ProcessorCount}. The part is scanned with everything compiled, the whole tree with nothing.

            | what | tree of {first.Lines} lines | lines a second | part of {small.Lines} lines | lines a second |
            |---|--:|--:|--:|--:|
            {Peer("Motif, everything and storage", firstTime, first.Lines, smallTime, small.Lines)}
            {Peer("Motif, everything but storage", unstored, first.Lines, null, 0)}
            {Peer("radon cc", radon, first.Lines, radonOfPart, small.Lines)}
            {Peer("pylint", null, 0, pylintOfPart, small.Lines)}

            """;
    }

    private static string Peer(
        string name,
        TimeSpan? whole,
        long lines,
        TimeSpan? part,
        long partLines
    ) =>
        $"| {name} | {Told(whole, Seconds)} | {Told(whole, t => Rate(lines, t))} | {Told(part, Seconds)} | {Told(part, t => Rate(partLines, t))} |";

    private static TimeSpan Time(List<(string Step, TimeSpan Time)> steps, string step) =>
        steps.Where(s => s.Step == step).Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Time);

    private static string Told(TimeSpan? time, Func<TimeSpan, string> text) =>
        time is { } measured ? text(measured) : "–";

    private static string Rate(long lines, TimeSpan time) =>
        (lines / time.TotalSeconds).ToString("N0", CultureInfo.InvariantCulture);

    private static string Report(
        Motif.Code.CodeScan scan,
        TimeSpan time,
        List<(string Step, TimeSpan Time)> steps,
        List<TimeSpan> again,
        RuntimeCosts costs,
        long databaseBytes
    )
    {
        var stepRows = string.Concat(
            steps.Select(s => Row($"first scan: {s.Step}", Seconds(s.Time)))
        );
        return $"""
            # Scanning source code

            One run on {Environment.ProcessorCount} processors, {Environment.Version}. The tree is read and analysed in full by the first scan and
            hashed by the later ones; times of one run on a shared machine vary by a tenth or more.

            | measure | value |
            |---|---|
            {Row("files", $"{scan.Files}")}{Row("lines", $"{scan.Lines}")}{Row(
                "units",
                $"{scan.Units}"
            )}{Row("patterns", $"{scan.Patterns}")}{Row("occurrences", $"{scan.Occurrences}")}{Row(
                "files with errors",
                $"{scan.FilesFailed}"
            )}{stepRows}{Row("first scan, all", Seconds(time))}{Row(
                "lines a second, all",
                $"{scan.Lines / time.TotalSeconds:0}"
            )}{Row(
                "scan without a change, median",
                Seconds(again.Order().ElementAt(again.Count / 2))
            )}{Row("rows written without a change", "0")}{costs.Rows()}{Row("database", $"{databaseBytes >> 20} MB")}
            """;
    }

    private static string Row(string name, string value) => $"| {name} | {value} |\n";

    private static string Seconds(TimeSpan time) =>
        time.TotalSeconds.ToString("0.00 s", CultureInfo.InvariantCulture);

    private static string? Value(string[] args, string name)
    {
        var index = Array.IndexOf(args, name);
        return index >= 0 && index + 1 < args.Length ? args[index + 1] : null;
    }

    private static string OwnSource(bool isSmoke)
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (File.Exists(Path.Combine(folder.FullName, "Motif.slnx")))
                return Path.Combine(folder.FullName, isSmoke ? "src/Motif/Catalog" : "src");
        }
        throw new InvalidOperationException("no repository around the program; give --path");
    }

    /// <summary>What the first scan, with everything compiled for the first time, cost the process.</summary>
    private sealed record RuntimeCosts(
        TimeSpan Processor,
        TimeSpan Compiling,
        TimeSpan Collecting,
        string Collections,
        long AllocatedBytes,
        long PeakBytes
    )
    {
        public static RuntimeCosts UpToNow()
        {
            using var process = Process.GetCurrentProcess();
            return new RuntimeCosts(
                process.TotalProcessorTime,
                JitInfo.GetCompilationTime(),
                GC.GetTotalPauseDuration(),
                string.Join(" + ", Enumerable.Range(0, 3).Select(GC.CollectionCount)),
                GC.GetTotalAllocatedBytes(),
                process.PeakWorkingSet64
            );
        }

        public string Rows() =>
            Row("first scan: processor time", Seconds(Processor))
            + Row("first scan: of it compiling", Seconds(Compiling))
            + Row("first scan: stopped by garbage collection", Seconds(Collecting))
            + Row("first scan: collections of generations 0, 1 and 2", Collections)
            + Row("first scan: allocated", $"{AllocatedBytes >> 20} MB")
            + Row("peak memory", $"{PeakBytes >> 20} MB");
    }

    /// <summary>How long each step of a scan took, by the first report of each.</summary>
    private sealed class StepTimes : IProgress<ScanProgress>
    {
        private readonly List<(string Step, long At)> _starts = [];

        public void Report(ScanProgress value)
        {
            lock (_starts)
            {
                if (_starts.Count == 0 || _starts[^1].Step != value.Step)
                    _starts.Add((value.Step, Stopwatch.GetTimestamp()));
            }
        }

        public IEnumerable<(string Step, TimeSpan Time)> Times()
        {
            var end = Stopwatch.GetTimestamp();
            for (var i = 0; i < _starts.Count; i++)
            {
                var next = i + 1 < _starts.Count ? _starts[i + 1].At : end;
                yield return (_starts[i].Step, Stopwatch.GetElapsedTime(_starts[i].At, next));
            }
        }
    }
}
