using System.Numerics.Tensors;
using Motif.Numerics;

namespace Motif.Discovery.Hierarchy;

/// <summary>A meso as macros are made of it.</summary>
/// <param name="Weight">Its distinct rows.</param>
/// <param name="Macro">The standing macro in which it stays; −1 where that is open.</param>
/// <param name="IsTopic">A known topic follows its nearest neighbour and makes no macro of its own.</param>
internal readonly record struct MesoPoint(double Weight, int Macro, bool IsTopic);

/// <summary>Joins mesos to macros: those that are given stay, the others by Ward's method.</summary>
internal sealed class MacroLevel(HierarchySettings settings, bool isWarm, List<string> remarks)
{
    private const double UsualMacro = 3000;
    private const double FewestForMacros = 2000;

    /// <summary>The macro of each meso: standing macros by their numbers, new ones behind them.</summary>
    /// <param name="standing">How many macros stand.</param>
    /// <param name="rows">Distinct rows in all.</param>
    public int[] Of(FloatMatrix centres, IReadOnlyList<MesoPoint> mesos, int standing, int rows)
    {
        var macros = mesos.Select(m => m.Macro).ToArray();
        int[] open =
        [
            .. Enumerable.Range(0, macros.Length).Where(i => macros[i] < 0 && !mesos[i].IsTopic),
        ];
        if (open.Length > 0 && !(isWarm && macros.Any(m => m >= 0)))
        {
            var given = macros.Where(m => m >= 0).Distinct().Count();
            var joined = Join(
                RowBlocks.Select(centres, open),
                [.. open.Select(i => Math.Max(1, mesos[i].Weight))],
                given,
                rows
            );
            for (var i = 0; i < open.Length; i++)
                macros[open[i]] = standing + joined[i];
        }
        Follow(centres, macros);
        return macros;
    }

    private int[] Join(FloatMatrix centres, double[] weights, int given, int rows)
    {
        if (settings.MacroClusters is null && rows < FewestForMacros)
        {
            remarks.Add(
                $"{rows} distinct items are fewer than {FewestForMacros}: one macro holds all"
            );
            return new int[centres.Rows];
        }
        var tree = WardTree.Grow(centres, weights);
        var wanted = Math.Clamp(
            settings.MacroClusters is { } ordered
                ? ordered - given
                : tree.GroupsFor(UsualMacro, weights),
            1,
            centres.Rows
        );
        return settings.MinChildren is > 1 and var least
            ? WithChildren(tree, centres, weights, wanted, least)
            : tree.Cut(wanted);
    }

    /// <summary>The finest cut of which, once macros with too few mesos joined their neighbours, as many are left as wanted.</summary>
    private int[] WithChildren(
        WardTree tree,
        FloatMatrix centres,
        double[] weights,
        int wanted,
        int least
    )
    {
        var best = new int[centres.Rows];
        for (var count = wanted; count <= centres.Rows; count++)
        {
            var groups = Absorbed(tree.Cut(count), centres, weights, least);
            var found = groups.Max() + 1;
            if (found > wanted)
                break;
            if (found > best.Max() + 1)
                best = groups;
            if (found == wanted)
                break;
        }
        if (best.Max() + 1 != wanted)
            remarks.Add(
                $"{wanted} macros were asked for; with at least {least} mesos each they are {best.Max() + 1}"
            );
        return best;
    }

    private static int[] Absorbed(int[] groups, FloatMatrix centres, double[] weights, int least)
    {
        while (true)
        {
            (groups, var count) = Centroids.Compact(groups);
            var sizes = FreshParts.Sizes(groups, count);
            var small = Array.FindIndex(sizes, s => s < least);
            if (small < 0 || count == 1)
                return groups;
            var means = Means(groups, count, centres, weights);
            var into = Enumerable
                .Range(0, count)
                .Where(g => g != small)
                .MaxBy(g => TensorPrimitives.Dot<float>(means.Row(g), means.Row(small)));
            groups = Array.ConvertAll(groups, g => g == small ? into : g);
        }
    }

    private static FloatMatrix Means(int[] groups, int count, FloatMatrix centres, double[] weights)
    {
        var means = new FloatMatrix(count, centres.Columns);
        for (var i = 0; i < groups.Length; i++)
        {
            var mean = means.Row(groups[i]);
            TensorPrimitives.MultiplyAdd(centres.Row(i), (float)weights[i], mean, mean);
        }
        for (var i = 0; i < count; i++)
            CentredVectors.Normalize(means.Row(i));
        return means;
    }

    /// <summary>What has no macro yet goes to that of its nearest neighbour.</summary>
    private static void Follow(FloatMatrix centres, int[] macros)
    {
        int[] given = [.. Enumerable.Range(0, macros.Length).Where(i => macros[i] >= 0)];
        for (var i = 0; i < macros.Length; i++)
        {
            if (macros[i] >= 0)
                continue;
            macros[i] =
                given.Length == 0
                    ? 0
                    : macros[
                        given.MaxBy(j =>
                            TensorPrimitives.Dot<float>(centres.Row(i), centres.Row(j))
                        )
                    ];
        }
    }
}
