namespace Motif.Code.Rules;

/// <summary>A pattern that a rule recognised.</summary>
/// <param name="Rule">The <see cref="ICodeRule.Name"/>.</param>
/// <param name="Unit">The unit that carries the pattern.</param>
/// <param name="Variant">The mechanism, such as <c>metaclass</c> of a singleton; null where there is but one.</param>
/// <param name="Confidence">How much of the rule's evidence is there, as its author weighs it: what is shown, and which of two readings stands. How often such places are right is another thing: <see cref="JudgedRules.ConfidenceOf"/>.</param>
/// <param name="Evidence">Every signal with its lines in the unit's file, musts first.</param>
/// <param name="Modifiers">What more it does, such as <c>backoff</c>, ordinal.</param>
/// <param name="Domains">What it does it to, such as <c>Database</c>, most telling first.</param>
/// <param name="Participants">The other classes and functions with a role in it.</param>
public sealed record RuleMatch(
    string Rule,
    ProjectUnit Unit,
    string? Variant,
    Confidence Confidence,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<string> Modifiers,
    IReadOnlyList<string> Domains,
    IReadOnlyList<ProjectUnit> Participants
);
