using System.Numerics.Tensors;

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

    /// <summary>The decoded unit vector.</summary>
    public float[] Get(int slot)
    {
        var vector = new float[Dimensions];
        if (slot / RowsPerPage >= _pages.Count)
            return vector;
        TensorPrimitives.ConvertChecked<sbyte, float>(Codes(slot)[..Dimensions], vector);
        TensorPrimitives.Multiply(vector, Scale(slot), vector);
        return vector;
    }

    /// <summary>Cosines with a query for the slots of a set; negative ones become 0, as do slots without a vector.</summary>
    /// <returns>The largest.</returns>
    public float Cosines(ReadOnlySpan<float> query, SlotSet slots, Span<float> result)
    {
        if (query.Length != Dimensions)
            throw new ArgumentException(
                $"the query has {query.Length} dimensions, the rows {Dimensions}",
                nameof(query)
            );
        var norm = TensorPrimitives.Norm(query);
        var best = 0f;
        if (norm == 0)
            return best;
        Span<short> codes = stackalloc short[_stride];
        var unit = MathF.Abs(TensorPrimitives.MaxMagnitude(query)) / LargestQueryCode;
        for (var i = 0; i < query.Length; i++)
            codes[i] = (short)MathF.Round(query[i] / unit);
        codes[query.Length..].Clear();
        foreach (var slot in slots)
        {
            if (slot / RowsPerPage >= _pages.Count)
                break;
            var cosine = CodedProduct.Dot(Codes(slot), codes) * (Scale(slot) * unit / norm);
            result[slot] = MathF.Max(0, cosine);
            best = MathF.Max(best, cosine);
        }
        return best;
    }

    private Span<sbyte> Codes(int slot) =>
        _pages[slot / RowsPerPage].AsSpan(slot % RowsPerPage * _stride, _stride);

    private ref float Scale(int slot) => ref _scales[slot / RowsPerPage][slot % RowsPerPage];
}
