namespace Motif.Matching.Ranking;

/// <summary>One term of a request.</summary>
/// <param name="Term">Its number in the index, −1 where no document has it.</param>
/// <param name="Text">The stem.</param>
/// <param name="Weight">Sum over its occurrences of the weight of the part it stands in (intent 1, context .35 …).</param>
internal readonly record struct QueryTerm(int Term, string Text, double Weight);

/// <summary>
/// BM25F in its weighted-concatenation form (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted
/// fields", CIKM 2004): score(q, d) = Σ_t w'_t · idf(t) · f(k₁ + 1) / (f + k₁(1 − b + b·|d|/avg)), where f and |d| count every
/// occurrence with its field's weight; k₁ = 1.2, b = .75. What a request repeats counts less and less (Robertson et al., "Okapi
/// at TREC-3", 1994): w' = w(k₃ + 1) / (w + k₃) above 1; k₃ = 20 was chosen on development queries, of which only long ones care.
/// </summary>
internal sealed class Bm25Scorer(InvertedIndex index)
{
    public const double K1 = 1.2;
    public const double B = 0.75;
    public const double K3 = 20;

    /// <summary>The terms that documents have, with what the index knows of them now.</summary>
    public Bm25Query Of(ReadOnlySpan<QueryTerm> query)
    {
        var terms = new List<int>(query.Length);
        var factors = new List<float>(query.Length);
        foreach (var term in query)
        {
            if (term.Term < 0)
                continue;
            terms.Add(term.Term);
            factors.Add(
                (float)(
                    Saturated(term.Weight) * index.InverseDocumentFrequency(term.Term) * (K1 + 1)
                )
            );
        }
        var (constant, slope) = LengthNormal();
        return new Bm25Query([.. terms], [.. factors], (float)constant, (float)slope);
    }

    /// <summary>What one term gives one document.</summary>
    public double TermScore(QueryTerm term, int slot, double weighted)
    {
        var (constant, slope) = LengthNormal();
        var norm = constant + (slope * index.Lengths[slot]);
        return Saturated(term.Weight)
            * index.InverseDocumentFrequency(term.Term)
            * weighted
            * (K1 + 1)
            / (weighted + norm);
    }

    private static double Saturated(double weight) =>
        weight <= 1 ? weight : weight * (K3 + 1) / (weight + K3);

    private (double Constant, double Slope) LengthNormal() =>
        (K1 * (1 - B), index.AverageLength > 0 ? K1 * B / index.AverageLength : 0);
}

/// <summary>A request as BM25F scores documents by it.</summary>
/// <param name="Terms">Numbers of the terms that the index has.</param>
/// <param name="Factors">Beside each: w'·idf·(k₁ + 1), the most that it can give.</param>
/// <param name="Constant">k₁(1 − b).</param>
/// <param name="Slope">k₁·b/avg.</param>
internal sealed record Bm25Query(int[] Terms, float[] Factors, float Constant, float Slope)
{
    /// <summary>The score of a document by its own terms; the same sum, bit for bit, however it was found.</summary>
    public float Score(ReadOnlySpan<StoredTerm> document, float length)
    {
        var norm = Constant + (Slope * length);
        var sum = 0f;
        foreach (var stored in document)
        {
            if (Terms.AsSpan().IndexOf(stored.Term) is var place and >= 0)
                sum += Factors[place] * stored.Weighted / (stored.Weighted + norm);
        }
        return sum;
    }

    /// <summary>The most that a term can give to documents of at most this weight and at least this length.</summary>
    public float Bound(int place, (float Weight, float Length) most) =>
        most.Weight <= 0
            ? 0
            : Factors[place] * most.Weight / (most.Weight + Constant + (Slope * most.Length));
}
