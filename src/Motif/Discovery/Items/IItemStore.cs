namespace Motif.Discovery.Items;

/// <summary>What became of an item that was to be kept.</summary>
public enum ItemSaved
{
    Added,
    Changed,
    Unchanged,
}

/// <summary>A vector that was made for a text.</summary>
/// <param name="Text">The text it was made of: where that has changed meanwhile the vector is not kept.</param>
public sealed record ItemVector(string ItemId, string Text, float[] Vector);

/// <summary>Keeps the items of the corpus. Thread-safe; a failure is a <see cref="Storage.BackendException"/>.</summary>
public interface IItemStore
{
    /// <summary>
    /// Adds items or replaces them, in one transaction. A vector that a model made stays as long as the text does.
    /// </summary>
    /// <param name="items">No id twice.</param>
    /// <returns>One result per item, in order.</returns>
    Task<IReadOnlyList<ItemSaved>> SaveAsync(
        IReadOnlyList<Item> items,
        CancellationToken cancellationToken
    );

    Task<Item?> FindAsync(string itemId, CancellationToken cancellationToken);

    /// <summary>Those of the ids that exist, with their vectors.</summary>
    Task<IReadOnlyList<Item>> FindManyAsync(
        IReadOnlyCollection<string> itemIds,
        CancellationToken cancellationToken
    );

    /// <summary>Items in order of their ids by code point.</summary>
    /// <param name="after">Only ids behind this one.</param>
    /// <param name="withVectors">Whether vectors are read.</param>
    Task<IReadOnlyList<Item>> ListAsync(
        string? after,
        int limit,
        bool withVectors,
        CancellationToken cancellationToken
    );

    Task<ItemCounts> CountAsync(CancellationToken cancellationToken);

    /// <summary>Keeps vectors that a model made; given ones are not replaced.</summary>
    Task SetVectorsAsync(
        string space,
        IReadOnlyList<ItemVector> vectors,
        CancellationToken cancellationToken
    );

    /// <summary>Removes all items; returns how many there were.</summary>
    Task<int> ClearAsync(CancellationToken cancellationToken);
}
