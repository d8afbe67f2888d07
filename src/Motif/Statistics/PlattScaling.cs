namespace Motif.Statistics;

/// <summary>
/// Stage 1 (Platt 1999): logit' = slope·logit + offset, the slope drawn towards 1 and the offset towards 0, so that few labels
/// correct the prior map and cannot overturn it.
/// </summary>
/// <param name="Slope"><see cref="LeastSlope"/> to <see cref="MostSlope"/>: order is kept, and no fit makes all results alike or all certain.</param>
/// <param name="Offset">Added log-odds.</param>
public sealed record PlattScaling(double Slope, double Offset)
{
    public const int FewestLabels = 50;

    public const double LeastSlope = 0.5;

    public const double MostSlope = 2.5;

    private const double SlopeStep = 0.05;

    /// <summary>
    /// Results of one request are judged together and say much the same, so that ten labels are worth a few: the ridge is three
    /// times that of independent ones. Leaving every judged set out in turn chose it.
    /// </summary>
    private const double SlopeRidge = 12.0;

    private const double OffsetRidge = 3.0;
    private const int MostSteps = 50;

    public double Scale(double logit) => (Slope * logit) + Offset;

    /// <summary>
    /// Maximises the likelihood less 6·(slope − 1)² + 1½·offset² over slopes in steps of .05, each with its best offset by Newton's
    /// method. A ceiling holds whatever the labels say.
    /// </summary>
    /// <param name="labels">What was promised, what came of it, and how much that counts.</param>
    /// <param name="ceiling">A logit and the probability that it may get at most; null without one.</param>
    internal static PlattScaling Fit(
        IReadOnlyList<(double Logit, bool Useful, double Weight)> labels,
        (double Logit, double Most)? ceiling = null
    )
    {
        var best = new PlattScaling(1, 0);
        var least = double.PositiveInfinity;
        for (var slope = LeastSlope; slope <= MostSlope + 1e-9; slope += SlopeStep)
        {
            var offset = BestOffset(slope, labels);
            if (ceiling is { } held)
                offset = Math.Min(offset, Logistic.Logit(held.Most) - (slope * held.Logit));
            var scaling = new PlattScaling(Math.Round(slope, 2), offset);
            if (scaling.Loss(labels) is var loss && loss < least)
                (best, least) = (scaling, loss);
        }
        return best;
    }

    /// <summary>The loss is convex in the offset: Newton's steps, none longer than 1, come to its least.</summary>
    private static double BestOffset(
        double slope,
        IReadOnlyList<(double Logit, bool Useful, double Weight)> labels
    )
    {
        var offset = 0.0;
        for (var step = 0; step < MostSteps; step++)
        {
            var (gradient, curvature) = (OffsetRidge * offset, OffsetRidge);
            foreach (var (logit, useful, weight) in labels)
            {
                var p = Logistic.Sigmoid((slope * logit) + offset);
                gradient += weight * (p - (useful ? 1 : 0));
                curvature += weight * p * (1 - p);
            }
            var change = Math.Clamp(gradient / curvature, -1, 1);
            offset -= change;
            if (Math.Abs(change) < 1e-6)
                break;
        }
        return offset;
    }

    private double Loss(IReadOnlyList<(double Logit, bool Useful, double Weight)> labels)
    {
        var loss =
            (SlopeRidge / 2 * (Slope - 1) * (Slope - 1)) + (OffsetRidge / 2 * Offset * Offset);
        foreach (var (logit, useful, weight) in labels)
        {
            var scaled = useful ? Scale(logit) : -Scale(logit);
            // ln(1 + e^−x), without overflow for large |x|.
            loss += weight * (Math.Max(0, -scaled) + Math.Log(1 + Math.Exp(-Math.Abs(scaled))));
        }
        return loss;
    }
}

/// <summary>The logistic function.</summary>
internal static class Logistic
{
    public static double Sigmoid(double logit) => 1 / (1 + Math.Exp(-logit));

    /// <summary>Its inverse.</summary>
    public static double Logit(double probability) => Math.Log(probability / (1 - probability));
}
