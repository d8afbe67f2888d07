using System.ComponentModel.DataAnnotations;

namespace Motif.Content.Selection;

/// <summary>What <see cref="SatiationModel"/> believes before it has seen a post.</summary>
public sealed record SatiationOptions
{
    /// <summary>The rate of a persona of which nothing is known.</summary>
    [Range(1e-6, 1)]
    public double PriorRate { get; init; } = 0.05;

    /// <summary>Impressions that the persona's rate is worth to a family.</summary>
    [Range(1, 1e9)]
    public double FamilyPrior { get; init; } = 100;

    /// <summary>Impressions that the family's rate is worth to a variant.</summary>
    [Range(1, 1e9)]
    public double VariantPrior { get; init; } = 500;

    /// <summary>What was learned counts half after so many days; infinite to forget nothing.</summary>
    [Range(1, double.PositiveInfinity)]
    public double HalfLifeDays { get; init; } = 60;

    /// <summary>How alike impressions of one post are: M of them are worth M/(1+(M−1)ρ).</summary>
    [Range(0, 1)]
    public double Overdispersion { get; init; } = 0.001;

    /// <summary>The share of its likelihood that a post moves the belief about satiation by.</summary>
    [Range(0, 1)]
    public double Temper { get; init; } = 0.5;

    /// <summary>Days of the window that the window hypotheses count in.</summary>
    [Range(1, 365)]
    public double WindowDays { get; init; } = 7;

    /// <summary>The persona's own mean takes the place of <see cref="PriorRate"/> as posts come in.</summary>
    public bool LearnsPriorRate { get; init; } = true;

    /// <inheritdoc cref="SelectionInputs.Sharpness"/>
    [Range(0.1, 1000)]
    public double Sharpness { get; init; } = 4;

    /// <inheritdoc cref="SelectionInputs.Emphasis"/>
    [Range(0, 100)]
    public double Emphasis { get; init; } = 2;

    /// <summary>The share of every slot that goes to all eligible alike.</summary>
    [Range(0, 1)]
    public double Exploration { get; init; } = 0.02;

    public IReadOnlyList<SatiationCell> Cells { get; init; } = SatiationCells.WithWearIn;
}
