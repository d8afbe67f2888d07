using System.Text.Json.Serialization;

namespace Motif;

/// <summary>
/// What a pattern did: a Beta posterior over its outcomes. With weighed successes s and failures f (<see cref="OutcomeWeight"/>)
/// and the mean p₀ of its type, success ~ Beta(m·p₀ + s, m·(1 − p₀) + f), m = <see cref="PriorStrength"/>.
/// </summary>
/// <param name="Successes">Outcomes that succeeded.</param>
/// <param name="Failures">Outcomes that failed.</param>
/// <param name="PriorMean">The mean success of the type's patterns, 0 to 1 exclusive; ½ where none has an outcome yet.</param>
public sealed record SuccessPosterior(int Successes, int Failures, double PriorMean = 0.5)
{
    /// <summary>How many imagined outcomes the prior weighs.</summary>
    public const double PriorStrength = 8;

    /// <summary>What the successes count: those of one actor on one day say less the more they are.</summary>
    public double WeighedSuccesses { get; init; } = Successes;

    /// <summary>What the failures count.</summary>
    public double WeighedFailures { get; init; } = Failures;

    /// <summary>Raw share of successes; null without outcomes.</summary>
    public double? Rate =>
        Successes + Failures == 0 ? null : (double)Successes / (Successes + Failures);

    /// <summary>Mean of the posterior.</summary>
    public double Mean => Alpha / (Alpha + Beta);

    /// <summary>
    /// How far it works where it fits, (m + s)/(m + s + f): 1 before any outcome, for whatever fits is believed to work until it
    /// does not, and towards its own rate with many. <see cref="Mean"/> begins with what the type did, which fitting has no part in.
    /// </summary>
    [JsonIgnore]
    public double Trust =>
        (PriorStrength + WeighedSuccesses) / (PriorStrength + WeighedSuccesses + WeighedFailures);

    /// <summary>The central 90 % of the posterior: [5 %, 95 %].</summary>
    public IReadOnlyList<double> Ci90 =>
        [
            Math.Round(MathNet.Numerics.Distributions.Beta.InvCDF(Alpha, Beta, 0.05), 4),
            Math.Round(MathNet.Numerics.Distributions.Beta.InvCDF(Alpha, Beta, 0.95), 4),
        ];

    private double Alpha => (PriorStrength * PriorMean) + WeighedSuccesses;

    private double Beta => (PriorStrength * (1 - PriorMean)) + WeighedFailures;

    /// <summary>
    /// The mean of a type over its patterns, each with at most one voice, held off 0 and 1 by one imagined pattern each (Laplace).
    /// </summary>
    /// <param name="successes">Sum of the patterns' rates, each times its weight.</param>
    /// <param name="weight">Sum of the weights.</param>
    public static double TypeMean(double successes, double weight) =>
        (successes + 1) / (weight + 2);
}
