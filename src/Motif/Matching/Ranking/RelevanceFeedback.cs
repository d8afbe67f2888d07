namespace Motif.Matching.Ranking;

/// <summary>
/// RM3 pseudo-relevance feedback (Abdul-Jaleel et al., TREC 2004): the request is mixed half and half with the term
/// distribution of its ten best results, P(t) = Σ_d S_d · tf(t, d)/|d| over the thirty most likely terms.
/// </summary>
internal static class RelevanceFeedback
{
    public const int Documents = 10;

    private const int Terms = 30;
    private const double OriginalShare = 0.5;

    public static QueryTerm[] Expand(
        QueryTerm[] query,
        IReadOnlyList<(StoredTerm[] Terms, double Score)> feedback,
        InvertedIndex index
    )
    {
        var likelihood = new SortedDictionary<int, double>();
        foreach (var (terms, score) in feedback)
        {
            var length = terms.Sum(stored => (double)stored.Weighted);
            foreach (var stored in terms)
                likelihood[stored.Term] =
                    likelihood.GetValueOrDefault(stored.Term) + (score * stored.Weighted / length);
        }
        var chosen = likelihood
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key)
            .Take(Terms)
            .ToList();
        var mass = chosen.Sum(pair => pair.Value);
        var total = query.Sum(term => term.Weight);
        if (mass <= 0 || total <= 0)
            return query;
        // The expanded request weighs as much as the written one, so that scores keep their size.
        var expanded = query.ToDictionary(term => term.Text, term => term, StringComparer.Ordinal);
        foreach (var term in query)
            expanded[term.Text] = term with { Weight = term.Weight * OriginalShare };
        foreach (var (number, value) in chosen)
        {
            var text = index.Term(number);
            var weight = (1 - OriginalShare) * total * value / mass;
            var known = expanded.GetValueOrDefault(text, new QueryTerm(number, text, 0));
            expanded[text] = known with { Weight = known.Weight + weight };
        }
        return [.. expanded.Values.OrderBy(term => term.Text, StringComparer.Ordinal)];
    }
}
