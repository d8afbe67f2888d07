namespace Motif.Statistics;

/// <summary>
/// A test of a mean of few observations whose variance nobody knows, to be looked at after each: the sequential t-test with the
/// effect in standard deviations mixed over N(0, 1/c) (Lindon, Ham, Tingley and Bojinov 2022, "Anytime-valid linear models";
/// Wang and Ramdas 2023). The evidence at n observations is
/// Λ = √(c/(c + n)) · ((1 + t²/(n − 1)) / (1 + c/(c + n)·t²/(n − 1)))^(n/2), exact for normal observations and on the safe side for
/// symmetric ones of longer tails.
/// </summary>
/// <param name="c">Above 0; the larger, the smaller the effects it is made for.</param>
public sealed class StudentMixture(double c)
{
    /// <summary>Made for about so many observations: (−2 ln α + ln(−2 ln α) + 1)·c = n, as for <see cref="NormalMixture"/>.</summary>
    public static StudentMixture For(double observations, double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(observations);
        var twice = -2 * Math.Log(alpha);
        return new StudentMixture(observations / (twice + Math.Log(twice) + 1));
    }

    /// <summary>1/Λ, at most 1; 1 with fewer than two observations.</summary>
    /// <param name="t">The mean over its standard error.</param>
    public double P(double t, int observations)
    {
        if (observations < 2)
            return 1;
        var (left, square) = (c / (c + observations), t * t / (observations - 1));
        var log =
            (0.5 * Math.Log(left))
            + (observations / 2.0 * (Math.Log(1 + square) - Math.Log(1 + (left * square))));
        return Math.Min(1, Math.Exp(-log));
    }

    /// <summary>How many standard errors the interval of level 1 − α reaches; null where so few observations bound nothing.</summary>
    public double? Reach(int observations, double alpha)
    {
        if (observations < 2)
            return null;
        // P(t) = α solved for t²: with q = (1/(α²·left))^(1/n), (1 + s)/(1 + left·s) = q.
        var left = c / (c + observations);
        var q = Math.Exp((-2 * Math.Log(alpha) - Math.Log(left)) / observations);
        return q * left >= 1 ? null : Math.Sqrt((q - 1) / (1 - (q * left)) * (observations - 1));
    }
}
