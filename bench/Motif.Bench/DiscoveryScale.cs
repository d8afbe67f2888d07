using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Motif.Backends;
using Motif.Discovery.Advice;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Runs;
using Motif.Numerics;
using Motif.Server;
using Motif.Server.Hosting;
using Motif.Statistics;
using Motif.Storage;

namespace Motif.Bench;

/// <summary>
/// How discovery grows: the hierarchy beside k-means of faiss and scikit-learn on the same vectors, and whole runs, later items and
/// matches on an SQLite file. Every measurement is a process of its own, so that its peak of memory is its own.
/// <c>--hierarchy 100000x512,… --corpus 100000,… --report FILE</c>.
/// </summary>
internal static class DiscoveryScale
{
    private const int Dimensions = 256;
    private const int PeerMost = 1_000_000;
    private const int MiniBatchMost = 100_000;
    private const ulong Seed = 1000;

    /// <summary>Spherical k-means of faiss, as it comes but for twenty passes; then scikit-learn's mini-batches of 10,240.</summary>
    private const string Peer = """
        import sys, time, numpy as np
        rows, n, d, k, library, out = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5], sys.argv[6]
        x = np.fromfile(rows, np.float32).reshape(n, d)
        wall, cpu = time.perf_counter(), time.process_time()
        if library == 'faiss':
            import faiss
            km = faiss.Kmeans(d, k, niter=20, spherical=True, seed=1)
            km.train(x)
            labels = km.index.search(x, 1)[1][:, 0]
        else:
            from sklearn.cluster import MiniBatchKMeans
            labels = MiniBatchKMeans(k, batch_size=10240, n_init=1, random_state=1).fit(x).labels_
        print(time.perf_counter() - wall, time.process_time() - cpu)
        labels.astype(np.int32).tofile(out)
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["--one", var kind, var size, var folder])
        {
            await MeasureAsync(kind, size, folder);
            return 0;
        }
        if (
            RetrievalSet.SharedFolder() is not { } shared
            || !Directory.Exists(Path.Combine(shared, "data", "reddit-titles"))
        )
        {
            Console.WriteLine("discovery-scale: skipped, no shared data");
            return 0;
        }
        var smoke = args.Contains("--smoke");
        var text = new StringBuilder();
        text.AppendLine("# Discovery: how it grows")
            .AppendLine()
            .AppendLine(
                "`dotnet run -c Release --project bench/Motif.Bench -- discovery-scale --hierarchy 100000x512,1000000x256,1000000x512 --corpus 100000,1000000 --report bench/results/discovery-scale.md`"
            )
            .AppendLine();
        await HierarchiesAsync(
            text,
            Text(args, "--hierarchy") ?? (smoke ? "2000x32" : "100000x512,1000000x256,1000000x512")
        );
        await CorporaAsync(text, Text(args, "--corpus") ?? (smoke ? "1500" : "100000,1000000"));
        if (Text(args, "--report") is { } path)
            await File.WriteAllTextAsync(path, text.ToString());
        Console.WriteLine(text);
        return 0;
    }

    private static async Task HierarchiesAsync(StringBuilder text, string sizes)
    {
        text.AppendLine("## The hierarchy alone")
            .AppendLine()
            .AppendLine(
                Invariant(
                    $"Vectors of a known hierarchy (one meso for 333 items, noise .9 of a centre's length), {Environment.ProcessorCount} cores; the middle level is cut to the true number of mesos, the peers are asked for as many. Peak: of the process while it built, over what it held with the vectors alone."
                )
            )
            .AppendLine()
            .AppendLine(
                "| items × numbers | mesos | s | processor s | peak MB over the vectors' | ARI | stability | placed a second | faiss s | processor s | ARI | mini-batches s | ARI |"
            )
            .AppendLine("|---|---:|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var size in sizes.Split(',', StringSplitOptions.RemoveEmptyEntries))
            await InFolderAsync(async folder =>
            {
                var own = await ChildAsync<HierarchyMeasure>("hierarchy", size, folder);
                var (items, dimensions) = Size(size);
                var truth = Ints(Path.Combine(folder, "meso.i32"));
                var faiss = await PeerAsync("faiss", folder, items, dimensions, own.Mesos, truth);
                var batches =
                    items > MiniBatchMost
                        ? null
                        : await PeerAsync("sklearn", folder, items, dimensions, own.Mesos, truth);
                text.AppendLine(
                    Invariant(
                        $"| {items:N0} × {dimensions} | {own.Mesos:N0} | {own.Seconds:0.0} | {own.Processor:0.0} | {own.Peak - own.Held:N0} over {own.Held:N0} | {own.Ari:0.000} | {own.Stability:0.000} | {own.PlacedPerSecond:N0} | {faiss?.Seconds:0.0} | {faiss?.Processor:0.0} | {faiss?.Ari:0.000} | {batches?.Seconds:0.0} | {batches?.Ari:0.000} |"
                    )
                );
            });
        text.AppendLine();
    }

    private static async Task CorporaAsync(StringBuilder text, string sizes)
    {
        text.AppendLine("## Runs and matches on SQLite")
            .AppendLine()
            .AppendLine(
                Invariant(
                    $"Titles of Reddit with the vectors above, {Dimensions} numbers each, and their scores as views. A run reads, makes neighbourhoods and map, mines and writes. The second run is after 5 % more items came; they were placed before it one page after the other. Matches are of items the corpus has, by id and by vector, one client; over HTTP the answer is read to its end."
                )
            )
            .AppendLine()
            .AppendLine(
                "| items | loaded s | run s | processor s | peak MB | longest silence s | placed a second | run again s | mesos kept, ARI | match p50 / p99 ms in process by vector | by id | over HTTP by vector | by id | file MB |"
            )
            .AppendLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---|---|---|---|---:|");
        foreach (var size in sizes.Split(',', StringSplitOptions.RemoveEmptyEntries))
            await InFolderAsync(async folder =>
            {
                var loaded = await ChildAsync<double>("load", size, folder);
                var first = await ChildAsync<RunMeasure>("run", size, folder);
                var matches = await ChildAsync<MatchMeasure>("match", size, folder);
                var placed = await ChildAsync<double>("place", size, folder);
                var again = await ChildAsync<RunMeasure>("run", size, folder);
                var file = new DirectoryInfo(folder).EnumerateFiles("motif.db*").Sum(f => f.Length);
                text.AppendLine(
                    Invariant(
                        $"| {int.Parse(size, CultureInfo.InvariantCulture):N0} | {loaded:0} | {first.Seconds:0.0} | {first.Processor:0.0} | {first.Peak:N0} | {first.Silence:0.0} | {placed:N0} | {again.Seconds:0.0} | {again.Kept:0.000} | {matches.VectorInProcess} | {matches.IdInProcess} | {matches.VectorOverHttp} | {matches.IdOverHttp} | {file >> 20:N0} |"
                    )
                );
            });
        text.AppendLine();
    }

    private static async Task MeasureAsync(string kind, string size, string folder)
    {
        object result = kind switch
        {
            "hierarchy" => Hierarchy(size, folder),
            "load" => await LoadAsync(Items(size), folder),
            "run" => await RunAsync(folder),
            "match" => await MatchAsync(Items(size), folder),
            _ => await PlaceAsync(Items(size), folder),
        };
        Console.WriteLine(JsonSerializer.Serialize(result));
    }

    private static HierarchyMeasure Hierarchy(string size, string folder)
    {
        var (items, dimensions) = Size(size);
        var known = SyntheticHierarchy.Make(items, dimensions, Seed);
        VectorSet.Write(Path.Combine(folder, "rows.f32"), known.Rows.Values);
        Ints(Path.Combine(folder, "meso.i32"), known.Meso);
        GC.Collect();
        var held = Resident("VmRSS");
        // The peak of making the vectors is not the peak of building.
        File.WriteAllText("/proc/self/clear_refs", "5");
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var built = new HierarchyBuilder(
            new HierarchySettings
            {
                MesoClusters = Math.Min(HierarchySettings.MostClusters, known.Mesos),
            },
            Environment.ProcessorCount
        ).Build(known.Rows, CancellationToken.None);
        var (seconds, busy) = (
            watch.Elapsed.TotalSeconds,
            (Environment.CpuUsage.TotalTime - processor).TotalSeconds
        );
        var peak = Resident("VmHWM");
        var later = SyntheticHierarchy.Make(Math.Min(items, 100_000), dimensions, Seed).Rows;
        watch.Restart();
        built.Places.Of(later);
        return new HierarchyMeasure(
            known.Mesos,
            seconds,
            busy,
            held,
            peak,
            PartitionAgreement.AdjustedRand(
                known.Meso,
                Array.ConvertAll(built.Members, m => m!.Value.Meso)
            ),
            built.Stability,
            later.Rows / watch.Elapsed.TotalSeconds
        );
    }

    private static async Task<double> LoadAsync(int items, string folder)
    {
        await using var engine = await OpenAsync(folder);
        var store = engine.GetRequiredService<IItemStore>();
        var watch = Stopwatch.StartNew();
        foreach (var chunk in Corpus(items, 0, items).Chunk(2000))
            await store.SaveAsync(chunk, CancellationToken.None);
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<RunMeasure> RunAsync(string folder)
    {
        await using var engine = await OpenAsync(folder);
        var runs = engine.GetRequiredService<DiscoveryRuns>();
        var store = engine.GetRequiredService<IDiscoveryStore>();
        var before = await MesosAsync(store);
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var started = await runs.StartAsync(new StartRun(), CancellationToken.None);
        var told = new Silence();
        var ended = await runs.WorkAsync(started.Value!, told, CancellationToken.None);
        var (seconds, busy) = (
            watch.Elapsed.TotalSeconds,
            (Environment.CpuUsage.TotalTime - processor).TotalSeconds
        );
        if (ended.State is not RunState.Finished)
            throw new InvalidOperationException($"the run ended as {ended.State}: {ended.Error}");
        var peak = Resident("VmHWM");
        var after = await MesosAsync(store);
        string[] both = [.. before.Keys.Where(after.ContainsKey)];
        return new RunMeasure(
            seconds,
            busy,
            peak,
            told.Longest.TotalSeconds,
            both.Length == 0
                ? null
                : PartitionAgreement.AdjustedRand(
                    DiscoveryQuality.Numbers(both.Select(id => before[id])),
                    DiscoveryQuality.Numbers(both.Select(id => after[id]))
                )
        );
    }

    /// <summary>The meso of every item that has one.</summary>
    private static async Task<Dictionary<string, Guid>> MesosAsync(IDiscoveryStore store)
    {
        var mesos = new Dictionary<string, Guid>(StringComparer.Ordinal);
        string? last = null;
        while (
            await store.ListMembersAsync(null, last, 10_000, CancellationToken.None)
                is { Count: > 0 } page
        )
        {
            foreach (var member in page)
                mesos[member.ItemId] = member.MesoId;
            last = page[^1].ItemId;
        }
        return mesos;
    }

    private static async Task<double> PlaceAsync(int items, string folder)
    {
        await using var engine = await OpenAsync(folder);
        var store = engine.GetRequiredService<IItemStore>();
        var more = items / 20;
        foreach (var chunk in Corpus(items, items, items + more).Chunk(2000))
            await store.SaveAsync(chunk, CancellationToken.None);
        var watch = Stopwatch.StartNew();
        var placed = await engine
            .GetRequiredService<ItemPlacement>()
            .PlaceNewAsync(CancellationToken.None);
        return placed == more
            ? placed / watch.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"{placed} of {more} items were placed");
    }

    private static async Task<MatchMeasure> MatchAsync(int items, string folder)
    {
        var asked = Corpus(items, 0, items)
            .Where((_, i) => i % Math.Max(1, items / 2000) == 0)
            .ToList();
        ItemQuestion[] byVector =
        [
            .. asked.Select(i => new ItemQuestion { Text = i.Text, Embedding = i.Vector }),
        ];
        ItemQuestion[] byId = [.. asked.Select(i => new ItemQuestion { ItemId = i.ItemId })];
        await using var server = MotifServer.Build(
            new MotifServerOptions
            {
                Urls = ["http://127.0.0.1:0"],
                Database = Path.Combine(folder, "motif.db"),
                Model = "off",
                RequestsPerMinute = 1_000_000,
                RequestBurst = 1_000_000,
            },
            builder => builder.Logging.ClearProviders()
        );
        await server.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
        while (!(await client.GetAsync("/health/ready")).IsSuccessStatusCode)
            await Task.Delay(20);
        var matcher = server.Services.GetRequiredService<ItemMatcher>();
        Task InProcess(ItemQuestion q) => matcher.MatchAsync(q, CancellationToken.None);
        async Task OverHttp(ItemQuestion q)
        {
            using var answer = await client.PostAsJsonAsync(
                "/api/v1/discovery/match",
                q,
                MotifJson.Options
            );
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
        }
        return new MatchMeasure(
            await LatenciesAsync(byVector, InProcess),
            await LatenciesAsync(byId, InProcess),
            await LatenciesAsync(byVector, OverHttp),
            await LatenciesAsync(byId, OverHttp)
        );
    }

    /// <summary>Median and 99th percentile of the second round; the first warms up.</summary>
    private static async Task<string> LatenciesAsync(
        ItemQuestion[] questions,
        Func<ItemQuestion, Task> ask
    )
    {
        foreach (var question in questions)
            await ask(question);
        var took = new List<double>(questions.Length);
        foreach (var question in questions)
        {
            var began = Stopwatch.GetTimestamp();
            await ask(question);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        took.Sort();
        return Invariant($"{took[took.Count / 2]:0.00} / {took[took.Count * 99 / 100]:0.00}");
    }

    /// <summary>
    /// Items of the numbers given out of a corpus that is the same at every call: titles of Reddit again and again, those of each
    /// further round of other channels.
    /// </summary>
    private static IEnumerable<Item> Corpus(int items, int from, int to)
    {
        List<Item> titles =
        [
            .. DiscoveryQuality
                .EachTitle(Path.Combine(RetrievalSet.SharedFolder()!, "data"))
                .Take(to),
        ];
        var space = ItemSpace.Given(Dimensions);
        var rows = SyntheticHierarchy.Make(items + (items / 20), Dimensions, Seed).Rows;
        for (var i = from; i < to; i++)
        {
            var title = titles[i % titles.Count];
            var round = i / titles.Count;
            yield return title with
            {
                ItemId = i.ToString("00000000", CultureInfo.InvariantCulture),
                Channel = Invariant($"{title.Channel} {round}"),
                Space = space,
                Vector = rows.Row(i).ToArray(),
            };
        }
    }

    private static async Task<ServiceProvider> OpenAsync(string folder)
    {
        var services = new ServiceCollection();
        services.AddMotif().UseDatabase(Path.Combine(folder, "motif.db"));
        var engine = services.BuildServiceProvider();
        await engine.GetRequiredService<IMotifDatabase>().MigrateAsync(CancellationToken.None);
        return engine;
    }

    private static async Task InFolderAsync(Func<string, Task> work)
    {
        var folder = Directory.CreateTempSubdirectory("motif-scale-");
        try
        {
            await work(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<T> ChildAsync<T>(string kind, string size, string folder)
    {
        await Console.Error.WriteLineAsync($"{kind} {size}");
        var said = await OtherProgram.OutputAsync(
            Environment.ProcessPath!,
            [
                // The host of the SDK is told which program; one of its own knows.
                .. Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
                    ? [typeof(DiscoveryScale).Assembly.Location]
                    : Array.Empty<string>(),
                "discovery-scale",
                "--one",
                kind,
                size,
                folder,
            ]
        );
        return JsonSerializer.Deserialize<T>(said.Trim().Split('\n')[^1])!;
    }

    private static async Task<PeerMeasure?> PeerAsync(
        string library,
        string folder,
        int items,
        int dimensions,
        int clusters,
        int[] truth
    )
    {
        if (items > PeerMost)
            return null;
        var labels = Path.Combine(folder, "labels.i32");
        try
        {
            var said = (
                await OtherProgram.OutputAsync(
                    "/usr/bin/python3",
                    [
                        "-c",
                        Peer,
                        Path.Combine(folder, "rows.f32"),
                        $"{items}",
                        $"{dimensions}",
                        $"{clusters}",
                        library,
                        labels,
                    ]
                )
            ).Split(' ', '\n');
            return new PeerMeasure(
                double.Parse(said[0], CultureInfo.InvariantCulture),
                double.Parse(said[1], CultureInfo.InvariantCulture),
                PartitionAgreement.AdjustedRand(truth, Ints(labels))
            );
        }
        catch (InvalidOperationException e)
        {
            await Console.Error.WriteLineAsync($"{library} did not run: {e.Message}");
            return null;
        }
    }

    /// <summary>A line of the kernel's account of this process, in MB.</summary>
    private static long Resident(string name) =>
        long.Parse(
            File.ReadLines("/proc/self/status")
                .First(l => l.StartsWith(name, StringComparison.Ordinal))
                .Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture
        ) / 1024;

    private static (int Items, int Dimensions) Size(string size) =>
        size.Split('x') is [var items, var dimensions]
            ? (Items(items), Items(dimensions))
            : throw new InvalidOperationException($"'{size}' is not ITEMSxNUMBERS");

    private static int Items(string size) => int.Parse(size, CultureInfo.InvariantCulture);

    private static int[] Ints(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var values = new int[bytes.Length / sizeof(int)];
        Buffer.BlockCopy(bytes, 0, values, 0, bytes.Length);
        return values;
    }

    private static void Ints(string file, int[] values)
    {
        var bytes = new byte[values.Length * sizeof(int)];
        Buffer.BlockCopy(values, 0, bytes, 0, bytes.Length);
        File.WriteAllBytes(file, bytes);
    }

    private static string? Text(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private static string Invariant(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);

    private sealed record HierarchyMeasure(
        int Mesos,
        double Seconds,
        double Processor,
        long Held,
        long Peak,
        double Ari,
        double? Stability,
        double PlacedPerSecond
    );

    private sealed record RunMeasure(
        double Seconds,
        double Processor,
        long Peak,
        double Silence,
        double? Kept
    );

    private sealed record MatchMeasure(
        string VectorInProcess,
        string IdInProcess,
        string VectorOverHttp,
        string IdOverHttp
    );

    private sealed record PeerMeasure(double Seconds, double Processor, double Ari);

    /// <summary>The longest time without a word of progress.</summary>
    private sealed class Silence : IProgress<RunProgress>
    {
        private long _last = Stopwatch.GetTimestamp();

        public TimeSpan Longest { get; private set; }

        public void Report(RunProgress value)
        {
            var now = Stopwatch.GetTimestamp();
            if (Stopwatch.GetElapsedTime(_last, now) is var since && since > Longest)
                Longest = since;
            _last = now;
        }
    }
}
