using MathNet.Numerics.Distributions;

namespace Motif.Discovery.Mining;

/// <summary>
/// An effect that differs from channel to channel: its mean over channels, how much it differs, and what to expect of a channel
/// not seen yet (DerSimonian and Laird 1986; prediction interval of Higgins, Thompson and Spiegelhalter 2009 with k − 2 degrees of
/// freedom).
/// </summary>
/// <param name="Mean">On the log scale.</param>
/// <param name="Error">Of the mean.</param>
/// <param name="Tau">Standard deviation between channels, beyond chance.</param>
/// <param name="ISquared">The share of the differences that chance does not explain, 0 to 1.</param>
/// <param name="P">Of the differences being chance (Cochran's Q).</param>
/// <param name="Low">Lower end for a new channel at 95 %; null with fewer than three channels.</param>
internal sealed record RandomEffects(
    double Mean,
    double Error,
    double Tau,
    double ISquared,
    double P,
    double? Low,
    double? High
)
{
    public static RandomEffects Of(EffectSums sums, double[] unitVariance)
    {
        var (w, wb, w2) = (0.0, 0.0, 0.0);
        foreach (var unit in sums.Units)
        {
            var weight = Weight(unit, unitVariance, 0);
            w += weight;
            wb += weight * unit.Effect;
            w2 += weight * weight;
        }
        var common = wb / w;
        var q = sums.Units.Sum(u =>
            Weight(u, unitVariance, 0) * (u.Effect - common) * (u.Effect - common)
        );
        var k = sums.Units.Count;
        var spread = k < 2 ? 0 : Math.Max(0, (q - (k - 1)) / (w - (w2 / w)));
        var weights = sums.Units.Sum(u => Weight(u, unitVariance, spread));
        var mean = sums.Units.Sum(u => Weight(u, unitVariance, spread) * u.Effect) / weights;
        var error = Math.Sqrt(1 / weights);
        var reach =
            k < 3
                ? (double?)null
                : StudentT.InvCDF(0, 1, k - 2, 0.975) * Math.Sqrt(spread + (error * error));
        return new RandomEffects(
            mean,
            error,
            Math.Sqrt(spread),
            q <= 0 ? 0 : Math.Max(0, (q - (k - 1)) / q),
            k < 2 ? 1 : 1 - ChiSquared.CDF(k - 1, q),
            mean - reach,
            mean + reach
        );
    }

    private static double Weight(in UnitSums unit, double[] unitVariance, double spread) =>
        1 / ((Math.Max(unitVariance[unit.Unit], 1e-12) / unit.Square) + spread);
}
