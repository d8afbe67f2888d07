using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Motif.Catalog;

/// <summary>A pattern as somebody wants it to stand.</summary>
[WireRequest]
public sealed record PatternDraft : SuccessFields
{
    public const int MaxNameLength = 200;
    public const int MaxDescriptionLength = 20_000;
    public const int MaxTags = 50;
    public const int MaxTagLength = 100;
    public const int MaxBodyBytes = 1 << 20;

    public PatternKind Kind { get; init; } = PatternKind.Success;

    [Required, RegularExpression("^[a-z0-9][a-z0-9_]{0,63}$", MatchTimeoutInMilliseconds = -1)]
    public required string PatternType { get; init; }

    /// <summary>
    /// Stable name inside the kind. When null, the context hash of a success pattern that has an intent, otherwise the words
    /// of <see cref="Name"/> joined by hyphens.
    /// </summary>
    [StringLength(300, MinimumLength = 1)]
    public string? Key { get; init; }

    [Required, StringLength(MaxNameLength, MinimumLength = 1)]
    public required string Name { get; init; }

    [StringLength(MaxDescriptionLength)]
    public string Description { get; init; } = "";

    public IReadOnlyList<string> Tags { get; init; } = [];

    public PatternStatus Status { get; init; } = PatternStatus.Active;

    /// <summary>A JSON object; what it must hold is the kind's affair.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>Measured components by name, 0 to 1 or null, all of equal weight; for kinds whose quality is not measured by Motif.</summary>
    public IReadOnlyDictionary<string, double?>? Quality { get; init; }

    /// <summary>
    /// What names intent and environment of a success pattern, lower-case hex of 64 digits. When null, SHA-256 of the
    /// canonical JSON (RFC 8785) of <c>{type, intent, environment}</c>.
    /// </summary>
    [RegularExpression("^[0-9a-f]{64}$", MatchTimeoutInMilliseconds = -1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ContextHash { get; init; }

    /// <summary>The patterns this one was derived from; they must exist.</summary>
    public IReadOnlyList<Guid> DerivedFrom { get; init; } = [];
}

/// <summary>A change to a pattern; null leaves a field as it is.</summary>
[WireRequest]
public sealed record PatternPatch : SuccessFields
{
    [RegularExpression("^[a-z0-9][a-z0-9_]{0,63}$", MatchTimeoutInMilliseconds = -1)]
    public string? PatternType { get; init; }

    [StringLength(PatternDraft.MaxNameLength, MinimumLength = 1)]
    public string? Name { get; init; }

    [StringLength(PatternDraft.MaxDescriptionLength)]
    public string? Description { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public PatternStatus? Status { get; init; }

    /// <summary>Replaces the whole body.</summary>
    public JsonElement? Body { get; init; }

    public IReadOnlyDictionary<string, double?>? Quality { get; init; }

    /// <summary>Why, for the history.</summary>
    [StringLength(1000)]
    public string? Note { get; init; }
}
