namespace Motif.Decisions.Safety;

/// <summary>What a rule that applies does.</summary>
public enum RuleEffect
{
    /// <summary>No automatic answer; a person may send one.</summary>
    NeverAutomatic,

    /// <summary>The conversation goes to a person at once, with an alert.</summary>
    Alert,

    /// <summary>The customer wants a person, and gets one.</summary>
    WantsPerson,
}

/// <summary>Words that stop the machine.</summary>
/// <param name="Name">Given as the reason.</param>
/// <param name="Phrases">Each one or more whole words; case, accents, invisible characters and look-alike letters make no difference, and no phrase is found inside a word.</param>
/// <param name="WholeMessage">The message must be nothing but the phrase, a please or thanks aside.</param>
/// <param name="Expressions">Regular expressions beside the phrases. They never backtrack, are looked for in the folded words with one blank between them, and are refused when saved where they match everything or are slow.</param>
public sealed record SafetyRule(
    string Name,
    RuleEffect Effect,
    IReadOnlyList<string> Phrases,
    bool WholeMessage = false,
    IReadOnlyList<string>? Expressions = null
);

/// <summary>A rule that applies, and by which of its phrases.</summary>
public sealed record RuleHit(string Rule, RuleEffect Effect, string Phrase);
