using System.Globalization;
using System.Runtime.InteropServices;
using Motif.Decisions.Replay;
using Motif.Decisions.Understanding;

namespace Motif.Bench;

/// <summary>
/// How long the matcher takes to read a message and to learn one when it knows 50,000, and what it holds: messages of BANKING77
/// and CLINC150, words only, one thread, processor time of the thread, features counted in. <c>--examples N --report FILE</c>.
/// </summary>
internal static partial class DecisionSpeed
{
    private const int Patterns = 200;
    private const int WarmUp = 1_000;

    public static async Task<int> RunAsync(string[] args)
    {
        if (RetrievalSet.SharedFolder() is not { } shared)
        {
            Console.WriteLine("decision-speed: skipped, no shared data");
            return 0;
        }
        var isSmoke = args.Contains("--smoke");
        var examples = isSmoke
            ? 1_500
            : int.Parse(Text(args, "--examples") ?? "50000", CultureInfo.InvariantCulture);
        var measured = isSmoke ? 100 : 5_000;
        var rows = await RowsAsync(shared);
        var acts = rows.Select(r => r.Act)
            .Distinct(StringComparer.Ordinal)
            .Index()
            .ToDictionary(a => a.Item, a => a.Index);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var model = new DecisionModel();
        var learn = new List<double>();
        for (var i = 0; i < examples; i++)
        {
            var begin = Nanoseconds();
            model.Learn(new Lesson(MessageFeatures.Of(rows[i % rows.Count].Text), Act(i)));
            if (i >= Math.Max(WarmUp, examples - measured))
                learn.Add(Nanoseconds() - begin);
        }
        var read = new List<double>();
        for (var i = 0; i < WarmUp + measured; i++)
        {
            var begin = Nanoseconds();
            model.Read(MessageFeatures.Of(rows[(i * 7) % rows.Count].Text));
            if (i >= WarmUp)
                read.Add(Nanoseconds() - begin);
        }
        var held = (GC.GetTotalMemory(forceFullCollection: true) - before) >> 20;
        GC.KeepAlive(model);

        // The next round of the same messages is of shifted patterns: an example is never merely seen again.
        string Act(int i) =>
            FormattableString.Invariant(
                $"p{(acts[rows[i % rows.Count].Act] + (i / rows.Count)) % Patterns}"
            );
        var report =
            "| examples | patterns | read p50 ms | read p99 ms | learn p50 ms | learn p99 ms | held MB |\n|---:|---:|---:|---:|---:|---:|---:|\n"
            + string.Create(
                CultureInfo.InvariantCulture,
                $"| {examples} | {Patterns} | {Quantile(read, 0.5):0.00} | {Quantile(read, 0.99):0.00} | {Quantile(learn, 0.5):0.00} | {Quantile(learn, 0.99):0.00} | {held} |\n"
            );
        Console.Write(report);
        if (Text(args, "--report") is { } path)
            await File.WriteAllTextAsync(path, report);
        return 0;
    }

    private static async Task<IReadOnlyList<ReplayRow>> RowsAsync(string shared)
    {
        var rows = new List<ReplayRow>();
        foreach (var name in (string[])["banking", "clinc"])
        {
            await using var file = File.OpenRead(
                Path.Combine(shared, "data", "streams", $"{name}.jsonl.gz")
            );
            rows.AddRange(await ReplayRow.ReadAsync(file, default));
        }
        return rows;
    }

    private static double Quantile(List<double> nanoseconds, double share)
    {
        nanoseconds.Sort();
        return nanoseconds[(int)(share * (nanoseconds.Count - 1))] / 1e6;
    }

    private static string? Text(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    /// <summary>Processor time of this thread: a busy machine does not count.</summary>
    private static double Nanoseconds()
    {
        const int ThreadTime = 3;
        _ = ClockGetTime(ThreadTime, out var time);
        return (time.Seconds * 1e9) + time.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out TimeOfThread time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeOfThread
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
