using MathNet.Numerics.Distributions;

namespace Motif.Statistics;

/// <summary>
/// A line through effects that are known with different errors: y = a + b·x, weighted by 1/(s² + τ²), where τ² is what they scatter
/// around the line beyond their errors, by the method of moments: τ² = (Q − (k − 2))/(Σw − tr((X′WX)⁻¹X′W²X)), not below 0
/// (Thompson and Sharp 1999). The error of b is taken times √(Σw*r²/(k − 2)), not below 1, with t of k − 2 degrees of freedom
/// (Knapp and Hartung 2003).
/// </summary>
/// <param name="Slope">b, a step of x.</param>
/// <param name="P">Two-sided.</param>
public sealed record EffectCourse(double Slope, double Error, int Degrees, double P)
{
    /// <summary>With fewer a line tells nothing.</summary>
    public const int NeededValues = 6;

    /// <param name="values">Errors are above 0.</param>
    /// <returns>Null with fewer than <see cref="NeededValues"/>, or where all stand at one x.</returns>
    public static EffectCourse? Of(IReadOnlyList<(double X, double Effect, double Error)> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count < NeededValues || values.All(v => v.X.Equals(values[0].X)))
            return null;
        var middle = values.Average(v => v.X);
        var points = values.Select(v => v with { X = v.X - middle }).ToList();
        var degrees = values.Count - 2;
        var line = Fit(points, 0);
        var excess = line.Scatter - degrees;
        var tau2 = excess <= 0 ? 0 : excess / line.Freedom;
        line = Fit(points, tau2);
        var error = Math.Sqrt(line.Variance * Math.Max(1, line.Scatter / degrees));
        return new EffectCourse(
            line.Slope,
            error,
            degrees,
            2 * StudentT.CDF(0, 1, degrees, -Math.Abs(line.Slope / error))
        );
    }

    /// <summary>At 95 %.</summary>
    public (double Low, double High) Interval()
    {
        var reach = Error * StudentT.InvCDF(0, 1, Degrees, 0.975);
        return (Slope - reach, Slope + reach);
    }

    /// <param name="Scatter">Σw·r².</param>
    /// <param name="Freedom">Σw − tr((X′WX)⁻¹X′W²X).</param>
    private readonly record struct Line(
        double Slope,
        double Variance,
        double Scatter,
        double Freedom
    );

    private static Line Fit(List<(double X, double Effect, double Error)> points, double tau2)
    {
        var (w, wx, wxx, wy, wxy) = (0.0, 0.0, 0.0, 0.0, 0.0);
        var (v, vx, vxx) = (0.0, 0.0, 0.0);
        foreach (var (x, effect, error) in points)
        {
            var weight = 1 / ((error * error) + tau2);
            (w, wx, wxx) = (w + weight, wx + (weight * x), wxx + (weight * x * x));
            (wy, wxy) = (wy + (weight * effect), wxy + (weight * x * effect));
            var square = weight * weight;
            (v, vx, vxx) = (v + square, vx + (square * x), vxx + (square * x * x));
        }
        var determinant = (w * wxx) - (wx * wx);
        var slope = ((w * wxy) - (wx * wy)) / determinant;
        var start = (wy - (slope * wx)) / w;
        var scatter = points.Sum(p =>
            Math.Pow(p.Effect - start - (slope * p.X), 2) / ((p.Error * p.Error) + tau2)
        );
        var trace = ((wxx * v) - (2 * wx * vx) + (w * vxx)) / determinant;
        return new Line(slope, w / determinant, scatter, w - trace);
    }
}
