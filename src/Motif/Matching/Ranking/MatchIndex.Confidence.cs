using Motif.Matching.Calibration;

namespace Motif.Matching.Ranking;

// What the confidence of a result is computed from.
public sealed partial class MatchIndex
{
    /// <summary>Inverse document frequency of a word in one of the lexicon's 49,000 sections.</summary>
    private const float RareIdf = 10.4f;

    /// <summary>The lexicon leaves stopwords out; each says as little as the commonest words that it has.</summary>
    private const float FunctionWordIdf = 3;

    /// <summary>A request of one rare word that stands in the document is this much; twice as much says little more.</summary>
    private const double EvidenceScale = 10;

    /// <summary>An answer is looked for among the first results, for the very first is not always it.</summary>
    private const int First = 3;

    private readonly NameIndex _names = new();

    /// <summary>What the first results say of the request as a whole, beside which every result has its own inputs.</summary>
    private ConfidenceInputs Inputs(int[] front, SignalBoard board, RequestWords request)
    {
        var (named, cosine, mass, density) = (0.0, 0.0, 0.0, 0.0);
        foreach (var slot in front.AsSpan(0, Math.Min(First, front.Length)))
        {
            var shared = request.SharedWith(_text.Document(slot));
            named = Math.Max(named, _names.Named(slot, request));
            cosine = Math.Max(cosine, board.Vec[slot] * board.KnownShare);
            mass = Math.Max(mass, shared.Mass);
            density = Math.Max(density, shared.Count / Math.Sqrt(1 + _text.Lengths[slot]));
        }
        var evidence = request.Total > 0 ? mass * mass / request.Total : 0;
        return new ConfidenceInputs(
            Score: 0,
            Named: 0,
            named,
            cosine,
            1 - Math.Exp(-evidence / EvidenceScale),
            1 - Math.Exp(-density)
        );
    }

    private double Named(int slot, SignalBoard board, RequestWords request) =>
        // Without a word in common there is nothing to compare; most documents of a large catalogue have none.
        board.Bm25[slot] > 0
            ? _names.Named(slot, request)
            : 0;

    private RequestWords Words(MatchQuery query, QueryTerm[] terms)
    {
        var content = terms.Select(term =>
            (term.Term, Mass: Mass(term.Weight, Rarity(query, term.Text)))
        );
        var function = query
            .FunctionWords.Where(pair => !query.Terms.ContainsKey(pair.Key))
            .Select(pair => (Term: _text.Find(pair.Key), Mass: Mass(pair.Value, FunctionWordIdf)));
        var (known, others) = (content.ToList(), function.ToList());
        var total = known.Sum(word => word.Mass) + others.Sum(word => word.Mass);
        known.RemoveAll(word => word.Term < 0);
        others.RemoveAll(word => word.Term < 0);
        return new RequestWords(
            [.. known.Select(word => word.Term), .. others.Select(word => word.Term)],
            [.. known.Select(word => word.Mass), .. others.Select(word => word.Mass)],
            known.Count,
            total
        );
    }

    private float Rarity(MatchQuery query, string term) =>
        query.FunctionWords.ContainsKey(term) ? FunctionWordIdf : Rarity(term);

    private static float Mass(double weight, float rarity) => (float)Math.Min(1, weight) * rarity;

    private IndexedName Name(NameTerms name)
    {
        var rarities = new float[name.Terms.Length];
        for (var i = 0; i < rarities.Length; i++)
            rarities[i] = i < name.ContentWords ? Rarity(name.Terms[i]) : FunctionWordIdf;
        return new IndexedName(Array.ConvertAll(name.Terms, _text.Find), rarities);
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
            if (query.Unknown.ContainsKey(term) && _model.Lexicon.Find(term) < 0)
                continue;
            known += Math.Pow(MatchQuery.Damp(weight) * Rarity(term), 2);
        }
        foreach (var weight in query.Unknown.Values)
            unknown += Math.Pow(MatchQuery.Damp(weight) * RareIdf, 2);
        return known + unknown > 0 ? (float)Math.Sqrt(known / (known + unknown)) : 0;
    }

    /// <summary>How rare a word is in the text that the shipped lexicon is trained from, in nats.</summary>
    private float Rarity(string term) =>
        _shipped.Find(term) is var row and >= 0 ? _shipped.InverseDocumentFrequency(row) : RareIdf;

    private (int Count, double? Best) CountBelow(
        double threshold,
        SlotSet slots,
        SignalBoard board,
        RequestWords request,
        ConfidenceInputs first,
        ConfidenceCalibrator calibrator
    )
    {
        if (threshold <= 0)
            return (0, null);
        var answer = PriorConfidence.Answer(first);
        var count = 0;
        double? best = null;
        foreach (var slot in slots)
        {
            if (board.Scores[slot] <= 0)
                continue;
            var result = PriorConfidence.Result(
                board.ShareOfScore(slot),
                Named(slot, board, request)
            );
            var confidence = calibrator.Calibrate(answer * result);
            if (confidence >= threshold)
                continue;
            count++;
            best = Math.Max(best ?? 0, confidence);
        }
        return (count, best);
    }
}
