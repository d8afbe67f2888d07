using Motif.Numerics;

namespace Motif.Statistics;

/// <summary>Draws from Gamma and Beta distributions (Marsaglia and Tsang 2000).</summary>
public static class GammaDraws
{
    /// <summary>Below this shape most draws are smaller than the smallest double: only their logarithms can be compared.</summary>
    private const double LeastPlainShape = 0.05;

    /// <summary>A draw from Gamma(shape, rate 1).</summary>
    public static double NextGamma(this SeededRandom random, double shape)
    {
        ArgumentNullException.ThrowIfNull(random);
        return shape >= 1 ? Squeeze(random, shape) : Math.Exp(LogGamma(random, shape));
    }

    /// <summary>A draw from Beta(a, b) as X/(X+Y) of two Gammas.</summary>
    public static double NextBeta(this SeededRandom random, double a, double b)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (a >= LeastPlainShape && b >= LeastPlainShape)
        {
            var x = random.NextGamma(a);
            return x / (x + random.NextGamma(b));
        }
        var (logX, logY) = (LogGamma(random, a), LogGamma(random, b));
        var most = Math.Max(logX, logY);
        return Math.Exp(logX - most) / (Math.Exp(logX - most) + Math.Exp(logY - most));
    }

    /// <summary>ln of a draw from Gamma(shape, 1); below 1 by Gamma(shape + 1)·U^(1/shape).</summary>
    private static double LogGamma(SeededRandom random, double shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape);
        return shape >= 1
            ? Math.Log(Squeeze(random, shape))
            : Math.Log(Squeeze(random, shape + 1)) + (Math.Log(1 - random.NextDouble()) / shape);
    }

    private static double Squeeze(SeededRandom random, double shape)
    {
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x,
                v;
            do
            {
                x = random.NextNormal();
                v = 1 + (c * x);
            } while (v <= 0);
            v = v * v * v;
            var u = 1 - random.NextDouble();
            if (
                u < 1 - (0.0331 * x * x * x * x)
                || Math.Log(u) < (0.5 * x * x) + (d * (1 - v + Math.Log(v)))
            )
                return d * v;
        }
    }
}
