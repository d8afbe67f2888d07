using Motif.Matching.Calibration;
using Motif.Matching.Ranking;

namespace Motif.Matching;

// What the confidence of a result is computed from.
public sealed partial class MatchIndex
{
    /// <summary>Inverse document frequency of a word in one of the lexicon's 49,000 sections.</summary>
    private const float RareIdf = 10.4f;

    /// <summary>Two rare words are this much; twice as many say little more.</summary>
    private const double EvidenceScale = 20;

    private FrontSpread Spread(int[] front, SignalBoard board, QueryTerm[] terms)
    {
        if (front.Length == 0)
            return default;
        var scores = front.Take(Front).Select(slot => (double)board.Scores[slot]).ToList();
        var mean = scores.Average();
        var deviation = Math.Sqrt(scores.Average(score => (score - mean) * (score - mean)));
        var prominence =
            deviation > 0 ? Math.Clamp((scores.Max() - mean) / deviation / 5, 0, 1) : 0;
        var first = front.Take(3).ToList();
        var shared = first.Select(Shared(terms)).ToList();
        return new FrontSpread(
            first.Max(slot => board.Coverage[slot]),
            first.Max(slot => board.Vec[slot]) * board.KnownShare,
            prominence,
            1 - Math.Exp(-shared.Max(words => words.Mass) / EvidenceScale),
            first.Max(slot => board.Char[slot]),
            1 - Math.Exp(-shared.Max(words => words.Density))
        );
    }

    /// <summary>
    /// What of the request's words a document has. Mass is the sum of how rare they are in the text that the lexicon is trained
    /// from: the catalogue's own idf would call a word of everyday rare that nothing here but one pattern says. Density is their
    /// number over the root of the document's length: a long document shares a word with anything.
    /// </summary>
    private Func<int, (double Mass, double Density)> Shared(QueryTerm[] terms)
    {
        var rarity = new Dictionary<int, double>();
        foreach (var term in terms.Where(term => term.Term >= 0))
        {
            var idf = BackgroundIdf(_model.Lexicon.Find(term.Text));
            rarity[term.Term] = idf * Math.Min(1, term.Weight);
        }
        return slot =>
        {
            var (mass, count) = (0.0, 0);
            foreach (var stored in _text.Document(slot))
            {
                if (!rarity.TryGetValue(stored.Term, out var idf))
                    continue;
                mass += idf;
                count++;
            }
            return (mass, count / Math.Sqrt(1 + _text.Lengths[slot]));
        };
    }

    /// <summary>
    /// Length of the request's known part over the length of the whole, an unknown word at right angles to all others and as
    /// heavy as the rarest: the cosine of the known words alone would call "passport renewal" a perfect "renewal".
    /// </summary>
    private float KnownShare(MatchQuery query)
    {
        var (known, unknown) = (0.0, 0.0);
        foreach (var (term, weight) in query.Terms)
        {
            var row = _model.Lexicon.Find(term);
            if (row < 0 && query.Unknown.ContainsKey(term))
                continue;
            var idf = BackgroundIdf(row);
            known += Math.Pow(MatchQuery.Damp(weight) * idf, 2);
        }
        foreach (var weight in query.Unknown.Values)
            unknown += Math.Pow(MatchQuery.Damp(weight) * RareIdf, 2);
        return known + unknown > 0 ? (float)Math.Sqrt(known / (known + unknown)) : 0;
    }

    /// <summary>How rare a word is in the text that the lexicon is trained from, in nats.</summary>
    /// <param name="row">Of the lexicon; negative for a word that it does not know.</param>
    private float BackgroundIdf(int row) =>
        row < 0 ? RareIdf : _model.Lexicon.InverseDocumentFrequency(row);

    private static ConfidenceInputs Inputs(
        int slot,
        float score,
        SignalBoard board,
        FrontSpread spread
    ) =>
        new(
            Math.Min(1, score),
            board.Coverage[slot],
            board.Vec[slot] * board.KnownShare,
            spread.BestCoverage,
            spread.BestCosine,
            spread.Prominence,
            spread.BestEvidence,
            spread.BestCharacters,
            spread.BestDensity
        );

    private static (int Count, double? Best) CountBelow(
        double threshold,
        SlotSet slots,
        SignalBoard board,
        FrontSpread spread,
        ConfidenceCalibrator calibrator
    )
    {
        if (threshold <= 0)
            return (0, null);
        var count = 0;
        double? best = null;
        foreach (var slot in slots)
        {
            var score = board.Scores[slot];
            if (score <= 0)
                continue;
            var confidence = calibrator.Confidence(Inputs(slot, score, board, spread));
            if (confidence >= threshold)
                continue;
            count++;
            best = Math.Max(best ?? 0, confidence);
        }
        return (count, best);
    }

    private readonly record struct FrontSpread(
        double BestCoverage,
        double BestCosine,
        double Prominence,
        double BestEvidence,
        double BestCharacters,
        double BestDensity
    );
}
