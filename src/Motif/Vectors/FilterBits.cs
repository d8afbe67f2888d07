using System.Numerics;

namespace Motif.Vectors;

/// <summary>A filter as one bit for every ordinal of one view.</summary>
internal sealed class FilterBits
{
    private readonly ulong[] _words;

    private FilterBits(View view, ulong[] words)
    {
        View = view;
        _words = words;
        Count = words.Sum(BitOperations.PopCount);
    }

    public View View { get; }

    /// <summary>Rows that pass.</summary>
    public int Count { get; }

    /// <summary>Ordinals are never negative, except of padding rows, which pass nothing.</summary>
    public bool this[int ordinal] =>
        (uint)(ordinal >> 6) < (uint)_words.Length && (_words[ordinal >> 6] >> ordinal & 1) != 0;

    /// <summary>The bits of 32 ordinals from <paramref name="first"/> on.</summary>
    public uint Window(int first)
    {
        var (word, shift) = (first >> 6, first & 63);
        var bits = word < _words.Length ? _words[word] >> shift : 0;
        if (shift > 32 && word + 1 < _words.Length)
            bits |= _words[word + 1] << (64 - shift);
        return (uint)bits;
    }

    /// <summary>The first ordinal at or after <paramref name="from"/> that passes, or −1.</summary>
    public int Next(int from)
    {
        var word = from >> 6;
        if (word >= _words.Length)
            return -1;
        var bits = _words[word] & (ulong.MaxValue << from);
        while (bits == 0)
        {
            if (++word == _words.Length)
                return -1;
            bits = _words[word];
        }
        return (word << 6) + BitOperations.TrailingZeroCount(bits);
    }

    public static FilterBits Resolve(View view, IReadOnlySet<VectorKey> keys)
    {
        var words = new ulong[(view.Rows + 63) >> 6];
        foreach (var key in keys)
            Mark(words, view.Layout.Keys.FindWithin(key, view.Rows));
        return new FilterBits(view, words);
    }

    /// <summary>
    /// The same for a later view of the same layout: only rows added since are looked at. Ended rows keep
    /// their bit, since visibility is tested beside it.
    /// </summary>
    public FilterBits Extend(View view, IReadOnlySet<VectorKey> keys)
    {
        var words = new ulong[(view.Rows + 63) >> 6];
        _words.CopyTo(words, 0);
        for (var ordinal = View.Rows; ordinal < view.Rows; ordinal++)
            if (keys.Contains(view.Layout.Rows.Key(ordinal)))
                Mark(words, ordinal);
        return new FilterBits(view, words);
    }

    private static void Mark(ulong[] words, int ordinal)
    {
        if (ordinal >= 0)
            words[ordinal >> 6] |= 1UL << ordinal;
    }
}
