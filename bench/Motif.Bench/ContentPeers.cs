using System.Globalization;
using System.Text;
using Motif.Content.Fatigue;
using Motif.Content.Selection;
using Motif.Content.Simulation;

namespace Motif.Bench;

/// <summary>
/// The shipped guard against the reference's, the uncapped mode against rules of the literature in all worlds, and how regret
/// grows.
/// </summary>
internal static class ContentPeers
{
    private static readonly int[] RegretDays = [30, 60, 120, 240, 480, 720];

    public static async Task<int> RunAsync(string[] args)
    {
        var isSmoke = args.Contains("--smoke");
        var runs = isSmoke ? 2 : Option(args, "--runs", 100);
        var text = new StringBuilder("# Content: the shipped policy, its peers, and regret")
            .AppendLine()
            .AppendLine()
            .AppendLine(
                "`dotnet run -c Release --project bench/Motif.Bench -- content-peers --runs 100 --report bench/results/content-peers.md`"
            )
            .AppendLine()
            .AppendLine(
                "Worlds S, R, D, W, C as in content-fatigue.md. B: as R, but a use takes an absolute amount, of each family its own (rebounding). A: a family falls to .3 at once and for good after 10 to 40 uses. Z: as R, families sleep for two weeks at a time. L: as R, numbers come in three pieces one to seven days late. O: as R, successes vary 1.8 times as much. In percent of the best oracle of the world; ± is half of the 95 % interval."
            )
            .AppendLine();
        Guards(text, runs);
        Peers(text, runs);
        Regrets(
            text,
            isSmoke ? 1 : Option(args, "--regret-runs", 20),
            isSmoke ? [2, 4] : RegretDays
        );
        if (Array.IndexOf(args, "--report") is var at and >= 0 && at + 1 < args.Length)
            await File.WriteAllTextAsync(args[at + 1], text.ToString());
        Console.WriteLine(text);
        return 0;
    }

    private static void Guards(StringBuilder text, int runs)
    {
        var worlds = ContentSimulation.WorldNames;
        var reference = ContentSimulation.Run(SelectionMode.Guard, runs, worlds);
        var shipped = ContentSimulation.Run(
            SelectionMode.Guard,
            runs,
            worlds,
            new SatiationOptions()
        );
        text.AppendLine(
                Invariant(
                    $"## guard as it ships against guard as the reference defines it ({runs} runs, from run 0; settings were chosen on runs from 10,000 on)"
                )
            )
            .AppendLine();
        Head(text, worlds);
        Row(text, "reference", reference.Worlds, Percent);
        Row(text, "shipped", shipped.Worlds, Percent);
        Cells(
            text,
            "difference, run by run",
            shipped.Worlds.Zip(reference.Worlds, (a, b) => Paired(a.PercentByRun, b.PercentByRun))
        );
        Row(
            text,
            "shipped: violations % / repeating slates %",
            shipped.Worlds,
            w => Invariant($"{w.Violations:0.##} / {w.DuplicateSlates:0.##}")
        );
        text.AppendLine();
    }

    private static void Peers(StringBuilder text, int runs)
    {
        var worlds = ContentSimulation.WorldNames;
        text.AppendLine(
                Invariant($"## Without a cap, beside rules of the literature ({runs} runs)")
            )
            .AppendLine();
        Head(text, worlds);
        Row(
            text,
            "adaptive",
            ContentSimulation
                .Run(SelectionMode.Adaptive, runs, worlds, new SatiationOptions())
                .Worlds,
            Percent
        );
        foreach (var peer in Enum.GetValues<SimulatedPeer>())
            Row(
                text,
                WireName.Of(peer),
                ContentSimulation.RunPeer(peer, runs, worlds).Worlds,
                Percent
            );
        text.AppendLine();
    }

    private static void Regrets(StringBuilder text, int runs, int[] days)
    {
        text.AppendLine(
                Invariant(
                    $"## Regret against the world's best oracle ({runs} runs of {days[^1]} days)"
                )
            )
            .AppendLine()
            .AppendLine(
                $"| mode | world | {string.Join(" | ", days.Select(d => Invariant($"day {d}")))} | log-log slope |"
            )
            .AppendLine($"|---|---|{string.Concat(days.Select(_ => "---:|"))}---:|");
        (string Name, SatiationOptions Options)[] variants =
        [
            ("adaptive", new SatiationOptions()),
            (
                "adaptive, nothing forgotten, exploration .001",
                new SatiationOptions { HalfLifeDays = double.PositiveInfinity, Exploration = 0.001 }
            ),
        ];
        foreach (var (name, options) in variants)
        foreach (var world in (string[])["S", "R"])
        {
            var regret = ContentSimulation.Regret(
                SelectionMode.Adaptive,
                world,
                options,
                runs,
                days
            );
            text.AppendLine(
                $"| {name} | {world} | {string.Join(" | ", regret.Select(r => Invariant($"{r:0.00}")))} | {Invariant($"{Slope(days, regret):0.00}")} |"
            );
        }
    }

    /// <summary>Least squares of the logarithms.</summary>
    private static double Slope(int[] days, IReadOnlyList<double> regret)
    {
        var x = days.Select(d => Math.Log(d)).ToArray();
        var y = regret.Select(r => Math.Log(Math.Max(1e-9, r))).ToArray();
        var (mx, my) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / x.Sum(a => (a - mx) * (a - mx));
    }

    private static string Paired(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        var differences = left.Zip(right, (a, b) => a - b).ToArray();
        var mean = differences.Average();
        var spread =
            1.96
            * Math.Sqrt(
                differences.Sum(d => (d - mean) * (d - mean))
                    / Math.Max(1, differences.Length - 1)
                    / differences.Length
            );
        return Invariant($"{mean:+0.00;-0.00} ± {spread:0.00}");
    }

    private static string Percent(SimulatedWorld world) =>
        Invariant($"{world.PercentOfOracle:0.00} ± {world.Ci95:0.00}");

    private static void Head(StringBuilder text, IReadOnlyList<string> worlds) =>
        text.AppendLine($"| | {string.Join(" | ", worlds)} |")
            .AppendLine($"|---|{string.Concat(worlds.Select(_ => "---:|"))}");

    private static void Row(
        StringBuilder text,
        string name,
        IReadOnlyList<SimulatedWorld> worlds,
        Func<SimulatedWorld, string> cell
    ) => Cells(text, name, worlds.Select(cell));

    private static void Cells(StringBuilder text, string name, IEnumerable<string> cells) =>
        text.AppendLine($"| {name} | {string.Join(" | ", cells)} |");

    private static int Option(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length
            ? int.Parse(args[at + 1], CultureInfo.InvariantCulture)
            : otherwise;

    private static string Invariant(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
