namespace Motif.Text;

/// <summary>
/// The distinct sequences of five words of a text (Broder, SEQUENCES 1997): two texts that share most of them are copies of
/// each other. Words are runs of letters and digits, whatever their case.
/// </summary>
internal sealed class Shingles
{
    private const int Width = 5;

    private readonly HashSet<string> _sequences;

    private Shingles(HashSet<string> sequences) => _sequences = sequences;

    public static Shingles Of(string text)
    {
        var words = Words(text);
        var sequences = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + Width <= words.Count; i++)
            sequences.Add(string.Join(' ', words.GetRange(i, Width)));
        return new Shingles(sequences);
    }

    /// <summary>|A ∩ B| / |A ∪ B|, 0 to 1; 0 where either text is shorter than one sequence.</summary>
    public double Jaccard(Shingles other)
    {
        var shared = _sequences.Count(other._sequences.Contains);
        var all = _sequences.Count + other._sequences.Count - shared;
        return all == 0 ? 0 : (double)shared / all;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (isWord && start < 0)
                start = i;
            if (isWord || start < 0)
                continue;
            words.Add(text[start..i].ToLowerInvariant());
            start = -1;
        }
        return words;
    }
}
