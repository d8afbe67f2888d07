using Motif.Numerics;
using Motif.Statistics;

namespace Motif.Content.Selection;

/// <summary>
/// Satiation-aware hierarchical discounted Thompson sampling: a hypothesis c by its belief, a family's rate
/// m ~ Gamma(m₀n_p + S_f)/(n_p + E_f,c), a variant's rate θ ~ Gamma(n₀m + S_v)/(n₀ + E_v,c), and the score θ·d[x·g_c]/dx.
/// Above a mean rate of .2 both are Beta, for a rate cannot exceed 1.
/// </summary>
public sealed class SatiationPolicy(bool isCapped) : ISelectionPolicy
{
    private const double RareRate = 0.2;

    public string Name => isCapped ? "guard" : "adaptive";

    public bool IsDistinct => true;

    public bool IsCapped => isCapped;

    public IScoreDraw Draw(SelectionInputs inputs, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(random);
        var cell = Pick(inputs.Weights, random.NextDouble());
        var rates = FamilyRates(inputs, cell, random);
        var variants = new double[inputs.Variants.Count];
        var families = inputs.FamilyPlaces;
        for (var v = 0; v < variants.Length; v++)
            variants[v] =
                VariantRate(inputs, inputs.Variants[v], rates[families[v]], cell, random)
                * Emphasis(inputs, inputs.Variants[v], inputs.Families[families[v]], cell);
        return new Drawn(inputs, inputs.Cells[cell], variants, families);
    }

    private double[] FamilyRates(SelectionInputs inputs, int cell, SeededRandom random)
    {
        var rates = new double[inputs.Families.Count];
        var prior = inputs.MeanRate * inputs.FamilyPrior;
        var k = Sharpness(inputs);
        for (var f = 0; f < rates.Length; f++)
        {
            var family = inputs.Families[f];
            var exposures = family.Exposures[cell];
            rates[f] =
                inputs.MeanRate > RareRate
                    ? random.NextBeta(
                        k * (prior + family.Successes),
                        k * (inputs.FamilyPrior - prior + Math.Max(0, exposures - family.Successes))
                    )
                    : random.NextGamma(k * (prior + family.Successes))
                        / (k * (inputs.FamilyPrior + exposures));
        }
        return rates;
    }

    /// <summary>
    /// A family under a cap is used a few times a week whatever is offered: a use spent on a poor variant is one that a better
    /// variant cannot have tomorrow. Of expectations, not of draws: what nothing is known of is neither better nor worse.
    /// </summary>
    private double Emphasis(
        SelectionInputs inputs,
        VariantState variant,
        FamilyState family,
        int cell
    )
    {
        if (!isCapped || inputs.Emphasis is 0)
            return 1;
        var familyRate =
            ((inputs.MeanRate * inputs.FamilyPrior) + family.Successes)
            / (inputs.FamilyPrior + family.Exposures[cell]);
        var rate =
            ((inputs.VariantPrior * familyRate) + variant.Successes)
            / (inputs.VariantPrior + variant.Exposures[cell]);
        return Math.Pow(rate / familyRate, inputs.Emphasis);
    }

    private double VariantRate(
        SelectionInputs inputs,
        VariantState variant,
        double familyRate,
        int cell,
        SeededRandom random
    )
    {
        var exposures = variant.Exposures[cell];
        var k = Sharpness(inputs);
        var prior = Math.Max(inputs.VariantPrior * familyRate, 1e-6);
        return inputs.MeanRate > RareRate
            ? random.NextBeta(
                k * (prior + variant.Successes),
                k
                    * (
                        Math.Max(inputs.VariantPrior * (1 - familyRate), 1e-6)
                        + Math.Max(0, exposures - variant.Successes)
                    )
            )
            : random.NextGamma(k * (prior + variant.Successes))
                / (k * (inputs.VariantPrior + exposures));
    }

    /// <summary>
    /// A cap explores by itself: whatever is best rests after a few uses, and others are tried. Without one a sharper draw would
    /// stay with its first love.
    /// </summary>
    private double Sharpness(SelectionInputs inputs) => isCapped ? inputs.Sharpness : 1;

    private static int Pick(double[] weights, double u)
    {
        var sum = 0.0;
        for (var c = 0; c < weights.Length; c++)
        {
            sum += weights[c];
            if (u < sum)
                return c;
        }
        return weights.Length - 1;
    }

    private sealed class Drawn(
        SelectionInputs inputs,
        SatiationCell cell,
        double[] rates,
        int[] families
    ) : IScoreDraw
    {
        // At most two families of a slate are asked for more than one number of earlier uses.
        private readonly double[] _fresh = Array.ConvertAll(
            [.. inputs.Families],
            family => Marginal(cell, family, 0)
        );

        public double Score(int variant, int earlierUses) =>
            rates[variant]
            * (
                earlierUses == 0
                    ? _fresh[families[variant]]
                    : Marginal(cell, inputs.Families[families[variant]], earlierUses)
            );

        private static double Marginal(SatiationCell cell, FamilyState family, int earlierUses) =>
            cell.Marginal(
                family.Satiation[cell.HalfLife] + earlierUses,
                family.Recent + earlierUses
            );
    }
}
