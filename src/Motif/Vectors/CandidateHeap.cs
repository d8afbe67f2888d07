using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Motif.Vectors;

/// <summary>
/// The best <c>capacity</c> of the scores offered, as a binary heap with the worst on top: a scan compares
/// with one threshold and rarely enters. Memory is the caller's.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal unsafe struct CandidateHeap(float* scores, int* ids, int capacity)
{
    private readonly float* _scores = scores;
    private readonly int* _ids = ids;
    private readonly int _capacity = capacity;

    public int Count { get; private set; }

    /// <summary>What a score has to exceed: the worst kept, or −∞ while there is room.</summary>
    public float Threshold { get; private set; } = float.NegativeInfinity;

    public readonly bool IsFull => Count == _capacity;

    public readonly float Score(int i) => _scores[i];

    public readonly int Id(int i) => _ids[i];

    public readonly bool Contains(int id) => new ReadOnlySpan<int>(_ids, Count).Contains(id);

    /// <summary>Takes a score above <see cref="Threshold"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Push(float score, int id)
    {
        if (Count < _capacity)
            SiftUp(Count++, score, id);
        else
            SiftDown(score, id, Count);
        if (Count == _capacity)
            Threshold = _scores[0];
    }

    /// <summary>Orders what was kept best first, in place; nothing may be pushed after.</summary>
    /// <param name="floor">What scores less is dropped before.</param>
    public void SortAbove(float floor)
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            if (_scores[i] < floor)
                continue;
            _scores[kept] = _scores[i];
            _ids[kept++] = _ids[i];
        }
        Count = kept;
        var keptScores = new Span<float>(_scores, kept);
        var keptIds = new Span<int>(_ids, kept);
        keptScores.Sort(keptIds);
        keptScores.Reverse();
        keptIds.Reverse();
    }

    /// <summary>Removes the worst.</summary>
    public int Pop(out float score)
    {
        score = _scores[0];
        var id = _ids[0];
        Count--;
        if (Count > 0)
            SiftDown(_scores[Count], _ids[Count], Count);
        return id;
    }

    private readonly void SiftUp(int at, float score, int id)
    {
        while (at > 0)
        {
            var parent = (at - 1) >> 1;
            if (_scores[parent] <= score)
                break;
            _scores[at] = _scores[parent];
            _ids[at] = _ids[parent];
            at = parent;
        }
        _scores[at] = score;
        _ids[at] = id;
    }

    private readonly void SiftDown(float score, int id, int count)
    {
        var at = 0;
        for (var child = 1; child < count; child = 2 * at + 1)
        {
            if (child + 1 < count && _scores[child + 1] < _scores[child])
                child++;
            if (_scores[child] >= score)
                break;
            _scores[at] = _scores[child];
            _ids[at] = _ids[child];
            at = child;
        }
        _scores[at] = score;
        _ids[at] = id;
    }
}
