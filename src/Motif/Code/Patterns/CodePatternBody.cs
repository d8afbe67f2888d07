using System.Text.Json;
using System.Text.Json.Serialization;
using Motif.Code.Rules;

namespace Motif.Code.Patterns;

/// <summary>What a code pattern has beyond every pattern: its exemplar, and what is true of all its occurrences.</summary>
/// <param name="Language">Of the exemplar.</param>
/// <param name="Category">What it is about, such as <c>resilience</c>; the rule's family, or <c>recurring_structure</c>.</param>
/// <param name="Repository">Where the exemplar stands.</param>
/// <param name="FilePath">The exemplar's file inside the repository.</param>
/// <param name="LineRange">First and last line of the exemplar, with its decorators.</param>
/// <param name="QualifiedName">The exemplar's dotted name inside its file.</param>
/// <param name="Implementation">The exemplar's source, capped, without secrets.</param>
/// <param name="Complexity">The median cyclomatic complexity of the occurrences; null where none was measured.</param>
/// <param name="Docstring">The exemplar's documentation.</param>
/// <param name="Dependencies">Modules or namespaces that the exemplar's file imports and the exemplar refers to, ordinal.</param>
/// <param name="OccurrenceCount">Places in all repositories.</param>
/// <param name="FileCount">Distinct files of those.</param>
/// <param name="Rule">The rule that recognised it; <c>structure</c> where it is known by its recurring structure alone.</param>
/// <param name="Variant">The mechanism, such as <c>metaclass</c>.</param>
/// <param name="Modifiers">What more it does, ordinal.</param>
/// <param name="Domain">What more than half of the occurrences deal with; null where no domain has so many.</param>
public sealed record CodePatternBody(
    string Language,
    string Category,
    string Repository,
    string FilePath,
    IReadOnlyList<int> LineRange,
    string QualifiedName,
    string Implementation,
    double? Complexity,
    string? Docstring,
    IReadOnlyList<string> Dependencies,
    int OccurrenceCount,
    int FileCount,
    string Rule,
    string? Variant,
    IReadOnlyList<string> Modifiers,
    string? Domain
)
{
    /// <summary>What it is for, in one sentence; null where its rule does not say.</summary>
    public string? Purpose { get; init; }

    /// <summary>By what was judged of its rule fewer than nine of ten places are right, or too little was judged: look before you copy.</summary>
    public bool Suspected { get; init; }

    /// <summary>How many places of its rule were judged and how many were right, with the interval of 95 %; null where none was judged.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RuleShare? Judged { get; init; }

    /// <summary>What a tenth of the occurrences at least deal with, the most frequent first; no domain makes another pattern.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>Other names of it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>How somebody would ask for it, in various words.</summary>
    public IReadOnlyList<string> Intents { get; init; } = [];

    /// <summary>Null where the pattern's body is not one of ours.</summary>
    public static CodePatternBody? Of(Pattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return Of(pattern.Body);
    }

    /// <summary>Null where the body is not one of ours.</summary>
    public static CodePatternBody? Of(JsonElement body)
    {
        try
        {
            return body.Deserialize<CodePatternBody>(MotifJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
