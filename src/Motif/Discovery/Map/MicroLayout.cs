using System.Numerics.Tensors;
using Motif.Numerics;

namespace Motif.Discovery.Map;

/// <summary>
/// Where micros lie to each other: PaCMAP on their means, in its three phases. The first lets pairs of middling nearness rule, so
/// that the whole finds its shape; the last lets near and far ones refine it.
/// </summary>
internal static class MicroLayout
{
    private const int NearPairs = 10;
    private const int MidNearPairs = 5;
    private const int FarPairs = 20;
    private const int Shaping = 100;
    private const int Joining = 100;
    private const int Refining = 250;
    private const int MidNearDraws = 6;
    private const float Start = 0.01f;

    /// <param name="means">Of length 1.</param>
    /// <param name="near">The nearest means of each, itself in front.</param>
    public static (float[] X, float[] Y) Of(
        FloatMatrix means,
        int[][] near,
        ulong seed,
        int threads,
        CancellationToken cancellationToken
    )
    {
        var random = new SeededRandom(seed);
        var (x, y) = FirstPlaces(means, random);
        if (means.Rows < 3)
            return (x, y);
        var layout = new PairLayout(x, y, threads);
        var nearPairs = PairGraph.Of(means.Rows, Near(near));
        var midNear = PairGraph.Of(means.Rows, MidNear(means, random));
        var far = PairGraph.Of(means.Rows, Far(means.Rows, near, random));
        for (var step = 0; step < Shaping + Joining + Refining; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            layout.Step(nearPairs, midNear, far, Weights(step));
        }
        return (x, y);
    }

    private static PairWeights Weights(int step) =>
        step < Shaping ? new PairWeights(2, 1000 + ((3f - 1000) * step / Shaping), 1)
        : step < Shaping + Joining ? new PairWeights(3, 3, 1)
        : new PairWeights(1, 0, 1);

    /// <summary>Two directions in which the means differ most, found by powers of their covariance; drawn together.</summary>
    private static (float[] X, float[] Y) FirstPlaces(FloatMatrix means, SeededRandom random)
    {
        var first = Direction(means, random, null);
        var second = Direction(means, random, first);
        return (Along(means, first), Along(means, second));
    }

    private static float[] Direction(FloatMatrix means, SeededRandom random, float[]? besides)
    {
        const int Passes = 30;
        var direction = new float[means.Columns];
        for (var i = 0; i < direction.Length; i++)
            direction[i] = (float)random.NextNormal();
        var next = new float[means.Columns];
        for (var pass = 0; pass < Passes; pass++)
        {
            Array.Clear(next);
            for (var row = 0; row < means.Rows; row++)
                TensorPrimitives.MultiplyAdd(
                    means.Row(row),
                    TensorPrimitives.Dot<float>(means.Row(row), direction),
                    next,
                    next
                );
            if (besides is not null)
                TensorPrimitives.MultiplyAdd(
                    besides,
                    -TensorPrimitives.Dot<float>(next, besides),
                    next,
                    next
                );
            var norm = TensorPrimitives.Norm<float>(next);
            if (norm < float.Epsilon)
                break;
            TensorPrimitives.Divide(next, norm, direction);
        }
        return direction;
    }

    private static float[] Along(FloatMatrix means, float[] direction)
    {
        var places = new float[means.Rows];
        for (var row = 0; row < means.Rows; row++)
            places[row] = Start * TensorPrimitives.Dot<float>(means.Row(row), direction);
        return places;
    }

    private static int[] Near(int[][] near) =>
        [
            .. near.SelectMany(n =>
                n.Skip(1).Concat(Enumerable.Repeat(NearRows.None, NearPairs)).Take(NearPairs)
            ),
        ];

    /// <summary>Of six drawn ones the second nearest, as often as asked.</summary>
    private static int[] MidNear(FloatMatrix means, SeededRandom random)
    {
        var chosen = new int[means.Rows * MidNearPairs];
        Span<(float Cosine, int Row)> drawn = stackalloc (float, int)[MidNearDraws];
        for (var i = 0; i < chosen.Length; i++)
        {
            var row = i / MidNearPairs;
            for (var draw = 0; draw < MidNearDraws; draw++)
            {
                var other = random.NextBelow(means.Rows);
                drawn[draw] = (
                    TensorPrimitives.Dot<float>(means.Row(row), means.Row(other)),
                    other
                );
            }
            drawn.Sort(
                static (a, b) =>
                    a.Cosine != b.Cosine ? b.Cosine.CompareTo(a.Cosine) : a.Row.CompareTo(b.Row)
            );
            chosen[i] = drawn[1].Row == row ? NearRows.None : drawn[1].Row;
        }
        return chosen;
    }

    private static int[] Far(int count, int[][] near, SeededRandom random)
    {
        var chosen = new int[count * FarPairs];
        for (var i = 0; i < chosen.Length; i++)
        {
            var other = random.NextBelow(count);
            chosen[i] = Array.IndexOf(near[i / FarPairs], other) >= 0 ? NearRows.None : other;
        }
        return chosen;
    }
}
