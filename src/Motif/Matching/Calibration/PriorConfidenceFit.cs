using Motif.Statistics;

namespace Motif.Matching.Calibration;

/// <summary>An observation for <see cref="PriorConfidenceFit"/>.</summary>
/// <param name="Features">All of them growing with the probability.</param>
/// <param name="Happened">Whether it was so.</param>
/// <param name="Weight">How much it counts, so that every set and every kind of request has its share.</param>
/// <param name="Ceiling">A known factor of the probability, 0..1.</param>
internal sealed record FitExample(
    double[] Features,
    bool Happened,
    double Weight,
    double Ceiling = 1
);

/// <summary>
/// Fits P = ceiling·σ(b + Σ wᵢ·xᵢ) with w ≥ 0: weighted likelihood with a little ridge, by projected gradient descent with
/// Nesterov's momentum on scaled features.
/// </summary>
internal static class PriorConfidenceFit
{
    private const int Steps = 1500;
    private const double Rate = 0.2;
    private const double Ridge = 1e-4;

    /// <summary>The intercept, then a weight for every feature.</summary>
    public static double[] Fit(IReadOnlyList<FitExample> examples)
    {
        var total = examples.Sum(example => example.Weight);
        var count = examples[0].Features.Length;
        var scale = new double[count];
        for (var j = 0; j < count; j++)
        {
            var mean = examples.Sum(example => example.Features[j] * example.Weight) / total;
            var variance =
                examples.Sum(example => Math.Pow(example.Features[j] - mean, 2) * example.Weight)
                / total;
            scale[j] = Math.Sqrt(variance) + 1e-9;
        }
        var rows = examples
            .Select(example => example.Features.Select((value, j) => value / scale[j]).ToArray())
            .ToArray();
        var solution = Descend(rows, examples, total);
        return [solution[count], .. scale.Select((unit, j) => solution[j] / unit)];
    }

    private static double[] Descend(
        double[][] rows,
        IReadOnlyList<FitExample> examples,
        double total
    )
    {
        var count = rows[0].Length;
        var current = new double[count + 1];
        var ahead = new double[count + 1];
        for (var step = 1; step <= Steps; step++)
        {
            var gradient = Gradient(ahead, rows, examples, total);
            var momentum = (step - 1.0) / (step + 2.0);
            for (var j = 0; j <= count; j++)
            {
                var next = ahead[j] - (Rate * gradient[j]);
                if (j < count)
                    next = Math.Max(0, next);
                ahead[j] = next + (momentum * (next - current[j]));
                current[j] = next;
            }
        }
        return current;
    }

    private static double[] Gradient(
        double[] at,
        double[][] rows,
        IReadOnlyList<FitExample> examples,
        double total
    )
    {
        var count = rows[0].Length;
        var gradient = new double[count + 1];
        for (var i = 0; i < rows.Length; i++)
        {
            var logit = at[count];
            for (var j = 0; j < count; j++)
                logit += at[j] * rows[i][j];
            var p = Logistic.Sigmoid(logit);
            var ceiling = examples[i].Ceiling;
            var slope = examples[i].Happened ? p - 1 : ceiling * p * (1 - p) / (1 - (ceiling * p));
            slope *= examples[i].Weight / total;
            for (var j = 0; j < count; j++)
                gradient[j] += slope * rows[i][j];
            gradient[count] += slope;
        }
        for (var j = 0; j < count; j++)
            gradient[j] += Ridge * at[j];
        return gradient;
    }
}
