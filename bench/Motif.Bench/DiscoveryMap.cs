using System.Diagnostics;
using System.Numerics.Tensors;
using System.Text;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Map;
using Motif.Numerics;

namespace Motif.Bench;

/// <summary>
/// The map beside umap-learn (Debian's package <c>umap-learn</c>): on real titles and on a made-up hierarchy, how many of the 15
/// nearest stay among the 15 nearest (neighbourhood preservation), how far off those are that do not belong there
/// (trustworthiness, Venna and Kaski 2001), and how long it takes with the hierarchy and without.
/// </summary>
internal static class DiscoveryMap
{
    private const int Nearest = 15;
    private const int Asked = 2000;
    private static readonly int Threads = Environment.ProcessorCount;

    private const string Umap = """
        import sys, time
        import numpy as np
        import umap
        path, rows, columns, out = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
        data = np.fromfile(path, dtype=np.float32).reshape(rows, columns)
        # Its code is compiled at first use; that is not counted.
        umap.UMAP(n_neighbors=15, metric='cosine', random_state=1).fit_transform(data[:500])
        start = time.time()
        plane = umap.UMAP(n_neighbors=15, metric='cosine', random_state=1).fit_transform(data)
        print(umap.__version__, time.time() - start)
        plane.astype(np.float32).tofile(out)
        """;

    private sealed record Drawn(float[] X, float[] Y, double Seconds, double HierarchySeconds);

    public static async Task<int> RunAsync(string[] args)
    {
        if (
            RetrievalSet.SharedFolder() is not { } shared
            || !Directory.Exists(Path.Combine(shared, "data", "reddit-titles"))
        )
        {
            Console.WriteLine("map: skipped, no shared data");
            return 0;
        }
        var folder = Directory.CreateTempSubdirectory("motif-map-");
        try
        {
            var text = new StringBuilder(
                """
                # The map of a corpus

                `MOTIF_SHARED=… dotnet run -c Release --project bench/Motif.Bench -- map --report bench/results/map.md`

                Texts by the sentence model; vectors of length 1, less their mean. Preservation and trustworthiness at k = 15 by 2,000 items; the share of the items that the fullest hundredth of the map's area holds (of 10,000 squares). Drawing without the hierarchy it stands on, which a run has anyway. umap-learn with its own settings, cosine and a fixed seed, its compiling not counted. The number of steps was chosen on the sets marked *, the others had no say. Times on two cores, in one run.

                | set | items | drawn by | preservation | trustworthiness | fullest hundredth | drawing, s | hierarchy, s |
                |---|---:|---|---:|---:|---:|---:|---:|

                """
            );
            var report = After(args, "--report");
            foreach (var (name, rows) in Sets(args))
            {
                await MeasureAsync(
                    text,
                    name,
                    await MapSets.LoadAsync(
                        shared,
                        After(args, "--vectors") ?? folder.FullName,
                        name,
                        rows
                    ),
                    withPeer: !args.Contains("--alone") && rows <= 20_000,
                    folder.FullName
                );
                // After every set: the peer takes its time.
                if (report is not null)
                    await File.WriteAllTextAsync(report, text.ToString());
            }
            Console.WriteLine(text);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static readonly (string Name, int Rows)[] All =
    [
        ("Reddit titles", 1_000),
        ("Reddit titles", 5_000),
        ("CLINC150", 20_000),
        ("BANKING77 *", 20_000),
        ("YouTube titles *", 20_000),
        ("Reddit titles", 20_000),
        ("made-up hierarchy", 20_000),
        ("made-up hierarchy", 100_000),
    ];

    /// <summary><c>--only TEXT</c> takes the sets whose name begins so, <c>--most N</c> those of at most so many items.</summary>
    private static IEnumerable<(string Name, int Rows)> Sets(string[] args) =>
        args.Contains("--smoke")
            ? [("Reddit titles", 600)]
            : All.Where(set =>
                set.Name.StartsWith(After(args, "--only") ?? "", StringComparison.Ordinal)
                && set.Rows
                    <= int.Parse(
                        After(args, "--most") ?? "1000000",
                        System.Globalization.CultureInfo.InvariantCulture
                    )
            );

    private static string? After(string[] args, string option) =>
        Array.IndexOf(args, option) is var at and >= 0 && at + 1 < args.Length
            ? args[at + 1]
            : null;

    private static async Task MeasureAsync(
        StringBuilder text,
        string name,
        FloatMatrix vectors,
        bool withPeer,
        string folder
    )
    {
        await Console.Error.WriteLineAsync($"{name}, {vectors.Rows}");
        var (drawn, centred) = Draw(vectors);
        var truth = Truth(centred);
        Report(text, name, "Motif", truth, centred, drawn);
        if (withPeer && await PeerAsync(centred, folder) is var (version, peer))
            Report(text, name, $"umap-learn {version}", truth, centred, peer);
    }

    private static (Drawn Map, FloatMatrix Centred) Draw(FloatMatrix vectors)
    {
        var watch = Stopwatch.StartNew();
        var built = new HierarchyBuilder(new HierarchySettings(), Threads).Build(
            vectors,
            CancellationToken.None
        );
        var hierarchy = watch.Elapsed.TotalSeconds;
        var centred = vectors.Copy();
        for (var i = 0; i < centred.Rows; i++)
            CentredVectors.Centre(centred.Row(i), built.Places.Mean);
        watch.Restart();
        var (x, y) = new MapBuilder(1, Threads).Draw(
            [
                .. Enumerable
                    .Range(0, vectors.Rows)
                    .Select(i => FormattableString.Invariant($"{i:0000000}")),
            ],
            centred,
            built.Places,
            Array.ConvertAll(built.Members, m => m!.Value.Micro),
            [.. Enumerable.Repeat(Guid.Empty, vectors.Rows)],
            null,
            CancellationToken.None
        );
        return (new Drawn(x, y, watch.Elapsed.TotalSeconds, hierarchy), centred);
    }

    private static async Task<(string Version, Drawn Map)?> PeerAsync(
        FloatMatrix centred,
        string folder
    )
    {
        var (rows, plane) = (Path.Combine(folder, "rows.f32"), Path.Combine(folder, "plane.f32"));
        VectorSet.Write(rows, centred.Values);
        string said;
        try
        {
            said = await OtherProgram.OutputAsync(
                "/usr/bin/python3",
                "-c",
                Umap,
                rows,
                $"{centred.Rows}",
                $"{centred.Columns}",
                plane
            );
        }
        catch (InvalidOperationException e)
        {
            await Console.Error.WriteLineAsync($"umap-learn did not run: {e.Message}");
            return null;
        }
        var words = said.Split(' ');
        var points = VectorSet.Read(plane);
        return (
            words[0],
            new Drawn(
                [.. Enumerable.Range(0, centred.Rows).Select(i => points[2 * i])],
                [.. Enumerable.Range(0, centred.Rows).Select(i => points[(2 * i) + 1])],
                double.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture),
                0
            )
        );
    }

    /// <summary>Of the asked rows, the rank of every other row by cosine.</summary>
    private static int[][] Truth(FloatMatrix rows)
    {
        var ranks = new int[Math.Min(Asked, rows.Rows)][];
        Parallel.For(
            0,
            ranks.Length,
            i =>
            {
                var row = Row(i, ranks.Length, rows.Rows);
                var far = new float[rows.Rows];
                for (var j = 0; j < far.Length; j++)
                    far[j] =
                        j == row
                            ? float.NegativeInfinity
                            : -TensorPrimitives.Dot<float>(rows.Row(row), rows.Row(j));
                int[] order = [.. Enumerable.Range(0, far.Length)];
                Array.Sort(far, order);
                ranks[i] = new int[far.Length];
                for (var rank = 0; rank < order.Length; rank++)
                    ranks[i][order[rank]] = rank;
            }
        );
        return ranks;
    }

    private static int Row(int asked, int count, int rows) => (int)((long)asked * rows / count);

    private static void Report(
        StringBuilder text,
        string name,
        string by,
        int[][] truth,
        FloatMatrix rows,
        Drawn map
    )
    {
        var kept = new double[truth.Length];
        var penalty = new double[truth.Length];
        Parallel.For(
            0,
            truth.Length,
            i =>
            {
                var row = Row(i, truth.Length, rows.Rows);
                var far = new double[rows.Rows];
                for (var j = 0; j < far.Length; j++)
                    far[j] =
                        j == row
                            ? -1
                            : Math.Pow(map.X[j] - map.X[row], 2)
                                + Math.Pow(map.Y[j] - map.Y[row], 2);
                int[] order = [.. Enumerable.Range(0, far.Length)];
                Array.Sort(far, order);
                foreach (var other in order.AsSpan(1, Nearest))
                {
                    // Rank 0 is the row itself.
                    if (truth[i][other] <= Nearest)
                        kept[i] += 1.0 / Nearest;
                    else
                        penalty[i] += truth[i][other] - Nearest;
                }
            }
        );
        double n = rows.Rows;
        var trust = 1 - (2 / (n * Nearest * ((2 * n) - (3 * Nearest) - 1)) * penalty.Average() * n);
        text.AppendLine(
            FormattableString.Invariant(
                $"| {name} | {rows.Rows:N0} | {by} | {kept.Average():0.000} | {trust:0.000} | {Fullest(map):0.0 %} | {map.Seconds:0.0} | {(map.HierarchySeconds > 0 ? FormattableString.Invariant($"{map.HierarchySeconds:0.0}") : "")} |"
            )
        );
    }

    /// <summary>The share of the items in the fullest hundredth of a grid over the map.</summary>
    private static double Fullest(Drawn map)
    {
        const int Side = 100;
        var cells = new int[Side * Side];
        for (var i = 0; i < map.X.Length; i++)
            cells[(Cell(map.X, i) * Side) + Cell(map.Y, i)]++;
        return cells.OrderDescending().Take(cells.Length / 100).Sum() / (double)map.X.Length;

        int Cell(float[] values, int i)
        {
            var (low, high) = (
                TensorPrimitives.Min<float>(values),
                TensorPrimitives.Max<float>(values)
            );
            return Math.Min(Side - 1, (int)(Side * (values[i] - low) / (high - low)));
        }
    }
}
