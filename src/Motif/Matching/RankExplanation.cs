using Motif.Matching.Documents;
using Motif.Matching.Ranking;
using Motif.Text;

namespace Motif.Matching;

/// <summary>Shows the arithmetic behind a result.</summary>
internal static class RankExplanation
{
    public static ResultExplanation Of(
        RankedMatch match,
        MatchDocument document,
        RankedMatches ranked,
        MatchIndex index,
        TextAnalyzer analyzer
    )
    {
        var normalized = Divide(match.Raw, ranked.Maxima);
        var weights = ranked.Weights;
        return new ResultExplanation(
            match.Rank,
            match.Score,
            match.Raw,
            normalized,
            new SignalValues(
                normalized.Bm25 * weights.Bm25,
                normalized.Lsi * weights.Lsi,
                normalized.Vec * weights.Vec,
                normalized.Char * weights.Char,
                normalized.Neural * weights.Neural
            ),
            Contributions(match, document, ranked, index, analyzer),
            match.Prior,
            match.Inputs
        );
    }

    private static SignalValues Divide(SignalValues raw, SignalValues maxima) =>
        new(
            Share(raw.Bm25, maxima.Bm25),
            Share(raw.Lsi, maxima.Lsi),
            Share(raw.Vec, maxima.Vec),
            Share(raw.Char, maxima.Char),
            Share(raw.Neural, maxima.Neural)
        );

    private static double Share(double value, double maximum) => maximum > 0 ? value / maximum : 0;

    /// <summary>BM25F saturates the sum over fields; a field gets its share of that sum.</summary>
    private static List<TermContribution> Contributions(
        RankedMatch match,
        MatchDocument document,
        RankedMatches ranked,
        MatchIndex index,
        TextAnalyzer analyzer
    )
    {
        var wanted = ranked.Terms.ToDictionary(term => term.Text, StringComparer.Ordinal);
        var counts = new Dictionary<(string Term, MatchField Field), TermFrequency>();
        foreach (var (field, text, share) in DocumentText.Fields(document))
        {
            foreach (
                var term in analyzer
                    .Analyze(text, DocumentText.IsName(field))
                    .Terms.Where(wanted.ContainsKey)
            )
            {
                var (count, weighted) = counts.GetValueOrDefault((term, field));
                var weight = (float)(index.Fields.Of(field) * share);
                counts[(term, field)] = new TermFrequency(count + 1, weighted + weight);
            }
        }
        var result = new List<TermContribution>();
        foreach (var byTerm in counts.GroupBy(pair => pair.Key.Term, StringComparer.Ordinal))
        {
            var weighted = byTerm.Sum(pair => pair.Value.Weighted);
            var score = index.TermScore(wanted[byTerm.Key], match.Slot, weighted);
            foreach (var ((term, field), frequency) in byTerm)
                result.Add(
                    new TermContribution(
                        term,
                        field,
                        frequency.Count,
                        score * frequency.Weighted / weighted
                    )
                );
        }
        return
        [
            .. result
                .OrderByDescending(part => part.Contribution)
                .ThenBy(part => part.Term, StringComparer.Ordinal)
                .ThenBy(part => part.Field),
        ];
    }
}
