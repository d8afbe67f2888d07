using System.Buffers;
using System.Text.RegularExpressions;

namespace Motif.Matching.Ranking;

/// <summary>What a sentence rules out.</summary>
/// <param name="Start">Where the word that negates begins; in a list, the <c>or</c> before a further phrase.</param>
/// <param name="End">Behind the last word of the phrase.</param>
/// <param name="Phrase">What is negated: "queue" in "retry without a queue".</param>
internal readonly record struct Negation(int Start, int End, string Phrase);

/// <summary>
/// Finds phrases behind "without", "not", "no", "instead of" and their like, by the words alone: what stands between the negating word and
/// the next boundary of a clause, four words at most. Whether the phrase names anything is for the index to say ("without losing data"
/// rules nothing out).
/// </summary>
internal static partial class Negations
{
    private const int LongestPhrase = 4;

    /// <summary>
    /// Words of a text that asks for something; a longer one describes, and what it negates is part of the tale ("instead of waiting at
    /// the counter, you …").
    /// </summary>
    private const int LongestRequest = 25;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;:.!?()\n");

    private static readonly HashSet<string> Cues = Set(
        "without not no never except excluding avoiding avoid don't dont doesn't won't"
    );

    /// <summary>The first word of a pair that negates, with the second.</summary>
    private static readonly Dictionary<string, string> Pairs = new(StringComparer.Ordinal)
    {
        ["instead"] = "of",
        ["rather"] = "than",
        ["other"] = "than",
    };

    /// <summary>Behind these a negating word says something else: "not only", "no longer", "not found".</summary>
    private static readonly HashSet<string> Turns = Set(
        "only just yet found even all every enough too modified null necessarily longer more less matter one op"
    );

    private static readonly HashSet<string> Fillers = Set(
        "a an the any using use uses used with by via on of to have having need needing rely relying another some through it"
    );

    private static readonly HashSet<string> Boundaries = Set(
        "and but so because when while if for in on to by with at from that which as than then where who until unless is are"
    );

    /// <summary>In the order of the text; none overlap.</summary>
    public static IReadOnlyList<Negation> In(string text)
    {
        List<Word> words = [.. Words().Matches(text).Select(m => new Word(m.Index, m.Value))];
        if (words.Count > LongestRequest)
            return [];
        var found = new List<Negation>();
        for (var i = 0; i < words.Count; i++)
        {
            if (Behind(words, i) is not { } next)
                continue;
            var start = words[i].Start;
            while (Phrase(text, words, next) is var (first, end) && end > first)
            {
                found.Add(
                    new Negation(
                        start,
                        words[end - 1].End,
                        text[words[first].Start..words[end - 1].End]
                    )
                );
                i = end - 1;
                if (end >= words.Count || words[end].Lower is not ("or" or "nor"))
                    break;
                (start, next) = (words[end].Start, end + 1);
            }
        }
        return found;
    }

    /// <summary>The text without what some negations say.</summary>
    public static string Without(string text, IEnumerable<Negation> negations)
    {
        foreach (var negation in negations.OrderByDescending(n => n.Start))
            text = $"{text[..negation.Start].TrimEnd()} {text[negation.End..].TrimStart()}";
        return text.Trim();
    }

    /// <summary>The word behind a negating one; null where word <paramref name="i"/> negates nothing.</summary>
    private static int? Behind(List<Word> words, int i)
    {
        var next =
            Cues.Contains(words[i].Lower) ? i + 1
            : Pairs.TryGetValue(words[i].Lower, out var second)
            && i + 1 < words.Count
            && words[i + 1].Lower == second
                ? i + 2
            : words.Count;
        return next < words.Count && !Turns.Contains(words[next].Lower) ? next : null;
    }

    private static (int First, int End) Phrase(string text, List<Word> words, int first)
    {
        while (first < words.Count && Fillers.Contains(words[first].Lower))
            first++;
        var end = first;
        while (
            end < words.Count
            && end - first < LongestPhrase
            && !Boundaries.Contains(words[end].Lower)
            && words[end].Lower is not ("or" or "nor")
            && (end == first || IsOneClause(text, words[end - 1].End, words[end].Start))
        )
            end++;
        return (first, end);
    }

    private static bool IsOneClause(string text, int from, int to) =>
        text.AsSpan(from, to - from).IndexOfAny(ClauseEnds) < 0;

    private static HashSet<string> Set(string words) =>
        words.Split(' ').ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(
        @"[\p{L}\p{N}.](?:[\p{L}\p{N}'’#+._/-]*[\p{L}\p{N}#+])?",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Words();

    private readonly record struct Word(int Start, string Text)
    {
        public int End => Start + Text.Length;

        public string Lower => Text.ToLowerInvariant().Replace('’', '\'');
    }
}
