namespace Motif.Statistics;

/// <summary>
/// How strong an unseen common cause would have to be, as a ratio to both, to explain a ratio away: RR + √(RR·(RR − 1))
/// (VanderWeele and Ding 2017). 1 says that nothing is needed.
/// </summary>
public static class EValue
{
    /// <param name="ratio">Above 0; .5 is as far from 1 as 2.</param>
    public static double Of(double ratio)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ratio);
        var above = ratio < 1 ? 1 / ratio : ratio;
        return above + Math.Sqrt(above * (above - 1));
    }

    /// <summary>Of the end of an interval that is nearer to 1; 1 where the interval touches 1.</summary>
    public static double OfInterval(double low, double high) =>
        low <= 1 && high >= 1 ? 1 : Of(low > 1 ? low : high);
}
