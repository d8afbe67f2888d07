namespace Motif;

/// <summary>The ledger of a pattern in numbers. An exposure (it was shown) is not a use (it was applied).</summary>
/// <param name="Uses">Entries of action applied.</param>
/// <param name="Exposures">Entries of action exposed.</param>
/// <param name="LastUsedAt">When it was last applied; null when never.</param>
public sealed record UsageSummary(long Uses, long Exposures, DateTimeOffset? LastUsedAt)
{
    public static UsageSummary None { get; } = new(0, 0, null);
}
