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

    /// <summary>What it is called, and how far that is believed: its name and aliases, its intent, and those it learned.</summary>
    public List<(NameTerms Name, double Belief)> Names { get; } = [];

    public static DocumentText Of(
        MatchDocument document,
        TextAnalyzer analyzer,
        FieldWeights weights
    )
    {
        var text = new DocumentText();
        foreach (var (field, value, share) in Fields(document))
        {
            var analyzed = analyzer.Analyze(value, IsName(field) || IsLetterTag(field, value));
            text.Add(analyzed, (float)(weights.Of(field) * share));
            if (IsName(field))
                text.Names.Add((NameTerms.Of(analyzed), share));
            else if (IsIntent(field) && value.Length > 0)
                text.Names.Add((NameTerms.Of(analyzer.Analyze(value, isName: true)), share));
        }
        return text;
    }

    /// <summary>The texts of a document with the field each stands in, and how far each counts in it.</summary>
    public static IEnumerable<(MatchField Field, string Text, double Share)> Fields(
        MatchDocument document
    )
    {
        yield return (MatchField.Name, document.Name, 1);
        foreach (var alias in document.Aliases)
            yield return (MatchField.Aliases, alias, 1);
        foreach (var tag in document.Tags)
            yield return (MatchField.Tags, tag, 1);
        yield return (MatchField.Intent, document.Intent, 1);
        foreach (var intent in document.PastIntents.Take(MostPastIntents))
            yield return (MatchField.PastIntents, intent.Text, intent.Weight);
        yield return (MatchField.Description, document.Description, 1);
        foreach (var step in document.Steps)
            yield return (MatchField.Steps, step, 1);
        foreach (var text in document.Setting)
            yield return (MatchField.Setting, text, 1);
    }

    public static bool IsName(MatchField field) => field is MatchField.Name or MatchField.Aliases;

    /// <summary>"c" and "r" are languages; in running text a single letter is none.</summary>
    private static bool IsLetterTag(MatchField field, string value) =>
        field is MatchField.Tags && value.Length == 1;

    private static bool IsIntent(MatchField field) =>
        field is MatchField.Intent or MatchField.PastIntents;

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
