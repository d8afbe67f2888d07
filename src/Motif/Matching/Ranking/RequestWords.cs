namespace Motif.Matching.Ranking;

/// <summary>
/// All that a request says, by how rare each word is in the language and not in the catalogue, whose own idf would call a word of
/// everyday rare that nothing here but one pattern says.
/// </summary>
/// <param name="Terms">Numbers of those different words that the index knows, content words first.</param>
/// <param name="Masses">Beside each term: its rarity in nats, times the weight of the part it stands in where that is below 1.</param>
/// <param name="ContentWords">How many of the terms are no function words.</param>
/// <param name="Total">Sum over all words, the unknown ones too.</param>
internal sealed record RequestWords(int[] Terms, float[] Masses, int ContentWords, float Total)
{
    /// <summary>The mass and the number of the content words that stand in a document.</summary>
    public (double Mass, int Count) SharedWith(StoredTerm[] document)
    {
        var (mass, count) = (0.0, 0);
        var content = Terms.AsSpan(0, ContentWords);
        foreach (var stored in document)
        {
            if (content.IndexOf(stored.Term) is not (var place and >= 0))
                continue;
            mass += Masses[place];
            count++;
        }
        return (mass, count);
    }
}
