using Motif.Matching.Requests;
using Motif.Text;

namespace Motif.Matching.Ranking;

/// <summary>What the matcher read differently from what was written.</summary>
/// <param name="From">The word of the request.</param>
/// <param name="To">What was looked for instead or beside it; empty where it was not looked for.</param>
/// <param name="Reason">spelling, plural, joined, split, synonym or negation.</param>
public sealed record MatchCorrection(string From, string To, string Reason);

/// <summary>A part of a request and how much its words count.</summary>
internal readonly record struct QueryPart(string Text, double Weight);

/// <summary>An analyzed request: its terms and words with their weights.</summary>
internal sealed class MatchQuery
{
    public const double IntentWeight = 1;
    public const double RequirementWeight = 1;
    public const double ContextWeight = 0.35;

    /// <summary>A synonym or another spelling counts half of what was written.</summary>
    private const double SynonymWeight = 0.5;

    /// <summary>How far a word corrected by one edit counts as unknown; by two edits, twice.</summary>
    private const double DoubtPerEdit = 0.3;

    private readonly Dictionary<string, double> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _functionWords = new(StringComparer.Ordinal);
    private readonly List<QueryView> _views = [];
    private readonly Dictionary<string, double> _unknown = new(StringComparer.Ordinal);
    private readonly List<MatchCorrection> _corrections = [];

    /// <summary>Stems with the sum of the weights of the parts they stand in.</summary>
    public IReadOnlyDictionary<string, double> Terms => _terms;

    public IReadOnlyDictionary<string, double> Words => _words;

    /// <summary>Stems of stopwords that were written, with the sum of the weights of their parts: a sentence has many of them.</summary>
    public IReadOnlyDictionary<string, double> FunctionWords => _functionWords;

    /// <summary>
    /// The intent alone, with the requirements, with the context: each where it says more than the one before. What surrounds an
    /// intent may add to what it says and takes nothing away.
    /// </summary>
    public IReadOnlyList<QueryView> Views => _views;

    /// <summary>Words that neither documents nor lexicon know, with what their correction leaves open ("passport" is no "password").</summary>
    public IReadOnlyDictionary<string, double> Unknown => _unknown;

    public IReadOnlyList<MatchCorrection> Corrections => _corrections;

    /// <summary>Whether neither documents nor lexicon know a word of it, corrected or not.</summary>
    public bool IsUnheard { get; private set; }

    /// <summary>
    /// Intent, requirements and context. All of a context together counts .35 of the rest: one that is longer has words that count
    /// so much less.
    /// </summary>
    public static IReadOnlyList<QueryPart> Parts(MatchRequest request)
    {
        var parts = new List<QueryPart> { new(request.Intent, IntentWeight) };
        parts.AddRange(
            request.Requirements.Select(requirement => new QueryPart(
                requirement,
                RequirementWeight
            ))
        );
        if (string.IsNullOrWhiteSpace(request.Context))
            return parts;
        var share =
            (double)parts.Sum(part => WordsOf(part.Text).Length) / WordsOf(request.Context).Length;
        parts.Add(new QueryPart(request.Context, ContextWeight * Math.Min(1, share)));
        return parts;
    }

    /// <summary>What a model reads: a context is cut to the length of the rest, which it would otherwise talk down.</summary>
    public static string Meaning(IReadOnlyList<QueryPart> parts)
    {
        var lines = parts.Select(part => part.Text).ToList();
        if (parts[^1].Weight < RequirementWeight)
        {
            var rest = parts.SkipLast(1).Sum(part => WordsOf(part.Text).Length);
            lines[^1] = string.Join(' ', WordsOf(lines[^1]).Take(rest));
        }
        return string.Join('\n', lines);
    }

    private static string[] WordsOf(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    public static MatchQuery Of(
        IReadOnlyList<QueryPart> parts,
        TextAnalyzer analyzer,
        QueryVocabulary vocabulary
    )
    {
        var query = new MatchQuery();
        var asNames = parts.Select(part => analyzer.Analyze(part.Text, isName: true)).ToList();
        foreach (var (i, part) in parts.Index())
        {
            query.Add(analyzer.Analyze(part.Text), part.Weight, analyzer, vocabulary);
            query.AddFunctionWords(asNames[i], part.Weight);
            if (i == 0 || i == parts.Count - 1 || parts[i + 1].Weight < part.Weight)
                query.View();
        }
        // "who am i" is all stopwords: then they are all there is to go by, and names keep them.
        if (query._terms.Count == 0)
        {
            foreach (var (i, part) in parts.Index())
                query.Add(asNames[i], part.Weight, analyzer, vocabulary);
        }
        query.AddSynonyms(vocabulary);
        query.IsUnheard = !query._terms.Keys.Any(term =>
            vocabulary.Knows(term) || vocabulary.HasVector(term)
        );
        return query;
    }

    /// <summary>1 + ln w, continued linearly below 1: how a weighted count enters the vector signals.</summary>
    public static float Damp(double weight) => (float)(weight < 1 ? weight : 1 + Math.Log(weight));

    /// <summary>Adds a term that was not written, as feedback does.</summary>
    public void Add(string term, double weight) =>
        _terms[term] = _terms.GetValueOrDefault(term) + weight;

    /// <summary>Says that a phrase is not looked for, because the request said no to it.</summary>
    public void RuleOut(string phrase) => Report(phrase, "", "negation");

    private void Add(
        AnalyzedText text,
        double weight,
        TextAnalyzer analyzer,
        QueryVocabulary vocabulary
    )
    {
        var replaced = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in text.Words)
            AddWord(word, weight, vocabulary, replaced);
        foreach (var term in text.Terms)
        {
            if (vocabulary.Knows(term))
                AddWritten(term, weight);
            else if (vocabulary.Split(term) is { } parts)
                Replace(term, parts, "split", weight);
            else if (replaced.TryGetValue(term, out var word))
                Replace(term, analyzer.Analyze(word).Terms, "word", weight);
            else
                AddWritten(term, weight);
        }
        foreach (
            var compound in text.Compounds.Where(compound => vocabulary.Knows(compound.Joined))
        )
        {
            Add(compound.Joined, weight * SynonymWeight);
            Report(string.Join('-', compound.Parts), compound.Joined, "joined");
        }
    }

    private void AddWritten(string term, double weight)
    {
        Add(term, weight);
        _written[term] = _written.GetValueOrDefault(term) + weight;
    }

    private void View() =>
        _views.Add(
            new QueryView(
                new Dictionary<string, double>(_written, StringComparer.Ordinal),
                new Dictionary<string, double>(_functionWords, StringComparer.Ordinal)
            )
        );

    private void AddFunctionWords(AnalyzedText name, double weight)
    {
        foreach (var word in name.FunctionWords)
            _functionWords[word] = _functionWords.GetValueOrDefault(word) + weight;
    }

    private void AddWord(
        string word,
        double weight,
        QueryVocabulary vocabulary,
        Dictionary<string, string> replaced
    )
    {
        var stem = TextAnalyzer.Stem(word);
        if (!vocabulary.Knows(stem) && OtherNumber(word, vocabulary) is { } other)
        {
            replaced[stem] = other;
            Report(word, other, "plural");
            word = other;
        }
        else if (!vocabulary.Knows(stem) && !vocabulary.HasVector(stem))
        {
            var nearest = vocabulary.Nearest(word);
            var doubt = nearest is null
                ? 1
                : DoubtPerEdit * SpellingIndex.EditDistance(word, nearest, 2);
            _unknown[stem] = _unknown.GetValueOrDefault(stem) + (weight * doubt);
            if (nearest is not null)
            {
                replaced[stem] = nearest;
                Report(word, nearest, "spelling");
                word = nearest;
            }
        }
        _words[word] = _words.GetValueOrDefault(word) + weight;
    }

    /// <summary>
    /// The Latin plural or singular that documents have where they have not the word itself. Where they have both, each is looked
    /// for as it was written: joining them cost .05 nDCG@10 on cacm, whose titles are full of matrices.
    /// </summary>
    private static string? OtherNumber(string word, QueryVocabulary vocabulary) =>
        LatinPlurals
            .Guess(word)
            .FirstOrDefault(guess => vocabulary.Knows(TextAnalyzer.Stem(guess)));

    private void Replace(string term, IReadOnlyList<string> terms, string reason, double weight)
    {
        foreach (var replacement in terms)
            AddWritten(replacement, weight);
        if (reason == "split")
            Report(term, string.Join(' ', terms), reason);
    }

    private void AddSynonyms(QueryVocabulary vocabulary)
    {
        foreach (var (term, weight) in _terms.ToArray())
        {
            foreach (
                var alternative in vocabulary
                    .SynonymsOf(term)
                    .Where(terms => terms.All(vocabulary.Knows))
            )
            {
                foreach (var word in alternative.Where(word => !_terms.ContainsKey(word)))
                    Add(word, weight * SynonymWeight);
                Report(term, string.Join(' ', alternative), "synonym");
            }
        }
    }

    private void Report(string from, string to, string reason)
    {
        var correction = new MatchCorrection(from, to, reason);
        if (!_corrections.Contains(correction))
            _corrections.Add(correction);
    }
}

/// <summary>What a part of a request says, as it was written or corrected.</summary>
/// <param name="Terms">Stems of its content words, with the sum of the weights of the parts they stand in.</param>
/// <param name="FunctionWords">Stems of its stopwords, likewise.</param>
internal sealed record QueryView(
    IReadOnlyDictionary<string, double> Terms,
    IReadOnlyDictionary<string, double> FunctionWords
);

/// <summary>What an index knows of words, as a request is read.</summary>
/// <param name="Knows">Whether a document has the stem.</param>
/// <param name="HasVector">Whether the lexicon has the stem.</param>
/// <param name="Nearest">The nearest indexed word to an unknown one, or null.</param>
/// <param name="Split">The parts a joined word is hyphenated into elsewhere, or null.</param>
/// <param name="SynonymsOf">Alternatives of a stem.</param>
internal sealed record QueryVocabulary(
    Func<string, bool> Knows,
    Func<string, bool> HasVector,
    Func<string, string?> Nearest,
    Func<string, IReadOnlyList<string>?> Split,
    Func<string, IReadOnlyList<string[]>> SynonymsOf
);
