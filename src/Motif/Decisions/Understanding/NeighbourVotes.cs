namespace Motif.Decisions.Understanding;

/// <summary>
/// What the nearest examples of a message say: each votes for its class by a power of its similarity. Not thread-safe.
/// </summary>
internal sealed class NeighbourVotes(int most, int power)
{
    private readonly int[] _examples = new int[most];
    private readonly float[] _similarities = new float[most];
    private float[] _shares = [];
    private float[] _best = [];
    private int _count;

    /// <summary>The greatest similarity of any example; 0 where none is near.</summary>
    public float Nearest => _count == 0 ? 0 : _similarities[0];

    /// <summary>The nearest example; −1 where none is near.</summary>
    public int NearestExample => _count == 0 ? -1 : _examples[0];

    /// <summary>The share of the votes of a class, 0 to 1.</summary>
    public float Share(int label) => label < _shares.Length ? _shares[label] : 0;

    /// <summary>The greatest similarity of an example of a class.</summary>
    public float Best(int label) => label < _best.Length ? _best[label] : 0;

    public void Clear() => _count = 0;

    /// <summary>The smallest similarity that still counts.</summary>
    public float Bar => _count < most ? float.NegativeInfinity : _similarities[most - 1];

    /// <summary>Of examples that are alike the older one comes first.</summary>
    public void Offer(int example, float similarity)
    {
        int at;
        if (_count < most)
            at = _count++;
        else if (IsNearer(example, similarity, most - 1))
            at = most - 1;
        else
            return;
        for (; at > 0 && IsNearer(example, similarity, at - 1); at--)
        {
            _examples[at] = _examples[at - 1];
            _similarities[at] = _similarities[at - 1];
        }
        _examples[at] = example;
        _similarities[at] = similarity;
    }

    public void Tally(IReadOnlyList<int> labels, int classes)
    {
        if (_shares.Length < classes)
        {
            _shares = new float[2 * classes];
            _best = new float[2 * classes];
        }
        Array.Clear(_shares);
        Array.Clear(_best);
        var total = 0f;
        for (var i = 0; i < _count; i++)
        {
            var label = labels[_examples[i]];
            var similarity = Math.Max(0, _similarities[i]);
            var vote = Power(similarity);
            _shares[label] += vote;
            total += vote;
            _best[label] = Math.Max(_best[label], similarity);
        }
        if (total > 0)
            for (var c = 0; c < classes; c++)
                _shares[c] /= total;
    }

    private bool IsNearer(int example, float similarity, int place) =>
        similarity > _similarities[place]
        || (similarity == _similarities[place] && example < _examples[place]);

    private float Power(float similarity)
    {
        var square = similarity * similarity;
        var fourth = square * square;
        return power == 8 ? fourth * fourth : fourth;
    }
}
