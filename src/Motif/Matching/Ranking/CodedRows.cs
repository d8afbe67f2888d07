using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Motif.Numerics;

namespace Motif.Matching.Ranking;

/// <summary>
/// Vectors in 8-bit codes with a scale each, by slot, in pages so that growing copies nothing. Products with a query are sums of
/// integers: exact, and so the same on every processor.
/// </summary>
internal sealed class CodedRows
{
    private const int RowsPerPage = 1024;
    private const int Alignment = 32;

    /// <summary>Largest query code: a sum over 4,096 dimensions of 127 · 4,095 stays below 2³¹.</summary>
    private const int LargestQueryCode = 4095;

    private readonly List<sbyte[]> _pages = [];
    private readonly List<float[]> _scales = [];
    private readonly int _stride;

    public CodedRows(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, 4096);
        Dimensions = dimensions;
        _stride = (dimensions + Alignment - 1) / Alignment * Alignment;
    }

    public int Dimensions { get; }

    /// <summary>Stores a vector, normalised first; a zero vector is similar to nothing.</summary>
    public void Set(int slot, ReadOnlySpan<float> vector)
    {
        Reserve(slot + 1);
        var norm = TensorPrimitives.Norm(vector);
        var largest = vector.IsEmpty ? 0 : MathF.Abs(TensorPrimitives.MaxMagnitude(vector));
        var codes = Codes(slot);
        codes.Clear();
        Scale(slot) = norm > 0 ? largest / 127 / norm : 0;
        if (norm == 0)
            return;
        for (var i = 0; i < vector.Length; i++)
            codes[i] = (sbyte)MathF.Round(vector[i] / largest * 127);
    }

    /// <summary>Makes room, so that different slots can then be set at the same time.</summary>
    public void Reserve(int slots)
    {
        while (_pages.Count * RowsPerPage < slots)
        {
            _pages.Add(new sbyte[RowsPerPage * _stride]);
            _scales.Add(new float[RowsPerPage]);
        }
    }

    /// <summary>Takes the row of another slot, as compaction does.</summary>
    public void Move(int from, int to)
    {
        if (from / RowsPerPage >= _pages.Count)
            return;
        Codes(from).CopyTo(Codes(to));
        Scale(to) = Scale(from);
    }

    /// <summary>
    /// Remembers where the rows of some slots lie; what comes out writes them, in their order. Rows of slots are written once:
    /// only a compaction changes them.
    /// </summary>
    public Action<BinaryWriter> Capture(int[] slots)
    {
        sbyte[][] pages = [.. _pages];
        float[][] scales = [.. _scales];
        return writer =>
        {
            foreach (var slot in slots)
            {
                var (page, row) = (slot / RowsPerPage, slot % RowsPerPage);
                writer.Write(scales[page][row]);
                writer.Write(MemoryMarshal.AsBytes(pages[page].AsSpan(row * _stride, _stride)));
            }
        };
    }

    /// <summary>Takes over so many rows that were written.</summary>
    public void Restore(BinaryReader reader, int count)
    {
        Reserve(count);
        for (var slot = 0; slot < count; slot++)
        {
            Scale(slot) = reader.ReadSingle();
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(Codes(slot)));
        }
    }

    /// <summary>The decoded unit vector.</summary>
    public float[] Get(int slot)
    {
        var vector = new float[Dimensions];
        if (slot / RowsPerPage >= _pages.Count)
            return vector;
        ByteCodes.AddTo(Codes(slot)[..Dimensions], Scale(slot), vector);
        return vector;
    }

    /// <summary>Cosines with a query for some slots; negative ones become 0, as do slots without a vector.</summary>
    /// <returns>The largest.</returns>
    public float Cosines(ReadOnlySpan<float> query, ReadOnlySpan<int> slots, Span<float> result)
    {
        Span<short> codes = stackalloc short[_stride];
        if (!TryEncode(query, codes, out var unit))
            return 0;
        Span<sbyte> group = stackalloc sbyte[CodedProduct.Group * _stride];
        var best = 0f;
        for (var start = 0; start < slots.Length; start += CodedProduct.Group)
        {
            var some = slots[start..Math.Min(slots.Length, start + CodedProduct.Group)];
            for (var i = 0; i < some.Length; i++)
                Row(some[i]).CopyTo(group[(i * _stride)..]);
            var sums = CodedProduct.DotFour(group, codes);
            for (var i = 0; i < some.Length; i++)
            {
                result[start + i] = MathF.Max(0, sums[i] * ScaleOf(some[i]) * unit);
                best = MathF.Max(best, result[start + i]);
            }
        }
        return best;
    }

    /// <summary>The slots of a set from one on whose cosines with a query are the largest, above 0; best first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int[] Nearest(
        ReadOnlySpan<float> query,
        SlotSet slots,
        int from,
        int wanted,
        IReadOnlyList<string> ids
    )
    {
        Span<short> codes = stackalloc short[_stride];
        if (!TryEncode(query, codes, out var unit))
            return [];
        var top = new TopRanks(wanted, ids);
        var end = Math.Min(ids.Count, _pages.Count * RowsPerPage);
        for (var slot = from & -CodedProduct.Group; slot < end; slot += CodedProduct.Group)
        {
            var asked = slots.Four(slot);
            if (asked == 0)
                continue;
            var (page, row) = (slot / RowsPerPage, slot % RowsPerPage);
            var sums = CodedProduct.DotFour(
                _pages[page].AsSpan(row * _stride, CodedProduct.Group * _stride),
                codes
            );
            var cosines =
                Vector128.ConvertToSingle(sums)
                * Vector128.LoadUnsafe(ref _scales[page][0], (nuint)row)
                * unit;
            for (; asked != 0; asked &= asked - 1)
            {
                var at = BitOperations.TrailingZeroCount(asked);
                if (cosines[at] > 0 && slot + at >= from)
                    top.Offer(slot + at, cosines[at]);
            }
        }
        return top.Take();
    }

    private bool TryEncode(ReadOnlySpan<float> query, Span<short> codes, out float unit)
    {
        if (query.Length != Dimensions)
            throw new ArgumentException(
                $"the query has {query.Length} dimensions, the rows {Dimensions}",
                nameof(query)
            );
        var norm = TensorPrimitives.Norm(query);
        unit = 0;
        if (norm == 0)
            return false;
        var step = MathF.Abs(TensorPrimitives.MaxMagnitude(query)) / LargestQueryCode;
        for (var i = 0; i < query.Length; i++)
            codes[i] = (short)MathF.Round(query[i] / step);
        codes[query.Length..].Clear();
        unit = step / norm;
        return true;
    }

    /// <summary>The codes of a slot; none where there never was a row.</summary>
    private ReadOnlySpan<sbyte> Row(int slot) =>
        slot / RowsPerPage < _pages.Count ? Codes(slot) : [];

    private float ScaleOf(int slot) => slot / RowsPerPage < _pages.Count ? Scale(slot) : 0;

    private Span<sbyte> Codes(int slot) =>
        _pages[slot / RowsPerPage].AsSpan(slot % RowsPerPage * _stride, _stride);

    private ref float Scale(int slot) => ref _scales[slot / RowsPerPage][slot % RowsPerPage];
}
