namespace Motif.Matching.Ranking;

/// <summary>
/// All that a request says, or a part of it, by how rare each word is in the language and not in the catalogue, whose own idf
/// would call a word of everyday rare that nothing here but one pattern says.
/// </summary>
/// <param name="Terms">Numbers of those different content words that the index knows, and of what stands for one: a synonym, a joined form.</param>
/// <param name="Masses">Beside each term: its rarity in nats, times the weight of the part it stands in where that is below 1.</param>
/// <param name="Names">Digests of all different words, function words too, as names have them (<see cref="NameIndex.Digest(string)"/>).</param>
/// <param name="NameMasses">Beside each of them.</param>
/// <param name="Total">Sum over all words that were written, the unknown ones too.</param>
internal sealed record RequestWords(
    int[] Terms,
    float[] Masses,
    int[] Names,
    float[] NameMasses,
    float Total
)
{
    /// <summary>Whether there is a content word: "what should I do" has none, and is near to nothing but its own name.</summary>
    public bool HasContent { get; init; } = true;

    /// <summary>The mass and the number of the content words that stand in a document.</summary>
    public (double Mass, int Count) SharedWith(StoredTerm[] document)
    {
        var (mass, count) = (0.0, 0);
        foreach (var stored in document)
        {
            if (Array.IndexOf(Terms, stored.Term) is not (var place and >= 0))
                continue;
            mass += Masses[place];
            count++;
        }
        // A word and what stands for it may both be there.
        return (Math.Min(mass, Total), count);
    }
}
