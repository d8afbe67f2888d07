namespace Motif.Discovery.Mining;

/// <summary>
/// Lists of words under names: a title has the trait of a list when it says any of its words, however often. A word that ends with
/// <c>*</c> stands for all that begin so (the notation of LIWC, Pennebaker et al. 2001). Of a shortened form the part before the
/// apostrophe counts too: "I'm" says "I".
/// </summary>
internal sealed class WordLists
{
    private const string Negation = "n't";
    private readonly List<(string Name, HashSet<string> Words, HashSet<string> Stems)> _lists = [];

    private WordLists(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> lists)
    {
        foreach (var (name, words) in lists.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            var lower = words.Select(w => w.Trim().ToLowerInvariant().Replace('’', '\'')).ToList();
            _lists.Add(
                (
                    name,
                    lower
                        .Where(w => w.Length > 0 && w[^1] != '*')
                        .ToHashSet(StringComparer.Ordinal),
                    lower
                        .Where(w => w.Length > 1 && w[^1] == '*')
                        .Select(w => w[..^1])
                        .ToHashSet(StringComparer.Ordinal)
                )
            );
        }
    }

    public static WordLists None { get; } = new([]);

    /// <summary>The own lists beside those of English; one of a name that English has stands in its place, an empty one is none.</summary>
    /// <param name="isEnglish">False for a corpus whose words would mean something else.</param>
    public static WordLists Of(
        IReadOnlyDictionary<string, IReadOnlyList<string>>? own,
        bool isEnglish = true
    ) =>
        new(
            EnglishWordLists
                .All.Where(l => isEnglish && own?.ContainsKey(l.Key) is not true)
                .Concat(
                    own ?? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
                )
                .Where(l => l.Value.Count > 0)
        );

    /// <summary>The names of the lists of which a title says a word.</summary>
    /// <param name="words">Of the title, in lower case.</param>
    public IEnumerable<string> In(IReadOnlyCollection<string> words) =>
        _lists.Where(l => words.Any(w => Says(l.Words, l.Stems, w))).Select(l => l.Name);

    private static bool Says(HashSet<string> words, HashSet<string> stems, string word)
    {
        if (words.Contains(word))
            return true;
        var apostrophe = word.IndexOf('\'', StringComparison.Ordinal);
        if (
            apostrophe > 0
            // "Won't" does not say "won".
            && !word.EndsWith(Negation, StringComparison.Ordinal)
            && words.Contains(word[..apostrophe])
        )
            return true;
        for (var length = 1; stems.Count > 0 && length <= word.Length; length++)
        {
            if (stems.Contains(word[..length]))
                return true;
        }
        return false;
    }
}
