using Motif.Numerics;

namespace Motif.Discovery.Hierarchy;

/// <summary>A hierarchy in the order in which it is kept.</summary>
/// <param name="Members">The place of each item; null for one whose vector is zero.</param>
internal sealed record OrderedHierarchy(Places Places, GivenIds Given, Place?[] Members);

/// <summary>
/// Puts the largest first at every level, those without an item gone unless their id is given. The order is the one in which they
/// are kept: of equally near centres the first is taken, now and when they are read back.
/// </summary>
internal static class HierarchyOrder
{
    public static OrderedHierarchy Apply(Places places, GivenIds given, FloatMatrix vectors)
    {
        var members = places.Of(vectors, out var tied);
        var isMicro = Kept(members, p => p.Micro, given.Micros);
        // A topic without items keeps a micro for those to come.
        for (var micro = 0; micro < isMicro.Length; micro++)
            isMicro[micro] |= places.CellOfMicro[micro] >= places.Cells.Rows;
        var isMeso = Above(isMicro, places.MesoOfMicro, given.Mesos.Length);
        var isMacro = Above(isMeso, places.MacroOfMeso, given.Macros.Length);
        var macros = Ranks(members, p => p.Macro, _ => 0, isMacro);
        var mesos = Ranks(members, p => p.Meso, m => macros[places.MacroOfMeso[m]], isMeso);
        var micros = Ranks(members, p => p.Micro, m => mesos[places.MesoOfMicro[m]], isMicro);
        var (macroOrder, mesoOrder, microOrder) = (Order(macros), Order(mesos), Order(micros));
        int[] cells =
        [
            .. microOrder
                .Select(m => places.CellOfMicro[m])
                .Where(c => c < places.Cells.Rows)
                .Distinct(),
        ];
        var numbers = cells.Select((c, i) => (c, i)).ToDictionary(c => c.c, c => c.i);
        var ordered = new Places(
            places.Mean,
            RowBlocks.Select(places.Cells, cells),
            RowBlocks.Select(places.Micros, microOrder),
            Array.ConvertAll(
                microOrder,
                m =>
                    places.CellOfMicro[m] is var cell && cell < places.Cells.Rows
                        ? numbers[cell]
                        : cell - places.Cells.Rows + cells.Length
            ),
            Array.ConvertAll(microOrder, m => mesos[places.MesoOfMicro[m]]),
            Array.ConvertAll(mesoOrder, m => macros[places.MacroOfMeso[m]]),
            places.Topics
        );
        return new OrderedHierarchy(
            ordered,
            new GivenIds(
                Array.ConvertAll(macroOrder, m => given.Macros[m]),
                Array.ConvertAll(mesoOrder, m => given.Mesos[m]),
                Array.ConvertAll(microOrder, m => given.Micros[m])
            ),
            // A cell that went may have been the second nearest, of which the strength is made.
            cells.Length < places.Cells.Rows
                ? ordered.Of(vectors)
                : Renumbered(
                    members,
                    p =>
                        p with
                        {
                            Macro = macros[p.Macro],
                            Meso = mesos[p.Meso],
                            Micro = micros[p.Micro],
                        },
                    ordered,
                    vectors,
                    tied
                )
        );
    }

    /// <summary>What the ordered hierarchy says of every item: nothing but the numbers, save where two centres are equally near.</summary>
    private static Place?[] Renumbered(
        Place?[] members,
        Func<Place, Place> number,
        Places ordered,
        FloatMatrix vectors,
        int[] tied
    )
    {
        var renumbered = Array.ConvertAll(
            members,
            m => m is { } place ? number(place) : (Place?)null
        );
        var again = ordered.Of(RowBlocks.Select(vectors, tied));
        for (var i = 0; i < tied.Length; i++)
            renumbered[tied[i]] = again[i];
        return renumbered;
    }

    private static bool[] Kept(Place?[] members, Func<Place, int> group, Guid?[] given)
    {
        var isKept = Array.ConvertAll(given, id => id is not null);
        foreach (var place in members)
        {
            if (place is { } at)
                isKept[group(at)] = true;
        }
        return isKept;
    }

    /// <summary>What has something under it; an id alone would be a neighbourhood of nothing.</summary>
    private static bool[] Above(bool[] isKept, IReadOnlyList<int> parents, int count)
    {
        var above = new bool[count];
        for (var i = 0; i < isKept.Length; i++)
            above[parents[i]] |= isKept[i];
        return above;
    }

    /// <summary>Ranks by parent, then by size, then by the first item; −1 for what is not kept.</summary>
    private static int[] Ranks(
        Place?[] members,
        Func<Place, int> group,
        Func<int, int> parent,
        bool[] isKept
    )
    {
        var sizes = new int[isKept.Length];
        var firsts = new int[isKept.Length];
        Array.Fill(firsts, int.MaxValue);
        for (var item = 0; item < members.Length; item++)
        {
            if (members[item] is not { } place)
                continue;
            sizes[group(place)]++;
            firsts[group(place)] = Math.Min(firsts[group(place)], item);
        }
        var ranks = new int[isKept.Length];
        Array.Fill(ranks, -1);
        foreach (
            var (i, rank) in Enumerable
                .Range(0, isKept.Length)
                .Where(i => isKept[i])
                .OrderBy(parent)
                .ThenByDescending(i => sizes[i])
                .ThenBy(i => firsts[i])
                .ThenBy(i => i)
                .Select((i, rank) => (i, rank))
        )
            ranks[i] = rank;
        return ranks;
    }

    private static int[] Order(int[] ranks) =>
        [.. Enumerable.Range(0, ranks.Length).Where(i => ranks[i] >= 0).OrderBy(i => ranks[i])];
}
