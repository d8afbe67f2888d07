using MathNet.Numerics.Distributions;

namespace Motif.Statistics;

/// <summary>
/// Whether a series rises or falls, whatever its shape (Mann 1945, Kendall 1975): S = Σ over i &lt; j of sign(yⱼ − yᵢ), its variance
/// (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5))/18 with ties of t, z = (S ∓ 1)/√Var. Its values are taken to be independent of each
/// other.
/// </summary>
/// <param name="Tau">S over the number of pairs: −1 falls all the way, 1 rises all the way.</param>
/// <param name="P">Two-sided.</param>
/// <param name="Slope">The median of all slopes between two values (Sen 1968), per step.</param>
public sealed record MannKendall(double Tau, double P, double Slope)
{
    /// <summary>With fewer the normal approximation does not hold.</summary>
    public const int NeededValues = 8;

    /// <summary>Null with fewer than <see cref="NeededValues"/>.</summary>
    public static MannKendall? Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var n = values.Count;
        if (n < NeededValues)
            return null;
        var sum = 0;
        var slopes = new List<double>(n * (n - 1) / 2);
        for (var i = 0; i < n; i++)
        for (var j = i + 1; j < n; j++)
        {
            sum += Math.Sign(values[j] - values[i]);
            slopes.Add((values[j] - values[i]) / (j - i));
        }
        slopes.Sort();
        var variance = Scale(n);
        foreach (var tie in values.GroupBy(v => v))
            variance -= Scale(tie.Count());
        var z = variance <= 0 ? 0 : (sum - Math.Sign(sum)) / Math.Sqrt(variance / 18);
        return new MannKendall(
            sum / (double)slopes.Count,
            2 * Normal.CDF(0, 1, -Math.Abs(z)),
            (slopes[(slopes.Count - 1) / 2] + slopes[slopes.Count / 2]) / 2
        );
    }

    private static double Scale(int n) => (double)n * (n - 1) * ((2 * n) + 5);
}
