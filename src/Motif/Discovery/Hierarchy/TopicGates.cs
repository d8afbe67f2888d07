using System.Numerics.Tensors;
using Motif.Numerics;

namespace Motif.Discovery.Hierarchy;

/// <summary>
/// Known topics stand before the neighbourhoods: an item at least as similar to one as it asks goes there, to the most similar
/// of several, and to a neighbourhood only where it passes none.
/// </summary>
/// <param name="centres">One a topic, of length 1, not centred; zero for a topic that nothing is known of.</param>
/// <param name="similarities">The least cosine of each.</param>
internal sealed class TopicGates(FloatMatrix centres, float[] similarities)
{
    public int Count => Centres.Rows;

    public FloatMatrix Centres { get; } = centres;

    public IReadOnlyList<float> Similarities { get; } = similarities;

    public static TopicGates None(int dimensions) => new(new FloatMatrix(0, dimensions), []);

    /// <summary>The most similar topic that a vector of length 1 passes, −1 for none.</summary>
    public (int Topic, float Cosine) Nearest(ReadOnlySpan<float> unit)
    {
        var (best, most) = (-1, float.NegativeInfinity);
        for (var topic = 0; topic < Count; topic++)
        {
            var cosine = TensorPrimitives.Dot(unit, Centres.Row(topic));
            if (cosine >= Similarities[topic] && cosine > most)
                (best, most) = (topic, cosine);
        }
        return (best, most);
    }
}
