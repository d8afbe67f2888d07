namespace Motif.Decisions.Understanding;

/// <summary>
/// Finds the examples whose features are most like a message's, by an inverted index over the weights that they had when they
/// were learned. Features of more than a tenth of the examples tell nothing and are passed over. Not thread-safe.
/// </summary>
internal sealed class ExampleIndex
{
    private const double CommonShare = 0.1;
    private const int CommonFloor = 50;

    private readonly List<Posting>?[] _postings = new List<Posting>?[MessageFeatures.Space];
    private readonly List<int> _touched = [];
    private float[] _similarities = [];

    public int Examples { get; private set; }

    public void Add(FeatureVector vector)
    {
        for (var j = 0; j < vector.Length; j++)
            (_postings[vector.Ids[j]] ??= new List<Posting>(2)).Add(
                new(Examples, vector.Values[j])
            );
        Examples++;
    }

    public void Find(FeatureVector vector, FeatureWeights weights, NeighbourVotes votes)
    {
        if (_similarities.Length < Examples)
            _similarities = new float[Math.Max(256, 2 * Examples)];
        var common = CommonShare * weights.Messages;
        for (var j = 0; j < vector.Length; j++)
        {
            if (common > CommonFloor && weights.Frequency(vector.Ids[j]) > common)
                continue;
            if (_postings[vector.Ids[j]] is { } postings)
                Add(postings, vector.Values[j]);
        }
        votes.Clear();
        foreach (var example in _touched)
        {
            if (_similarities[example] >= votes.Bar)
                votes.Offer(example, _similarities[example]);
            _similarities[example] = 0;
        }
        _touched.Clear();
    }

    private void Add(List<Posting> postings, float value)
    {
        foreach (var posting in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(postings))
        {
            ref var similarity = ref _similarities[posting.Example];
            if (similarity == 0)
                _touched.Add(posting.Example);
            similarity += value * posting.Weight;
        }
    }

    private readonly record struct Posting(int Example, float Weight);
}
