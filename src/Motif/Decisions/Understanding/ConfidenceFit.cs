namespace Motif.Decisions.Understanding;

/// <summary>A trial that was labelled: what was seen, whether the candidate was right, and how sure the matcher was before.</summary>
/// <param name="Confidence">P̂ from before the label; 0 where there was none.</param>
/// <param name="Weight">How many decisions it stands for: an audited one for those that were not.</param>
internal readonly record struct LabelledTrial(
    double[] Signals,
    bool IsRight,
    double Confidence,
    double Weight
);

/// <summary>
/// P̂(right) by logistic regression on standardised signals: maximises Σ w·log-likelihood − ½λ|b|², λ = 1, the intercept free,
/// by iteratively reweighted least squares. What n trials can bear bounds it: P̂ = (n·p + 1)/(n + 2), which is Laplace's rule for
/// n trials that all were right at p = 1, and never 0 or 1.
/// </summary>
internal sealed class ConfidenceFit
{
    private const double Ridge = 1;
    private const double FreeRidge = 1e-6;
    private const double MostLogit = 30;
    private const double LeastCurvature = 1e-6;
    private const int Steps = 8;
    private const double Settled = 1e-7;

    private readonly double[] _means;
    private readonly double[] _scales;
    private readonly double[] _weights;
    private readonly double _trials;

    private ConfidenceFit(double[] means, double[] scales, double[] weights, double trials) =>
        (_means, _scales, _weights, _trials) = (means, scales, weights, trials);

    public double Probability(double[] signals) =>
        ((_trials * Sigmoid(Logit(Standardised(signals)))) + 1) / (_trials + 2);

    public static ConfidenceFit Of(ReadOnlySpan<LabelledTrial> trials)
    {
        var width = trials[0].Signals.Length;
        var (means, scales) = Moments(trials, width);
        var fit = new ConfidenceFit(means, scales, new double[width + 1], EffectiveNumber(trials));
        var rows = new double[trials.Length][];
        for (var i = 0; i < trials.Length; i++)
            rows[i] = fit.Standardised(trials[i].Signals);
        for (var step = 0; step < Steps; step++)
            if (fit.Improve(rows, trials) < Settled)
                break;
        return fit;
    }

    /// <summary>How many trials of weight 1 would tell as much (Kish), and no more than they stand for.</summary>
    private static double EffectiveNumber(ReadOnlySpan<LabelledTrial> trials)
    {
        var (weights, squares) = (0.0, 0.0);
        foreach (var trial in trials)
        {
            weights += trial.Weight;
            squares += trial.Weight * trial.Weight;
        }
        return Math.Min(weights, weights * weights / squares);
    }

    private static (double[] Means, double[] Scales) Moments(
        ReadOnlySpan<LabelledTrial> trials,
        int width
    )
    {
        var means = new double[width];
        var scales = new double[width];
        foreach (var trial in trials)
            for (var k = 0; k < width; k++)
                means[k] += trial.Signals[k] / trials.Length;
        foreach (var trial in trials)
            for (var k = 0; k < width; k++)
                scales[k] +=
                    (trial.Signals[k] - means[k]) * (trial.Signals[k] - means[k]) / trials.Length;
        for (var k = 0; k < width; k++)
            scales[k] = Math.Sqrt(scales[k]) + 1e-6;
        return (means, scales);
    }

    /// <summary>The signals behind a leading 1.</summary>
    private double[] Standardised(double[] signals)
    {
        var row = new double[signals.Length + 1];
        row[0] = 1;
        for (var k = 0; k < signals.Length; k++)
            row[k + 1] = (signals[k] - _means[k]) / _scales[k];
        return row;
    }

    private double Logit(double[] row)
    {
        var logit = 0.0;
        for (var k = 0; k < row.Length; k++)
            logit += row[k] * _weights[k];
        return Math.Clamp(logit, -MostLogit, MostLogit);
    }

    /// <summary>One Newton step; returns how far the greatest weight moved.</summary>
    private double Improve(double[][] rows, ReadOnlySpan<LabelledTrial> trials)
    {
        var n = _weights.Length;
        var gradient = new double[n];
        var curvature = new double[n * n];
        for (var i = 0; i < rows.Length; i++)
            Accumulate(rows[i], trials[i], gradient, curvature);
        for (var k = 0; k < n; k++)
        {
            var ridge = k == 0 ? FreeRidge : Ridge;
            gradient[k] -= ridge * _weights[k];
            curvature[(k * n) + k] += ridge;
        }
        var step = SymmetricSystem.Solve(curvature, gradient);
        var moved = 0.0;
        for (var k = 0; k < n; k++)
        {
            _weights[k] += step[k];
            moved = Math.Max(moved, Math.Abs(step[k]));
        }
        return moved;
    }

    private void Accumulate(
        double[] row,
        LabelledTrial trial,
        double[] gradient,
        double[] curvature
    )
    {
        var n = row.Length;
        var p = Sigmoid(Logit(row));
        var error = ((trial.IsRight ? 1 : 0) - p) * trial.Weight;
        var bend = Math.Max(p * (1 - p), LeastCurvature) * trial.Weight;
        for (var a = 0; a < n; a++)
        {
            gradient[a] += error * row[a];
            var scaled = bend * row[a];
            for (var b = 0; b <= a; b++)
                curvature[(a * n) + b] += scaled * row[b];
        }
    }

    private static double Sigmoid(double logit) => 1 / (1 + Math.Exp(-logit));
}

/// <summary>Solves A·x = b for a symmetric positive definite A, of which the lower half is given (Cholesky).</summary>
internal static class SymmetricSystem
{
    public static double[] Solve(double[] a, double[] b)
    {
        var n = b.Length;
        var x = (double[])b.Clone();
        for (var i = 0; i < n; i++)
        for (var j = 0; j <= i; j++)
        {
            var sum = a[(i * n) + j];
            for (var k = 0; k < j; k++)
                sum -= a[(i * n) + k] * a[(j * n) + k];
            a[(i * n) + j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / a[(j * n) + j];
        }
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++)
                x[i] -= a[(i * n) + k] * x[k];
            x[i] /= a[(i * n) + i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
                x[i] -= a[(k * n) + i] * x[k];
            x[i] /= a[(i * n) + i];
        }
        return x;
    }
}
