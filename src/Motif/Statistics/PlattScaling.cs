namespace Motif.Statistics;

/// <summary>
/// Stage 1 (Platt 1999): logit' = slope·logit + offset, the slope drawn towards 1 and the offset towards 0, so that few labels
/// correct the prior map and cannot overturn it.
/// </summary>
/// <param name="Slope">At least 0: order is kept.</param>
/// <param name="Offset">Added log-odds.</param>
public sealed record PlattScaling(double Slope, double Offset)
{
    public const int FewestLabels = 50;

    /// <summary>
    /// Results of one request are judged together and say much the same, so that ten labels are worth a few: the ridge is three
    /// times that of independent ones. Leaving every judged set out in turn chose it.
    /// </summary>
    private const double SlopeRidge = 12.0;

    private const double OffsetRidge = 3.0;
    private const int MostSteps = 100;

    public double Scale(double logit) => (Slope * logit) + Offset;

    /// <summary>Maximises the likelihood less 6·(slope − 1)² + 1½·offset² by Newton's method, steps halved until they help.</summary>
    internal static PlattScaling Fit(IReadOnlyList<(double Logit, bool Useful)> labels)
    {
        var current = new PlattScaling(1, 0);
        var loss = current.Loss(labels);
        for (var step = 0; step < MostSteps; step++)
        {
            var (slope, offset) = current.NewtonStep(labels);
            var length = 1.0;
            PlattScaling next;
            do
            {
                next = new PlattScaling(
                    Math.Max(0, current.Slope - (length * slope)),
                    current.Offset - (length * offset)
                );
                length /= 2;
            } while (next.Loss(labels) > loss && length > 1e-6);
            var gain = loss - next.Loss(labels);
            if (gain <= 1e-9)
                break;
            (current, loss) = (next, loss - gain);
        }
        return current;
    }

    private double Loss(IReadOnlyList<(double Logit, bool Useful)> labels)
    {
        var loss =
            (SlopeRidge / 2 * (Slope - 1) * (Slope - 1)) + (OffsetRidge / 2 * Offset * Offset);
        foreach (var (logit, useful) in labels)
        {
            var scaled = useful ? Scale(logit) : -Scale(logit);
            // ln(1 + e^−x), without overflow for large |x|.
            loss += Math.Max(0, -scaled) + Math.Log(1 + Math.Exp(-Math.Abs(scaled)));
        }
        return loss;
    }

    private (double Slope, double Offset) NewtonStep(
        IReadOnlyList<(double Logit, bool Useful)> labels
    )
    {
        var (gs, go) = (SlopeRidge * (Slope - 1), OffsetRidge * Offset);
        var (hss, hso, hoo) = (SlopeRidge, 0.0, OffsetRidge);
        foreach (var (logit, useful) in labels)
        {
            var p = Logistic.Sigmoid(Scale(logit));
            var error = p - (useful ? 1 : 0);
            var curvature = p * (1 - p);
            gs += error * logit;
            go += error;
            hss += curvature * logit * logit;
            hso += curvature * logit;
            hoo += curvature;
        }
        var determinant = (hss * hoo) - (hso * hso);
        return (((hoo * gs) - (hso * go)) / determinant, ((hss * go) - (hso * gs)) / determinant);
    }
}

/// <summary>The logistic function.</summary>
internal static class Logistic
{
    public static double Sigmoid(double logit) => 1 / (1 + Math.Exp(-logit));

    /// <summary>Its inverse.</summary>
    public static double Logit(double probability) => Math.Log(probability / (1 - probability));
}
