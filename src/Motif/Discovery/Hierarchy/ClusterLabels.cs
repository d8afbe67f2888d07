using System.Globalization;
using Motif.Discovery.Items;

namespace Motif.Discovery.Hierarchy;

/// <summary>What a neighbourhood is called, and by which words.</summary>
/// <param name="Telling">Single words that tell it from its siblings, those of the terms among them.</param>
internal sealed record ClusterLabel(
    string Name,
    IReadOnlyList<string> Terms,
    IReadOnlySet<string> Telling
);

/// <summary>
/// Names by class-based TF-IDF over runs of one to three words, against the siblings: (share of the cluster's distinct texts that
/// have it) · ln(1 + share in the cluster / share among all siblings), as in Grootendorst 2022 but contrastive. The largest
/// sibling chooses first, and no other then takes its words. After the first, words come by their score times e^(4·NPMI) with those
/// already there: what tells a neighbourhood apart word by word need not say one thing. A list ends where no word is left that
/// keeps company with those in it: most small neighbourhoods have no ten words of one subject.
/// </summary>
internal sealed class ClusterLabels
{
    private const int MostTerms = 10;
    private const int MostTelling = 20;
    private const int TermsInName = 3;
    private const int MostWords = 3;
    private const int MostTexts = 4000;
    private const int MostShown = 60;
    private const double LeastShare = 0.005;
    private const int MostCandidates = 60;
    private const double Company = 4;

    /// <summary>The least NPMI with the words already there, once a list has <see cref="LeastTerms"/>.</summary>
    private const double LeastCompany = 0.1;
    private const int LeastTerms = 2;

    /// <summary>What is left of a word's score for every larger sibling that lists it.</summary>
    private const double LeftWhenListed = 0.3;

    private readonly IReadOnlyList<string[]> _texts;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _listed = new(StringComparer.Ordinal);

    /// <param name="siblings">Of each sibling its distinct texts, nearest to the centre first.</param>
    public ClusterLabels(IReadOnlyList<IReadOnlyList<string>> siblings) =>
        _texts = [.. siblings.Select(s => s.Take(MostTexts).ToArray())];

    public ClusterLabel[] Choose()
    {
        var counts = _texts.Select(Counts).ToArray();
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (term, count) in counts.SelectMany(c => c))
            all[term] = all.GetValueOrDefault(term) + count;
        var total = (double)Math.Max(1, _texts.Sum(t => t.Length));
        var ranked = counts.Select((c, i) => Ranked(c, _texts[i].Length, all, total)).ToArray();
        var company = new WordCompany(
            _texts,
            ranked
                .SelectMany(r => r.Take(MostCandidates))
                .SelectMany(t => t.Term.Split(' '))
                .ToHashSet(StringComparer.Ordinal)
        );
        var labels = new ClusterLabel[_texts.Count];
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var i in Enumerable
                .Range(0, _texts.Count)
                .OrderByDescending(i => _texts[i].Length)
                .ThenBy(i => i)
        )
            labels[i] = Label(ranked[i], company, _texts[i], names);
        return labels;
    }

    /// <summary>A name that no sibling has: numbered where one has it.</summary>
    /// <param name="taken">The names of the siblings.</param>
    public static string Free(string name, IReadOnlySet<string> taken)
    {
        var free = name;
        for (var number = 2; taken.Contains(free); number++)
            free = string.Create(CultureInfo.InvariantCulture, $"{name} ({number})");
        return free;
    }

    private static Dictionary<string, int> Counts(string[] texts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts)
        foreach (var term in Terms(text))
            counts[term] = counts.GetValueOrDefault(term) + 1;
        return counts;
    }

    /// <summary>Runs of words whose first and last say something; each once.</summary>
    private static HashSet<string> Terms(string text)
    {
        var words = TitleWords.Of(text);
        var terms = new HashSet<string>(StringComparer.Ordinal);
        for (var start = 0; start < words.Count; start++)
        {
            if (!TitleWords.IsContent(words[start]))
                continue;
            for (var length = 1; length <= MostWords && start + length <= words.Count; length++)
            {
                if (TitleWords.IsContent(words[start + length - 1]))
                    terms.Add(string.Join(' ', words.GetRange(start, length)));
            }
        }
        return terms;
    }

    private static List<(string Term, double Score)> Ranked(
        Dictionary<string, int> counts,
        int texts,
        Dictionary<string, int> all,
        double total
    ) =>
        [
            .. counts
                .Where(c => c.Value >= Math.Max(Math.Min(2, texts), LeastShare * texts))
                .Select(c =>
                {
                    var share = c.Value / (double)texts;
                    // A phrase says more than its words do, where it is about as frequent.
                    var words = 1 + (0.25 * c.Key.Count(character => character == ' '));
                    return (
                        Term: c.Key,
                        Score: words * share * Math.Log(1 + (share / (all[c.Key] / total)))
                    );
                })
                .OrderByDescending(t => t.Score)
                .ThenBy(t => t.Term, StringComparer.Ordinal),
        ];

    private ClusterLabel Label(
        List<(string Term, double Score)> scored,
        WordCompany company,
        string[] texts,
        HashSet<string> names
    )
    {
        var terms = Chosen(scored, company);
        var ranked = scored.ConvertAll(t => t.Term);
        var shown = terms.Take(TermsInName).ToList();
        _taken.UnionWith(shown.SelectMany(t => t.Split(' ')));
        var name = shown.Count > 0 ? Listed(shown) : Fallback(ranked, texts);
        var free = Free(name, names);
        names.Add(free);
        return new ClusterLabel(
            free,
            [.. (terms.Count > 0 ? terms : ranked.Take(MostTerms)).Select(Written)],
            terms
                .Concat(ranked.Take(MostTelling))
                .SelectMany(t => Written(t).Split(' '))
                .ToHashSet(StringComparer.Ordinal)
        );
    }

    /// <summary>Terms that share no word with each other or with a larger sibling's name.</summary>
    private List<string> Chosen(List<(string Term, double Score)> scored, WordCompany company)
    {
        var score = scored.ToDictionary(t => t.Term, t => t.Score, StringComparer.Ordinal);
        var left = scored
            .Where(t => !t.Term.Split(' ').Any(_taken.Contains))
            .Take(MostCandidates)
            .Select(t => (t.Term, Words: t.Term.Split(' ')))
            .Select(t => (t.Term, t.Words, Score: score[t.Term] * Fresh(t.Words), Company: 0.0))
            .ToList();
        var terms = new List<string>();
        while (left.Count > 0 && terms.Count < MostTerms)
        {
            // Of equals the first by score stands first.
            var next = left.MaxBy(t =>
                t.Score * Math.Exp(Company * t.Company / Math.Max(1, terms.Count))
            );
            terms.Add(next.Term);
            left =
            [
                .. left.Where(t =>
                        !t.Words.Any(w => next.Words.Contains(w, StringComparer.Ordinal))
                    )
                    .Select(t => t with { Company = t.Company + company.Of(t.Term, next.Term) })
                    .Where(t =>
                        terms.Count < LeastTerms || t.Company >= LeastCompany * terms.Count
                    ),
            ];
        }
        foreach (var word in terms.SelectMany(t => t.Split(' ')))
            _listed[word] = _listed.GetValueOrDefault(word) + 1;
        return terms;
    }

    private double Fresh(string[] words) =>
        Math.Pow(LeftWhenListed, words.Max(w => _listed.GetValueOrDefault(w)));

    private static string Listed(IEnumerable<string> terms) =>
        string.Join(" · ", terms.Select(Written));

    private static string Written(string term) => TitleWords.Written(term.Split(' '));

    /// <summary>Words that a sibling has too, otherwise the text nearest to the centre.</summary>
    private static string Fallback(List<string> ranked, string[] texts)
    {
        if (ranked.Count > 0)
            return Listed(ranked.Take(TermsInName));
        var text = Array.Find(texts, t => t.Any(char.IsLetter));
        return text is null ? "without words"
            : text.Length <= MostShown ? text
            : Cut(text) + "…";
    }

    /// <summary>Half a surrogate pair would be no text.</summary>
    private static string Cut(string text) =>
        text[..(char.IsHighSurrogate(text[MostShown - 1]) ? MostShown - 1 : MostShown)];
}
