using System.Globalization;

namespace Motif.Discovery.Hierarchy;

/// <summary>What was found about one level's ids.</summary>
/// <param name="Ids">Of each new cluster.</param>
/// <param name="Changes">Of the level; the names are the caller's.</param>
internal sealed record LevelIdentity(
    Guid[] Ids,
    IReadOnlyList<(ClusterChange Change, Guid ClusterId, Guid? OtherId)> Changes
);

/// <summary>
/// Gives new clusters the ids of old ones with which they share at least half of what either has (Jaccard). A new id is derived
/// from the members, so that the same corpus has the same ids in every database.
/// </summary>
internal static class ClusterIdentity
{
    private const double Same = 0.5;

    /// <param name="groups">The new cluster of each item; −1 for none.</param>
    /// <param name="before">The old cluster of each item, where it had one.</param>
    /// <param name="oldSizes">Of every old cluster of the level.</param>
    /// <param name="given">Of each new cluster its id where that is given, whatever became of its items.</param>
    public static LevelIdentity Match(
        ClusterLevel level,
        IReadOnlyList<string> itemIds,
        int[] groups,
        int count,
        Func<string, Guid?> before,
        IReadOnlyDictionary<Guid, int> oldSizes,
        IReadOnlyList<Guid?>? given = null
    )
    {
        var sizes = new int[count];
        // Items that came since say nothing about what an old one has become.
        var stood = new int[count];
        var common = new Dictionary<(int New, Guid Old), int>();
        for (var i = 0; i < groups.Length; i++)
        {
            if (groups[i] < 0)
                continue;
            sizes[groups[i]]++;
            if (before(itemIds[i]) is not { } old)
                continue;
            stood[groups[i]]++;
            if (oldSizes.ContainsKey(old))
                common[(groups[i], old)] = common.GetValueOrDefault((groups[i], old)) + 1;
        }
        Guid?[] ids = given is null ? new Guid?[count] : [.. given];
        var taken = ids.OfType<Guid>().ToHashSet();
        var kept = taken.Where(oldSizes.ContainsKey).ToHashSet();
        foreach (
            var (pair, _) in common
                .Select(c =>
                    (
                        c.Key,
                        Jaccard: c.Value
                            / (double)(stood[c.Key.New] + oldSizes[c.Key.Old] - c.Value)
                    )
                )
                .Where(c => c.Jaccard >= Same)
                .OrderByDescending(c => c.Jaccard)
                .ThenBy(c => c.Key.Old)
                .ThenBy(c => c.Key.New)
        )
        {
            if (ids[pair.New] is null && taken.Add(pair.Old) && kept.Add(pair.Old))
                ids[pair.New] = pair.Old;
        }
        var isKept = Array.ConvertAll(ids, id => id is { } known && kept.Contains(known));
        Name(level, itemIds, groups, ids, oldSizes);
        Guid[] all = [.. ids.Select(id => id!.Value)];
        return new LevelIdentity(all, Changes(all, isKept, sizes, common, oldSizes, kept));
    }

    private static void Name(
        ClusterLevel level,
        IReadOnlyList<string> itemIds,
        int[] groups,
        Guid?[] ids,
        IReadOnlyDictionary<Guid, int> oldSizes
    )
    {
        var taken = ids.OfType<Guid>().Concat(oldSizes.Keys).ToHashSet();
        var members = groups
            .Select((group, i) => (group, Id: itemIds[i]))
            .Where(m => m.group >= 0 && ids[m.group] is null)
            .ToLookup(m => m.group, m => m.Id);
        foreach (var group in members.OrderBy(m => m.Key))
        {
            var text =
                $"cluster\n{WireName.Of(level)}\n{string.Join('\n', group.Order(StringComparer.Ordinal))}";
            var id = PatternId.Of(text);
            for (var number = 2; !taken.Add(id); number++)
                id = PatternId.Of($"{text}\n{number.ToString(CultureInfo.InvariantCulture)}");
            ids[group.Key] = id;
        }
    }

    private static List<(ClusterChange, Guid, Guid?)> Changes(
        Guid[] ids,
        bool[] isKept,
        int[] sizes,
        Dictionary<(int New, Guid Old), int> common,
        IReadOnlyDictionary<Guid, int> oldSizes,
        HashSet<Guid> kept
    )
    {
        var changes = new List<(ClusterChange, Guid, Guid?)>();
        if (oldSizes.Count == 0)
            return changes;
        for (var i = 0; i < ids.Length; i++)
        {
            if (isKept[i])
                continue;
            var source = common
                .Where(c => c.Key.New == i && kept.Contains(c.Key.Old) && 2 * c.Value > sizes[i])
                .Select(c => (Guid?)c.Key.Old)
                .FirstOrDefault();
            changes.Add(
                (source is null ? ClusterChange.Born : ClusterChange.Split, ids[i], source)
            );
        }
        foreach (var old in oldSizes.Keys.Where(k => !kept.Contains(k)).Order())
        {
            var target = common
                .Where(c => c.Key.Old == old && isKept[c.Key.New] && 2 * c.Value > oldSizes[old])
                .Select(c => (Guid?)ids[c.Key.New])
                .FirstOrDefault();
            changes.Add((target is null ? ClusterChange.Died : ClusterChange.Merged, old, target));
        }
        return changes;
    }
}
