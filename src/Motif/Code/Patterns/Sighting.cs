using Motif.Code.Rules;

namespace Motif.Code.Patterns;

/// <summary>A unit that carries a pattern, before it is known which pattern of the catalogue that is.</summary>
/// <param name="Rule">The rule that saw it, or <see cref="CloneFamilies.Rule"/>.</param>
/// <param name="Confidence">How often places of the rule were right where they were judged; certain where code recurs.</param>
internal sealed record Sighting(
    MeasuredUnit Unit,
    string Rule,
    PatternTraits Traits,
    Confidence Confidence,
    IReadOnlyList<Evidence> Evidence
)
{
    /// <summary>How much of the rule's evidence is there, as its author weighs it: tells one place of a rule from another, not how likely either is right.</summary>
    public Confidence Strength { get; init; }

    /// <summary>What this place deals with, such as <c>Database</c>; null where nothing says.</summary>
    public string? Domain { get; init; }

    /// <summary>Other units play a role in it: then it is a design, not the affair of one unit.</summary>
    public bool HasParticipants { get; init; }
}

/// <summary>What occurrences of one pattern have in common.</summary>
/// <param name="Key">Stable name inside code patterns.</param>
/// <param name="Title">The core of the name, such as <c>Circuit Breaker</c>; null where the members' own names give it.</param>
/// <param name="Modifiers">What more it does, ordinal.</param>
/// <param name="Domain">What more than half of them deal with; null where no domain has so many.</param>
internal sealed record PatternTraits(
    string Key,
    string Category,
    string? Title,
    string? Variant,
    IReadOnlyList<string> Modifiers,
    string? Domain
)
{
    /// <summary>The occurrences are alike in structure too; what most of them are called tells them from others of the rule.</summary>
    public bool IsFamily { get; init; }

    /// <summary>What the rule says it is for; null where it is known by its structure alone, or the rule does not say.</summary>
    public RulePurpose? Purpose { get; init; }
}
