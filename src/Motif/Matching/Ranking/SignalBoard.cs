using System.Numerics.Tensors;

namespace Motif.Matching.Ranking;

/// <summary>The signals of one request for its candidates, by their place among them.</summary>
/// <param name="slots">The candidates, in ascending order.</param>
internal sealed class SignalBoard(int[] slots)
{
    private readonly float[] _scores = new float[slots.Length];
    private double _spoken;

    /// <summary>The candidates' slots, in ascending order.</summary>
    public ReadOnlySpan<int> Slots => slots;

    public float[] Bm25 { get; } = new float[slots.Length];

    public float[] Lsi { get; } = new float[slots.Length];

    public float[] Vec { get; } = new float[slots.Length];

    public float[] Char { get; } = new float[slots.Length];

    /// <summary>How far a document is nearer in meaning, by a model, than the median document that passes the filters.</summary>
    public float[] Neural { get; } = new float[slots.Length];

    /// <summary>Which candidates the request rules out in its own words; null where none.</summary>
    public bool[]? IsRuledOut { get; private set; }

    /// <summary>S, by the last call of <see cref="Fuse"/>.</summary>
    public ReadOnlySpan<float> Scores => _scores;

    /// <summary>Largest value of each signal over the candidates.</summary>
    public SignalValues Maxima { get; set; } = new(0, 0, 0, 0, 0);

    /// <summary>The signal that says most of meaning, and what makes it a nearness.</summary>
    public (float[] Signal, double Scale) Meaning { get; set; } = ([], 0);

    public void RuleOut(Predicate<int> isRuledOut) =>
        IsRuledOut = Array.ConvertAll(slots, slot => isRuledOut(slot));

    /// <summary>
    /// How near a candidate is in meaning, 0..1: by a model (x − median)/(1 − median), 0 for the median document of those that
    /// pass and 1 for the request's own text; by the lexicon the cosine times the known share of the request.
    /// </summary>
    public double Nearness(int place) => Math.Clamp(Meaning.Signal[place] * Meaning.Scale, 0, 1);

    /// <summary>The signals of a candidate as they are.</summary>
    public SignalValues Raw(int place) =>
        new(Bm25[place], Lsi[place], Vec[place], Char[place], Neural[place]);

    /// <summary>
    /// S as a share of what it could be, 0..1: a signal that has nothing to say of any document takes no part. A word that stands
    /// in one document only has no place among latent topics, and its one document would seem half as fit.
    /// </summary>
    public double ShareOfScore(int place) =>
        _spoken > 0 ? Math.Min(1, _scores[place] / _spoken) : 0;

    /// <summary>S = Σ weight · signal / its maximum. A signal that is 0 everywhere gives nothing.</summary>
    public void Fuse(SignalWeights weights)
    {
        Array.Clear(_scores);
        _spoken = 0;
        Add(Bm25, weights.Bm25, Maxima.Bm25);
        Add(Lsi, weights.Lsi, Maxima.Lsi);
        Add(Vec, weights.Vec, Maxima.Vec);
        Add(Char, weights.Char, Maxima.Char);
        Add(Neural, weights.Neural, Maxima.Neural);
    }

    private void Add(float[] signal, double weight, double maximum)
    {
        if (maximum <= 0)
            return;
        _spoken += weight;
        TensorPrimitives.MultiplyAdd(signal, (float)(weight / maximum), _scores, _scores);
    }
}
