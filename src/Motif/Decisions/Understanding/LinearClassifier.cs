namespace Motif.Decisions.Understanding;

/// <summary>
/// Multiclass AROW against the best rival (Crammer, Kulesza, Dredze 2009): with the margin m = z_y − z_r, where m &lt; 1
/// β = 1/(Σv²(Σ_y + Σ_r) + r), α = (1 − m)β, w_y += αΣ_y v, w_r −= αΣ_r v, Σ −= β(Σv)², r = 0.1. Only pairs of feature and class
/// that were ever touched are stored. Not thread-safe.
/// </summary>
internal sealed class LinearClassifier
{
    private const float Regularization = 0.1f;
    private const float FirstStep = 0.5f;

    private readonly Row[] _rows = new Row[MessageFeatures.Space];
    private readonly List<bool> _seen = [];
    private float[] _scores = [];

    public int Classes => _seen.Count;

    public bool IsSeen(int label) => label < _seen.Count && _seen[label];

    /// <summary>z of every class; the span is the classifier's own and stands until the next call.</summary>
    public ReadOnlySpan<float> Score(FeatureVector vector)
    {
        if (_scores.Length < _seen.Count)
            _scores = new float[Math.Max(16, 2 * _seen.Count)];
        var scores = _scores.AsSpan(0, _seen.Count);
        scores.Clear();
        for (var j = 0; j < vector.Length; j++)
        {
            ref readonly var row = ref _rows[vector.Ids[j]];
            var value = vector.Values[j];
            var classes = row.Classes.AsSpan(0, row.Count);
            var weights = row.Weights.AsSpan(0, row.Count);
            for (var i = 0; i < classes.Length; i++)
                scores[classes[i]] += value * weights[i];
        }
        return scores;
    }

    public void Learn(FeatureVector vector, int label)
    {
        while (_seen.Count <= label)
            _seen.Add(false);
        _seen[label] = true;
        var scores = Score(vector);
        var rival = -1;
        for (var c = 0; c < scores.Length; c++)
            if (_seen[c] && c != label && (rival < 0 || scores[c] > scores[rival]))
                rival = c;
        if (rival < 0)
            Begin(vector, label);
        else if (scores[label] - scores[rival] is var margin and < 1)
            Part(vector, label, rival, margin);
    }

    private void Begin(FeatureVector vector, int label)
    {
        for (var j = 0; j < vector.Length; j++)
        {
            ref var row = ref _rows[vector.Ids[j]];
            var at = row.Place(label);
            row.Weights![at] += FirstStep * vector.Values[j];
        }
    }

    private void Part(FeatureVector vector, int label, int rival, float margin)
    {
        var spread = 0f;
        for (var j = 0; j < vector.Length; j++)
        {
            ref var row = ref _rows[vector.Ids[j]];
            var value = vector.Values[j];
            // Twice: the second may move what the first found.
            var (ours, theirs) = (row.Place(label), row.Place(rival));
            spread += value * value * (row.Variances![ours] + row.Variances[theirs]);
        }
        var beta = 1 / (spread + Regularization);
        var alpha = (1 - margin) * beta;
        for (var j = 0; j < vector.Length; j++)
        {
            ref var row = ref _rows[vector.Ids[j]];
            row.Move(row.Place(label), vector.Values[j], alpha, beta);
            row.Move(row.Place(rival), vector.Values[j], -alpha, beta);
        }
    }

    /// <summary>What is known of one feature, class by class in the order of their first touch.</summary>
    private struct Row
    {
        public int[]? Classes;
        public float[]? Weights;
        public float[]? Variances;
        public int Count;

        public int Place(int label)
        {
            var at = Classes.AsSpan(0, Count).IndexOf(label);
            if (at >= 0)
                return at;
            if (Classes is null || Count == Classes.Length)
            {
                var room = Count == 0 ? 2 : Count + (Count / 2) + 1;
                Array.Resize(ref Classes, room);
                Array.Resize(ref Weights, room);
                Array.Resize(ref Variances, room);
            }
            Classes[Count] = label;
            Weights![Count] = 0;
            Variances![Count] = 1;
            return Count++;
        }

        public readonly void Move(int at, float value, float alpha, float beta)
        {
            var variance = Variances![at];
            var step = variance * value;
            Weights![at] += alpha * step;
            Variances[at] = variance - (beta * step * step);
        }
    }
}
