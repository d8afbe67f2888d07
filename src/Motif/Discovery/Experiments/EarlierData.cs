namespace Motif.Discovery.Experiments;

/// <summary>What the units' values before their exposure were good for.</summary>
/// <param name="Reason">Why they were not used; null when they were.</param>
/// <param name="UnitsWithEarlier">Of both arms.</param>
/// <param name="VarianceReduction">The part of the variance that they took away, 0 to 1; null when not used.</param>
public sealed record EarlierData(
    bool IsUsed,
    string? Reason,
    long UnitsWithEarlier,
    double? VarianceReduction
);
