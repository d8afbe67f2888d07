using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Motif.Cli.Terminal;
using Motif.Vectors;

namespace Motif.Cli.Vectors;

/// <summary>
/// <c>motif vectors bench</c>: recall and speed of the in-process index on raw little-endian files, float32
/// vectors row by row and int32 neighbours, one row of k for each query.
/// </summary>
internal static class VectorsBenchCommand
{
    private static readonly double[] WantedRecalls = [0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1];
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
    };

    public static Command Build()
    {
        var arguments = new Arguments();
        var command = new Command(
            "bench",
            "Build the in-process vector index over a file and measure recall and speed"
        );
        foreach (var option in arguments.All)
            command.Add(option);
        command.SetAction(parsed => Run(parsed, arguments));
        return command.WithExamples(
            "motif vectors bench --base base.f32 --query queries.f32 --truth neighbours.i32 --dim 128",
            "motif vectors bench --base base.f32 --query queries.f32 --truth neighbours.i32 --dim 384 --metric dot --json"
        );
    }

    private static int Run(ParseResult parsed, Arguments arguments)
    {
        var space = new VectorSpace(
            parsed.GetRequiredValue(arguments.Dimension),
            parsed.GetValue(arguments.Metric)
        );
        var report = Measure(
            space,
            ReadVectors(parsed.GetRequiredValue(arguments.Base), space.Dimension),
            ReadVectors(parsed.GetRequiredValue(arguments.Query), space.Dimension),
            ReadRaw<int>(parsed.GetRequiredValue(arguments.Truth)),
            parsed.GetValue(arguments.Threads)
        );
        Print(report, parsed.GetValue(arguments.AsJson), parsed.InvocationConfiguration.Output);
        return ExitCode.Ok;
    }

    private static Report Measure(
        VectorSpace space,
        float[] vectors,
        float[] queries,
        int[] truth,
        int threads
    )
    {
        var dimension = space.Dimension;
        var queryCount = queries.Length / dimension;
        if (queryCount == 0 || truth.Length == 0 || truth.Length % queryCount != 0)
            throw new InvalidDataException(
                $"the truth file holds {truth.Length} numbers, which {queryCount} queries cannot share evenly"
            );
        var neighbours = truth.Length / queryCount;
        var worst = WorstScores(space, vectors, queries, truth, neighbours);
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var index = IvfIndex.Build(
            space,
            Records(vectors, dimension),
            new IvfOptions { BuildThreads = threads }
        );
        var seconds = clock.Elapsed.TotalSeconds;
        var processorSeconds = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        var statistics = index.Statistics;
        var measurement = new RecallMeasurement(index, queries, worst, neighbours);
        return new Report(
            vectors.Length / dimension,
            dimension,
            space.Metric.ToString().ToLowerInvariant(),
            queryCount,
            neighbours,
            statistics.Kernel,
            statistics.Lists,
            seconds,
            processorSeconds,
            new Memory(
                statistics.CodeBytes,
                statistics.SignBytes,
                statistics.VectorBytes,
                statistics.TreeBytes,
                statistics.KeyTableBytes,
                statistics.TotalBytes
            ),
            [.. WantedRecalls.Select(measurement.Measure)]
        );
    }

    private static IEnumerable<VectorRecord> Records(float[] vectors, int dimension)
    {
        for (var row = 0; row < vectors.Length / dimension; row++)
            yield return new VectorRecord(row, vectors.AsMemory(row * dimension, dimension));
    }

    /// <summary>Scores the last true neighbour of each query, so that recall can count ties as hits.</summary>
    private static float[] WorstScores(
        VectorSpace space,
        float[] vectors,
        float[] queries,
        int[] truth,
        int neighbours
    )
    {
        var worst = new float[truth.Length / neighbours];
        for (var query = 0; query < worst.Length; query++)
        {
            worst[query] = float.PositiveInfinity;
            foreach (var row in truth.AsSpan(query * neighbours, neighbours))
            {
                if ((uint)row >= (uint)(vectors.Length / space.Dimension))
                    throw new InvalidDataException(
                        $"the truth of query {query} names row {row}, the base has {vectors.Length / space.Dimension}"
                    );
                var score = space.Score(
                    queries.AsSpan(query * space.Dimension, space.Dimension),
                    vectors.AsSpan(row * space.Dimension, space.Dimension)
                );
                worst[query] = Math.Min(worst[query], score);
            }
        }
        return worst;
    }

    private static float[] ReadVectors(string path, int dimension)
    {
        var values = ReadRaw<float>(path);
        if (values.Length == 0 || values.Length % dimension != 0)
            throw new InvalidDataException(
                $"{path} holds {values.Length} floats, no whole number of vectors of {dimension}"
            );
        return values;
    }

    private static T[] ReadRaw<T>(string path)
        where T : unmanaged
    {
        using var file = InputFile.OpenFile(path);
        if (file.Length % Marshal.SizeOf<T>() != 0)
            throw new InvalidDataException($"{path} has {file.Length} bytes, no multiple of 4");
        var values = new T[file.Length / Marshal.SizeOf<T>()];
        // In pieces: one span of bytes ends at two gigabytes.
        const int Piece = 1 << 26;
        for (var start = 0; start < values.Length; start += Piece)
            file.ReadExactly(
                MemoryMarshal.AsBytes(values.AsSpan(start, Math.Min(Piece, values.Length - start)))
            );
        return values;
    }

    private static void Print(Report report, bool asJson, TextWriter output)
    {
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(report, Json));
            return;
        }
        output.WriteLine(
            $"{report.Rows} vectors of {report.Dimension} ({report.Metric}), {report.Lists} lists, built in {report.BuildSeconds:F2} s, {report.MemoryBytes.Total / 1e6:F0} MB, kernel {report.Kernel}"
        );
        output.WriteLine("wanted  recall  queries/s  p50 us  p99 us");
        foreach (var setting in report.Settings)
            output.WriteLine(
                $"{setting.WantedRecall, 6:F3}  {setting.Recall, 6:F4}  {setting.QueriesPerSecond, 9:F0}  {setting.P50Microseconds, 6:F1}  {setting.P99Microseconds, 6:F1}"
            );
    }

    private sealed record Report(
        int Rows,
        int Dimension,
        string Metric,
        int Queries,
        int K,
        string Kernel,
        int Lists,
        double BuildSeconds,
        double BuildProcessorSeconds,
        Memory MemoryBytes,
        IReadOnlyList<RecallSetting> Settings
    );

    private sealed record Memory(
        long Codes,
        long Signs,
        long Vectors,
        long Centroids,
        long KeyTable,
        long Total
    );

    private sealed class Arguments
    {
        public Option<string> Base { get; } =
            new("--base") { Required = true, Description = "float32 vectors to index" };
        public Option<string> Query { get; } =
            new("--query") { Required = true, Description = "float32 query vectors" };
        public Option<int> Dimension { get; } =
            new("--dim") { Required = true, Description = "Components of a vector" };
        public Option<string> Truth { get; } =
            new("--truth")
            {
                Required = true,
                Description = "int32 true neighbours, k for each query",
            };
        public Option<VectorMetric> Metric { get; } =
            new("--metric") { Description = "cosine (default), dot or euclidean" };
        public Option<int> Threads { get; } =
            new("--threads")
            {
                Description = "Threads of the build",
                DefaultValueFactory = _ => Environment.ProcessorCount,
            };
        public Option<bool> AsJson { get; } =
            new("--json") { Description = "Print one JSON document" };

        public IEnumerable<Option> All => [Base, Query, Dimension, Truth, Metric, Threads, AsJson];
    }
}
