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
        var counts = new Dictionary<(string Term, MatchField Field), int>();
        foreach (var (field, text) in DocumentText.Fields(document))
        {
            foreach (
                var term in analyzer
                    .Analyze(text, DocumentText.IsName(field))
                    .Terms.Where(wanted.ContainsKey)
            )
                counts[(term, field)] = counts.GetValueOrDefault((term, field)) + 1;
        }
        var result = new List<TermContribution>();
        foreach (var byTerm in counts.GroupBy(pair => pair.Key.Term, StringComparer.Ordinal))
        {
            var weighted = byTerm.Sum(pair => pair.Value * index.Fields.Of(pair.Key.Field));
            var score = index.TermScore(wanted[byTerm.Key], match.Slot, weighted);
            foreach (var ((term, field), count) in byTerm)
                result.Add(
                    new TermContribution(
                        term,
                        field,
                        count,
                        score * count * index.Fields.Of(field) / weighted
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
