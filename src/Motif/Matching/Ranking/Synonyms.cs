using Motif.Text;

namespace Motif.Matching.Ranking;

/// <summary>
/// Words that mean the same, as the user edits them: a line holds two or more separated by <c>=</c>, <c>#</c> at the start of a
/// line begins a comment. A request with one also looks for the others.
/// </summary>
public sealed class Synonyms
{
    private const int LongestFile = 1_000_000;

    private readonly Dictionary<string, List<string[]>> _groups = new(StringComparer.Ordinal);

    private Synonyms() { }

    /// <summary>No synonyms.</summary>
    public static Synonyms None { get; } = new();

    /// <summary>Abbreviations every engineer uses.</summary>
    public static Synonyms Default { get; } =
        Parse(
            """
            k8s = kubernetes
            nodejs = node.js
            golang = go language
            csharp = c#
            dotnet = .net
            db = database
            repo = repository
            i18n = internationalization
            l10n = localization
            a11y = accessibility
            o11y = observability
            auth = authentication = authorization
            """,
            new TextAnalyzer()
        );

    /// <summary>How many words have a synonym.</summary>
    public int Count => _groups.Count;

    /// <summary>Reads synonyms.</summary>
    /// <exception cref="FormatException">A line has one word only or a word that gives no term; the message names the line.</exception>
    public static Synonyms Parse(string text, TextAnalyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(analyzer);
        if (text.Length > LongestFile)
            throw new FormatException($"The synonym file is longer than {LongestFile} characters.");
        var result = new Synonyms();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length > 0 && !line.StartsWith('#'))
                result.Add(line, i + 1, analyzer);
        }
        return result;
    }

    /// <summary>What else a term may be written as; each alternative is the list of its terms.</summary>
    internal IReadOnlyList<string[]> Of(string term) =>
        _groups.TryGetValue(term, out var group) ? group : [];

    private void Add(string line, int number, TextAnalyzer analyzer)
    {
        var words = line.Split('=', StringSplitOptions.TrimEntries);
        if (words.Length < 2)
            throw new FormatException(
                $"Synonyms, line {number}: write two or more words with = between them, not \"{line}\"."
            );
        var group = words
            .Select(word => analyzer.Analyze(word, isName: true).Terms.ToArray())
            .ToArray();
        if (group.Any(terms => terms.Length == 0))
            throw new FormatException(
                $"Synonyms, line {number}: a side of \"{line}\" holds no word."
            );
        foreach (var terms in group)
        {
            // A request is no sequence: several words are only ever an alternative. "node.js" is one word with a part.
            if (terms.Length > 1 && !terms[0].Contains('.', StringComparison.Ordinal))
                continue;
            if (!_groups.TryGetValue(terms[0], out var others))
                _groups[terms[0]] = others = [];
            others.AddRange(group.Where(alternative => alternative != terms));
        }
    }
}
