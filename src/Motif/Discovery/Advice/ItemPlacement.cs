using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Runs;
using Motif.Numerics;

namespace Motif.Discovery.Advice;

/// <summary>
/// Gives items that came since the last run their place in the hierarchy that stands, macro, meso and micro, without a run. Nothing
/// else moves: one by one, in a batch, or by a match they come to the same place. Thread-safe.
/// </summary>
public sealed class ItemPlacement(
    IDiscoveryStore store,
    IItemStore items,
    ItemVectors vectors,
    DiscoveredShelf shelf
)
{
    private const int PageSize = 1000;

    /// <summary>Places whatever has no place yet; before the first run that is nothing.</summary>
    /// <param name="most">So many items are looked at.</param>
    /// <returns>How many were placed.</returns>
    public async Task<int> PlaceNewAsync(
        CancellationToken cancellationToken,
        int most = int.MaxValue
    )
    {
        var (placed, seen) = (0, 0);
        string? last = null;
        while (
            seen < most
            && await shelf.NewestAsync(cancellationToken) is { } discovered
            && await store.ListUnplacedAsync(
                last,
                Math.Min(PageSize, most - seen),
                cancellationToken
            )
                is { Count: > 0 } page
        )
        {
            var members = Members(
                await EmbeddedAsync(page, discovered, cancellationToken),
                discovered
            );
            // A run or an edit came between: the page is placed anew by what stands now.
            if (!await store.PlaceAsync(discovered.Revision, members, cancellationToken))
                continue;
            placed += members.Count;
            (last, seen) = (page[^1].ItemId, seen + page.Count);
        }
        return placed;
    }

    private async Task<IReadOnlyList<Item>> EmbeddedAsync(
        IReadOnlyList<Item> page,
        Discovered discovered,
        CancellationToken cancellationToken
    )
    {
        if (discovered.Space != vectors.Space)
            return page;
        var known = page.ToArray();
        int[] missing =
        [
            .. Enumerable.Range(0, known.Length).Where(i => known[i].Space != discovered.Space),
        ];
        foreach (var batch in missing.Chunk(ItemVectors.BatchSize))
        {
            var made = await vectors.EmbedAsync(
                Array.ConvertAll(batch, i => known[i].Text),
                cancellationToken
            );
            for (var i = 0; i < batch.Length; i++)
                known[batch[i]] = known[batch[i]] with
                {
                    Space = discovered.Space,
                    Vector = made[i],
                };
            await items.SetVectorsAsync(
                discovered.Space,
                [
                    .. batch.Select(i => new ItemVector(
                        known[i].ItemId,
                        known[i].Text,
                        known[i].Vector!
                    )),
                ],
                cancellationToken
            );
        }
        return known;
    }

    private static List<ClusterMember> Members(IReadOnlyList<Item> page, Discovered discovered)
    {
        var dimensions = discovered.Places.Dimensions;
        var own = page.Where(i => i.Space == discovered.Space && i.Vector?.Length == dimensions)
            .ToList();
        var rows = new FloatMatrix(own.Count, dimensions);
        for (var i = 0; i < own.Count; i++)
        {
            own[i].Vector!.CopyTo(rows.Row(i));
            CentredVectors.Normalize(rows.Row(i));
        }
        var places = discovered.Places.Of(rows);
        var members = new List<ClusterMember>(own.Count);
        for (var i = 0; i < own.Count; i++)
        {
            if (places[i] is { } place)
                members.Add(
                    new ClusterMember(
                        own[i].ItemId,
                        discovered.Macros[place.Macro].ClusterId,
                        discovered.Mesos[place.Meso].ClusterId,
                        discovered.Micros[place.Micro].ClusterId,
                        place.Strength,
                        MemberOrigin.Placed
                    )
                );
        }
        return members;
    }
}
