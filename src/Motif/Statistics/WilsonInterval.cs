namespace Motif.Statistics;

/// <summary>
/// The interval of a share at 95 %: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n), z = 1.96 (Wilson 1927). It stays
/// inside 0 to 1 and is honest with few observations.
/// </summary>
public sealed record WilsonInterval(double Low, double High)
{
    private const double Z = 1.959963984540054;

    /// <summary>Null without an observation.</summary>
    public static WilsonInterval? Of(long successes, long failures)
    {
        var n = (double)(successes + failures);
        if (n <= 0)
            return null;
        var share = successes / n;
        var middle = share + (Z * Z / (2 * n));
        var reach = Z * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n)));
        var scale = 1 + (Z * Z / n);
        return new WilsonInterval(
            Math.Max(0, (middle - reach) / scale),
            Math.Min(1, (middle + reach) / scale)
        );
    }
}
