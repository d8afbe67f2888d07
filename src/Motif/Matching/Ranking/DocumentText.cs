using System.Runtime.InteropServices;
using Motif.Matching.Documents;
using Motif.Text;

namespace Motif.Matching.Ranking;

/// <summary>How often a term stands in a document.</summary>
/// <param name="Count">Occurrences in all fields.</param>
/// <param name="Weighted">Occurrences, each times its field's weight.</param>
internal readonly record struct TermFrequency(int Count, float Weighted);

/// <summary>The different terms of a name.</summary>
/// <param name="Terms">Function words last.</param>
/// <param name="ContentWords">How many are no function words.</param>
internal readonly record struct NameTerms(string[] Terms, int ContentWords)
{
    public static NameTerms Of(AnalyzedText name)
    {
        var content = name.Terms.Except(name.FunctionWords, StringComparer.Ordinal).ToList();
        return new NameTerms(
            [.. content, .. name.FunctionWords.Distinct(StringComparer.Ordinal)],
            content.Count
        );
    }
}

/// <summary>An analyzed document: its terms with their weighted frequencies and its distinct words.</summary>
internal sealed class DocumentText
{
    private const int MostPastIntents = 20;

    private DocumentText() { }

    public Dictionary<string, TermFrequency> Terms { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Words { get; } = new(StringComparer.Ordinal);

    public List<Compound> Compounds { get; } = [];

    /// <summary>The name and every alias.</summary>
    public List<NameTerms> Names { get; } = [];

    public static DocumentText Of(
        MatchDocument document,
        TextAnalyzer analyzer,
        FieldWeights weights
    )
    {
        var text = new DocumentText();
        foreach (var (field, value) in Fields(document))
        {
            var analyzed = analyzer.Analyze(value, IsName(field));
            text.Add(analyzed, (float)weights.Of(field));
            if (IsName(field))
                text.Names.Add(NameTerms.Of(analyzed));
        }
        return text;
    }

    /// <summary>The texts of a document with the field each stands in.</summary>
    public static IEnumerable<(MatchField Field, string Text)> Fields(MatchDocument document)
    {
        yield return (MatchField.Name, document.Name);
        foreach (var alias in document.Aliases)
            yield return (MatchField.Aliases, alias);
        foreach (var tag in document.Tags)
            yield return (MatchField.Tags, tag);
        yield return (MatchField.Intent, document.Intent);
        foreach (var intent in document.PastIntents.Take(MostPastIntents))
            yield return (MatchField.PastIntents, intent);
        yield return (MatchField.Description, document.Description);
        foreach (var step in document.Steps)
            yield return (MatchField.Steps, step);
    }

    public static bool IsName(MatchField field) => field is MatchField.Name or MatchField.Aliases;

    private void Add(AnalyzedText analyzed, float weight)
    {
        foreach (var term in analyzed.Terms)
        {
            ref var frequency = ref CollectionsMarshal.GetValueRefOrAddDefault(Terms, term, out _);
            frequency = new TermFrequency(frequency.Count + 1, frequency.Weighted + weight);
        }
        foreach (var word in analyzed.Words)
            CollectionsMarshal.GetValueRefOrAddDefault(Words, word, out _)++;
        Compounds.AddRange(analyzed.Compounds);
    }
}
