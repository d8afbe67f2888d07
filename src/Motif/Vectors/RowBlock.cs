namespace Motif.Vectors;

/// <summary>A stretch of coded rows: what one scan walks through. Codes come in whole groups of four.</summary>
/// <remarks>The pointers live as long as <see cref="Block"/>; a scan keeps that alive to its end.</remarks>
internal readonly unsafe struct RowRun(
    RowBlock block,
    sbyte* codes,
    float* scales,
    int* corrections,
    float* halfNorms,
    int* ids,
    int count
)
{
    public readonly RowBlock Block = block;
    public readonly sbyte* Codes = codes;
    public readonly float* Scales = scales;
    public readonly int* Corrections = corrections;

    /// <summary>−|x|²/2 of each row, so that q·x − |x|²/2 orders by Euclidean distance.</summary>
    public readonly float* HalfNorms = halfNorms;

    /// <summary>What each row is: an ordinal of the row store, or the number of a list.</summary>
    public readonly int* Ids = ids;
    public readonly int Count = count;
}

/// <summary>
/// Coded rows in one piece of memory: all codes, then scales, corrections, half norms and ids. The piece is
/// exactly what a snapshot holds, so a mapped file is used where it lies.
/// </summary>
internal sealed unsafe class RowBlock
{
    private const int BytesBesideCode = sizeof(float) + sizeof(int) + sizeof(float) + sizeof(int);
    private readonly object _owner;
    private readonly sbyte* _codes;
    private readonly float* _scales;
    private readonly int* _corrections;
    private readonly float* _halfNorms;
    private readonly int* _ids;

    /// <summary>Rows of zeros; a padding row has id −1 and scores 0.</summary>
    public RowBlock(int capacity, int stride)
        : this(new NativeBlock(BytesFor(capacity, stride)), null, capacity, stride) { }

    /// <summary>Rows that lie in <paramref name="memory"/>, which <paramref name="owner"/> keeps alive.</summary>
    public RowBlock(object owner, byte* memory, int capacity, int stride)
    {
        _owner = owner;
        Capacity = capacity;
        Stride = stride;
        var fresh = memory is null ? (NativeBlock)owner : null;
        memory = fresh is null ? memory : fresh.Pointer;
        Memory = memory;
        _codes = (sbyte*)memory;
        _scales = (float*)(memory + (long)capacity * stride);
        _corrections = (int*)(_scales + capacity);
        _halfNorms = (float*)(_corrections + capacity);
        _ids = (int*)(_halfNorms + capacity);
        if (fresh is null)
            return;
        fresh.Clear();
        new Span<int>(_ids, capacity).Fill(-1);
    }

    public int Capacity { get; }
    public int Stride { get; }
    public byte* Memory { get; }
    public long Bytes => BytesFor(Capacity, Stride);

    /// <summary>Rows rounded up to whole groups.</summary>
    public static int Padded(int rows) => (rows + Int8Dot.Group - 1) & ~(Int8Dot.Group - 1);

    public static long BytesFor(int capacity, int stride) =>
        (long)capacity * (stride + BytesBesideCode);

    public RowRun Run(int start, int count) =>
        new(
            this,
            Code(start),
            _scales + start,
            _corrections + start,
            _halfNorms + start,
            _ids + start,
            count
        );

    public sbyte* Code(int row) => _codes + (long)row * Stride;

    public float Scale(int row) => _scales[row];

    /// <summary>Codes a rotated vector into a row.</summary>
    public void Encode(int row, ReadOnlySpan<float> rotated, float halfNorm, int id)
    {
        _scales[row] = Int8Code.EncodeRow(rotated, Code(row), Stride, out _corrections[row]);
        _halfNorms[row] = halfNorm;
        _ids[row] = id;
    }

    public void CopyRow(int target, RowBlock source, int sourceRow, int id)
    {
        new Span<sbyte>(source.Code(sourceRow), Stride).CopyTo(
            new Span<sbyte>(Code(target), Stride)
        );
        _scales[target] = source._scales[sourceRow];
        _corrections[target] = source._corrections[sourceRow];
        _halfNorms[target] = source._halfNorms[sourceRow];
        _ids[target] = id;
    }

    public void CopyRows(RowBlock source, int count)
    {
        for (var i = 0; i < count; i++)
            CopyRow(i, source, i, source._ids[i]);
    }

    /// <summary>Keeps the memory from being freed up to this call.</summary>
    public void KeepAlive() => GC.KeepAlive(_owner);
}
