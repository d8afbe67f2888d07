using Motif.Numerics;

namespace Motif.Discovery.Map;

/// <summary>
/// Puts items around their micro and lets them find their place among their nearest ones. The near ones count more at first, so
/// that an item gets past others to where it belongs; what the micros' layout shaped stays as a whole.
/// </summary>
internal static class ItemLayout
{
    private const int Gathering = 80;
    private const int Settling = 170;

    /// <summary>How much more near ones count at first (van der Maaten, JMLR 15, 2014).</summary>
    private const float Gathered = 12;

    /// <summary>How far apart micros lie at first (standard deviation): close, so that items get past each other.</summary>
    private const float Extent = 3;

    /// <summary>How far items are thrown around where they begin.</summary>
    private const float Spread = 0.06f;

    /// <param name="near">The nearest items of each, the nearest first, one after the other.</param>
    /// <param name="micro">Of each item.</param>
    /// <param name="x">Of each item; taken where <paramref name="stays"/> says so.</param>
    /// <param name="stays">Which items do not move; null for none.</param>
    public static void Place(
        int[] near,
        IReadOnlyList<int> micro,
        (float[] X, float[] Y) micros,
        float[] x,
        float[] y,
        bool[]? stays,
        ulong seed,
        int threads,
        CancellationToken cancellationToken
    )
    {
        if (x.Length == 0)
            return;
        var nearest = near.Length / x.Length;
        Throw(near, nearest, micro, micros, x, y, stays, seed);
        var layout = new NeighbourEmbedding(
            x,
            y,
            PairGraph.Of(x.Length, near),
            nearest,
            stays,
            threads
        );
        for (var step = 0; step < Gathering + Settling; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            layout.Step(stays is null && step < Gathering ? Gathered : 1);
        }
    }

    /// <summary>Around the micro, or where others stay beside the nearest of them.</summary>
    private static void Throw(
        int[] near,
        int nearest,
        IReadOnlyList<int> micro,
        (float[] X, float[] Y) micros,
        float[] x,
        float[] y,
        bool[]? stays,
        ulong seed
    )
    {
        var random = new SeededRandom(seed);
        var scale = stays is null ? Extent / Math.Max(Deviation(micros), 1e-9f) : 1;
        for (var i = 0; i < x.Length; i++)
        {
            // Drawn for those that stay too: the others do not depend on who they are.
            var (dx, dy) = (random.NextNormal(), random.NextNormal());
            if (stays?[i] is true)
                continue;
            var (atX, atY) = NearestThatStays(near.AsSpan(i * nearest, nearest), stays)
                is { } beside
                ? (x[beside], y[beside])
                : (scale * micros.X[micro[i]], scale * micros.Y[micro[i]]);
            x[i] = atX + (float)(Spread * dx);
            y[i] = atY + (float)(Spread * dy);
        }
    }

    private static int? NearestThatStays(ReadOnlySpan<int> near, bool[]? stays)
    {
        if (stays is not null)
            foreach (var item in near)
                if (item >= 0 && stays[item])
                    return item;
        return null;
    }

    private static float Deviation((float[] X, float[] Y) places)
    {
        var (midX, midY) = (places.X.Average(), places.Y.Average());
        return (float)
            Math.Sqrt(
                places
                    .X.Zip(places.Y, (a, b) => Math.Pow(a - midX, 2) + Math.Pow(b - midY, 2))
                    .Average() / 2
            );
    }
}
