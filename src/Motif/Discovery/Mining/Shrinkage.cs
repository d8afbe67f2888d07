namespace Motif.Discovery.Mining;

/// <summary>
/// Empirical Bayes with a mixture (Stephens 2017, "False discovery rates: a new deal"): the effects of one family in one layer come
/// from normal distributions around 0 of widths 0, σ₁, √2·σ₁ …, whose shares are fitted to all of them by expectation and
/// maximisation. Each effect is then drawn in by its own noise. Of many effects the largest are large by luck too; and where nearly
/// all are nothing, one large and certain effect stays what it is, which a single normal distribution would not let it.
/// </summary>
internal sealed class Shrinkage
{
    private const int Passes = 200;
    private const double Enough = 1e-7;

    /// <summary>Widths of the components, 0 first.</summary>
    private readonly double[] _widths;
    private readonly double[] _shares;

    private Shrinkage(double[] widths, double[] shares) => (_widths, _shares) = (widths, shares);

    /// <param name="effects">With their errors, above 0.</param>
    public static Shrinkage Of(IReadOnlyCollection<(double Effect, double Error)> effects)
    {
        var widths = Widths(effects);
        var shares = new double[widths.Length];
        Array.Fill(shares, 1.0 / widths.Length);
        var fit = new Shrinkage(widths, shares);
        var posterior = new double[widths.Length];
        for (var pass = 0; pass < Passes && effects.Count > 0; pass++)
        {
            var next = new double[widths.Length];
            foreach (var (effect, error) in effects)
            {
                fit.Posterior(effect, error, posterior);
                for (var k = 0; k < next.Length; k++)
                    next[k] += posterior[k] / effects.Count;
            }
            var moved = 0.0;
            for (var k = 0; k < next.Length; k++)
            {
                moved = Math.Max(moved, Math.Abs(next[k] - shares[k]));
                shares[k] = next[k];
            }
            if (moved < Enough)
                break;
        }
        return fit;
    }

    /// <summary>What to expect of an effect that was measured so.</summary>
    public double Of(double effect, double error)
    {
        var posterior = new double[_widths.Length];
        Posterior(effect, error, posterior);
        var mean = 0.0;
        for (var k = 0; k < posterior.Length; k++)
            mean += posterior[k] * Share(k, error) * effect;
        return mean;
    }

    /// <summary>Variance that is left once the effect was seen.</summary>
    public double Left(double effect, double error)
    {
        var posterior = new double[_widths.Length];
        Posterior(effect, error, posterior);
        var (mean, square) = (0.0, 0.0);
        for (var k = 0; k < posterior.Length; k++)
        {
            var share = Share(k, error);
            mean += posterior[k] * share * effect;
            square += posterior[k] * ((share * error * error) + (share * effect * share * effect));
        }
        return Math.Max(0, square - (mean * mean));
    }

    private double Share(int component, double error)
    {
        var variance = _widths[component] * _widths[component];
        return variance / (variance + (error * error));
    }

    /// <summary>How likely the effect comes from each component.</summary>
    private void Posterior(double effect, double error, double[] posterior)
    {
        var most = double.NegativeInfinity;
        for (var k = 0; k < posterior.Length; k++)
        {
            var variance = (_widths[k] * _widths[k]) + (error * error);
            posterior[k] =
                _shares[k] <= 0
                    ? double.NegativeInfinity
                    : Math.Log(_shares[k])
                        - (0.5 * (Math.Log(variance) + (effect * effect / variance)));
            most = Math.Max(most, posterior[k]);
        }
        var sum = 0.0;
        for (var k = 0; k < posterior.Length; k++)
            sum += posterior[k] = Math.Exp(posterior[k] - most);
        for (var k = 0; k < posterior.Length; k++)
            posterior[k] /= sum;
    }

    /// <summary>From a tenth of the least error to twice the widest that the effects can have.</summary>
    private static double[] Widths(IReadOnlyCollection<(double Effect, double Error)> effects)
    {
        var widths = new List<double> { 0 };
        if (effects.Count == 0)
            return [.. widths];
        var least = effects.Min(e => e.Error) / 10;
        var most =
            2
            * Math.Sqrt(Math.Max(0, effects.Max(e => (e.Effect * e.Effect) - (e.Error * e.Error))));
        for (var width = least; width < Math.Max(most, 8 * least); width *= Math.Sqrt(2))
            widths.Add(width);
        return [.. widths];
    }
}
