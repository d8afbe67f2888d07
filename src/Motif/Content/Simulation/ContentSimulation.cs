using Motif.Content.Fatigue;
using Motif.Content.Selection;

namespace Motif.Content.Simulation;

/// <summary>How a policy did in one world.</summary>
/// <param name="World">S, R, D, W or C.</param>
/// <param name="PercentOfOracle">Its reward in percent of the best oracle's, mean over runs.</param>
/// <param name="Ci95">Half the width of the 95 % interval of that.</param>
/// <param name="Violations">Percent of slots whose family had been used to its cap.</param>
/// <param name="DuplicateSlates">Percent of slates that repeat a family.</param>
/// <param name="EffectiveFamilies">Mean over weeks of exp(Shannon entropy) of the families' shares.</param>
/// <param name="Oracles">The mean reward of every oracle of the world.</param>
public sealed record SimulatedWorld(
    string World,
    double PercentOfOracle,
    double Ci95,
    double Reward,
    double Violations,
    double DuplicateSlates,
    double EffectiveFamilies,
    string BestOracle,
    IReadOnlyDictionary<string, double> Oracles
);

/// <summary>What a simulation found.</summary>
public sealed record SimulationReport(
    string Policy,
    int Runs,
    IReadOnlyList<SimulatedWorld> Worlds
);

/// <summary>
/// Plays a selection mode through worlds in which the truth is known. The same worlds, run for run, as the benchmark's
/// definition.
/// </summary>
public static class ContentSimulation
{
    public const int MostRuns = 10_000;

    private static readonly (string Name, FatigueWorldKind Kind)[] Worlds =
    [
        ("S", FatigueWorldKind.Stationary),
        ("R", FatigueWorldKind.Rested),
        ("D", FatigueWorldKind.Declining),
        ("W", FatigueWorldKind.Windowed),
        ("C", FatigueWorldKind.FreshTexts),
    ];

    public static IReadOnlyList<string> WorldNames { get; } = [.. Worlds.Select(w => w.Name)];

    /// <summary>What the benchmark's reference policies believe.</summary>
    public static SatiationOptions Reference { get; } =
        new()
        {
            Cells = SatiationCells.Standard,
            Overdispersion = 0,
            LearnsPriorRate = false,
        };

    /// <param name="worlds">Names of worlds; all when empty.</param>
    /// <param name="options">Those of the reference when null.</param>
    public static SimulationReport Run(
        SelectionMode mode,
        int runs,
        IReadOnlyCollection<string>? worlds = null,
        SatiationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(runs);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(runs, MostRuns);
        var chosen = worlds is { Count: > 0 }
            ? [.. Worlds.Where(w => worlds.Contains(w.Name, StringComparer.Ordinal))]
            : Worlds;
        return new SimulationReport(
            WireName.Of(mode),
            runs,
            [
                .. chosen.Select(w =>
                    Play(w.Name, w.Kind, mode, options ?? Reference, runs, cancellationToken)
                ),
            ]
        );
    }

    private static SimulatedWorld Play(
        string name,
        FatigueWorldKind kind,
        SelectionMode mode,
        SatiationOptions options,
        int runs,
        CancellationToken cancellationToken
    )
    {
        var oracles = Oracles(kind)
            .Select(o =>
                (
                    Kind: o,
                    Results: All(
                        kind,
                        runs,
                        (world, _) => new OracleChooser(world, o),
                        cancellationToken
                    )
                )
            )
            .ToList();
        var best = oracles.MaxBy(o => o.Results.Average(r => r.Reward));
        var results = All(
            kind,
            runs,
            (world, run) => new PolicyChooser(world, mode, options, run),
            cancellationToken
        );
        var shares = results.Select((r, i) => 100 * r.Reward / best.Results[i].Reward).ToArray();
        return new SimulatedWorld(
            name,
            shares.Average(),
            HalfWidth(shares),
            results.Average(r => r.Reward),
            100.0 * results.Sum(r => (long)r.Violations) / Selections(runs),
            100.0
                * results.Sum(r => (long)r.DuplicateSlates)
                / (Selections(runs) / FatigueWorld.Slots),
            results.Average(r => r.EffectiveFamilies),
            WireName.Of(best.Kind),
            oracles.ToDictionary(
                o => WireName.Of(o.Kind),
                o => o.Results.Average(r => r.Reward),
                StringComparer.Ordinal
            )
        );
    }

    private static OracleKind[] Oracles(FatigueWorldKind kind) =>
        kind is FatigueWorldKind.Rested or FatigueWorldKind.FreshTexts
            ? [OracleKind.Myopic, OracleKind.Capped, OracleKind.Marginal]
            : [OracleKind.Myopic, OracleKind.Capped];

    private static RunResult[] All(
        FatigueWorldKind kind,
        int runs,
        Func<FatigueWorld, int, ISimulatedChooser> chooser,
        CancellationToken cancellationToken
    )
    {
        var results = new RunResult[runs];
        Parallel.For(
            0,
            runs,
            new ParallelOptions { CancellationToken = cancellationToken },
            run =>
            {
                var world = new FatigueWorld(kind, run);
                results[run] = new SimulatedRun(world, chooser(world, run)).Run();
            }
        );
        return results;
    }

    private static double Selections(int runs) =>
        (double)runs * FatigueWorld.Decisions * FatigueWorld.Slots;

    private static double HalfWidth(double[] values)
    {
        var mean = values.Average();
        var variance = values.Sum(v => (v - mean) * (v - mean)) / values.Length;
        return 1.96 * Math.Sqrt(variance / values.Length);
    }
}
