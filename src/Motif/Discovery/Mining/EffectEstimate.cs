using MathNet.Numerics.Distributions;

namespace Motif.Discovery.Mining;

/// <summary>An effect on the log scale with its error.</summary>
/// <param name="Effect">b = Σx̃ỹ/Σx̃².</param>
/// <param name="Error">The larger of the error by units (channels) and the plain one.</param>
/// <param name="Degrees">G − 1 of the effective number of units; at least 1.</param>
/// <param name="EffectiveUnits">(Σv)²/Σv² of the units' weights: twenty channels of which one has it all are one.</param>
/// <param name="P">Two-sided.</param>
internal sealed record EffectEstimate(
    EffectSums Sums,
    double Effect,
    double Error,
    double Degrees,
    double EffectiveUnits,
    double P
)
{
    /// <summary>Null where nothing can be compared.</summary>
    public static EffectEstimate? Of(EffectSums sums)
    {
        if (sums.Square <= 0 || sums.Units.Count == 0)
            return null;
        var effect = sums.Cross / sums.Square;
        var (weights, meat) = (0.0, 0.0);
        foreach (var unit in sums.Units)
        {
            var score = unit.Cross - (effect * unit.Square);
            meat += score * score;
            weights += unit.Square * unit.Square;
        }
        var units = sums.Square * sums.Square / weights;
        var count = sums.Units.Count;
        var robust = count < 2 ? 0 : meat * count / (count - 1) / (sums.Square * sums.Square);
        var left = sums.Degrees - 1;
        var residual = sums.Squares - (effect * sums.Cross);
        var plain = left > 0 ? Math.Max(0, residual) / left / sums.Square : 0;
        var error = Math.Sqrt(Math.Max(robust, plain));
        // Outcomes that never vary tell of no effect, not of a sure one.
        if (error <= 0)
            return null;
        var degrees = Math.Max(1, units - 1);
        return new EffectEstimate(
            sums,
            effect,
            error,
            degrees,
            units,
            2 * StudentT.CDF(0, 1, degrees, -Math.Abs(effect / error))
        );
    }

    /// <summary>Whether ranks lean the same way as the means: an effect of a few hits leans otherwise.</summary>
    public bool RanksAgree => Math.Sign(Sums.RankSum) == Math.Sign(Effect);

    /// <summary>At 95 %.</summary>
    public (double Low, double High) Interval()
    {
        var reach = Error * StudentT.InvCDF(0, 1, Degrees, 0.975);
        return (Effect - reach, Effect + reach);
    }

    /// <summary>The effect that would be found in four of five samples of this size, tested alone at 5 %.</summary>
    public double SmallestDetectable() =>
        Error * (StudentT.InvCDF(0, 1, Degrees, 0.975) + StudentT.InvCDF(0, 1, Degrees, 0.8));

    /// <summary>Of an effect in the direction given.</summary>
    public double OneSided(int sign) => StudentT.CDF(0, 1, Degrees, -sign * Effect / Error);
}
