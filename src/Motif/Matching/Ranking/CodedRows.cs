using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
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

    /// <summary>The decoded unit vector.</summary>
    public float[] Get(int slot)
    {
        var vector = new float[Dimensions];
        if (slot / RowsPerPage >= _pages.Count)
            return vector;
        ByteCodes.AddTo(Codes(slot)[..Dimensions], Scale(slot), vector);
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
        if (norm == 0)
            return 0;
        Span<short> codes = stackalloc short[_stride];
        var unit = MathF.Abs(TensorPrimitives.MaxMagnitude(query)) / LargestQueryCode;
        for (var i = 0; i < query.Length; i++)
            codes[i] = (short)MathF.Round(query[i] / unit);
        codes[query.Length..].Clear();
        return Scan(codes, unit / norm, slots, result);
    }

    /// <summary>Four neighbouring rows at a time, left out where none of them is wanted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Scan(ReadOnlySpan<short> query, float unit, SlotSet slots, Span<float> result)
    {
        var best = Vector128<float>.Zero;
        var end = Math.Min(result.Length, _pages.Count * RowsPerPage);
        for (var slot = 0; slot < end; slot += CodedProduct.Group)
        {
            var wanted = slots.Four(slot);
            if (wanted == 0)
                continue;
            var (page, row) = (slot / RowsPerPage, slot % RowsPerPage);
            var sums = CodedProduct.DotFour(
                _pages[page].AsSpan(row * _stride, CodedProduct.Group * _stride),
                query
            );
            var cosines = Vector128.Max(
                Vector128.ConvertToSingle(sums)
                    * Vector128.LoadUnsafe(ref _scales[page][0], (nuint)row)
                    * unit,
                Vector128<float>.Zero
            );
            if (wanted == 15 && slot + CodedProduct.Group <= result.Length)
            {
                cosines.CopyTo(result[slot..]);
                best = Vector128.Max(best, cosines);
                continue;
            }
            for (; wanted != 0; wanted &= wanted - 1)
            {
                var at = BitOperations.TrailingZeroCount(wanted);
                result[slot + at] = cosines[at];
                best = Vector128.Max(best, Vector128.CreateScalar(cosines[at]));
            }
        }
        return MathF.Max(MathF.Max(best[0], best[1]), MathF.Max(best[2], best[3]));
    }

    private Span<sbyte> Codes(int slot) =>
        _pages[slot / RowsPerPage].AsSpan(slot % RowsPerPage * _stride, _stride);

    private ref float Scale(int slot) => ref _scales[slot / RowsPerPage][slot % RowsPerPage];
}
