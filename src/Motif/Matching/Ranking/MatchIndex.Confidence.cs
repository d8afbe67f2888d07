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

    /// <summary>A name of 1, but for the last bits.</summary>
    private const double VeryName = 1 - 1e-6;

    private NameIndex _names = new();

    /// <summary>What the first results say of the request as a whole, beside which every result has its own inputs.</summary>
    private ConfidenceInputs Inputs(int[] front, SignalBoard board, RequestWords[] request)
    {
        var (named, nearness, evidence, density) = (0.0, 0.0, 0.0, 0.0);
        foreach (var place in front.AsSpan(0, Math.Min(First, front.Length)))
        {
            var slot = board.Slots[place];
            named = Math.Max(named, Named(place, board, request));
            nearness = Math.Max(nearness, board.Nearness(place));
            foreach (var view in request)
            {
                var shared = view.SharedWith(_text.Document(slot));
                if (view.Total > 0)
                    evidence = Math.Max(evidence, shared.Mass * shared.Mass / view.Total);
                density = Math.Max(density, shared.Count / Math.Sqrt(1 + _text.Lengths[slot]));
            }
        }
        return new ConfidenceInputs(
            Score: 0,
            Named: 0,
            Nearness: 0,
            Trust: 1,
            named,
            nearness,
            1 - Math.Exp(-evidence / EvidenceScale),
            1 - Math.Exp(-density)
        );
    }

    /// <summary>By what the request names it best: the intent alone, or with what surrounds it.</summary>
    private double Named(int place, SignalBoard board, RequestWords[] request)
    {
        var named = 0.0;
        foreach (var view in request)
            named = Math.Max(named, _names.Named(board.Slots[place], view));
        return named;
    }

    private RequestWords[] Words(MatchQuery query)
    {
        var written = query.Views[^1].Terms;
        var others = query
            .Terms.Where(pair =>
                !written.ContainsKey(pair.Key) && !query.FunctionWords.ContainsKey(pair.Key)
            )
            .Select(pair => (Term: pair.Key, Mass: Mass(pair.Value, Rarity(pair.Key))))
            .ToList();
        return [.. query.Views.Select(view => Words(view, others))];
    }

    /// <param name="others">What stands for words that were written.</param>
    private RequestWords Words(QueryView view, List<(string Term, float Mass)> others)
    {
        var content = view
            .Terms.Select(pair => (Term: pair.Key, Mass: Mass(pair.Value, Rarity(pair.Key))))
            .ToList();
        var function = view
            .FunctionWords.Where(pair => !view.Terms.ContainsKey(pair.Key))
            .Select(pair => (Term: pair.Key, Mass: Mass(pair.Value, FunctionWordIdf)))
            .ToList();
        var total = content.Sum(word => word.Mass) + function.Sum(word => word.Mass);
        if (content.Count > 0)
            content.AddRange(others);
        var known = content
            .Select(word => (Term: _text.Find(word.Term), word.Mass))
            .Where(word => word.Term >= 0)
            .ToList();
        (string Term, float Mass)[] all = [.. content, .. function];
        return new RequestWords(
            [.. known.Select(word => word.Term)],
            [.. known.Select(word => word.Mass)],
            Array.ConvertAll(all, word => NameIndex.Digest(word.Term)),
            Array.ConvertAll(all, word => word.Mass),
            total
        )
        {
            HasContent = content.Count > 0,
        };
    }

    private static float Mass(double weight, float rarity) => (float)Math.Min(1, weight) * rarity;

    private IndexedName Name(NameTerms name, double belief)
    {
        var rarities = new float[name.Terms.Length];
        for (var i = 0; i < rarities.Length; i++)
            rarities[i] = i < name.ContentWords ? Rarity(name.Terms[i]) : FunctionWordIdf;
        return new IndexedName(
            Array.ConvertAll(name.Terms, NameIndex.Digest),
            rarities,
            NameIndex.Digest(name),
            (float)belief
        );
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

    private (int Count, (string Id, double Confidence)? Nearest) CountBelow(
        double threshold,
        SignalBoard board,
        SignalWeights weights,
        RequestWords[] request,
        ConfidenceInputs first,
        ConfidenceCalibrator calibrator
    )
    {
        if (threshold <= 0)
            return (0, null);
        var count = 0;
        (string Id, double Confidence)? nearest = null;
        for (var place = 0; place < board.Scores.Length; place++)
        {
            if (board.Scores[place] <= 0)
                continue;
            var confidence = calibrator.Confidence(Inputs(place, board, weights, request, first));
            if (confidence >= threshold)
                continue;
            count++;
            if (nearest is null || confidence > nearest.Value.Confidence)
                nearest = (_ids[board.Slots[place]], confidence);
        }
        return (count, nearest);
    }

    /// <summary>What is called by the very words of the request is as fit as anything could be, whatever signals say of others.</summary>
    private ConfidenceInputs Inputs(
        int place,
        SignalBoard board,
        SignalWeights weights,
        RequestWords[] request,
        ConfidenceInputs first
    )
    {
        var slot = board.Slots[place];
        var named = Named(place, board, request);
        return first with
        {
            Score = named >= VeryName ? 1 : board.ShareOfScore(place) * Prior(slot, weights),
            Named = named,
            Nearness = board.Nearness(place),
            Trust = _priors[slot].Trust * (board.IsRuledOut?[place] is true ? RuledOutTrust : 1),
        };
    }
}
