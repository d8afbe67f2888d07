using System.Runtime.CompilerServices;

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

    /// <summary>Adds scores up, slot by slot.</summary>
    public void Score(ReadOnlySpan<QueryTerm> query, Span<float> scores)
    {
        var normal = LengthNormal();
        foreach (var term in query)
        {
            if (term.Term >= 0)
                Accumulate(term, normal, scores);
        }
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

    private (float Constant, float Slope) LengthNormal() =>
        (
            (float)(K1 * (1 - B)),
            index.AverageLength > 0 ? (float)(K1 * B / index.AverageLength) : 0
        );

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Accumulate(
        QueryTerm term,
        (float Constant, float Slope) normal,
        Span<float> scores
    )
    {
        var postings = index.Postings(term.Term);
        var slots = postings.Slots;
        var weights = postings.Weights;
        var lengths = index.Lengths;
        var idf = index.InverseDocumentFrequency(term.Term);
        var factor = (float)(Saturated(term.Weight) * idf * (K1 + 1));
        for (var i = 0; i < slots.Length; i++)
        {
            var slot = slots[i];
            var weight = weights[i];
            scores[slot] +=
                factor * weight / (weight + normal.Constant + (normal.Slope * lengths[slot]));
        }
    }
}
