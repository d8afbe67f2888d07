using Motif.Vectors;

namespace Motif.Matching.Ranking;

/// <summary>
/// The rows nearest to a vector: of few documents by looking at all, of many by inverted lists over those that stood there when
/// the lists were made, beside a look at all later ones. The lists are made in the background when they are first wanted. Not
/// thread-safe beyond that: one writer or many readers, as its owner arranges.
/// </summary>
internal sealed class NearestRows(CodedRows rows)
{
    /// <summary>Up to so many documents a look at all is as quick.</summary>
    private const int Few = 20_000;

    /// <summary>Where fewer than one in so many pass the filters, the lists are told which.</summary>
    private const int Selective = 5;

    private readonly Lock _building = new();
    private Task? _build;
    private volatile IvfIndex? _lists;

    /// <summary>Slots below are in the lists.</summary>
    private int _listed;

    /// <param name="ids">By slot.</param>
    /// <param name="slotOf">The slot of an id, −1 where it is gone.</param>
    public List<int> Find(
        float[] query,
        FilteredSlots filtered,
        int wanted,
        IReadOnlyList<string> ids,
        Func<string, int> slotOf
    )
    {
        if (Array.TrueForAll(query, value => value == 0))
            return [];
        if (filtered.Count <= Few || Lists(ids) is not { } lists)
            return [.. rows.Nearest(query, filtered.Slots, 0, wanted, ids)];
        var near = new List<int>(wanted);
        foreach (var hit in Search(lists, query, filtered, wanted, ids))
        {
            if (
                slotOf(hit.Key.Value.ToString()) is var slot and >= 0
                && filtered.Slots.Contains(slot)
            )
                near.Add(slot);
        }
        near.AddRange(rows.Nearest(query, filtered.Slots, _listed, wanted, ids));
        return near;
    }

    public void Compact(ReadOnlySpan<int> newSlots)
    {
        var kept = 0;
        for (var slot = 0; slot < Math.Min(_listed, newSlots.Length); slot++)
            kept += newSlots[slot] >= 0 ? 1 : 0;
        _listed = kept;
    }

    private static VectorHit[] Search(
        IvfIndex lists,
        float[] query,
        FilteredSlots filtered,
        int wanted,
        IReadOnlyList<string> ids
    )
    {
        var isSelective = filtered.Count * Selective < filtered.Live;
        var room = isSelective ? wanted : (long)wanted * filtered.Live / filtered.Count;
        var hits = new VectorHit[Math.Min(room, VectorQuery.MaxLimit)];
        var found = lists.Search(query, hits, isSelective ? filtered.Keys(ids) : null);
        return hits[..found];
    }

    private IvfIndex? Lists(IReadOnlyList<string> ids)
    {
        lock (_building)
        {
            if (_build is null && ids.All(id => Guid.TryParse(id, out _)))
            {
                var listed = ids.ToArray();
                _listed = listed.Length;
                _build = Task.Run(() => _lists = Build(listed));
            }
        }
        return _lists;
    }

    private IvfIndex Build(string[] ids) =>
        IvfIndex.Build(
            new VectorSpace(rows.Dimensions),
            ids.Select((id, slot) => new VectorRecord(Guid.Parse(id), rows.Get(slot)))
        );
}
