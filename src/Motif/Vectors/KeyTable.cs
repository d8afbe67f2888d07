using System.Numerics;

namespace Motif.Vectors;

/// <summary>
/// From key to the newest ordinal under it: open addressing over the keys that the row store holds anyway,
/// four bytes a slot. One writer; readers look up without a lock and may miss only what is newer than
/// their view. Nothing is removed: a deleted key leads to an ended row.
/// </summary>
internal sealed class KeyTable
{
    private const int Empty = -1;
    private readonly RowStore _rows;
    private int[] _slots;
    private int _used;

    public KeyTable(RowStore rows)
    {
        _rows = rows;
        _slots = NewSlots(rows.Count);
        for (var ordinal = 0; ordinal < rows.Count; ordinal++)
            Set(rows.Key(ordinal), ordinal);
    }

    public long Bytes => (long)_slots.Length * sizeof(int);

    /// <summary>The newest ordinal under the key, or −1.</summary>
    public int Find(VectorKey key)
    {
        var slots = Volatile.Read(ref _slots);
        for (var at = Start(key, slots.Length); ; at = (at + 1) & (slots.Length - 1))
        {
            var ordinal = Volatile.Read(ref slots[at]);
            if (ordinal == Empty || _rows.Key(ordinal) == key)
                return ordinal;
        }
    }

    /// <summary>The ordinal that a reader of a view with <paramref name="rows"/> rows finds under the key, or −1.</summary>
    public int FindWithin(VectorKey key, int rows)
    {
        var ordinal = Find(key);
        while (ordinal >= rows)
            ordinal = _rows.Previous(ordinal);
        return ordinal;
    }

    public void Set(VectorKey key, int ordinal)
    {
        if (2 * (_used + 1) > _slots.Length)
            Grow();
        if (Put(_slots, key, ordinal))
            _used++;
    }

    private static int[] NewSlots(int rows)
    {
        var slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, 2 * rows + 2))];
        Array.Fill(slots, Empty);
        return slots;
    }

    private void Grow()
    {
        var grown = NewSlots(_slots.Length);
        foreach (var ordinal in _slots)
            if (ordinal != Empty)
                Put(grown, _rows.Key(ordinal), ordinal);
        Volatile.Write(ref _slots, grown);
    }

    private bool Put(int[] slots, VectorKey key, int ordinal)
    {
        var at = Start(key, slots.Length);
        while (slots[at] != Empty && _rows.Key(slots[at]) != key)
            at = (at + 1) & (slots.Length - 1);
        var isNew = slots[at] == Empty;
        Volatile.Write(ref slots[at], ordinal);
        return isNew;
    }

    // Fibonacci hashing: numbers in a row differ in the low bits of a Guid's hash only.
    private static int Start(VectorKey key, int length) =>
        (int)((uint)key.GetHashCode() * 2654435769u >> (32 - BitOperations.Log2((uint)length)));
}
