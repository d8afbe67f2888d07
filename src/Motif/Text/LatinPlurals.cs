namespace Motif.Text;

/// <summary>
/// The other number of words that English inflects as Latin and Greek do: index/indices, vertex/vertices, analysis/analyses,
/// criterion/criteria, schema/schemata, radius/radii, spectrum/spectra. An ending alone does not tell such a word
/// ("services" is no plural of "servex"), so these are guesses that a vocabulary has to confirm.
/// </summary>
public static class LatinPlurals
{
    /// <summary>A shorter rest would make words of accidents ("cli" is no plural of "clus").</summary>
    private const int ShortestRest = 3;

    private static readonly (string One, string Many)[] Endings =
    [
        ("ex", "ices"),
        ("ix", "ices"),
        ("sis", "ses"),
        ("rion", "ria"),
        ("non", "na"),
        ("ma", "mata"),
        ("us", "i"),
        ("um", "a"),
    ];

    /// <summary>What a lower-case word may be called in the other number, in the order of the endings; none for most words.</summary>
    public static IEnumerable<string> Guess(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        foreach (var (one, many) in Endings)
        {
            if (Turned(word, one, many) is { } plural)
                yield return plural;
            if (Turned(word, many, one) is { } singular)
                yield return singular;
        }
    }

    private static string? Turned(string word, string from, string to) =>
        word.Length >= from.Length + ShortestRest && word.EndsWith(from, StringComparison.Ordinal)
            ? word[..^from.Length] + to
            : null;
}
