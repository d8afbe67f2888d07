namespace Motif.Decisions.Understanding;

/// <summary>
/// The scores of all candidates, and what the confidence in the best is computed of. A candidate's score is its linear score
/// + ½ · share of votes · greatest similarity, and with a sentence model + its ridge score + share · greatest cosine of the
/// nearest by meaning.
/// </summary>
internal readonly ref struct ReadingSignals
{
    private const int Most = 3;
    private const float VoteWeight = 0.5f;
    private const float LinearScale = 4;
    private const float MeaningScale = 8;

    private static readonly string[] Lexical =
    [
        "linear_score",
        "linear_margin",
        "nearest_similarity",
        "vote_share",
        "similarity",
        "linear_agrees",
        "neighbours_agree",
        "examples_log",
        "novelty",
        "tokens_log",
        "score_gap",
        "linear_log_share",
        "reliability_logit",
    ];

    private static readonly string[] Meant =
    [
        .. Lexical,
        "meaning_score",
        "meaning_margin",
        "meaning_log_share",
        "nearest_cosine",
        "meaning_vote_share",
        "cosine",
        "meaning_agrees",
        "meaning_neighbours_agree",
    ];

    private readonly ReadOnlySpan<float> _linear;
    private readonly NeighbourVotes _votes;
    private readonly MeaningClassifier? _meaning;
    private readonly int _classes;
    private readonly int[] _top;

    public ReadingSignals(
        ReadOnlySpan<float> linear,
        NeighbourVotes votes,
        MeaningClassifier? meaning,
        int classes
    )
    {
        _linear = linear;
        _votes = votes;
        _meaning = meaning;
        _classes = classes;
        _top = [];
        _top = Ranked();
    }

    public IReadOnlyList<int> Top => _top;

    public int Best => _top.Length == 0 ? -1 : _top[0];

    public static Dictionary<string, double> Named(double[] values)
    {
        var names = values.Length == Meant.Length ? Meant : Lexical;
        var named = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < values.Length; i++)
            named[names[i]] = values[i];
        return named;
    }

    public float Score(int label)
    {
        var score = _linear[label] + (VoteWeight * _votes.Share(label) * _votes.Nearest);
        return _meaning is null
            ? score
            : score
                + _meaning.Score(label)
                + (_meaning.Votes.Share(label) * _meaning.Votes.Nearest);
    }

    public double[] Values(int examples, double novelty, int tokens, double reliability)
    {
        var best = Best;
        var margin = _linear[best] - BestOther(best);
        var gap = _top.Length > 1 ? Score(best) - Score(_top[1]) : 2;
        double[] lexical =
        [
            _linear[best],
            margin,
            _votes.Nearest,
            _votes.Share(best),
            _votes.Best(best),
            margin >= 0 ? 1 : 0,
            Leads(_votes, best) ? 1 : 0,
            Math.Log(1 + examples),
            novelty,
            Math.Log(1 + tokens),
            gap,
            LogShare(best),
            Math.Log(reliability / (1 - reliability)),
        ];
        return _meaning is null ? lexical : [.. lexical, .. Meaning(_meaning, best)];
    }

    private double[] Meaning(MeaningClassifier meaning, int best)
    {
        var rival = float.NegativeInfinity;
        for (var c = 0; c < _classes; c++)
            if (c != best && meaning.IsSeen(c))
                rival = Math.Max(rival, meaning.Score(c));
        var margin = float.IsFinite(rival) ? meaning.Score(best) - rival : 2;
        var sum = 0.0;
        for (var c = 0; c < _classes; c++)
            if (meaning.IsSeen(c))
                sum += Math.Exp(MeaningScale * (meaning.Score(c) - meaning.Score(best)));
        return
        [
            meaning.Score(best),
            margin,
            -Math.Log(Math.Max(sum, 1e-9)),
            meaning.Votes.Nearest,
            meaning.Votes.Share(best),
            meaning.Votes.Best(best),
            margin >= 0 ? 1 : 0,
            Leads(meaning.Votes, best) ? 1 : 0,
        ];
    }

    private int[] Ranked()
    {
        Span<int> top = stackalloc int[Most];
        Span<float> scores = stackalloc float[Most];
        var count = 0;
        for (var c = 0; c < _classes; c++)
        {
            var score = Score(c);
            if (count == Most && score <= scores[Most - 1])
                continue;
            var at = count < Most ? count++ : Most - 1;
            for (; at > 0 && score > scores[at - 1]; at--)
                (top[at], scores[at]) = (top[at - 1], scores[at - 1]);
            (top[at], scores[at]) = (c, score);
        }
        return top[..count].ToArray();
    }

    private float BestOther(int best)
    {
        var other = float.NegativeInfinity;
        for (var c = 0; c < _classes; c++)
            if (c != best)
                other = Math.Max(other, _linear[c]);
        return float.IsFinite(other) ? other : -9;
    }

    private bool Leads(NeighbourVotes votes, int best)
    {
        for (var c = 0; c < _classes; c++)
            if (votes.Share(c) > votes.Share(best))
                return false;
        return true;
    }

    private double LogShare(int best)
    {
        var sum = 0.0;
        for (var c = 0; c < _classes; c++)
            sum += Math.Exp(LinearScale * (_linear[c] - _linear[best]));
        return -Math.Log(sum);
    }
}
