namespace Motif.Content.Selection;

/// <summary>
/// What one hypothesis c expects of a variant's rate before satiation: m̂_f = (m₀n_p + S_f)/(n_p + E_f,c) of its family and
/// θ̂_v = (n₀m̂_f + S_v)/(n₀ + E_v,c) of itself, with the variances of the Gamma posteriors.
/// </summary>
/// <param name="Mean">θ̂_v.</param>
/// <param name="OwnVariance">Of the rate, were that of its family known.</param>
/// <param name="FamilyShare">How much of the family's rate is in it, 0 to 1.</param>
/// <param name="FamilyVariance">Of the family's rate.</param>
internal readonly record struct ExpectedRate(
    double Mean,
    double OwnVariance,
    double FamilyShare,
    double FamilyVariance
)
{
    public double Variance => OwnVariance + (FamilyShare * FamilyShare * FamilyVariance);

    public static ExpectedRate Of(
        SelectionInputs inputs,
        VariantState variant,
        FamilyState family,
        int cell
    )
    {
        var familyWorth = inputs.FamilyPrior + family.Exposures[cell];
        var familyRate = ((inputs.MeanRate * inputs.FamilyPrior) + family.Successes) / familyWorth;
        var worth = inputs.VariantPrior + variant.Exposures[cell];
        var rate = ((inputs.VariantPrior * familyRate) + variant.Successes) / worth;
        return new ExpectedRate(
            rate,
            rate / worth,
            inputs.VariantPrior / worth,
            familyRate / familyWorth
        );
    }
}
