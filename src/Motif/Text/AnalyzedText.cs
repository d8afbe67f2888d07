namespace Motif.Text;

/// <summary>What the analyzer makes of a text, in reading order.</summary>
public sealed class AnalyzedText
{
    /// <summary>Stems as the index knows them; repeated as often as they occur.</summary>
    public List<string> Terms { get; } = [];

    /// <summary>Lower-case words as they were written, stopwords left out; what spelling and character n-grams work on.</summary>
    public List<string> Words { get; } = [];

    /// <summary>Those terms of a name that no other text would have: stems of stopwords, and single letters.</summary>
    public List<string> FunctionWords { get; } = [];

    /// <summary>Hyphenated words: how they would read in one word.</summary>
    public List<Compound> Compounds { get; } = [];
}

/// <summary>"rate-limiter": joined "ratelimit", parts "rate" and "limit".</summary>
/// <param name="Joined">Stem of the joined form.</param>
/// <param name="Parts">The terms the parts gave.</param>
public sealed record Compound(string Joined, IReadOnlyList<string> Parts);
