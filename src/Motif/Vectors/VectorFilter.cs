using System.Collections.Frozen;

namespace Motif.Vectors;

/// <summary>
/// The keys that may answer a search, an empty set lets none. Make it once for a set and reuse it: an
/// in-process index keeps its own form of the set (a bit for every row) beside it. Safe for any number of threads.
/// </summary>
public sealed class VectorFilter
{
    private readonly FrozenSet<VectorKey> _keys;
    private FilterBits? _bits;

    public VectorFilter(IEnumerable<VectorKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        _keys = keys.ToFrozenSet();
    }

    public IReadOnlySet<VectorKey> Keys => _keys;

    internal FilterBits BitsFor(View view)
    {
        var bits = Volatile.Read(ref _bits);
        if (bits is not null && ReferenceEquals(bits.View, view))
            return bits;
        // A reader that holds an older view than the one resolved must not see less than its view has.
        bits =
            bits is not null
            && ReferenceEquals(bits.View.Layout, view.Layout)
            && bits.View.Rows <= view.Rows
                ? bits.Extend(view, _keys)
                : FilterBits.Resolve(view, _keys);
        Volatile.Write(ref _bits, bits);
        return bits;
    }
}
