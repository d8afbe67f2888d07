using System.Globalization;
using System.Text;
using Motif.Content.Fatigue;
using Motif.Content.Selection;
using Motif.Content.Simulation;

namespace Motif.Bench;

/// <summary>Selection modes in worlds whose truth is known, beside the reference's figures.</summary>
internal static class ContentFatigue
{
    private static readonly (SelectionMode Mode, double[] Table)[] Reference =
    [
        (SelectionMode.Guard, [66.61, 84.43, 90.83, 83.55, 80.79]),
        (SelectionMode.Adaptive, [90.05, 88.92, 91.40, 81.00, 84.15]),
        (SelectionMode.Off, [89.27, 84.09, 92.10, 67.52, 61.92]),
        (SelectionMode.CompatAdditive, [51.11, 70.60, 88.15, 75.47, 64.76]),
        (SelectionMode.CompatMultiplicative, [74.12, 85.64, 91.61, 80.92, 64.84]),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var isSmoke = args.Contains("--smoke");
        var runs = isSmoke ? 2 : Option(args, "--runs", 300);
        var text = new StringBuilder();
        text.AppendLine("# Content: selection in worlds whose truth is known")
            .AppendLine()
            .AppendLine(
                "`dotnet run -c Release --project bench/Motif.Bench -- content-fatigue --report bench/results/content-fatigue.md`"
            )
            .AppendLine()
            .AppendLine(
                Invariant(
                    $"{runs} runs of 180 days, two decisions a day, two slots, 30 of 60 candidates of 20 families, 100 impressions a post, outcomes known a day later. S: no fatigue; R: satiation that decays; D: families wear out for good; W: only the last seven days count, rates change every 60 days, bursts from elsewhere; C: as R, every text used once. In percent of the best oracle of the world, ± is half of the 95 % interval."
                )
            )
            .AppendLine();
        Table(text, runs);
        Variants(text, isSmoke ? 2 : Option(args, "--variant-runs", 100));
        if (Array.IndexOf(args, "--report") is var at and >= 0 && at + 1 < args.Length)
            await File.WriteAllTextAsync(args[at + 1], text.ToString());
        Console.WriteLine(text);
        return 0;
    }

    private static void Table(StringBuilder text, int runs)
    {
        text.AppendLine("## Modes as the reference defines them").AppendLine();
        text.AppendLine("| mode | | S | R | D | W | C |")
            .AppendLine("|---|---|---:|---:|---:|---:|---:|");
        SimulationReport? guard = null;
        foreach (var (mode, table) in Reference)
        {
            var report = ContentSimulation.Run(mode, runs);
            guard ??= report;
            Row(
                text,
                WireName.Of(mode),
                "% of oracle",
                report.Worlds,
                w => Invariant($"{w.PercentOfOracle:0.00} ± {w.Ci95:0.00}")
            );
            text.AppendLine(
                Invariant(
                    $"| | reference | {string.Join(" | ", table.Select(t => t.ToString("0.00", CultureInfo.InvariantCulture)))} |"
                )
            );
            Row(text, "", "violations %", report.Worlds, w => Invariant($"{w.Violations:0.00}"));
            Row(
                text,
                "",
                "repeating slates %",
                report.Worlds,
                w => Invariant($"{w.DuplicateSlates:0.00}")
            );
        }
        text.AppendLine()
            .AppendLine(
                "Oracles, mean reward: "
                    + string.Join(
                        "; ",
                        guard!.Worlds.Select(w =>
                            $"{w.World} "
                            + string.Join(
                                " / ",
                                w.Oracles.Select(o => Invariant($"{o.Key} {o.Value:0.000000}"))
                            )
                        )
                    )
                    + "."
            )
            .AppendLine();
    }

    private static int Option(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length
            ? int.Parse(args[at + 1], CultureInfo.InvariantCulture)
            : otherwise;

    private static void Variants(StringBuilder text, int runs)
    {
        text.AppendLine(
                Invariant($"## Guard with other beliefs and less exploration ({runs} runs)")
            )
            .AppendLine();
        text.AppendLine("| | | S | R | D | W | C |")
            .AppendLine("|---|---|---:|---:|---:|---:|---:|");
        var reference = ContentSimulation.Reference;
        (string Name, SatiationOptions Options)[] variants =
        [
            ("as the product is configured", new SatiationOptions()),
            ("reference with the persona's own mean", reference with { LearnsPriorRate = true }),
            ("sharpness 2", reference with { Sharpness = 2 }),
            ("sharpness 4", reference with { Sharpness = 4 }),
            (
                "sharpness 4, own mean, exploration .005",
                reference with
                {
                    Sharpness = 4,
                    LearnsPriorRate = true,
                    Exploration = 0.005,
                }
            ),
            (
                "sharpness 10, own mean, exploration .005",
                reference with
                {
                    Sharpness = 10,
                    LearnsPriorRate = true,
                    Exploration = 0.005,
                }
            ),
        ];
        foreach (var (name, options) in variants)
        {
            var report = ContentSimulation.Run(SelectionMode.Guard, runs, options: options);
            Row(
                text,
                name,
                "% of oracle",
                report.Worlds,
                w => Invariant($"{w.PercentOfOracle:0.00} ± {w.Ci95:0.00}")
            );
        }
    }

    private static void Row(
        StringBuilder text,
        string name,
        string what,
        IReadOnlyList<SimulatedWorld> worlds,
        Func<SimulatedWorld, string> cell
    ) => text.AppendLine($"| {name} | {what} | {string.Join(" | ", worlds.Select(cell))} |");

    private static string Invariant(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
