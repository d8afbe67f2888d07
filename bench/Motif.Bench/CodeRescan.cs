using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.Sqlite;
using Motif.Code;
using Motif.Code.Scanning;
using Motif.Code.Scanning.Kept;
using Motif.Storage;

namespace Motif.Bench;

/// <summary>
/// Scans a copy of a tree again after a change of ten files, round for round: once reading everything, once with what scans before
/// had kept. Each has a database of its own with the same history, so that both write the same.
/// </summary>
internal sealed partial class CodeRescan : IAsyncDisposable
{
    private const int Changed = 10;

    private readonly string _folder = Directory.CreateTempSubdirectory("motif-rescan-").FullName;
    private readonly List<string> _files = [];
    private readonly int _parallelism;
    private readonly Way _reading;
    private readonly Way _keeping;

    public CodeRescan(string tree, int parallelism)
    {
        _parallelism = parallelism;
        Copy(tree, Root);
        _reading = new Way(Path.Combine(_folder, "reading.db"), kept: null);
        _keeping = new Way(Path.Combine(_folder, "keeping.db"), Facts);
    }

    private string Root => Path.Combine(_folder, "tree");

    private string Facts => Path.Combine(_folder, "facts");

    /// <returns>A table of Markdown.</returns>
    public async Task<string> RunAsync(int rounds)
    {
        await _reading.ScanAsync(Root, _parallelism);
        await _keeping.ScanAsync(Root, _parallelism);
        var firsts = (Reading: _reading.Rounds[0], Keeping: _keeping.Rounds[0]);
        _reading.Rounds.Clear();
        _keeping.Rounds.Clear();
        for (var round = 0; round < rounds; round++)
        {
            Change(round);
            // Who goes first alternates: what the first one reads, the second finds in memory.
            foreach (var way in round % 2 == 0 ? [_reading, _keeping] : (Way[])[_keeping, _reading])
                await way.ScanAsync(Root, _parallelism);
            await CompareAsync(round);
        }
        return Report(firsts.Reading, firsts.Keeping, rounds);
    }

    /// <summary>Edits files at random, so that some no longer parse and names mean other things, and holds the two ways against each other.</summary>
    /// <returns>A line of Markdown.</returns>
    public async Task<string> CheckAsync(int rounds, int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < rounds; round++)
        {
            for (var i = random.Next(1, Changed); i >= 0; i--)
                Edit(random);
            await _reading.ScanAsync(Root, _parallelism);
            await _keeping.ScanAsync(Root, _parallelism);
            await CompareAsync(round);
        }
        return $"""

            After {rounds} further rounds of random edits (lines deleted, doubled and moved between files, words of one file put into another) both ways had written the same.

            """;
    }

    private async Task CompareAsync(int round)
    {
        if (await _reading.StateAsync() != await _keeping.StateAsync())
            throw new InvalidOperationException($"the two ways differ in round {round}");
    }

    private void Edit(Random random)
    {
        var (file, other) = (_files[random.Next(_files.Count)], _files[random.Next(_files.Count)]);
        // Byte for byte: not all of them are UTF-8.
        var lines = File.ReadAllLines(file, Encoding.Latin1).ToList();
        var others = File.ReadAllLines(other, Encoding.Latin1);
        if (lines.Count == 0 || others.Length == 0)
            return;
        var (at, from) = (random.Next(lines.Count), others[random.Next(others.Length)]);
        switch (random.Next(5))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, lines[at]);
                break;
            case 2:
                lines.Insert(at, from);
                break;
            default:
                var (mine, theirs) = (
                    Words(string.Join('\n', lines)),
                    Words(string.Join('\n', others))
                );
                if (mine.Count == 0 || theirs.Count == 0)
                    return;
                var (word, by) = (mine[random.Next(mine.Count)], theirs[random.Next(theirs.Count)]);
                lines = lines.ConvertAll(l => l.Replace(word, by, StringComparison.Ordinal));
                break;
        }
        File.WriteAllLines(file, lines, Encoding.Latin1);
    }

    /// <summary>What is defined and derived from.</summary>
    private static List<string> Words(string text) =>
        [.. Names().Matches(text).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"(?:class |def |import |\(|\.)([A-Za-z_]{3,})", RegexOptions.NonBacktracking)]
    private static partial Regex Names();

    public async ValueTask DisposeAsync()
    {
        await _reading.DisposeAsync();
        await _keeping.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from).Order(StringComparer.Ordinal))
        {
            var copy = Path.Combine(to, Path.GetFileName(file));
            File.Copy(file, copy);
            if (Path.GetExtension(file) is ".py" or ".cs" or ".ts" or ".js")
                _files.Add(copy);
        }
        foreach (var folder in Directory.EnumerateDirectories(from).Order(StringComparer.Ordinal))
        {
            if (new DirectoryInfo(folder).LinkTarget is null)
                Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    /// <summary>Files spread evenly over the tree get a line more, of Python a function.</summary>
    private void Change(int round)
    {
        for (var i = 0; i < Changed; i++)
        {
            var file = _files[((i * _files.Count / Changed) + round) % _files.Count];
            var text =
                Path.GetExtension(file) == ".py"
                    ? $"\n\ndef added_in_round_{round}(text):\n    return text.strip()\n"
                    : $"\n// Round {round}.\n";
            File.AppendAllText(file, text);
        }
    }

    private string Report(Round firstReading, Round firstKeeping, int rounds)
    {
        var (reading, keeping) = (Median(_reading), Median(_keeping));
        var stages = reading
            .Stages.Keys.Union(keeping.Stages.Keys)
            .Select(s =>
                Row(
                    s,
                    reading.Stages.GetValueOrDefault(s, StageCost.None),
                    keeping.Stages.GetValueOrDefault(s, StageCost.None)
                )
            );
        var bytes = new DirectoryInfo(Facts).EnumerateFiles().Sum(f => f.Length);
        return $"""

            ## Again, after ten files have changed

            Medians of {rounds} rounds, each with another change, taken in turn in one run; everything is compiled. What is kept takes {bytes
                >> 20} MB.

            | stage | reading everything | with what was kept | ratio | of it processor time | allocated |
            |---|--:|--:|--:|--:|--:|
            {string.Concat(stages)}{Row("all", reading.All, keeping.All)}{Row(
                "the first scan of all",
                firstReading.All,
                firstKeeping.All
            )}
            Rules and copies are looked for side by side: processor time and memory of each are those of both.

            """;
    }

    private static string Row(string name, StageCost reading, StageCost keeping) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {reading.Time.TotalSeconds:0.000} s | {keeping.Time.TotalSeconds:0.000} s | {keeping.Time / reading.Time:0.00} | {keeping.Processor.TotalSeconds:0.000} s | {keeping.Allocated >> 20} MB |\n"
        );

    private static Round Median(Way way) =>
        new(
            Median(way.Rounds.Select(r => r.All)),
            way.Rounds[0]
                .Stages.Keys.ToDictionary(
                    s => s,
                    s =>
                        Median(
                            way.Rounds.Select(r => r.Stages.GetValueOrDefault(s, StageCost.None))
                        )
                )
        );

    private static StageCost Median(IEnumerable<StageCost> costs)
    {
        List<StageCost> all = [.. costs];
        return new(
            all.Select(c => c.Time).Order().ElementAt(all.Count / 2),
            all.Select(c => c.Processor).Order().ElementAt(all.Count / 2),
            all.Select(c => c.Allocated).Order().ElementAt(all.Count / 2)
        );
    }

    private sealed record Round(StageCost All, Dictionary<string, StageCost> Stages);

    /// <summary>What a stage took of the whole process while it ran.</summary>
    private sealed record StageCost(TimeSpan Time, TimeSpan Processor, long Allocated)
    {
        public static StageCost None { get; } = new(TimeSpan.Zero, TimeSpan.Zero, 0);

        /// <summary>Up to now, without the time.</summary>
        public static StageCost Now()
        {
            using var process = Process.GetCurrentProcess();
            return new(TimeSpan.Zero, process.TotalProcessorTime, GC.GetTotalAllocatedBytes());
        }

        public StageCost Since(StageCost before, TimeSpan time) =>
            new(time, Processor - before.Processor, Allocated - before.Allocated);

        public static StageCost operator +(StageCost left, StageCost right) =>
            new(
                left.Time + right.Time,
                left.Processor + right.Processor,
                left.Allocated + right.Allocated
            );
    }

    /// <summary>One of the two ways to scan again.</summary>
    private sealed class Way : IAsyncDisposable
    {
        private readonly ServiceProvider _services;
        private bool _isMigrated;

        public Way(string database, string? kept)
        {
            var services = new ServiceCollection();
            services.AddMotif().UseSqlite(database);
            if (kept is not null)
                services.AddSingleton(new KeptFacts(kept));
            _services = services.BuildServiceProvider();
        }

        public List<Round> Rounds { get; } = [];

        public async Task ScanAsync(string root, int parallelism)
        {
            if (!_isMigrated)
                await _services.GetRequiredService<IMotifDatabase>().MigrateAsync(default);
            _isMigrated = true;
            var starts = new ConcurrentDictionary<Activity, StageCost>();
            var stages = new ConcurrentQueue<(string Stage, StageCost Cost)>();
            using var listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == "Motif.Code.Scanning",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                    ActivitySamplingResult.PropagationData,
                ActivityStarted = stage => starts[stage] = StageCost.Now(),
                ActivityStopped = stage =>
                    stages.Enqueue(
                        (stage.OperationName, StageCost.Now().Since(starts[stage], stage.Duration))
                    ),
            };
            ActivitySource.AddActivityListener(listener);
            GC.Collect();
            var before = StageCost.Now();
            var started = Stopwatch.GetTimestamp();
            var scan = await _services
                .GetRequiredService<CodeScanner>()
                .ScanAsync(
                    new ScanRequest
                    {
                        Root = root,
                        Repository = "bench",
                        Parallelism = parallelism,
                    },
                    null,
                    default
                );
            var all = StageCost.Now().Since(before, Stopwatch.GetElapsedTime(started));
            if (scan.Writes == 0)
                throw new InvalidOperationException("a changed tree wrote nothing");
            Rounds.Add(
                new Round(
                    all,
                    stages
                        .GroupBy(s => s.Stage, s => s.Cost)
                        .ToDictionary(g => g.Key, g => g.Aggregate((sum, c) => sum + c))
                )
            );
        }

        /// <summary>All that it has written, but for the time.</summary>
        public async Task<string> StateAsync()
        {
            var store = _services.GetRequiredService<ICodeStore>();
            var patterns = await store.PatternsAsync("bench", default);
            var last = await store.LastScanAsync("bench", default);
            return JsonSerializer.Serialize(
                new
                {
                    Occurrences = await store.OccurrencesInAsync("bench", default),
                    Files = await store.FilesAsync("bench", default),
                    Patterns = patterns
                        .Select(p => p.Pattern)
                        .OrderBy(p => p.PatternId)
                        .Select(p => new
                        {
                            p.PatternId,
                            p.Name,
                            p.Description,
                            p.Body,
                            p.Quality,
                            p.Tags,
                        }),
                    last!.Units,
                    last.Errors,
                    last.Changed,
                }
            );
        }

        public ValueTask DisposeAsync() => _services.DisposeAsync();
    }
}
