using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Motif.Embeddings;
using Motif.Matching.Calibration;
using Motif.Matching.Indexing;
using Motif.Matching.Requests;
using Motif.Text;
using Motif.Vectors;

namespace Motif.Matching.Ranking;

public sealed partial class MatchIndex
{
    /// <summary>So many are looked at where fewer are wanted: some are too doubtful, some too much like others.</summary>
    private const int Front = 50;

    /// <summary>Ranks the documents that pass the filters.</summary>
    internal RankedMatches Search(MatchSearch search, ConfidenceCalibrator calibrator) =>
        Read(() =>
        {
            var (slots, effects) = _facets.Apply(search.Filters, _live);
            var query = MatchQuery.Of(search.Parts, _analyzer, Vocabulary());
            using var board = new SignalBoard(_text.SlotCount);
            var (weights, space) = Signals(search);
            var terms = Numbered(query);
            var words = Words(query, terms);
            Score(search, query, terms, slots, board, weights);
            var (total, front) = Rank(slots, board, weights, Math.Max(search.Limit, Front));
            if (search.Broad && front.Length > 0)
            {
                terms = Widen(terms, front, board);
                board.Clear();
                Score(search, query, terms, slots, board, weights);
                (total, front) = Rank(slots, board, weights, Math.Max(search.Limit, Front));
            }
            var first = Inputs(front, board, words);
            var (below, best) = CountBelow(
                search.MinConfidence,
                slots,
                board,
                words,
                first,
                calibrator
            );
            var matches = front
                .Select(slot => Describe(slot, board, weights, words, first, calibrator))
                .Where(match => match.Confidence >= search.MinConfidence)
                .ToList();
            return new RankedMatches
            {
                Matches =
                [
                    .. (search.Diversity > 0 ? Diversify(matches, search) : matches).Take(
                        search.Limit
                    ),
                ],
                Total = total,
                BelowThreshold = below,
                BestBelow = best,
                Maxima = board.Maxima,
                Weights = weights,
                Query = query,
                Terms = terms,
                Filters = effects,
                Space = space,
            };
        });

    /// <summary>What passes these filters now.</summary>
    internal FilterScope Scope(MatchFilters filters) =>
        Read(() =>
        {
            var (slots, _) = _facets.Apply(filters, _live);
            var sweeps = _sweeps;
            return new FilterScope(
                _text.LiveCount,
                slots.Count,
                // A sweep in between renumbers the slots.
                () => Read(() => _sweeps == sweeps ? Ids(slots) : null)
            );
        });

    private List<string> Ids(SlotSet slots)
    {
        var ids = new List<string>();
        foreach (var slot in slots)
            ids.Add(_ids[slot]);
        return ids;
    }

    /// <summary>What a term of a request gives a document, by the formula of BM25F.</summary>
    internal double TermScore(QueryTerm term, int slot, double weighted) =>
        Read(() => slot < _text.SlotCount ? _bm25.TermScore(term, slot, weighted) : 0);

    private QueryVocabulary Vocabulary() =>
        new(
            _text.Knows,
            term => _model.Lexicon.Find(term) >= 0,
            word => _spelling.Nearest(word, candidate => _text.Knows(TextAnalyzer.Stem(candidate))),
            joined => _compounds.GetValueOrDefault(joined),
            _options.Synonyms.Of
        );

    private (SignalWeights Weights, string Space) Signals(MatchSearch search)
    {
        var space = search.Vectors?.Space;
        var weights = (search.Weights ?? Shares(space)).Without(lsi: _model.Latent is null);
        return (weights, space is { IsOffline: false } ? space.Model : _model.Lexicon.Name);
    }

    private SignalWeights Shares(EmbeddingSpace? space)
    {
        var tuned = _tuned && space is not { IsOffline: true };
        var shares = tuned ? _options.Signals : _options.UntunedSignals;
        return space is { IsOffline: false } ? shares.WithNeural() : shares;
    }

    private QueryTerm[] Numbered(MatchQuery query) =>
        [.. query.Terms.Select(pair => new QueryTerm(_text.Find(pair.Key), pair.Key, pair.Value))];

    private void Score(
        MatchSearch search,
        MatchQuery query,
        QueryTerm[] terms,
        SlotSet slots,
        SignalBoard board,
        SignalWeights weights
    )
    {
        _bm25.Score(terms, board.Bm25);
        var bm25 = Largest(slots, board.Bm25);
        var vec = search.Vectors is { Space.IsOffline: true } kept
            ? Take(kept, slots, board.Vec, floor: 0)
            : _model.Vectors.Cosines(LexiconVector(terms), slots, board.Vec);
        var lsi = _model.Latent is null
            ? 0
            : _model.LatentRows!.Cosines(LatentVector(terms, _model.Latent), slots, board.Lsi);
        var neural = search.Vectors is { Space.IsOffline: false } model
            ? Take(model, slots, board.Neural, MedianCosine(model, slots))
            : 0;
        board.KnownShare = KnownShare(query);
        board.Maxima = new SignalValues(bm25, lsi, vec, 0, neural);
        board.Fuse(weights);
        var near = InReach(
            slots,
            board,
            weights,
            Math.Max(search.Limit, MatchRequest.LargestLimit)
        );
        var characters = _characters.Cosines(CharacterVector(query), near, board.Char);
        board.Maxima = board.Maxima with { Char = characters };
        board.Fuse(weights);
    }

    /// <summary>The largest value of those that pass.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Largest(SlotSet slots, ReadOnlySpan<float> values)
    {
        var best = 0f;
        foreach (var slot in slots)
            best = MathF.Max(best, values[slot]);
        return best;
    }

    /// <summary>
    /// The documents that CHAR, at most 1 times its weight, could bring among the first ones. Its rows are the longest by far,
    /// and of a large catalogue nine in ten need not be read; elsewhere it counts as 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private SlotSet InReach(SlotSet slots, SignalBoard board, SignalWeights weights, int wanted)
    {
        var top = new TopRanks(wanted, _ids);
        var scores = board.Scores;
        var priors = CollectionsMarshal.AsSpan(_priorValues);
        var (reach, share) = ((float)weights.PriorReach, (float)weights.Char);
        foreach (var slot in slots)
            top.Offer(slot, scores[slot] * PriorFactor(priors[slot], reach));
        var least = top.Least;
        var near = new SlotSet();
        foreach (var slot in slots)
        {
            if ((scores[slot] + share) * PriorFactor(priors[slot], reach) >= least)
                near.Add(slot);
        }
        return near;
    }

    /// <summary>
    /// The median of the cosines over the documents that pass: what a model gives to anything. Where an index names fewer than
    /// half of those, the least that it names comes next to it; of one or two, the median would say nothing.
    /// </summary>
    private float MedianCosine(VectorSignal signal, SlotSet slots)
    {
        const int FewestCompared = 3;
        if (slots.Count < FewestCompared)
            return 0;
        var cosines = new List<float>(signal.Scores.Count);
        foreach (var (id, cosine) in signal.Scores)
        {
            if (_slots.TryGetValue(id, out var slot) && slots.Contains(slot))
                cosines.Add(cosine);
        }
        if (cosines.Count == 0)
            return 0;
        cosines.Sort();
        var above = Math.Min(cosines.Count, (slots.Count / 2) + 1);
        return cosines[^above];
    }

    /// <summary>
    /// The cosines that an index gave, in excess of a floor, of the documents that pass; what it does not name is not near.
    /// </summary>
    private float Take(VectorSignal signal, SlotSet slots, Span<float> values, float floor)
    {
        var best = 0f;
        foreach (var (id, score) in signal.Scores)
        {
            if (!_slots.TryGetValue(id, out var slot) || !slots.Contains(slot))
                continue;
            values[slot] = MathF.Max(0, score - floor);
            best = MathF.Max(best, values[slot]);
        }
        return best;
    }

    private float[] LexiconVector(QueryTerm[] terms)
    {
        var vector = new float[_model.Lexicon.Dimensions];
        foreach (var term in terms)
        {
            if (_model.Lexicon.Find(term.Text) is var row and >= 0)
                _model.Lexicon.Accumulate(row, MatchQuery.Damp(term.Weight), vector);
        }
        Lexicon.Normalize(vector);
        return vector;
    }

    private static float[] LatentVector(QueryTerm[] terms, LatentSemantics latent)
    {
        var vector = new float[latent.Dimensions];
        latent.Project(
            Array.ConvertAll(terms, term => (term.Term, MatchQuery.Damp(term.Weight))),
            vector
        );
        return vector;
    }

    private float[] CharacterVector(MatchQuery query)
    {
        var vector = new float[CharacterGrams.Dimensions];
        var rare = RarestIdf();
        foreach (var (word, weight) in query.Words)
            CharacterGrams.Add(word, MatchQuery.Damp(weight) * WordWeight(word, rare), vector);
        return vector;
    }

    /// <summary>How many documents have anything in common with the request, and the slots of the first ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int Total, int[] Front) Rank(
        SlotSet slots,
        SignalBoard board,
        SignalWeights weights,
        int wanted
    )
    {
        var top = new TopRanks(wanted, _ids);
        var scores = board.Scores;
        var priors = CollectionsMarshal.AsSpan(_priorValues);
        var reach = (float)weights.PriorReach;
        var total = 0;
        foreach (var slot in slots)
        {
            if (scores[slot] <= 0)
                continue;
            total++;
            top.Offer(slot, scores[slot] * PriorFactor(priors[slot], reach));
        }
        return (total, top.Take());
    }

    private float Prior(int slot, SignalWeights weights) =>
        PriorFactor(_priorValues[slot], (float)weights.PriorReach);

    /// <summary>1 − reach + reach·P.</summary>
    private static float PriorFactor(float prior, float reach) => 1 - reach + (reach * prior);

    private QueryTerm[] Widen(QueryTerm[] terms, int[] front, SignalBoard board)
    {
        var feedback = front
            .Take(RelevanceFeedback.Documents)
            .Select(slot => (_text.Document(slot), (double)board.Scores[slot]))
            .ToList();
        return RelevanceFeedback.Expand(terms, feedback, _text);
    }

    private RankedMatch Describe(
        int slot,
        SignalBoard board,
        SignalWeights weights,
        RequestWords words,
        ConfidenceInputs first,
        ConfidenceCalibrator calibrator
    )
    {
        var score = board.Scores[slot];
        var inputs = first with
        {
            Score = board.ShareOfScore(slot),
            Named = Named(slot, board, words),
        };
        return new RankedMatch(
            slot,
            _ids[slot],
            score * Prior(slot, weights),
            score,
            board.Raw(slot),
            inputs,
            calibrator.Confidence(inputs),
            _priors[slot]
        );
    }
}
