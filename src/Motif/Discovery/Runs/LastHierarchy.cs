using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;

namespace Motif.Discovery.Runs;

/// <summary>What stood before a run, as far as it concerns the run's items.</summary>
/// <param name="Standing">Null before the first run, and where the items have vectors of another space since.</param>
/// <param name="IsWarm">Whether the run goes on from it: the same settings, and nobody asked for a fresh one.</param>
/// <param name="IsNew">Of each item, whether it came since.</param>
/// <param name="Moved">Items by their numbers that a person put into a micro.</param>
internal sealed record LastHierarchy(
    StandingHierarchy? Standing,
    bool IsWarm,
    IReadOnlyList<Cluster> Clusters,
    IReadOnlyDictionary<string, ClusterMember> Members,
    bool[] IsNew,
    IReadOnlyDictionary<int, Guid> Moved
)
{
    private const int MemberPage = 50_000;
    private const int MostRuns = 50;

    public static async Task<LastHierarchy> ReadAsync(
        IDiscoveryStore store,
        DiscoveryRun run,
        string space,
        List<Item> items,
        CancellationToken cancellationToken
    )
    {
        var stored = await store.HierarchyAsync(cancellationToken);
        var members = await MembersAsync(store, stored is not null, cancellationToken);
        var isUsable = stored?.Frame.Space == space;
        return new LastHierarchy(
            isUsable ? StandingHierarchy.Of(stored!) : null,
            isUsable && await IsAskedAgainAsync(store, run, cancellationToken),
            stored?.Clusters ?? [],
            members,
            [
                .. items.Select(i =>
                    !members.TryGetValue(i.ItemId, out var member)
                    || member.Origin is MemberOrigin.Placed
                ),
            ],
            MovedItems(items, members)
        );
    }

    private static Dictionary<int, Guid> MovedItems(
        List<Item> items,
        Dictionary<string, ClusterMember> members
    )
    {
        var moved = new Dictionary<int, Guid>();
        for (var i = 0; i < items.Count; i++)
        {
            if (
                members.TryGetValue(items[i].ItemId, out var member)
                && member.Origin is MemberOrigin.Moved
            )
                moved[i] = member.MicroId;
        }
        return moved;
    }

    private static async Task<Dictionary<string, ClusterMember>> MembersAsync(
        IDiscoveryStore store,
        bool isAny,
        CancellationToken cancellationToken
    )
    {
        var members = new Dictionary<string, ClusterMember>(StringComparer.Ordinal);
        string? last = null;
        while (isAny)
        {
            var page = await store.ListMembersAsync(null, last, MemberPage, cancellationToken);
            foreach (var member in page)
                members[member.ItemId] = member;
            if (page.Count < MemberPage)
                break;
            last = page[^1].ItemId;
        }
        return members;
    }

    private static async Task<bool> IsAskedAgainAsync(
        IDiscoveryStore store,
        DiscoveryRun run,
        CancellationToken cancellationToken
    )
    {
        if (run.Request.Hierarchy.Fresh)
            return false;
        var last = (await store.ListRunsAsync(MostRuns, cancellationToken)).FirstOrDefault(r =>
            r.State is RunState.Finished && !r.Request.TestMode
        );
        return last is not null
            && last.Request.Hierarchy with { Fresh = false } == run.Request.Hierarchy;
    }
}
