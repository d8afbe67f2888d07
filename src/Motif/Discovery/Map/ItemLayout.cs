using Motif.Numerics;

namespace Motif.Discovery.Map;

/// <summary>
/// Puts items around their micro and lets them find their place among their nearest ones by local steps. Far pairs come from the
/// micros around as well as from anywhere (the near far-pairs of LocalMAP, Wang et al., AAAI 2025): pairs drawn from a large corpus
/// are nearly all too far to part anything.
/// </summary>
internal static class ItemLayout
{
    private const int FarFromAround = 6;
    private const int FarFromAnywhere = 4;
    private const int Steps = 160;

    /// <summary>How strongly far pairs count: with as much as near ones items of one micro lie upon each other.</summary>
    private const float Parting = 4;
    private const int Redrawn = 20;

    /// <summary>How far items are thrown around their micro, in units of the layout.</summary>
    private const float Spread = 0.5f;

    /// <param name="near">The nearest items of each, one after the other.</param>
    /// <param name="micro">Of each item.</param>
    /// <param name="around">The micros near to each, itself in front.</param>
    /// <param name="x">Of each item; taken where <paramref name="stays"/> says so.</param>
    /// <param name="stays">Which items do not move; null for none.</param>
    public static void Place(
        int[] near,
        IReadOnlyList<int> micro,
        IReadOnlyList<int[]> around,
        (float[] X, float[] Y) micros,
        float[] x,
        float[] y,
        bool[]? stays,
        ulong seed,
        int threads,
        CancellationToken cancellationToken
    )
    {
        var random = new SeededRandom(seed);
        for (var i = 0; i < x.Length; i++)
        {
            // Drawn for those that stay too: the others do not depend on who they are.
            var (dx, dy) = (random.NextNormal(), random.NextNormal());
            if (stays?[i] is true)
                continue;
            x[i] = micros.X[micro[i]] + (float)(Spread * dx);
            y[i] = micros.Y[micro[i]] + (float)(Spread * dy);
        }
        var pairs = PairGraph.Of(x.Length, near);
        var members = Members(micro, around.Count);
        var layout = new PairLayout(x, y, stays, threads);
        PairGraph? far = null;
        for (var step = 0; step < Steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (step % Redrawn == 0)
                far = PairGraph.Of(x.Length, Far(micro, around, members, random));
            layout.Step(pairs, null, far!, new PairWeights(1, 0, Parting));
        }
    }

    private static List<int>[] Members(IReadOnlyList<int> micro, int count)
    {
        var members = new List<int>[count];
        for (var i = 0; i < count; i++)
            members[i] = [];
        for (var item = 0; item < micro.Count; item++)
            members[micro[item]].Add(item);
        return members;
    }

    private static int[] Far(
        IReadOnlyList<int> micro,
        IReadOnlyList<int[]> around,
        List<int>[] members,
        SeededRandom random
    )
    {
        const int Each = FarFromAround + FarFromAnywhere;
        var chosen = new int[micro.Count * Each];
        for (var i = 0; i < chosen.Length; i++)
        {
            var item = i / Each;
            int other;
            if (i % Each < FarFromAround)
            {
                var beside = around[micro[item]];
                var group = members[beside[random.NextBelow(beside.Length)]];
                other = group.Count == 0 ? item : group[random.NextBelow(group.Count)];
            }
            else
                other = random.NextBelow(micro.Count);
            chosen[i] = other == item ? NearRows.None : other;
        }
        return chosen;
    }
}
