namespace Motif.Matching.Ranking;

/// <summary>
/// The documents a term stands in, in ascending slot order; removed ones stay until the index is compacted. Of every
/// <see cref="BlockSize"/> postings the largest weight and the shortest document are kept: from them follows what the term can
/// give any document of the block, whatever idf and average length are by then.
/// </summary>
internal sealed class PostingList
{
    public const int BlockSize = 128;

    private int[] _slots = new int[2];
    private float[] _weights = new float[2];
    private (float Weight, float Length)[] _blocks = new (float, float)[1];
    private int _count;

    /// <summary>Documents that are still there.</summary>
    public int LiveCount { get; private set; }

    public ReadOnlySpan<int> Slots => _slots.AsSpan(0, _count);

    /// <summary>Weighted term frequency, beside each slot.</summary>
    public ReadOnlySpan<float> Weights => _weights.AsSpan(0, _count);

    /// <summary>Largest weight and least length of each block; both may be of removed documents.</summary>
    public ReadOnlySpan<(float Weight, float Length)> Blocks =>
        _blocks.AsSpan(0, (_count + BlockSize - 1) / BlockSize);

    /// <summary>The same of all postings.</summary>
    public (float Weight, float Length) Most { get; private set; } = (0, float.MaxValue);

    public void Append(int slot, float weight, float length)
    {
        if (_count == _slots.Length)
        {
            Array.Resize(ref _slots, _count * 2);
            Array.Resize(ref _weights, _count * 2);
        }
        Bound(_count, weight, length);
        _slots[_count] = slot;
        _weights[_count++] = weight;
        LiveCount++;
    }

    public void Forget() => LiveCount--;

    /// <summary>Drops removed documents and gives the others their new slots (−1: removed); order is kept.</summary>
    /// <param name="lengths">By old slot.</param>
    public void Compact(ReadOnlySpan<int> newSlots, ReadOnlySpan<float> lengths)
    {
        var kept = 0;
        Most = (0, float.MaxValue);
        for (var i = 0; i < _count; i++)
        {
            if (newSlots[_slots[i]] is not (var slot and >= 0))
                continue;
            Bound(kept, _weights[i], lengths[_slots[i]]);
            _slots[kept] = slot;
            _weights[kept++] = _weights[i];
        }
        _count = kept;
    }

    private void Bound(int place, float weight, float length)
    {
        var block = place / BlockSize;
        if (block == _blocks.Length)
            Array.Resize(ref _blocks, block * 2);
        ref var bounds = ref _blocks[block];
        if (place % BlockSize == 0)
            bounds = (0, float.MaxValue);
        bounds = (MathF.Max(bounds.Weight, weight), MathF.Min(bounds.Length, length));
        Most = (MathF.Max(Most.Weight, weight), MathF.Min(Most.Length, length));
    }
}
