namespace Motif;

/// <summary>
/// What a pattern did: a Beta posterior over its outcomes. With s successes, f failures and the mean p₀
/// of its type, success ~ Beta(m·p₀ + s, m·(1 − p₀) + f), m = <see cref="PriorStrength"/>.
/// </summary>
/// <param name="Successes">Outcomes that succeeded.</param>
/// <param name="Failures">Outcomes that failed.</param>
/// <param name="PriorMean">The mean success of the type, 0 to 1 exclusive; ½ where the type has no outcome yet.</param>
public sealed record SuccessPosterior(int Successes, int Failures, double PriorMean = 0.5)
{
    /// <summary>How many imagined outcomes the prior weighs.</summary>
    public const double PriorStrength = 8;

    /// <summary>Raw share of successes; null without outcomes.</summary>
    public double? Rate =>
        Successes + Failures == 0 ? null : (double)Successes / (Successes + Failures);

    /// <summary>Mean of the posterior.</summary>
    public double Mean => Alpha / (Alpha + Beta);

    /// <summary>The central 90 % of the posterior: [5 %, 95 %].</summary>
    public IReadOnlyList<double> Ci90 =>
        [
            Math.Round(MathNet.Numerics.Distributions.Beta.InvCDF(Alpha, Beta, 0.05), 4),
            Math.Round(MathNet.Numerics.Distributions.Beta.InvCDF(Alpha, Beta, 0.95), 4),
        ];

    private double Alpha => (PriorStrength * PriorMean) + Successes;

    private double Beta => (PriorStrength * (1 - PriorMean)) + Failures;

    /// <summary>
    /// The mean of a type with that many outcomes, held off 0 and 1 by one imagined outcome each (Laplace).
    /// </summary>
    public static double TypeMean(long successes, long failures) =>
        (successes + 1d) / (successes + failures + 2d);
}
