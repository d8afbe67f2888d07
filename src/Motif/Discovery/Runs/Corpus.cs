using Motif.Discovery.Items;

namespace Motif.Discovery.Runs;

/// <summary>Reads the whole corpus, in the order of ids, and makes the vectors that are missing.</summary>
internal sealed class Corpus(IItemStore store, ItemVectors vectors)
{
    private const int PageSize = 2000;

    public async Task<List<Item>> ReadAsync(
        bool withVectors,
        Action<long> told,
        CancellationToken cancellationToken
    )
    {
        var items = new List<Item>();
        while (true)
        {
            var page = await store.ListAsync(
                items.Count == 0 ? null : items[^1].ItemId,
                PageSize,
                withVectors,
                cancellationToken
            );
            items.AddRange(page);
            told(items.Count);
            if (page.Count < PageSize)
                return items;
        }
    }

    /// <summary>
    /// Gives every item a vector of one space: that of the vectors given where any was, otherwise the model's. What was made is
    /// kept batch by batch, so that a run that dies has not worked for nothing.
    /// </summary>
    /// <param name="keep">False to keep nothing.</param>
    /// <returns>The space.</returns>
    public async Task<string> EmbedAsync(
        List<Item> items,
        bool keep,
        Action<long, long> told,
        CancellationToken cancellationToken
    )
    {
        if (items.Find(i => i.IsVectorGiven) is { Space: { } given })
            return given;
        int[] missing =
        [
            .. Enumerable.Range(0, items.Count).Where(i => items[i].Space != vectors.Space),
        ];
        var done = 0L;
        foreach (var batch in missing.Chunk(ItemVectors.BatchSize))
        {
            var made = await vectors.EmbedAsync(
                Array.ConvertAll(batch, i => items[i].Text),
                cancellationToken
            );
            for (var i = 0; i < batch.Length; i++)
                items[batch[i]] = items[batch[i]] with { Space = vectors.Space, Vector = made[i] };
            if (keep)
                await store.SetVectorsAsync(
                    vectors.Space,
                    [
                        .. batch.Select(i => new ItemVector(
                            items[i].ItemId,
                            items[i].Text,
                            items[i].Vector!
                        )),
                    ],
                    cancellationToken
                );
            done += batch.Length;
            told(done, missing.Length);
        }
        return vectors.Space;
    }
}
