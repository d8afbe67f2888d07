using Motif.Discovery.Items;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <inheritdoc cref="IItemStore"/>
internal sealed class ItemStore(RelationalDatabase database) : IItemStore
{
    public Task<IReadOnlyList<ItemSaved>> SaveAsync(
        IReadOnlyList<Item> items,
        CancellationToken cancellationToken
    ) => database.WriteAsync("items.save", session => SaveAsync(session, items), cancellationToken);

    public async Task<Item?> FindAsync(string itemId, CancellationToken cancellationToken) =>
        await FindManyAsync([itemId], cancellationToken) is [var item] ? item : null;

    public Task<IReadOnlyList<Item>> FindManyAsync(
        IReadOnlyCollection<string> itemIds,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<Item>>(
            "items.find",
            async session => [.. (await StandingAsync(session, itemIds)).Select(r => r.ToItem())],
            cancellationToken
        );

    public Task<IReadOnlyList<Item>> ListAsync(
        string? after,
        int limit,
        bool withVectors,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync<IReadOnlyList<Item>>(
            "items.list",
            async session =>
                (
                    await session.QueryAsync<ItemRow>(
                        $"""
                        {(withVectors ? ItemRow.SelectWithVector : ItemRow.Select)}
                        WHERE item_id > @after ORDER BY item_id LIMIT @limit
                        """,
                        ("after", after ?? ""),
                        ("limit", limit)
                    )
                ).ConvertAll(r => r.ToItem()),
            cancellationToken
        );

    public Task<ItemCounts> CountAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            "items.count",
            async session =>
            {
                var spaces = await session.QueryAsync<SpaceCount>(
                    "SELECT space AS Space, count(*) AS Items FROM items GROUP BY space"
                );
                var given = spaces.Find(s =>
                    s.Space?.StartsWith(ItemSpace.GivenPrefix, StringComparison.Ordinal) is true
                );
                return new ItemCounts(
                    spaces.Sum(s => s.Items),
                    spaces.Where(s => s.Space is not null).Sum(s => s.Items),
                    given is null
                        ? null
                        : int.Parse(
                            given.Space.AsSpan(ItemSpace.GivenPrefix.Length),
                            System.Globalization.CultureInfo.InvariantCulture
                        )
                );
            },
            cancellationToken
        );

    public Task SetVectorsAsync(
        string space,
        IReadOnlyList<ItemVector> vectors,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            "items.set_vectors",
            session =>
                session.ExecuteManyAsync(
                    """
                    UPDATE items SET space = @space, vector = @vector
                    WHERE item_id = @id AND text = @text AND (space IS NULL OR space NOT LIKE 'given:%')
                    """,
                    // In one order, so that two writers never wait for each other.
                    [
                        .. vectors
                            .OrderBy(v => v.ItemId, StringComparer.Ordinal)
                            .Select(v =>
                                new (string, object?)[]
                                {
                                    ("space", StorableText.RequireIndexed("space", space)),
                                    ("vector", StoredVector.Bytes(v.Vector)),
                                    ("id", v.ItemId),
                                    ("text", v.Text),
                                }
                            ),
                    ]
                ),
            cancellationToken
        );

    public Task<int> ClearAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(
            "items.clear",
            session => session.ExecuteAsync("DELETE FROM items"),
            cancellationToken
        );

    private static async Task<IReadOnlyList<ItemSaved>> SaveAsync(
        SqlSession session,
        IReadOnlyList<Item> items
    )
    {
        var standing = (
            await StandingAsync(session, [.. items.Select(i => i.ItemId)])
        ).ToDictionary(r => r.ItemId, r => r.ToItem(), StringComparer.Ordinal);
        var saved = new ItemSaved[items.Count];
        var writes = new List<Item>();
        var elsewhere = new List<string>();
        for (var i = 0; i < items.Count; i++)
        {
            var wanted = items[i];
            var current = standing.GetValueOrDefault(wanted.ItemId);
            if (current is not null)
                wanted = KeepVector(current, wanted);
            saved[i] =
                current is null ? ItemSaved.Added
                : ItemRow.AreSame(current, wanted) ? ItemSaved.Unchanged
                : ItemSaved.Changed;
            if (saved[i] is not ItemSaved.Unchanged)
                writes.Add(wanted);
            // Its place followed from a vector that it no longer has.
            if (current?.Vector is { } vector && !vector.AsSpan().SequenceEqual(wanted.Vector))
                elsewhere.Add(wanted.ItemId);
        }
        await session.ExecuteManyAsync(
            ItemRow.Upsert,
            [.. writes.OrderBy(i => i.ItemId, StringComparer.Ordinal).Select(ItemRow.Parameters)]
        );
        await MemberRow.RemoveAsync(session, elsewhere);
        return saved;
    }

    private static Item KeepVector(Item current, Item wanted) =>
        wanted.Vector is null && !current.IsVectorGiven && current.Text == wanted.Text
            ? wanted with
            {
                Space = current.Space,
                Vector = current.Vector,
            }
            : wanted;

    private static Task<List<ItemRow>> StandingAsync(
        SqlSession session,
        IReadOnlyCollection<string> ids
    ) =>
        session.QueryAsync<ItemRow>(
            $"{ItemRow.SelectWithVector} WHERE {session.Dialect.IsIn("item_id", "ids")}",
            ("ids", ids.ToArray())
        );

    private sealed class SpaceCount
    {
        public string? Space { get; init; }

        public long Items { get; init; }
    }
}
