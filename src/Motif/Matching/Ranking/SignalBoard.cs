using System.Buffers;
using System.Numerics.Tensors;

namespace Motif.Matching.Ranking;

/// <summary>The signals of one request for every slot, in arrays on loan from the pool.</summary>
internal sealed class SignalBoard : IDisposable
{
    private readonly int _length;
    private double _spoken;

    public SignalBoard(int slots)
    {
        _length = slots;
        Bm25Values = Rent();
        LsiValues = Rent();
        VecValues = Rent();
        CharValues = Rent();
        NeuralValues = Rent();
        ScoreValues = Rent();
    }

    public Span<float> Bm25 => Bm25Values.AsSpan(0, _length);

    public Span<float> Lsi => LsiValues.AsSpan(0, _length);

    public Span<float> Vec => VecValues.AsSpan(0, _length);

    public Span<float> Char => CharValues.AsSpan(0, _length);

    /// <summary>How far a document is nearer in meaning, by a model, than the median document that passes the filters.</summary>
    public Span<float> Neural => NeuralValues.AsSpan(0, _length);

    /// <summary>S, by the last call of <see cref="Fuse"/>.</summary>
    public Span<float> Scores => ScoreValues.AsSpan(0, _length);

    /// <summary>Largest value of each signal over the filtered set.</summary>
    public SignalValues Maxima { get; set; } = new(0, 0, 0, 0, 0);

    /// <summary>How much of the request's meaning the vectors know, 0..1.</summary>
    public float KnownShare { get; set; } = 1;

    private float[] Bm25Values { get; }

    private float[] LsiValues { get; }

    private float[] VecValues { get; }

    private float[] CharValues { get; }

    private float[] NeuralValues { get; }

    private float[] ScoreValues { get; }

    /// <summary>The signals of a slot as they are.</summary>
    public SignalValues Raw(int slot) =>
        new(Bm25[slot], Lsi[slot], Vec[slot], Char[slot], Neural[slot]);

    /// <summary>
    /// S as a share of what it could be, 0..1: a signal that has nothing to say of any document takes no part. A word that stands
    /// in one document only has no place among latent topics, and its one document would seem half as fit.
    /// </summary>
    public double ShareOfScore(int slot) => _spoken > 0 ? Math.Min(1, Scores[slot] / _spoken) : 0;

    /// <summary>S = Σ weight · signal / its maximum. A signal that is 0 everywhere gives nothing.</summary>
    public void Fuse(SignalWeights weights)
    {
        Scores.Clear();
        _spoken = 0;
        Add(Bm25, weights.Bm25, Maxima.Bm25);
        Add(Lsi, weights.Lsi, Maxima.Lsi);
        Add(Vec, weights.Vec, Maxima.Vec);
        Add(Char, weights.Char, Maxima.Char);
        Add(Neural, weights.Neural, Maxima.Neural);
    }

    public void Clear()
    {
        Bm25.Clear();
        Lsi.Clear();
        Vec.Clear();
        Char.Clear();
        Neural.Clear();
    }

    public void Dispose()
    {
        foreach (
            var values in (float[][])
                [Bm25Values, LsiValues, VecValues, CharValues, NeuralValues, ScoreValues]
        )
            ArrayPool<float>.Shared.Return(values);
    }

    private void Add(ReadOnlySpan<float> signal, double weight, double maximum)
    {
        if (maximum <= 0)
            return;
        _spoken += weight;
        TensorPrimitives.MultiplyAdd(signal, (float)(weight / maximum), Scores, Scores);
    }

    private float[] Rent()
    {
        var values = ArrayPool<float>.Shared.Rent(_length);
        values.AsSpan(0, _length).Clear();
        return values;
    }
}
