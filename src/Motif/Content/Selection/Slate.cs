namespace Motif.Content.Selection;

/// <summary>Why a limit was not kept.</summary>
public enum RelaxReason
{
    /// <summary>No eligible variant was of a family that the slate had not yet.</summary>
    NoDistinctFamily,

    /// <summary>Every family was beyond its cap: those least used were drawn from.</summary>
    AllCapped,
}

/// <summary>The probability with which a variant was drawn for a slot.</summary>
public sealed record VariantProbability(string VariantId, double Probability);

/// <summary>One drawn slot.</summary>
/// <param name="Probability">Exactly the probability that it was drawn with, given the earlier slots.</param>
/// <param name="Eligible">All that could have been drawn, with theirs; they sum to 1.</param>
/// <param name="SharesCost">
/// What the promised shares of groups cost here: expected successes an impression without them less those with them, Σ(p − p′)·E[score].
/// Null where none are promised.
/// </param>
/// <param name="CapCost">What the cap of families cost here; null in a mode without one, or where it was not asked for.</param>
public sealed record SlateSlot(
    int Slot,
    string VariantId,
    string FamilyId,
    double Probability,
    IReadOnlyList<VariantProbability> Eligible,
    IReadOnlyList<RelaxReason> Relaxed,
    double? SharesCost = null,
    CapCost? CapCost = null
);

/// <summary>A drawn slate.</summary>
/// <param name="Draws">Draws from the posterior that the probabilities are made of.</param>
/// <param name="Reason">Why there are fewer slots than asked for; null when there are not.</param>
public sealed record Slate(
    IReadOnlyList<SlateSlot> Slots,
    int Draws,
    string Policy,
    string? Reason
);
