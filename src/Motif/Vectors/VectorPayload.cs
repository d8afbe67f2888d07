namespace Motif.Vectors;

/// <summary>What an index keeps beside the vector of a pattern, to filter by and to be compared with the catalogue by.</summary>
public sealed record VectorPayload
{
    public required string Kind { get; init; }

    public required string PatternType { get; init; }

    public required string Status { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public required int Version { get; init; }

    /// <summary>SHA-256 of the text that was embedded, lower-case hex.</summary>
    public required string ContentHash { get; init; }

    /// <summary>0..1; null while unmeasured.</summary>
    public double? QualityScore { get; init; }

    /// <summary>Raw share of successes, 0..1; null without outcomes.</summary>
    public double? SuccessRate { get; init; }

    /// <summary>How often it was used.</summary>
    public long MatchCount { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastMatchedAt { get; init; }
}

/// <summary>
/// What the payload of a neighbour must be. Values of one list are alternatives, an empty list lets everything pass; what was
/// not measured passes no minimum.
/// </summary>
public sealed record PayloadFilter
{
    public IReadOnlyList<string> Kinds { get; init; } = [];

    public IReadOnlyList<string> PatternTypes { get; init; } = [];

    public IReadOnlyList<string> Statuses { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>0..1.</summary>
    public double? MinQualityScore { get; init; }

    /// <summary>0..1.</summary>
    public double? MinSuccessRate { get; init; }
}
