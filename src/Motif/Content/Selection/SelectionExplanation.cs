namespace Motif.Content.Selection;

/// <summary>What was believed of a variant when it was decided.</summary>
/// <param name="Rate">Its expected rate before satiation.</param>
/// <param name="Low">With <paramref name="High"/>, where the rate lies in 95 of 100 cases.</param>
/// <param name="Satiation">The share of its rate that its family still has.</param>
/// <param name="PriorOnly">Nothing of its own was learned yet.</param>
public sealed record VariantBelief(
    string VariantId,
    string FamilyId,
    double Rate,
    double Low,
    double High,
    double Satiation,
    double Impressions,
    double Successes,
    bool PriorOnly,
    int FamilyUses,
    int? FamilyCap,
    string? Excluded
);

/// <summary>How much a hypothesis about satiation was believed.</summary>
public sealed record CellBelief(SatiationCell Cell, double Weight);

/// <summary>Why a decision came out as it did.</summary>
public sealed record SelectionExplanation(
    SelectionAnswer Decision,
    double MeanRate,
    IReadOnlyList<CellBelief> Hypotheses,
    IReadOnlyList<VariantBelief> Variants
)
{
    private const int ShownCells = 5;
    private const double Normal95 = 1.96;

    internal static SelectionExplanation Of(SelectionAnswer answer, SelectionInputs inputs) =>
        new(
            answer,
            inputs.MeanRate,
            [
                .. inputs
                    .Cells.Zip(inputs.Weights, (c, w) => new CellBelief(c, w))
                    .OrderByDescending(c => c.Weight)
                    .Take(ShownCells),
            ],
            [
                .. inputs.Variants.Select(
                    (v, i) => Belief(inputs, v, inputs.Families[inputs.FamilyPlaces[i]])
                ),
            ]
        );

    /// <summary>Mean and spread of the mixture over hypotheses.</summary>
    private static VariantBelief Belief(
        SelectionInputs inputs,
        VariantState variant,
        FamilyState family
    )
    {
        double mean = 0,
            square = 0,
            satiation = 0;
        for (var c = 0; c < inputs.Cells.Count; c++)
        {
            var rate = ExpectedRate.Of(inputs, variant, family, c);
            mean += inputs.Weights[c] * rate.Mean;
            square += inputs.Weights[c] * (rate.Variance + (rate.Mean * rate.Mean));
            satiation +=
                inputs.Weights[c]
                * inputs
                    .Cells[c]
                    .Multiplier(family.Satiation[inputs.Cells[c].HalfLife], family.Recent);
        }
        var spread = Normal95 * Math.Sqrt(Math.Max(0, square - (mean * mean)));
        return new VariantBelief(
            variant.VariantId,
            family.FamilyId,
            mean,
            Math.Max(0, mean - spread),
            Math.Min(1, mean + spread),
            satiation,
            variant.PlainImpressions,
            variant.PlainSuccesses,
            variant.PlainImpressions is 0,
            family.Counted,
            family.Cap,
            variant.Excluded
        );
    }
}
