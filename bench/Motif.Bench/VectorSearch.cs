using System.Diagnostics;
using Cloud.Unum.USearch;
using Motif.Vectors;

namespace Motif.Bench;

/// <summary>
/// The in-process vector index: recall and speed beside hnswlib and USearch, filters, deletes and re-inserts, a million
/// rows. Options: <c>--part search|filters|churn|million</c>, <c>--set clustered|spectral|titles</c>,
/// <c>--smoke</c>. Prints Markdown; rates are of one thread by processor time.
/// </summary>
internal static class VectorSearch
{
    private const int Neighbours = 10;
    private const int MostQueries = 1000;
    private static readonly double[] Wanted = [0.9, 0.95, 0.98, 0.99, 0.995, 0.999];
    private static readonly double[] Compared = [0.95, 0.99];

    public static Task<int> RunAsync(string[] arguments)
    {
        if (RetrievalSet.SharedFolder() is not { } shared)
        {
            Console.WriteLine(
                "vectors: skipped, no data (MOTIF_SHARED is not set and no shared folder is near)"
            );
            return Task.FromResult(0);
        }
        var folder = Path.Combine(Path.GetTempPath(), "motif-bench-vectors");
        Directory.CreateDirectory(folder);
        var isSmoke = arguments.Contains("--smoke");
        var part = Option(arguments, "--part") ?? "search";
        var names = Option(arguments, "--set") is { } one ? [one] : VectorSet.Names;
        if (part == "million")
            Million(VectorSet.Load(shared, folder, "clustered", 1_000_000));
        else
            foreach (var name in isSmoke ? ["titles"] : names)
                Run(part, shared, folder, VectorSet.Load(shared, folder, name, 100_000), isSmoke);
        return Task.FromResult(0);
    }

    private static string? Option(string[] arguments, string name)
    {
        var at = Array.IndexOf(arguments, name);
        return at >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;
    }

    private static void Run(string part, string shared, string folder, VectorSet set, bool isSmoke)
    {
        var vectors = set.Base;
        if (isSmoke)
            vectors = vectors[..(10_000 * set.Dimension)];
        var queries = Some(set.Queries, set.Dimension, isSmoke ? 100 : MostQueries);
        var index = Build(set, vectors, threads: 1);
        switch (part)
        {
            case "filters":
                Filters(index, queries);
                break;
            case "churn":
                Churn(index, vectors, queries);
                break;
            default:
                var worst = RecallMeasurement.ExactWorstScores(index, queries, Neighbours);
                var settings = Settings(index, queries, worst);
                if (!isSmoke)
                    Compare(Peers(shared, folder, set, vectors, queries, worst), settings);
                break;
        }
    }

    private static float[] Some(float[] queries, int dimension, int count) =>
        queries[..Math.Min(queries.Length, count * dimension)];

    /// <summary>The same base beside the queries that were used.</summary>
    private static string Trim(VectorSet set, float[] queries)
    {
        var prefix = set.Prefix + "-some";
        var link = prefix + ".base.f32";
        if (!File.Exists(link))
            File.CreateSymbolicLink(link, set.Prefix + ".base.f32");
        VectorSet.Write(prefix + ".query.f32", queries);
        return prefix;
    }

    private static IvfIndex Build(VectorSet set, float[] vectors, int threads)
    {
        var before = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var rows = vectors.Length / set.Dimension;
        var index = IvfIndex.Build(
            new VectorSpace(set.Dimension),
            Records(vectors, set.Dimension, Enumerable.Range(0, rows)),
            new IvfOptions { BuildThreads = threads }
        );
        var processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        var statistics = index.Statistics;
        Console.WriteLine(
            $"\n### {set.Name}, {rows:N0} × {set.Dimension}\n\nBuilt in {clock.Elapsed.TotalSeconds:F1} s ({processor:F1} s of processor, {threads} thread), {statistics.Lists} lists, kernel {statistics.Kernel}. Memory: codes {statistics.CodeBytes / 1e6:F1} MB, signs {statistics.SignBytes / 1e6:F1} MB, vectors {statistics.VectorBytes / 1e6:F1} MB, centroids {statistics.TreeBytes / 1e6:F1} MB, keys {statistics.KeyTableBytes / 1e6:F1} MB.\n"
        );
        return index;
    }

    private static IEnumerable<VectorRecord> Records(
        float[] vectors,
        int dimension,
        IEnumerable<int> rows
    ) => rows.Select(row => new VectorRecord(row, vectors.AsMemory(row * dimension, dimension)));

    private static List<RecallSetting> Settings(
        IvfIndex index,
        float[] queries,
        float[] worst,
        VectorFilter? filter = null,
        double[]? wanted = null
    )
    {
        var measurement = new RecallMeasurement(index, queries, worst, Neighbours, filter);
        Console.WriteLine("| wanted | recall | queries/s | p50 µs | p99 µs | bytes/query |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var settings = new List<RecallSetting>();
        foreach (var recall in wanted ?? Wanted)
        {
            var setting = measurement.Measure(recall);
            settings.Add(setting);
            Console.WriteLine(
                $"| {recall} | {setting.Recall:F4} | {setting.QueriesPerSecond:N0} | {setting.P50Microseconds:F1} | {setting.P99Microseconds:F1} | {setting.AllocatedBytesPerQuery:F1} |"
            );
        }
        return settings;
    }

    private static IEnumerable<VectorPeer> Peers(
        string shared,
        string folder,
        VectorSet set,
        float[] vectors,
        float[] queries,
        float[] worst
    )
    {
        var trimmed = set with { Prefix = Trim(set, queries) };
        if (HnswlibPeer.Run(shared, folder, trimmed, worst) is { } hnswlib)
            yield return hnswlib;
        else
            Console.WriteLine("\nhnswlib: not there (libhnswlib-dev and g++ are needed)");
        foreach (var kept in (ScalarKind[])[ScalarKind.Float32, ScalarKind.Int8])
            yield return UsearchPeer.Run(vectors, queries, set.Dimension, worst, Compared, kept);
    }

    /// <summary>Rates at the same measured recall, interpolated as the peers' are.</summary>
    private static void Compare(IEnumerable<VectorPeer> peers, List<RecallSetting> ours)
    {
        foreach (var peer in peers)
        {
            Console.WriteLine(
                $"\n{peer.Name}: built in {peer.BuildSeconds:F1} s, {peer.Megabytes:F0} MB.\n"
            );
            Console.WriteLine(
                "| at measured recall | Motif q/s | its q/s | ratio |\n|---|---|---|---|"
            );
            foreach (var recall in Compared)
                Console.WriteLine(Row(recall, RateAt(ours, recall), peer));
        }
    }

    private static string Row(double recall, double? rate, VectorPeer peer) =>
        (rate, peer.QueriesPerSecond.TryGetValue(recall, out var other)) switch
        {
            ({ } own, true) => $"| {recall} | {own:N0} | {other:N0} | {own / other:F1}× |",
            ({ } own, false) => $"| {recall} | {own:N0} | not reached | |",
            (null, true) => $"| {recall} | not reached | {other:N0} | |",
            _ => $"| {recall} | not reached | not reached | |",
        };

    private static double? RateAt(List<RecallSetting> settings, double recall)
    {
        var after = settings.FindIndex(setting => setting.Recall >= recall);
        if (after <= 0)
            return after == 0 ? settings[0].QueriesPerSecond : null;
        var (low, high) = (settings[after - 1], settings[after]);
        var share = (recall - low.Recall) / (high.Recall - low.Recall);
        return Math.Exp(
            Math.Log(low.QueriesPerSecond) * (1 - share) + Math.Log(high.QueriesPerSecond) * share
        );
    }

    private static void Filters(IvfIndex index, float[] queries)
    {
        var random = new Random(5);
        foreach (var share in (double[])[0.2, 0.04, 0.01, 0.0001])
        {
            var keys = Enumerable.Range(0, index.Count).Where(_ => random.NextDouble() < share);
            var filter = new VectorFilter(keys.Select(key => (VectorKey)key));
            var worst = RecallMeasurement.ExactWorstScores(index, queries, Neighbours, filter);
            Console.WriteLine($"\nFilter that {share:P2} pass ({filter.Keys.Count:N0} keys):\n");
            Settings(index, queries, worst, filter, [0.95, 0.99]);
        }
    }

    private static void Churn(IvfIndex index, float[] vectors, float[] queries)
    {
        var dimension = index.Space.Dimension;
        var worst = RecallMeasurement.ExactWorstScores(index, queries, Neighbours);
        Console.WriteLine("Before:\n");
        Settings(index, queries, worst, null, [0.95, 0.99]);
        var random = new Random(9);
        var moved = Enumerable
            .Range(0, index.Count)
            .Where(_ => random.NextDouble() < 0.3)
            .ToArray();
        var clock = Stopwatch.StartNew();
        foreach (var batch in moved.Chunk(1000))
            index.Delete([.. batch.Select(key => (VectorKey)key)]);
        foreach (var batch in moved.Chunk(1000))
            index.Upsert([.. Records(vectors, dimension, batch)]);
        Console.WriteLine(
            $"\nAfter {moved.Length:N0} deletes and re-inserts in batches of 1,000 ({clock.Elapsed.TotalSeconds:F1} s; {index.Statistics.TailRows:N0} rows in tails, {index.Statistics.Rows - index.Statistics.Keys:N0} ended):\n"
        );
        Settings(index, queries, worst, null, [0.95, 0.99]);
        clock.Restart();
        index.Compact();
        Console.WriteLine($"\nAfter compaction ({clock.Elapsed.TotalSeconds:F1} s):\n");
        Settings(index, queries, worst, null, [0.95, 0.99]);
    }

    private static void Million(VectorSet set)
    {
        var vectors = set.Base;
        var queries = Some(set.Queries, set.Dimension, 300);
        var index = Build(set, vectors, threads: 1);
        var worst = RecallMeasurement.ExactWorstScores(index, queries, Neighbours);
        Settings(index, queries, worst, null, [0.9, 0.95, 0.99]);
    }
}
