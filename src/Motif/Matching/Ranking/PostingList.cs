namespace Motif.Matching.Ranking;

/// <summary>The documents a term stands in, in ascending slot order; removed ones stay until the index is compacted.</summary>
internal sealed class PostingList
{
    private int[] _slots = new int[2];
    private float[] _weights = new float[2];
    private int _count;

    /// <summary>Documents that are still there.</summary>
    public int LiveCount { get; private set; }

    public ReadOnlySpan<int> Slots => _slots.AsSpan(0, _count);

    /// <summary>Weighted term frequency, beside each slot.</summary>
    public ReadOnlySpan<float> Weights => _weights.AsSpan(0, _count);

    public void Append(int slot, float weight)
    {
        if (_count == _slots.Length)
        {
            Array.Resize(ref _slots, _count * 2);
            Array.Resize(ref _weights, _count * 2);
        }
        _slots[_count] = slot;
        _weights[_count++] = weight;
        LiveCount++;
    }

    public void Forget() => LiveCount--;

    /// <summary>Drops removed documents and gives the others their new slots (−1: removed); order is kept.</summary>
    public void Compact(ReadOnlySpan<int> newSlots)
    {
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            if (newSlots[_slots[i]] is var slot and >= 0)
            {
                _slots[kept] = slot;
                _weights[kept++] = _weights[i];
            }
        }
        _count = kept;
    }
}
