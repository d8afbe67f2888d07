using System.ComponentModel.DataAnnotations;
using Motif.Catalog;
using Motif.Decisions.Records;

namespace Motif.Decisions;

/// <summary>A decision pattern as somebody wants it to stand.</summary>
[WireRequest]
public sealed record DecisionPatternDraft
{
    public const int MostExamples = 1000;

    [Required, StringLength(PatternDraft.MaxNameLength, MinimumLength = 1)]
    public required string Name { get; init; }

    [StringLength(PatternDraft.MaxDescriptionLength)]
    public string Description { get; init; } = "";

    public required ReplyBody Reply { get; init; }

    /// <summary>Whether it shall stand although another pattern says nearly the same.</summary>
    public bool AllowSimilar { get; init; }

    /// <summary>Messages that want this answer. They teach what it is about, never how sure to be.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
}

/// <summary>A change to a decision pattern; null leaves a field as it is.</summary>
[WireRequest]
public sealed record DecisionPatternPatch
{
    public string? Name { get; init; }

    public ReplyBody? Reply { get; init; }

    public PatternStatus? Status { get; init; }

    /// <summary>Why, for the history.</summary>
    [StringLength(1000)]
    public string? Note { get; init; }
}

/// <summary>A decision pattern with what became of it.</summary>
/// <param name="Confidence">By the profile of learning in force, 0 to 1; what a single message is worth is its own decision's confidence.</param>
public sealed record DecisionPattern(
    Guid PatternId,
    string Name,
    string Description,
    PatternStatus Status,
    int Version,
    DateTimeOffset UpdatedAt,
    ReplyBody Reply,
    double Confidence,
    PatternEvidence Evidence
)
{
    /// <summary>What the confidence is: the mean of the evidence, or what the steps came to.</summary>
    public LearningProfile Learning { get; init; }

    /// <summary>Codes of why it is out of date, where that was asked for: <c>valid_until</c>, <c>review_after</c>, <c>source_withdrawn</c>, <c>common_edit</c>.</summary>
    public IReadOnlyList<string> StaleBecause { get; init; } = [];

    /// <summary>What people send in its place; null where they do not, or it was not asked for.</summary>
    public string? ProposedTemplate { get; init; }
}

/// <summary>A message from which a pattern was learned.</summary>
/// <param name="LessonId">By it the lesson is forgotten.</param>
/// <param name="Text">Without personal data.</param>
/// <param name="Weight">How many labelled decisions it stands for; 0 for an example that was given or imported.</param>
public sealed record PatternExample(
    Guid LessonId,
    string Text,
    double Weight,
    DateTimeOffset At,
    string Actor
);
