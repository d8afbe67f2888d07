using System.Runtime.InteropServices;

namespace Motif.Matching.Ranking;

/// <summary>
/// Finds the indexed word nearest to an unknown one: candidates share most character trigrams, the winner has the least edit
/// distance with transpositions (optimal string alignment), then the most documents, then the first in order. One edit is
/// allowed, two from eight letters.
/// </summary>
internal sealed class SpellingIndex
{
    public const int ShortestCorrected = 5;

    private const int ShortestIndexed = 4;
    private const int LongestIndexed = 32;
    private const int TwoEditsFrom = 8;
    private const int Candidates = 60;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly List<int> _documents = [];
    private readonly Dictionary<long, List<int>> _byTrigram = [];

    /// <summary>Counts a word of a document.</summary>
    public void Add(string word)
    {
        if (word.Length is < ShortestIndexed or > LongestIndexed || !IsLetters(word))
            return;
        if (_numbers.TryGetValue(word, out var known))
        {
            _documents[known]++;
            return;
        }
        var number = _words.Count;
        _numbers.Add(word, number);
        _words.Add(word);
        _documents.Add(1);
        foreach (var trigram in Trigrams(word))
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(
                _byTrigram,
                trigram,
                out _
            );
            (list ??= []).Add(number);
        }
    }

    /// <summary>Remembers the words; what comes out writes them.</summary>
    public Action<BinaryWriter> Capture()
    {
        string[] words = [.. _words];
        int[] documents = [.. _documents];
        return writer =>
        {
            writer.WriteTexts(words);
            writer.WriteArray<int>(documents);
        };
    }

    /// <summary>Takes over what was written, into an empty index.</summary>
    public void Restore(BinaryReader reader)
    {
        foreach (var word in reader.ReadTexts())
            Add(word);
        var documents = reader.ReadArray<int>();
        for (var number = 0; number < documents.Length; number++)
            _documents[number] = documents[number];
    }

    /// <summary>The nearest word that <paramref name="isKnown"/> accepts; null where none is near enough.</summary>
    public string? Nearest(string word, Func<string, bool> isKnown)
    {
        if (word.Length is < ShortestCorrected or > LongestIndexed || !IsLetters(word))
            return null;
        var shared = new Dictionary<int, int>();
        foreach (var trigram in Trigrams(word))
        {
            foreach (var number in CollectionsMarshal.AsSpan(_byTrigram.GetValueOrDefault(trigram)))
                CollectionsMarshal.GetValueRefOrAddDefault(shared, number, out _)++;
        }
        var allowed = word.Length >= TwoEditsFrom ? 2 : 1;
        return shared
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key)
            .Take(Candidates)
            .Select(pair =>
                (Number: pair.Key, Distance: EditDistance(word, _words[pair.Key], allowed))
            )
            .Where(candidate => candidate.Distance <= allowed && isKnown(_words[candidate.Number]))
            .OrderBy(candidate => candidate.Distance)
            .ThenByDescending(candidate => _documents[candidate.Number])
            .ThenBy(candidate => _words[candidate.Number], StringComparer.Ordinal)
            .Select(candidate => _words[candidate.Number])
            .FirstOrDefault();
    }

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours between two words; allowed + 1 where it is more.</summary>
    internal static int EditDistance(string left, string right, int allowed)
    {
        if (Math.Abs(left.Length - right.Length) > allowed)
            return allowed + 1;
        var previous = new int[right.Length + 1];
        var current = Enumerable.Range(0, right.Length + 1).ToArray();
        var beforePrevious = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            (beforePrevious, previous, current) = (previous, current, beforePrevious);
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, substitution);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
            }
        }
        return Math.Min(current[^1], allowed + 1);
    }

    private static IEnumerable<long> Trigrams(string word)
    {
        var marked = $"<{word}>";
        var seen = new HashSet<long>();
        for (var i = 0; i + 3 <= marked.Length; i++)
        {
            var trigram = ((long)marked[i] << 32) | ((long)marked[i + 1] << 16) | marked[i + 2];
            if (seen.Add(trigram))
                yield return trigram;
        }
    }

    private static bool IsLetters(string word)
    {
        foreach (var character in word)
        {
            if (!char.IsLetter(character))
                return false;
        }
        return true;
    }
}
