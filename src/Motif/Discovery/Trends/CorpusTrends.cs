using Motif.Catalog;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Runs;
using Motif.Statistics;

namespace Motif.Discovery.Trends;

/// <summary>Neighbourhoods of the last run over the calendar. Thread-safe.</summary>
public sealed class CorpusTrends(IItemStore items, IDiscoveryStore store)
{
    private const int PageSize = 2000;

    public async Task<CatalogueAnswer<TrendReport>> AskAsync(
        TrendQuestion question,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Problem() is { } problem)
            return problem;
        var clusters = await store.ListClustersAsync(withCentroids: false, cancellationToken);
        var wanted = question.ClusterId is { } id
            ? clusters.Where(c => c.ClusterId == id).ToList()
            : clusters.Where(c => c.Level == question.Level).ToList();
        if (wanted.Count == 0)
            return question.ClusterId is not null
                ? new CatalogueProblem(
                    CatalogueRefusal.NotFound,
                    $"no cluster has the id {question.ClusterId}"
                )
                : new CatalogueProblem(
                    CatalogueRefusal.Incomplete,
                    $"there are no neighbourhoods of level {WireName.Of(question.Level)}; make them with motif discover run or POST /api/v1/discovery/runs"
                );
        var all = await ReadAsync(cancellationToken);
        var members = await MembersAsync(wanted, all, cancellationToken);
        return new TrendReport(
            question.Zone,
            question.Period,
            MannKendall.NeededValues,
            new TrendSheet(question, [.. all.Values]).Of(members, question.ClusterId is not null)
        );
    }

    private async Task<Dictionary<string, Item>> ReadAsync(CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, Item>(StringComparer.Ordinal);
        string? last = null;
        while (true)
        {
            var page = await items.ListAsync(last, PageSize, withVectors: false, cancellationToken);
            foreach (var item in page)
                all[item.ItemId] = item;
            if (page.Count < PageSize)
                return all;
            last = page[^1].ItemId;
        }
    }

    /// <summary>An item that was removed since the run is in none.</summary>
    private async Task<List<(Cluster, IReadOnlyList<Item>)>> MembersAsync(
        List<Cluster> wanted,
        Dictionary<string, Item> all,
        CancellationToken cancellationToken
    )
    {
        var lists = wanted.ToDictionary(c => c.ClusterId, _ => new List<Item>());
        var members = await store.ListMembersAsync(null, null, int.MaxValue, cancellationToken);
        foreach (var member in members)
        {
            if (!all.TryGetValue(member.ItemId, out var item))
                continue;
            foreach (var id in (Guid[])[member.MacroId, member.MesoId, member.MicroId])
            {
                if (lists.TryGetValue(id, out var list))
                    list.Add(item);
            }
        }
        return [.. wanted.Select(c => (c, (IReadOnlyList<Item>)lists[c.ClusterId]))];
    }
}
