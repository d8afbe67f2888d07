using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Discovery.Advice;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Runs;

namespace Motif.Cli.Discovery;

/// <summary><c>motif discover run</c>: a run over all items, here and now.</summary>
internal static class DiscoverRunCommand
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private static readonly Option<int?> Macro = Count("--macro", "largest");
    private static readonly Option<int?> Meso = Count("--meso", "middle");
    private static readonly Option<int?> Micro = Count("--micro", "smallest");

    private static readonly Option<int?> MinChildren = new("--min-children")
    {
        Description = "Mesos of each macro, and micros of each meso, at least",
    };

    private static readonly Option<int?> MinSize = new("--min-cluster-size")
    {
        Description = "Mesos with fewer distinct items are dealt out to their neighbours",
    };

    private static readonly Option<int?> MaxSize = new("--max-cluster-size")
    {
        Description = "Mesos with more distinct items are halved",
    };

    private static readonly Option<double> Similarity = new("--similarity-threshold")
    {
        Description =
            "The least cosine, 0 to 1, at which an item belongs to a known topic that asks for none of its own",
        DefaultValueFactory = _ => new StartRun().SimilarityThreshold,
    };

    private static readonly Option<double> Performance = new("--performance-threshold")
    {
        Description =
            "From how many times its channel's usual on an item counts as a hit; findings tell the share of hits",
        DefaultValueFactory = _ => new StartRun().PerformanceThreshold,
    };

    private static readonly Option<string[]> WordLists = new("--word-list")
    {
        Description =
            "NAME=WORD,WORD*,…: saying any of these words is a trait; * stands for all endings; once for each list",
    };

    private static readonly Option<bool> Fresh = new("--fresh")
    {
        Description =
            "Make everything anew but what people touched, instead of going on from what stands",
    };

    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "The same seed over the same items gives the same result",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<int?> Threads = new("--threads")
    {
        Description = "Threads to compute on; the result does not depend on them",
    };

    private static readonly Option<bool> Test = new("--test")
    {
        Description = "Write nothing but the run's report",
    };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Build()
    {
        var command = new Command(
            "run",
            "Make neighbourhoods of all items and find what goes with performance in them"
        )
        {
            Macro,
            Meso,
            Micro,
            MinChildren,
            MinSize,
            MaxSize,
            Similarity,
            Performance,
            WordLists,
            Fresh,
            Seed,
            Threads,
            Test,
            Json,
        };
        command.SetAction(RunAsync);
        return command.WithExamples(
            "motif discover run",
            "motif discover run --macro 8 --meso 60 --micro 500 --json",
            "motif discover run --test"
        );
    }

    private static Option<int?> Count(string name, string which) =>
        new(name)
        {
            Description = $"How many of the {which} neighbourhoods; by usual sizes when not given",
        };

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Threads) is < 1)
            throw new UsageException("--threads must be at least 1");
        await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
        var runs = engine.Get<DiscoveryRuns>();
        if (parsed.GetValue(Threads) is { } threads)
            runs.Threads = threads;
        var run = await BeginAsync(engine, Request(parsed), cancellationToken);
        var ended = await runs.WorkAsync(run, new Remarks(), cancellationToken);
        await engine.Get<ItemPlacement>().PlaceNewAsync(cancellationToken);
        if (parsed.GetValue(Json))
            Print.Json(ended);
        else
            RunSheet.Show(ended);
        return ended.State is RunState.Finished ? ExitCode.Ok : ExitCode.Failed;
    }

    /// <summary>
    /// A run whose worker died is in the way of any other, and is finished first; one that was killed just now is waited for until
    /// it was silent long enough.
    /// </summary>
    private static async Task<DiscoveryRun> BeginAsync(
        Engine engine,
        StartRun request,
        CancellationToken cancellationToken
    )
    {
        var runs = engine.Get<DiscoveryRuns>();
        var time = engine.Get<TimeProvider>();
        var began = time.GetTimestamp();
        var isTold = false;
        while (true)
        {
            if (await runs.TakeOverAsync(cancellationToken) is { } left)
                return left;
            var answer = await runs.StartAsync(request, cancellationToken);
            if (
                answer.Problem?.ExistingId is not { } busy
                || time.GetElapsedTime(began) > runs.Silence
            )
                return Answer.Expect(answer);
            if (!isTold)
                Print.Remark($"run {busy} is under way; if its worker is dead it is taken over");
            isTold = true;
            await Task.Delay(Look, time, cancellationToken);
        }
    }

    private static StartRun Request(ParseResult parsed) =>
        new()
        {
            Hierarchy = new HierarchySettings
            {
                Seed = parsed.GetValue(Seed),
                MacroClusters = parsed.GetValue(Macro),
                MesoClusters = parsed.GetValue(Meso),
                MicroClusters = parsed.GetValue(Micro),
                MinChildren = parsed.GetValue(MinChildren),
                MinClusterSize = parsed.GetValue(MinSize),
                MaxClusterSize = parsed.GetValue(MaxSize),
                Fresh = parsed.GetValue(Fresh),
            },
            SimilarityThreshold = parsed.GetValue(Similarity),
            PerformanceThreshold = parsed.GetValue(Performance),
            WordLists = Lists(parsed.GetValue(WordLists) ?? []),
            TestMode = parsed.GetValue(Test),
        };

    private static Dictionary<string, IReadOnlyList<string>>? Lists(string[] given)
    {
        if (given.Length == 0)
            return null;
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var list in given)
        {
            var equals = list.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                throw new UsageException(
                    $"'{list}' is no list of words; write NAME=WORD,WORD, such as \"prices=cheap,free,discount*\""
                );
            var name = list[..equals].Trim();
            if (
                !lists.TryAdd(
                    name,
                    list[(equals + 1)..]
                        .Split(
                            ',',
                            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                        )
                )
            )
                throw new UsageException(
                    $"the list '{name}' was given twice; write all its words in one --word-list"
                );
        }
        return lists;
    }

    /// <summary>A line for every step, for every tenth of one that counts, and with every sign of life.</summary>
    private sealed class Remarks : IProgress<RunProgress>
    {
        private (RunStep? Step, long Tenth) _told;
        private double _toldAt;

        public void Report(RunProgress value)
        {
            var tenth = value is { Done: { } done, Total: > 0 and var total }
                ? 10 * done / total
                : 0;
            var elapsed = value.ElapsedSeconds ?? 0;
            if (_told == (value.Step, tenth) && elapsed - _toldAt < Look.TotalSeconds - 0.5)
                return;
            (_told, _toldAt) = ((value.Step, tenth), elapsed);
            Print.Remark(string.Concat(Step(value), Time(value)));
        }

        private static string Step(RunProgress value) =>
            value is { Done: { } count, Total: { } all }
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{WireName.Of(value.Step)} {count} of {all}"
                )
                : WireName.Of(value.Step);

        private static string Time(RunProgress value) =>
            value is { ElapsedSeconds: { } elapsed, LeftSeconds: { } left }
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $", {elapsed:0} s so far, about {left:0} s left"
                )
                : "";
    }
}
