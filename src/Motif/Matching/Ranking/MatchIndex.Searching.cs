using Motif.Embeddings;
using Motif.Matching.Calibration;
using Motif.Matching.Indexing;
using Motif.Matching.Requests;
using Motif.Text;
using Motif.Vectors;

namespace Motif.Matching.Ranking;

// A match: candidates first, every signal for those alone.
public sealed partial class MatchIndex
{
    /// <summary>So many are looked at where fewer are wanted: some are too doubtful, some too much like others.</summary>
    private const int Front = 50;

    /// <summary>Documents among which the evidence of a request's words is looked for.</summary>
    private const int FirstByWords = 5;

    /// <summary>More than any confidence.</summary>
    private const double Unheard = 2;

    /// <summary>What a model must believe of a result whose request has no word that documents or lexicon know.</summary>
    private const double UnheardByModel = 0.1;

    /// <summary>Least distance of a median cosine from 1: all documents of a catalogue may say the same.</summary>
    private const double LeastRoom = 0.1;

    /// <summary>Ranks the documents that pass the filters.</summary>
    internal RankedMatches Search(MatchSearch search, ConfidenceCalibrator calibrator) =>
        Read(() => FinishLocked(BeginLocked(search), search.Vectors, calibrator));

    /// <summary>The first half of a match, which needs no vector index.</summary>
    /// <param name="comparing">Whether a vector index will be asked, whose keys are ids of patterns.</param>
    internal MatchDraft Begin(MatchSearch search, bool comparing) =>
        Read(() => BeginLocked(search, comparing));

    /// <summary>The second half; where the index changed since the first, that is done once more.</summary>
    internal RankedMatches Finish(
        MatchDraft draft,
        VectorSignal? vectors,
        ConfidenceCalibrator calibrator
    ) =>
        Read(() =>
            FinishLocked(
                draft.Filtered.Version == _version ? draft : BeginLocked(draft.Search),
                vectors,
                calibrator
            )
        );

    /// <summary>What a term of a request gives a document, by the formula of BM25F.</summary>
    internal double TermScore(QueryTerm term, int slot, double weighted) =>
        Read(() => slot < _text.SlotCount ? _bm25.TermScore(term, slot, weighted) : 0);

    private MatchDraft BeginLocked(MatchSearch search, bool comparing = false)
    {
        var filtered = Filtered(search.Filters);
        var draft = Read(search, filtered);
        if (WithoutRuledOut(search, filtered, draft.ByWords) is { } rest)
            draft = Read(rest, filtered);
        return comparing ? draft with { Scope = Scope(filtered, draft.ByWords) } : draft;
    }

    private MatchDraft Read(MatchSearch search, FilteredSlots filtered)
    {
        var query = MatchQuery.Of(search.Parts, _analyzer, Vocabulary());
        foreach (var phrase in search.RuledOut ?? [])
            query.RuleOut(phrase);
        var terms = Numbered(query);
        var byWords = ByWords(_bm25.Of(terms), search.Parts, filtered);
        return new MatchDraft(search, filtered, query, terms, byWords, Scope: null);
    }

    private RankedMatches FinishLocked(
        MatchDraft draft,
        VectorSignal? vectors,
        ConfidenceCalibrator calibrator
    )
    {
        var search = draft.Search;
        var (terms, wanted) = (draft.Terms, Math.Max(search.Limit, Front));
        var words = Words(draft.Query);
        var (board, weights) = Score(draft, terms, words, draft.ByWords, vectors);
        var front = Rank(board, weights, wanted);
        if (search.Broad && front.Length > 0)
        {
            terms = Widen(terms, front, board);
            var byWords = ByWords(_bm25.Of(terms), search.Parts, draft.Filtered);
            (board, weights) = Score(draft, terms, words, byWords, vectors);
            front = Rank(board, weights, wanted);
        }
        var first = Inputs(front, board, words);
        var least = Threshold(draft.Query, vectors, search.MinConfidence);
        var (below, nearest) = CountBelow(least, board, weights, words, first, calibrator);
        // By what is shown: a place must not contradict the number beside it. Who weighs signals otherwise looks at the ranking.
        var matches = front
            .Select(place => Describe(place, board, weights, words, first, calibrator))
            .Where(match => match.Confidence >= least)
            .OrderByDescending(match => search.Weights is null ? match.Confidence : match.Rank)
            .ToList();
        return new RankedMatches
        {
            Matches =
            [
                .. (search.Diversity > 0 ? Diversify(matches, search) : matches).Take(search.Limit),
            ],
            Total = board.Scores.Length - board.Scores.Count(0f),
            BelowThreshold = below,
            NearestBelow = nearest,
            Maxima = board.Maxima,
            Weights = weights,
            Query = draft.Query,
            Terms = terms,
            Filters = draft.Filtered.Effects,
            Space = vectors is { Space.IsOffline: false }
                ? vectors.Space.Model
                : _model.Lexicon.Name,
        };
    }

    /// <summary>
    /// The least confidence that is shown. A request of which nobody knows a word gets nothing without a model, and with one, which
    /// may know it but gives any noise a nearest neighbour, only what that is rather sure of; every other request shows what it
    /// finds, for a paraphrase may be right at .01.
    /// </summary>
    private static double Threshold(MatchQuery query, VectorSignal? vectors, double wanted)
    {
        if (!query.IsUnheard)
            return wanted;
        return vectors is { Space.IsOffline: false } ? Math.Max(wanted, UnheardByModel) : Unheard;
    }

    private QueryVocabulary Vocabulary() =>
        new(
            _text.Knows,
            term => _model.Lexicon.Find(term) >= 0,
            word => _spelling.Nearest(word, candidate => _text.Knows(TextAnalyzer.Stem(candidate))),
            joined => _compounds.GetValueOrDefault(joined),
            _options.Synonyms.Of
        );

    private QueryTerm[] Numbered(MatchQuery query) =>
        [.. query.Terms.Select(pair => new QueryTerm(_text.Find(pair.Key), pair.Key, pair.Value))];

    private (SignalBoard Board, SignalWeights Weights) Score(
        MatchDraft draft,
        QueryTerm[] terms,
        RequestWords[] words,
        int[] byWords,
        VectorSignal? vectors
    )
    {
        var slots = draft.Filtered.Slots;
        var meaning = LexiconVector(terms);
        var candidates = Union(byWords, ByMeaning(vectors, meaning, draft.Filtered));
        var board = new SignalBoard(Allowed(candidates, draft.Search));
        if (draft.Search.RuledOut is { } ruledOut)
            board.RuleOut(Unwanted(ruledOut));
        var bm25 = ScoreWords(_bm25.Of(terms), board);
        var vec = vectors is { Space.IsOffline: true }
            ? Take(vectors, board, board.Vec, floor: 0)
            : _model.Vectors.Cosines(meaning, board.Slots, board.Vec);
        var lsi = _model.Latent is null
            ? 0
            : _model.LatentRows!.Cosines(
                LatentVector(terms, _model.Latent),
                board.Slots,
                board.Lsi
            );
        var isModel = vectors is { Space.IsOffline: false };
        var median = isModel ? vectors!.Median ?? MedianCosine(vectors, slots) : 0;
        var neural = isModel ? Take(vectors!, board, board.Neural, median) : 0;
        board.Meaning = isModel
            ? (board.Neural, 1 / Math.Max(1 - median, LeastRoom))
            : (board.Vec, KnownShare(draft.Query));
        board.Maxima = new SignalValues(bm25, lsi, vec, 0, neural);
        var weights =
            draft.Search.Weights
            ?? Mixture(vectors?.Space)
                .For(Evidence(board, words[^1]), isModel, _model.Latent is not null);
        board.Fuse(weights);
        var characters = ScoreCharacters(draft, board, weights);
        board.Maxima = board.Maxima with { Char = characters };
        board.Fuse(weights);
        return (board, weights);
    }

    /// <summary>What the words of the request say, by the first documents that BM25F puts in front.</summary>
    private double Evidence(SignalBoard board, RequestWords request)
    {
        var top = new TopRanks(FirstByWords, _ids);
        for (var place = 0; place < board.Bm25.Length; place++)
        {
            if (board.Bm25[place] > 0)
                top.Offer(board.Slots[place], board.Bm25[place]);
        }
        var shared = 0.0;
        foreach (var slot in top.Take())
            shared = Math.Max(shared, request.SharedWith(_text.Document(slot)).Mass);
        return SignalMixture.Evidence(shared, request.Total);
    }

    private float ScoreWords(Bm25Query query, SignalBoard board)
    {
        var best = 0f;
        for (var place = 0; place < board.Bm25.Length; place++)
        {
            var slot = board.Slots[place];
            board.Bm25[place] = query.Score(_text.Document(slot), _text.Lengths[slot]);
            best = MathF.Max(best, board.Bm25[place]);
        }
        return best;
    }

    /// <summary>
    /// CHAR of the candidates that it, at most 1 times its weight, could bring among the first ones. Its rows are the longest by
    /// far, and most need not be read; elsewhere it counts as 0.
    /// </summary>
    private float ScoreCharacters(MatchDraft draft, SignalBoard board, SignalWeights weights)
    {
        var least = Least(board, weights, Math.Max(draft.Search.Limit, MatchRequest.LargestLimit));
        var near = new List<int>(board.Slots.Length);
        for (var place = 0; place < board.Slots.Length; place++)
        {
            var most = board.Scores[place] + (float)weights.Char;
            if (most * Prior(board.Slots[place], weights) >= least)
                near.Add(place);
        }
        var slots = new int[near.Count];
        for (var i = 0; i < slots.Length; i++)
            slots[i] = board.Slots[near[i]];
        var cosines = new float[slots.Length];
        var best = _characters.Cosines(CharacterVector(draft.Query), slots, cosines);
        for (var i = 0; i < slots.Length; i++)
            board.Char[near[i]] = cosines[i];
        return best;
    }

    /// <summary>The rank of the last that would be shown so far.</summary>
    private float Least(SignalBoard board, SignalWeights weights, int wanted)
    {
        var top = new TopRanks(wanted, _ids);
        for (var place = 0; place < board.Slots.Length; place++)
            top.Offer(board.Slots[place], board.Scores[place] * Prior(board.Slots[place], weights));
        return top.Least;
    }

    /// <summary>The places of the first ones, best first, of what has anything in common with the request.</summary>
    private int[] Rank(SignalBoard board, SignalWeights weights, int wanted)
    {
        var top = new TopRanks(wanted, _ids);
        for (var place = 0; place < board.Slots.Length; place++)
        {
            if (board.Scores[place] > 0)
                top.Offer(
                    board.Slots[place],
                    board.Scores[place] * Prior(board.Slots[place], weights)
                );
        }
        var front = top.Take();
        for (var i = 0; i < front.Length; i++)
            front[i] = board.Slots.BinarySearch(front[i]);
        return front;
    }

    /// <summary>1 − reach + reach·P.</summary>
    private float Prior(int slot, SignalWeights weights) =>
        1 - (float)weights.PriorReach + ((float)weights.PriorReach * _priorValues[slot]);

    private QueryTerm[] Widen(QueryTerm[] terms, int[] front, SignalBoard board)
    {
        var feedback = front
            .Take(RelevanceFeedback.Documents)
            .Select(place => (_text.Document(board.Slots[place]), (double)board.Scores[place]))
            .ToList();
        return RelevanceFeedback.Expand(terms, feedback, _text);
    }

    private RankedMatch Describe(
        int place,
        SignalBoard board,
        SignalWeights weights,
        RequestWords[] words,
        ConfidenceInputs first,
        ConfidenceCalibrator calibrator
    )
    {
        var (slot, score) = (board.Slots[place], board.Scores[place]);
        var inputs = Inputs(place, board, weights, words, first);
        return new RankedMatch(
            slot,
            _ids[slot],
            score * Prior(slot, weights),
            score,
            board.Raw(place),
            inputs,
            calibrator.Confidence(inputs),
            _priors[slot]
        );
    }
}
