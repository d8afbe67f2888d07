namespace Motif.Statistics;

/// <summary>
/// A test of a mean that may be looked at after every observation: the mixture sequential probability ratio test (Robbins 1970;
/// Johari, Pekelis and Walsh 2015), its variance taken from the data (asymptotic confidence sequences: Waudby-Smith, Arbour,
/// Sinha, Kennedy and Ramdas 2021). With the effect mixed over N(0, r·s²), s² the variance of one observation, the evidence at
/// n observations against no effect is Λ = (1 + nr)^−½ · exp(z²/2 · nr/(1 + nr)), z the estimate over its standard error; it
/// exceeds 1/α ever with probability α at most, about so once the estimate is normal.
/// </summary>
/// <param name="r">Above 0; the larger, the sooner large effects and the later small ones are seen.</param>
public sealed class NormalMixture(double r)
{
    /// <summary>
    /// The mixture whose interval is narrowest at so many observations: r = (−2 ln α + ln(−2 ln α) + 1)/n, its closed approximation
    /// (the same paper, appendix on the choice of ρ). To be set before the data are looked at.
    /// </summary>
    public static NormalMixture NarrowestAt(double observations, double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(observations);
        var twice = -2 * Math.Log(alpha);
        return new NormalMixture((twice + Math.Log(twice) + 1) / observations);
    }

    /// <summary>1/Λ, at most 1: of this look alone; the least of all looks is the p of the sequence.</summary>
    public double P(double z, double observations)
    {
        var information = observations * r;
        var log = (z * z / 2 * information / (1 + information)) - (0.5 * Math.Log(1 + information));
        return Math.Min(1, Math.Exp(-log));
    }

    /// <summary>
    /// How many standard errors the interval of level 1 − α reaches to each side; it excludes 0 exactly where
    /// <see cref="P"/> is below α.
    /// </summary>
    public double Reach(double observations, double alpha)
    {
        var information = observations * r;
        return Math.Sqrt(
            (1 + information) / information * (Math.Log(1 + information) - (2 * Math.Log(alpha)))
        );
    }
}
