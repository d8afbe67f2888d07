using Motif.Text;

namespace Motif.Catalog;

/// <summary>
/// The words by which a list is searched: NFKC, lower-case invariant, runs of letters and digits. One definition, so
/// that every store finds the same patterns.
/// </summary>
public static class SearchWords
{
    /// <summary>Longer words are cut, so that a hostile text cannot bloat an index.</summary>
    public const int MaxWordLength = 64;

    /// <summary>The distinct words of the texts in ordinal order.</summary>
    public static IReadOnlyList<string> Of(params ReadOnlySpan<string> texts)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
            words.UnionWith(InOrder(text));
        return [.. words];
    }

    /// <summary>The words of a text as they follow each other.</summary>
    public static IReadOnlyList<string> InOrder(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<string>();
        Collect(CompatibilityNormalizer.Normalize(text), words);
        return words;
    }

    /// <summary>What a pattern is found by.</summary>
    public static IReadOnlyList<string> Of(Pattern pattern) =>
        Of([pattern.Name, pattern.Description, .. pattern.Tags]);

    private static void Collect(string text, List<string> words)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                if (start < 0)
                    start = i;
                continue;
            }
            if (start >= 0)
                words.Add(
                    text.AsSpan(start, Math.Min(i - start, MaxWordLength))
                        .ToString()
                        .ToLowerInvariant()
                );
            start = -1;
        }
    }
}
