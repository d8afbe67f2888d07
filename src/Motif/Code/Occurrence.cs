using System.Text.Json.Serialization;

namespace Motif.Code;

/// <summary>A signal that a rule saw, and where.</summary>
/// <param name="Signal">What was seen, in words.</param>
public sealed record Evidence(string Signal, int StartLine, int EndLine);

/// <summary>One place where a code pattern stands.</summary>
/// <param name="Repository">The name of the scanned tree.</param>
/// <param name="File">Path inside the repository with forward slashes.</param>
/// <param name="StartLine">First line, counted from 1.</param>
/// <param name="EndLine">Last line, inclusive.</param>
/// <param name="QualifiedName">Dotted name inside the file, such as <c>Cache.get_or_load</c>.</param>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Confidence">The probability that it really is one.</param>
/// <param name="PatternId">The pattern it belongs to.</param>
/// <param name="Metrics">Measured numbers by name (cyclomatic, lines …); what was not measured is absent.</param>
public sealed record Occurrence(
    string Repository,
    string File,
    int StartLine,
    int EndLine,
    string QualifiedName,
    string Rule,
    Confidence Confidence,
    Guid PatternId,
    string Language,
    Motif.Quality Quality,
    IReadOnlyDictionary<string, double> Metrics,
    IReadOnlyList<Evidence> Evidence
)
{
    /// <summary>How far its rule is trusted in this catalogue, which the confidence has been told; null where nothing of the rule was called wrong.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RuleTrust? Trust { get; init; }
}
