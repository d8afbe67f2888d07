using System.Runtime.CompilerServices;

namespace Motif.Matching.Ranking;

/// <summary>Keeps the best few of many; equal ranks are ordered by id, so that the order of insertion never shows.</summary>
internal sealed class TopRanks(int capacity, IReadOnlyList<string> ids)
{
    private readonly PriorityQueue<int, (float Rank, int Slot)> _heap = new(
        Comparer<(float Rank, int Slot)>.Create((left, right) => Compare(left, right, ids))
    );

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
        var result = new int[_heap.Count];
        for (var i = result.Length - 1; i >= 0; i--)
            result[i] = _heap.Dequeue();
        return result;
    }

    private void Keep(int slot, float rank)
    {
        if (_heap.Count < capacity)
            _heap.Enqueue(slot, (rank, slot));
        else if (_heap.TryPeek(out _, out var worst) && Compare((rank, slot), worst, ids) > 0)
            _heap.DequeueEnqueue(slot, (rank, slot));
        if (_heap.Count == capacity && _heap.TryPeek(out _, out var least))
            Least = least.Rank;
    }

    private static int Compare(
        (float Rank, int Slot) left,
        (float Rank, int Slot) right,
        IReadOnlyList<string> ids
    )
    {
        var byRank = left.Rank.CompareTo(right.Rank);
        return byRank != 0 ? byRank : string.CompareOrdinal(ids[right.Slot], ids[left.Slot]);
    }
}
