namespace Motif.Content.Selection;

/// <summary>
/// What the cap of families cost in one slot, in expected successes an impression of the post that goes out there: that of what
/// would have been drawn without the cap less that of what was drawn from, Σ_v (p⁰_v − p_v)·Σ_c w_c·θ̂_v,c·g_c, the earlier
/// slots given. It is what the model believed at the decision; what the spared audience is worth later is not in it, so it may
/// be negative.
/// </summary>
/// <param name="Value">0 where the cap held nothing back.</param>
/// <param name="Deviation">Of the belief in it: the posterior standard deviation of the difference.</param>
/// <param name="Without">What was expected without the cap; null where it held nothing back.</param>
public sealed record CapCost(double Value, double Deviation, double? Without)
{
    internal static CapCost None { get; } = new(0, 0, null);

    /// <param name="free">For every variant that was open, the probability without the cap.</param>
    /// <param name="capped">For those that the cap left, the probability with it.</param>
    /// <param name="taken">Earlier slots of a family, by its place.</param>
    internal static CapCost Between(
        SelectionInputs inputs,
        IReadOnlyDictionary<int, double> free,
        IReadOnlyDictionary<int, double> capped,
        int[] taken
    )
    {
        double value = 0,
            square = 0,
            without = 0;
        for (var c = 0; c < inputs.Cells.Count; c++)
        {
            var (mean, variance, expected) = Under(inputs, c, free, capped, taken);
            value += inputs.Weights[c] * mean;
            square += inputs.Weights[c] * (variance + (mean * mean));
            without += inputs.Weights[c] * expected;
        }
        return new CapCost(value, Math.Sqrt(Math.Max(0, square - (value * value))), without);
    }

    /// <summary>Mean and variance of the difference under one hypothesis; variants of a family share its rate.</summary>
    private static (double Mean, double Variance, double Without) Under(
        SelectionInputs inputs,
        int cell,
        IReadOnlyDictionary<int, double> free,
        IReadOnlyDictionary<int, double> capped,
        int[] taken
    )
    {
        double mean = 0,
            variance = 0,
            without = 0;
        var families = new Dictionary<int, (double Weight, double Variance)>();
        foreach (var (variant, probability) in free)
        {
            var place = inputs.FamilyPlaces[variant];
            var family = inputs.Families[place];
            var rate = ExpectedRate.Of(inputs, inputs.Variants[variant], family, cell);
            var left = Multiplier(inputs.Cells[cell], family, taken[place]);
            var weight = left * (probability - capped.GetValueOrDefault(variant));
            mean += weight * rate.Mean;
            without += left * probability * rate.Mean;
            variance += weight * weight * rate.OwnVariance;
            families[place] = (
                families.GetValueOrDefault(place).Weight + (weight * rate.FamilyShare),
                rate.FamilyVariance
            );
        }
        return (
            mean,
            variance + families.Values.Sum(f => f.Weight * f.Weight * f.Variance),
            without
        );
    }

    private static double Multiplier(SatiationCell cell, FamilyState family, int earlierUses) =>
        cell.Multiplier(family.Satiation[cell.HalfLife] + earlierUses, family.Recent + earlierUses);
}
