namespace Motif.Matching.Ranking;

/// <summary>
/// Which documents stand for all: those with the smallest hashes of their ids, so that the choice depends on nothing but what
/// passes. Documents of small hashes are kept apart, so that choosing does not look at the others.
/// </summary>
internal sealed class SlotSample
{
    /// <summary>The median of so many cosines is off by a fifteenth of their spread at most.</summary>
    public const int Size = 256;

    /// <summary>One in so many is kept apart.</summary>
    private const uint Sparse = 64;

    private readonly List<uint> _hashes = [];
    private SlotSet _small = new();

    /// <summary>Describes the next slot.</summary>
    public void Add(string id)
    {
        var hash = Hash(id);
        if (hash < uint.MaxValue / Sparse)
            _small.Add(_hashes.Count);
        _hashes.Add(hash);
    }

    public void Compact(ReadOnlySpan<int> newSlots)
    {
        _small = FacetIndex.Renumber(_small, newSlots);
        FacetIndex.Compact(_hashes, newSlots);
    }

    /// <summary>At most <see cref="Size"/> of the slots.</summary>
    public IReadOnlyList<int> Of(SlotSet slots, int count)
    {
        if (count > Size * (int)Sparse)
        {
            var small = Smallest(_small, slots);
            if (small.Count == Size)
                return small;
        }
        return Smallest(slots, slots);
    }

    private List<int> Smallest(SlotSet walked, SlotSet passing)
    {
        var found = new PriorityQueue<int, uint>();
        foreach (var slot in walked)
        {
            if (!passing.Contains(slot))
                continue;
            // The largest comes out first.
            var priority = ~_hashes[slot];
            if (found.Count < Size)
                found.Enqueue(slot, priority);
            else if (found.TryPeek(out _, out var largest) && priority > largest)
                found.DequeueEnqueue(slot, priority);
        }
        return [.. found.UnorderedItems.Select(item => item.Element).Order()];
    }

    /// <summary>FNV-1a, mixed once more: its high bits are weak for short texts.</summary>
    private static uint Hash(string id)
    {
        var hash = 2166136261;
        foreach (var character in id)
            hash = (hash ^ character) * 16777619;
        hash = (hash ^ (hash >> 16)) * 0x7feb352d;
        return hash ^ (hash >> 15);
    }
}
