using Motif.Discovery.Hierarchy;
using Motif.Numerics;

namespace Motif.Discovery.Map;

/// <summary>Where items lay on the map before.</summary>
/// <param name="Places">By item.</param>
/// <param name="MesoOf">The meso that each was in.</param>
internal sealed record FormerMap(
    IReadOnlyDictionary<string, (float X, float Y)> Places,
    IReadOnlyDictionary<string, Guid> MesoOf
);

/// <summary>
/// Draws the map of a corpus from its hierarchy, so that map and tree cannot contradict each other: micros first, then every item
/// around its micro. Where at least half of the items are in the meso in which they were before, those stay where they lay and
/// only the others are placed; else the whole is drawn anew and laid upon the former map. The same items, seed and former map give
/// the same bytes, on any number of threads.
/// </summary>
internal sealed class MapBuilder(ulong seed, int threads)
{
    private const int NearItems = 15;
    private const int NearMicros = 10;

    /// <summary>Micros in which the nearest items of one are looked for.</summary>
    private const int SearchedMicros = 40;
    private const int NearMesos = 15;

    /// <summary>Up to here every micro is compared with every other.</summary>
    private const int MostCompared = 8000;

    private const double ShareToStay = 0.5;

    /// <summary>Farther out than this many times the radius of 99.9 % of the items none is drawn.</summary>
    private const double Farthest = 2;

    /// <param name="ids">Of the rows, ascending.</param>
    /// <param name="centred">Of length 1, less the mean; one row an item with a place.</param>
    /// <param name="micro">Of each row.</param>
    /// <param name="mesos">Of each row.</param>
    public (float[] X, float[] Y) Draw(
        IReadOnlyList<string> ids,
        FloatMatrix centred,
        Places places,
        int[] micro,
        IReadOnlyList<Guid> mesos,
        FormerMap? former,
        CancellationToken cancellationToken
    )
    {
        var around = NearestMicros(places);
        int[][] near = [.. around.Select(a => a[..Math.Min(a.Length, NearMicros + 1)])];
        var nearItems = NearRows.Of(centred, micro, around, NearItems, threads);
        var (x, y) = (new float[ids.Count], new float[ids.Count]);
        var stays = Staying(ids, mesos, former);
        var isKept = ids.Count > 0 && stays.Count(s => s) >= ShareToStay * ids.Count;
        if (isKept)
            for (var i = 0; i < ids.Count; i++)
                (x[i], y[i]) = stays[i] ? former!.Places[ids[i]] : (0, 0);
        var micros = isKept
            ? Where(x, y, stays, micro, near)
            : MicroLayout.Of(places.Micros, near, seed, threads, cancellationToken);
        ItemLayout.Place(
            nearItems,
            micro,
            micros,
            x,
            y,
            isKept ? stays : null,
            seed,
            threads,
            cancellationToken
        );
        HoldIn(x, y, isKept ? stays : null);
        if (!isKept && former is not null)
            LayUpon(ids, x, y, former);
        return (x, y);
    }

    private int[][] NearestMicros(Places places)
    {
        var count = places.Micros.Rows;
        if (count <= MostCompared)
            return NearRows.WithSelf(
                NearRows.Among(places.Micros, SearchedMicros, threads),
                SearchedMicros
            );
        int[] mesoOf = [.. places.MesoOfMicro];
        var mesos = Centroids.Of(places.Micros, mesoOf, mesoOf.Max() + 1);
        var around = NearRows.WithSelf(NearRows.Among(mesos, NearMesos, threads), NearMesos);
        return NearRows.WithSelf(
            NearRows.Of(places.Micros, mesoOf, around, SearchedMicros, threads),
            SearchedMicros
        );
    }

    private static bool[] Staying(
        IReadOnlyList<string> ids,
        IReadOnlyList<Guid> mesos,
        FormerMap? former
    )
    {
        var stays = new bool[ids.Count];
        if (former is null)
            return stays;
        for (var i = 0; i < stays.Length; i++)
            stays[i] =
                former.Places.ContainsKey(ids[i])
                && former.MesoOf.TryGetValue(ids[i], out var before)
                && before == mesos[i];
        return stays;
    }

    /// <summary>Micros lie where those of their items lie that stay, or where the nearest such micro does.</summary>
    private static (float[] X, float[] Y) Where(
        float[] x,
        float[] y,
        bool[] stays,
        int[] micro,
        int[][] near
    )
    {
        var sums = new (double X, double Y, int Items)[near.Length];
        for (var i = 0; i < micro.Length; i++)
        {
            if (!stays[i])
                continue;
            ref var sum = ref sums[micro[i]];
            sum = (sum.X + x[i], sum.Y + y[i], sum.Items + 1);
        }
        var anywhere = Array.FindIndex(sums, s => s.Items > 0);
        var found = Array.ConvertAll(
            near,
            around =>
                sums[
                    Array.Find(around, m => sums[m].Items > 0) is var m && sums[m].Items > 0
                        ? m
                        : anywhere
                ]
        );
        return (
            Array.ConvertAll(found, s => (float)(s.X / s.Items)),
            Array.ConvertAll(found, s => (float)(s.Y / s.Items))
        );
    }

    /// <summary>A single far point would make everything else small.</summary>
    private static void HoldIn(float[] x, float[] y, bool[]? stays)
    {
        if (x.Length == 0)
            return;
        var (midX, midY) = (Median(x), Median(y));
        double Radius(int i) => Math.Sqrt(Math.Pow(x[i] - midX, 2) + Math.Pow(y[i] - midY, 2));
        double[] radii = [.. Enumerable.Range(0, x.Length).Select(Radius)];
        double[] sorted = [.. radii.Order()];
        var most = Farthest * sorted[(int)(0.999 * (sorted.Length - 1))];
        for (var i = 0; i < x.Length; i++)
        {
            if (radii[i] <= most || radii[i] == 0 || stays?[i] is true)
                continue;
            x[i] = midX + (float)((x[i] - midX) * most / radii[i]);
            y[i] = midY + (float)((y[i] - midY) * most / radii[i]);
        }
    }

    private static float Median(float[] values)
    {
        var sorted = (float[])values.Clone();
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }

    private static void LayUpon(IReadOnlyList<string> ids, float[] x, float[] y, FormerMap former)
    {
        var common = new List<((double, double), (double, double))>();
        for (var i = 0; i < ids.Count; i++)
            if (former.Places.TryGetValue(ids[i], out var before))
                common.Add(((x[i], y[i]), (before.X, before.Y)));
        if (Procrustes.Of(common) is not { } turn)
            return;
        for (var i = 0; i < ids.Count; i++)
        {
            var (newX, newY) = turn.Apply(x[i], y[i]);
            (x[i], y[i]) = ((float)newX, (float)newY);
        }
    }
}
