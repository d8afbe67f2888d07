using System.Numerics;

namespace Motif.Matching.Ranking;

/// <summary>A growing bitmap of slots.</summary>
internal sealed class SlotSet
{
    private ulong[] _words = [];

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in _words)
                count += BitOperations.PopCount(word);
            return count;
        }
    }

    public bool Contains(int slot) =>
        slot >> 6 < _words.Length && (_words[slot >> 6] >> (slot & 63) & 1) != 0;

    /// <summary>Which of the four slots from a multiple of four on are in the set, as bits.</summary>
    public int Four(int slot) =>
        slot >> 6 < _words.Length ? (int)(_words[slot >> 6] >> (slot & 63)) & 15 : 0;

    public void Add(int slot)
    {
        if (slot >> 6 >= _words.Length)
            Array.Resize(ref _words, Math.Max(_words.Length * 2, (slot >> 6) + 1));
        _words[slot >> 6] |= 1UL << (slot & 63);
    }

    public void Remove(int slot)
    {
        if (slot >> 6 < _words.Length)
            _words[slot >> 6] &= ~(1UL << (slot & 63));
    }

    public SlotSet Copy() => new() { _words = [.. _words] };

    public void IntersectWith(SlotSet other)
    {
        for (var i = 0; i < _words.Length; i++)
            _words[i] &= i < other._words.Length ? other._words[i] : 0;
    }

    public void UnionWith(SlotSet other)
    {
        if (other._words.Length > _words.Length)
            Array.Resize(ref _words, other._words.Length);
        for (var i = 0; i < other._words.Length; i++)
            _words[i] |= other._words[i];
    }

    public int[] ToArray()
    {
        var slots = new int[Count];
        var next = 0;
        foreach (var slot in this)
            slots[next++] = slot;
        return slots;
    }

    /// <summary>Ascending.</summary>
    public Enumerator GetEnumerator() => new(_words);

    /// <summary>Walks the set bits without allocating.</summary>
    public struct Enumerator(ulong[] words)
    {
        private int _word = -1;
        private ulong _left;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (_left == 0)
            {
                if (++_word >= words.Length)
                    return false;
                _left = words[_word];
            }
            Current = (_word << 6) + BitOperations.TrailingZeroCount(_left);
            _left &= _left - 1;
            return true;
        }
    }
}
