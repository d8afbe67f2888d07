namespace Motif;

/// <summary>Where a pattern stands in its life; <see cref="Catalog.Lifecycle"/> says which moves are allowed.</summary>
public enum PatternStatus
{
    /// <summary>Not yet offered to anyone.</summary>
    Draft,

    /// <summary>Offered by lists and matches.</summary>
    Active,

    /// <summary>Still found, no longer recommended.</summary>
    Deprecated,

    /// <summary>Kept for its history only.</summary>
    Archived,
}
