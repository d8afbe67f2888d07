using Motif.Content.Fatigue;
using Motif.Content.Selection;

namespace Motif.Content.Simulation;

/// <summary>How a policy did in one world.</summary>
/// <param name="World">S, R, D, W or C of the benchmark's definition; B, A, Z, L or O beside them.</param>
/// <param name="PercentOfOracle">Its reward in percent of the best oracle's, mean over runs.</param>
/// <param name="Ci95">Half the width of the 95 % interval of that.</param>
/// <param name="Violations">Percent of slots whose family had been used to its cap.</param>
/// <param name="DuplicateSlates">Percent of slates that repeat a family.</param>
/// <param name="EffectiveFamilies">Mean over weeks of exp(Shannon entropy) of the families' shares.</param>
/// <param name="PercentByRun">The share of every run, to compare policies world for world.</param>
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
    IReadOnlyDictionary<string, double> Oracles,
    [property: System.Text.Json.Serialization.JsonIgnore] IReadOnlyList<double> PercentByRun
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

    /// <summary>Those of the benchmark's definition stand first.</summary>
    private static readonly (string Name, FatigueWorldKind Kind)[] Worlds =
    [
        ("S", FatigueWorldKind.Stationary),
        ("R", FatigueWorldKind.Rested),
        ("D", FatigueWorldKind.Declining),
        ("W", FatigueWorldKind.Windowed),
        ("C", FatigueWorldKind.FreshTexts),
        ("B", FatigueWorldKind.Rebounding),
        ("A", FatigueWorldKind.Rotting),
        ("Z", FatigueWorldKind.Sleeping),
        ("L", FatigueWorldKind.Late),
        ("O", FatigueWorldKind.Overdispersed),
    ];

    private const int Defined = 5;

    public static IReadOnlyList<string> WorldNames { get; } = [.. Worlds.Select(w => w.Name)];

    /// <summary>What the benchmark's reference policies believe.</summary>
    public static SatiationOptions Reference { get; } =
        new()
        {
            Cells = SatiationCells.Standard,
            Overdispersion = 0,
            LearnsPriorRate = false,
            Sharpness = 1,
            Emphasis = 0,
        };

    /// <param name="worlds">Names of worlds; the five of the definition when empty.</param>
    /// <param name="options">Those of the reference when null.</param>
    /// <param name="firstRun">Another beginning gives other worlds: what was chosen on some is proved on others.</param>
    public static SimulationReport Run(
        SelectionMode mode,
        int runs,
        IReadOnlyCollection<string>? worlds = null,
        SatiationOptions? options = null,
        int firstRun = 0,
        CancellationToken cancellationToken = default
    ) =>
        Report(
            WireName.Of(mode),
            (world, run) => new PolicyChooser(world, mode, options ?? Reference, run),
            Chosen(worlds),
            new Span(firstRun, runs, FatigueWorld.StandardDays),
            cancellationToken
        );

    /// <summary>The same for a rule of the literature.</summary>
    public static SimulationReport RunPeer(
        SimulatedPeer peer,
        int runs,
        IReadOnlyCollection<string>? worlds = null,
        int firstRun = 0,
        CancellationToken cancellationToken = default
    ) =>
        Report(
            WireName.Of(peer),
            (_, run) => PeerChooser.Of(peer, run),
            Chosen(worlds),
            new Span(firstRun, runs, FatigueWorld.StandardDays),
            cancellationToken
        );

    /// <summary>Mean regret against the best oracle of the world up to each of the days, over runs of as many days.</summary>
    public static IReadOnlyList<double> Regret(
        SelectionMode mode,
        string world,
        SatiationOptions options,
        int runs,
        IReadOnlyList<int> days,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(days);
        var kind = Chosen([world])[0].Kind;
        var span = new Span(0, runs, days.Max());
        var best = Oracles(kind, span, cancellationToken)
            .MaxBy(o => o.Results.Average(r => r.Reward));
        var results = All(
            kind,
            span,
            (played, run) => new PolicyChooser(played, mode, options, run),
            cancellationToken
        );
        return
        [
            .. days.Select(day =>
                best.Results.Average(r => Until(r, day)) - results.Average(r => Until(r, day))
            ),
        ];
    }

    private static double Until(RunResult result, int day) =>
        result.Rewards.Take(day * FatigueWorld.PerDay).Sum();

    private static (string Name, FatigueWorldKind Kind)[] Chosen(
        IReadOnlyCollection<string>? names
    ) =>
        names is { Count: > 0 }
            ? [.. Worlds.Where(w => names.Contains(w.Name, StringComparer.Ordinal))]
            : Worlds[..Defined];

    private static SimulationReport Report(
        string policy,
        Func<FatigueWorld, int, ISimulatedChooser> chooser,
        (string Name, FatigueWorldKind Kind)[] worlds,
        Span span,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(span.Runs, nameof(span));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.Runs, MostRuns, nameof(span));
        return new SimulationReport(
            policy,
            span.Runs,
            [.. worlds.Select(w => Play(w.Name, w.Kind, chooser, span, cancellationToken))]
        );
    }

    private static SimulatedWorld Play(
        string name,
        FatigueWorldKind kind,
        Func<FatigueWorld, int, ISimulatedChooser> chooser,
        Span span,
        CancellationToken cancellationToken
    )
    {
        var oracles = Oracles(kind, span, cancellationToken);
        var best = oracles.MaxBy(o => o.Results.Average(r => r.Reward));
        var results = All(kind, span, chooser, cancellationToken);
        var shares = results.Select((r, i) => 100 * r.Reward / best.Results[i].Reward).ToArray();
        var decisions = (double)span.Runs * span.Days * FatigueWorld.PerDay;
        return new SimulatedWorld(
            name,
            shares.Average(),
            HalfWidth(shares),
            results.Average(r => r.Reward),
            100.0 * results.Sum(r => (long)r.Violations) / (decisions * FatigueWorld.Slots),
            100.0 * results.Sum(r => (long)r.DuplicateSlates) / decisions,
            results.Average(r => r.EffectiveFamilies),
            WireName.Of(best.Kind),
            oracles.ToDictionary(
                o => WireName.Of(o.Kind),
                o => o.Results.Average(r => r.Reward),
                StringComparer.Ordinal
            ),
            shares
        );
    }

    private static List<(OracleKind Kind, RunResult[] Results)> Oracles(
        FatigueWorldKind kind,
        Span span,
        CancellationToken cancellationToken
    )
    {
        OracleKind[] kinds = new FatigueWorld(kind, 0, 1).HasDecay
            ? [OracleKind.Myopic, OracleKind.Capped, OracleKind.Marginal]
            : [OracleKind.Myopic, OracleKind.Capped];
        return
        [
            .. kinds.Select(o =>
                (o, All(kind, span, (world, _) => new OracleChooser(world, o), cancellationToken))
            ),
        ];
    }

    private static RunResult[] All(
        FatigueWorldKind kind,
        Span span,
        Func<FatigueWorld, int, ISimulatedChooser> chooser,
        CancellationToken cancellationToken
    )
    {
        var results = new RunResult[span.Runs];
        Parallel.For(
            0,
            span.Runs,
            new ParallelOptions { CancellationToken = cancellationToken },
            place =>
            {
                var run = span.First + place;
                var world = new FatigueWorld(kind, run, span.Days);
                results[place] = new SimulatedRun(world, chooser(world, run)).Run();
            }
        );
        return results;
    }

    private static double HalfWidth(double[] values)
    {
        var mean = values.Average();
        var variance = values.Sum(v => (v - mean) * (v - mean)) / values.Length;
        return 1.96 * Math.Sqrt(variance / values.Length);
    }

    /// <summary>Which worlds are played, and for how long.</summary>
    private readonly record struct Span(int First, int Runs, int Days);
}
