using System.Runtime.CompilerServices;

namespace Motif.Matching.Ranking;

/// <summary>Keeps the best few of many; equal ranks are ordered by id, so that the order of insertion never shows.</summary>
internal sealed class TopRanks(int capacity, IReadOnlyList<string> ids)
{
    /// <summary>A heap with the worst on top.</summary>
    private (float Rank, int Slot)[] _heap = new (float, int)[Math.Min(capacity, 64)];

    private int _count;

    /// <summary>The rank that another one has to reach; 0 while there is room.</summary>
    public float Least { get; private set; }

    /// <summary>Almost all of a large catalogue is refused by one comparison. Ranks are at least 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Offer(int slot, float rank)
    {
        if (rank >= Least)
            Keep(slot, rank);
    }

    /// <summary>Slots, best first.</summary>
    public int[] Take()
    {
        var result = new int[_count];
        for (var i = result.Length - 1; i >= 0; i--)
        {
            result[i] = _heap[0].Slot;
            _heap[0] = _heap[--_count];
            Sink();
        }
        return result;
    }

    private void Keep(int slot, float rank)
    {
        if (_count < capacity)
        {
            if (_count == _heap.Length)
                Array.Resize(ref _heap, Math.Min(capacity, _count * 2));
            _heap[_count] = (rank, slot);
            Rise(_count++);
        }
        else if (capacity > 0 && IsWorse(_heap[0], (rank, slot)))
        {
            _heap[0] = (rank, slot);
            Sink();
        }
        if (_count == capacity && capacity > 0)
            Least = _heap[0].Rank;
    }

    private void Rise(int at)
    {
        while (at > 0 && (at - 1) / 2 is var parent && IsWorse(_heap[at], _heap[parent]))
        {
            (_heap[at], _heap[parent]) = (_heap[parent], _heap[at]);
            at = parent;
        }
    }

    private void Sink()
    {
        for (var at = 0; ; )
        {
            var child = (2 * at) + 1;
            if (child >= _count)
                return;
            if (child + 1 < _count && IsWorse(_heap[child + 1], _heap[child]))
                child++;
            if (!IsWorse(_heap[child], _heap[at]))
                return;
            (_heap[at], _heap[child]) = (_heap[child], _heap[at]);
            at = child;
        }
    }

    private bool IsWorse((float Rank, int Slot) left, (float Rank, int Slot) right) =>
        left.Rank != right.Rank
            ? left.Rank < right.Rank
            : string.CompareOrdinal(ids[left.Slot], ids[right.Slot]) > 0;
}
