namespace Motif.Matching.Ranking;

/// <summary>
/// The CHAR signal: character 3- to 5-grams of words with their ends marked, and the whole word, hashed with sign into 1,024
/// dimensions (FNV-1a; Weinberger et al., "Feature hashing", ICML 2009). A word weighs (1 + ln tf)·idf/√(number of its grams).
/// Finds what spelling variants and compounds share, where terms differ.
/// </summary>
internal static class CharacterGrams
{
    public const int Dimensions = 1024;

    private const int Shortest = 3;
    private const int Longest = 5;
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>Adds a word to a vector of <see cref="Dimensions"/>.</summary>
    public static void Add(string word, float weight, Span<float> target)
    {
        Span<char> marked = stackalloc char[word.Length + 2];
        marked[0] = '<';
        word.CopyTo(marked[1..]);
        marked[^1] = '>';
        var each = weight / MathF.Sqrt(CountGrams(marked.Length));
        for (var start = 0; start + Shortest <= marked.Length; start++)
        {
            var hash = Offset;
            for (var length = 1; length <= Longest && start + length <= marked.Length; length++)
            {
                hash = (hash ^ marked[start + length - 1]) * Prime;
                if (length >= Shortest)
                    Place(hash, each, target);
            }
        }
        var whole = Offset;
        foreach (var character in marked)
            whole = (whole ^ character) * Prime;
        Place(whole * Prime, each, target);
    }

    private static int CountGrams(int length)
    {
        var count = 1;
        for (var gram = Shortest; gram <= Longest; gram++)
            count += Math.Max(0, length - gram + 1);
        return count;
    }

    private static void Place(uint hash, float weight, Span<float> target)
    {
        // The low bits of FNV-1a are weak; folding the high ones in is its authors' advice.
        var folded = hash ^ (hash >> 16);
        target[(int)(folded % Dimensions)] += (hash >> 31) == 0 ? weight : -weight;
    }
}
