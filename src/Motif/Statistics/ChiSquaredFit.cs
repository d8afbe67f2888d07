namespace Motif.Statistics;

/// <summary>How far counts are from the shares that were wanted: χ² = Σ(nᵢ − N·wᵢ)²/(N·wᵢ) with k − 1 degrees of freedom (Pearson 1900).</summary>
/// <param name="Statistic">0 where the counts are as wanted.</param>
/// <param name="P">Of so large a statistic by chance; for one look alone.</param>
public sealed record ChiSquaredFit(double Statistic, double P)
{
    /// <param name="counts">At least two, at least 0.</param>
    /// <param name="shares">Above 0, of any sum.</param>
    /// <returns>No distance and p 1 without a count.</returns>
    public static ChiSquaredFit Of(IReadOnlyList<long> counts, IReadOnlyList<double> shares)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(shares);
        if (counts.Count != shares.Count || counts.Count < 2)
            throw new ArgumentException("two or more counts, and a share for each", nameof(counts));
        var (total, whole) = ((double)counts.Sum(), shares.Sum());
        if (total == 0)
            return new ChiSquaredFit(0, 1);
        var statistic = 0.0;
        for (var i = 0; i < counts.Count; i++)
        {
            var expected = total * shares[i] / whole;
            statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        return new ChiSquaredFit(statistic, Upper(counts.Count - 1, statistic));
    }

    /// <summary>The upper tail, to the last digit: 1 − CDF is zero where it is small.</summary>
    private static double Upper(int degrees, double statistic) =>
        statistic <= 0
            ? 1
            : MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(degrees / 2.0, statistic / 2);
}
