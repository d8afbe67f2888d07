namespace Motif.Code.Quality;

/// <summary>What was measured of a unit; null is unmeasured.</summary>
/// <param name="Documentation">0 to 1.</param>
/// <param name="Coverage">Share of executed lines, 0 to 1.</param>
/// <param name="ReusedInFiles">Distinct files, tests apart, that import, call or contain it.</param>
/// <param name="Coupling">CBO: classes it is coupled to.</param>
/// <param name="Cohesion">0 to 1.</param>
/// <param name="MaintainabilityIndex">Without comments, 0 to 100.</param>
public sealed record QualityMeasures(
    int? Complexity,
    double? Documentation,
    double? Coverage = null,
    int? ReusedInFiles = null,
    int? Coupling = null,
    double? Cohesion = null,
    double? MaintainabilityIndex = null
);

/// <summary>
/// How measures become components of 0 to 1. Quality = .30 complexity + .20 documentation + .20 coverage + .15 reuse +
/// .15 maintainability, over what was measured.
/// </summary>
public sealed class QualityProfile
{
    /// <summary>Coupling above which Chidamber and Kemerer's classes grow fault-prone (Sahraoui et al. 2000).</summary>
    private const int MaxCoupling = 14;

    private const int LowCoupling = 5;
    private const double HighCohesion = 0.75;

    /// <summary>The name of the component that counts users.</summary>
    public const string Reuse = "reuse";

    private readonly Func<int, double> _complexity;
    private readonly Func<int, double> _reuse;
    private readonly Func<QualityMeasures, double?> _maintainability;

    private QualityProfile(
        string name,
        Func<int, double> complexity,
        Func<int, double> reuse,
        Func<QualityMeasures, double?> maintainability
    )
    {
        Name = name;
        _complexity = complexity;
        _reuse = reuse;
        _maintainability = maintainability;
    }

    /// <summary>
    /// Steps: complexity below 10 is 1, to 20 .7, above .4; documentation ½ text + ½ types; reuse in one file .3, in up to five .6, in
    /// more 1; maintainability ½ low coupling + ½ high cohesion.
    /// </summary>
    public static QualityProfile Seed { get; } =
        new(
            "seed",
            complexity =>
                complexity < 10 ? 1
                : complexity <= 20 ? 0.7
                : 0.4,
            files =>
                files == 1 ? 0.3
                : files <= 5 ? 0.6
                : 1,
            measures =>
                Mean(
                    measures.Coupling is { } c ? (c <= LowCoupling ? 1 : 0) : null,
                    measures.Cohesion is { } h ? (h >= HighCohesion ? 1 : 0) : null
                )
        );

    /// <summary>
    /// Straight lines between the points, so that two units of unlike quality seldom score alike; the default. Maintainability is
    /// the mean of what is measured of low coupling, cohesion and the maintainability index: the first two alone are one value for
    /// most functions, which are of a few lines.
    /// </summary>
    public static QualityProfile Graded { get; } =
        new(
            "graded",
            complexity =>
                complexity switch
                {
                    <= 5 => 1,
                    <= 10 => Between(complexity, 5, 1, 10, 0.85),
                    <= 20 => Between(complexity, 10, 0.85, 20, 0.6),
                    <= 40 => Between(complexity, 20, 0.6, 40, 0.2),
                    _ => Math.Max(0, 0.2 * (1 - ((complexity - 40) / 40d))),
                },
            files =>
                files switch
                {
                    <= 5 => Between(files, 1, 0.3, 5, 0.6),
                    <= 20 => Between(files, 5, 0.6, 20, 1),
                    _ => 1,
                },
            measures =>
                Mean(
                    measures.Coupling is { } c ? Math.Clamp((MaxCoupling - c) / 9d, 0, 1) : null,
                    measures.Cohesion,
                    measures.MaintainabilityIndex / 100
                )
        );

    /// <summary>What every profile weighs, and how much.</summary>
    public static IReadOnlyList<(string Name, double Weight)> Weights { get; } =
    [
        ("complexity", 0.30),
        ("documentation", 0.20),
        ("coverage", 0.20),
        (Reuse, 0.15),
        ("maintainability", 0.15),
    ];

    /// <summary>The profile that measured what has its name.</summary>
    public static QualityProfile Named(string name) => name == Seed.Name ? Seed : Graded;

    public string Name { get; }

    public bool IsGraded => ReferenceEquals(this, Graded);

    public Motif.Quality Of(QualityMeasures measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        double?[] values =
        [
            measures.Complexity is { } complexity ? _complexity(complexity) : null,
            measures.Documentation,
            measures.Coverage,
            ReuseOf(measures.ReusedInFiles),
            _maintainability(measures),
        ];
        return Motif.Quality.Measure(
            Name,
            [.. Weights.Zip(values, (w, value) => (w.Name, w.Weight, Rounded(value)))]
        );
    }

    /// <summary>What nobody was seen to use is unmeasured, never reused.</summary>
    public double? ReuseOf(int? files) => files is null or 0 ? null : _reuse(files.Value);

    /// <summary>Four places, as the score has: less than the measures are good for, and the same on every machine.</summary>
    private static double? Rounded(double? value) => value is { } v ? Math.Round(v, 4) : null;

    private static double Between(int value, int low, double atLow, int high, double atHigh) =>
        atLow + ((atHigh - atLow) * (value - low) / (high - low));

    private static double? Mean(params ReadOnlySpan<double?> values)
    {
        var sum = 0d;
        var count = 0;
        foreach (var value in values)
        {
            if (value is not { } measured)
                continue;
            (sum, count) = (sum + measured, count + 1);
        }
        return count == 0 ? null : sum / count;
    }
}
