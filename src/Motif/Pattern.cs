using System.Text.Json;

namespace Motif;

/// <summary>A catalogued, named, reusable thing with its measures; the one record every capability shares.</summary>
public sealed record Pattern
{
    /// <summary>The tag of what is not surely what it is called; it leads no match that shows anything else.</summary>
    public const string SuspectedTag = "suspected";

    /// <summary>Derived from kind and key by <see cref="Motif.PatternId.For"/>.</summary>
    public required Guid PatternId { get; init; }

    public required PatternKind Kind { get; init; }

    /// <summary>The finer type inside the kind, such as <c>function_pattern</c> or <c>api_optimization</c>.</summary>
    public required string PatternType { get; init; }

    /// <summary>Stable name inside its kind: an upsert by (kind, key) is idempotent.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public string Description { get; init; } = "";

    /// <summary>Distinct, in ordinal order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public PatternStatus Status { get; init; } = PatternStatus.Active;

    /// <summary>1 at creation, one more with every change of content or status; the ETag of the pattern.</summary>
    public int Version { get; init; } = 1;

    /// <summary>What it is, measured.</summary>
    public Quality Quality { get; init; } = Quality.Unmeasured;

    /// <summary>What it did, by its outcomes.</summary>
    public SuccessPosterior Success { get; init; } = new(0, 0);

    /// <summary>How often it was shown and applied.</summary>
    public UsageSummary Usage { get; init; } = UsageSummary.None;

    /// <summary>What only its kind has, a JSON object; for code its exemplar and metrics, for success its trace and criteria.</summary>
    public JsonElement Body { get; init; } = PatternBody.Empty;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
