using System.Runtime.InteropServices;

namespace Motif.Decisions.Understanding;

/// <summary>
/// Learns from the vectors of a sentence model, one example at a time: ridge regression one-vs-rest kept exact by rank-one
/// updates (recursive least squares: g = Px, P −= gg′/(1 + x′g), λ = 1), and the ten nearest examples by cosine, each with cosine⁸
/// for a vote. Not thread-safe.
/// </summary>
internal sealed class MeaningClassifier
{
    private const int Nearest = 10;
    private const int VotePower = 8;
    private const float Bias = 0.3f;

    private readonly List<float[]> _examples = [];
    private readonly List<int> _labels = [];
    private readonly List<float[]> _sums = [];
    private float[][] _inverse = [];
    private float[] _input = [];
    private float[] _projected = [];
    private float[] _scores = [];
    private readonly NeighbourVotes _votes = new(Nearest, VotePower);

    public NeighbourVotes Votes => _votes;

    /// <summary>z of every class at the last <see cref="Read"/>; 0 for one that had no vector yet.</summary>
    public float Score(int label) => label < _sums.Count ? _scores[label] : 0;

    public bool IsSeen(int label) => label < _sums.Count && _sums[label].Length > 0;

    public int Examples => _examples.Count;

    /// <summary>False where no example had a vector yet, or vectors of another length.</summary>
    public bool Read(float[] vector, int classes)
    {
        if (_examples.Count == 0 || vector.Length != _input.Length - 1)
            return false;
        Fill(vector);
        Project();
        if (_scores.Length < classes)
            _scores = new float[2 * classes];
        for (var c = 0; c < _sums.Count; c++)
            _scores[c] = _sums[c].Length == 0 ? 0 : FixedSum.Dot(_projected, _sums[c]);
        _votes.Clear();
        var examples = CollectionsMarshal.AsSpan(_examples);
        for (var i = 0; i < examples.Length; i++)
        {
            var cosine = FixedSum.Dot(examples[i], vector);
            if (cosine > _votes.Bar)
                _votes.Offer(i, cosine);
        }
        _votes.Tally(_labels, Math.Max(classes, _sums.Count));
        return true;
    }

    /// <param name="vector">Of length 1.</param>
    public void Learn(float[] vector, int label)
    {
        if (_input.Length == 0)
            Begin(vector.Length + 1);
        if (vector.Length != _input.Length - 1)
            return;
        Fill(vector);
        Project();
        var scale = -1 / (1 + FixedSum.Dot(_input, _projected));
        for (var i = 0; i < _inverse.Length; i++)
            FixedSum.AddScaled(_inverse[i], scale * _projected[i], _projected);
        while (_sums.Count <= label)
            _sums.Add([]);
        if (_sums[label].Length == 0)
            _sums[label] = new float[_input.Length];
        FixedSum.AddScaled(_sums[label], 1, _input);
        _examples.Add(vector);
        _labels.Add(label);
    }

    private void Begin(int dimension)
    {
        _input = new float[dimension];
        _projected = new float[dimension];
        _inverse = new float[dimension][];
        for (var i = 0; i < dimension; i++)
        {
            _inverse[i] = new float[dimension];
            _inverse[i][i] = 1;
        }
    }

    private void Fill(float[] vector)
    {
        vector.CopyTo(_input, 0);
        _input[^1] = Bias;
    }

    private void Project()
    {
        for (var i = 0; i < _inverse.Length; i++)
            _projected[i] = FixedSum.Dot(_inverse[i], _input);
    }
}
