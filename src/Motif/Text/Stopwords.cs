using System.Collections.Frozen;

namespace Motif.Text;

/// <summary>
/// English function words that carry no intent. They are left out of descriptions and requests, never out of names:
/// a pattern called "who" or "At" has to be found by its name.
/// </summary>
public static class Stopwords
{
    private static readonly FrozenSet<string> Words = (
        "a an and are as at be but by for from had has have how i if in into is it its not of on or our s so such t than "
        + "that the their them then there these they this those to was we were what when where which while who will with "
        + "you your can could should would may might must do does did been being also any all some more most very just "
        + "about over under out up down no nor own same too each other both he she his her him"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Spans =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many words the list holds.</summary>
    public static int Count => Words.Count;

    /// <summary>Whether a lower-case word is in the list.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Spans.Contains(word);
}
