using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace Motif.Vectors;

/// <summary>
/// The vectors themselves under dense ordinals 0, 1, 2…, in chunks that never move, so that readers need no
/// lock while one writer appends. A replaced or deleted row keeps its place and notes the write that ended
/// it; a reader that began before that write still sees it (<see cref="IsVisible"/>).
/// </summary>
internal sealed unsafe class RowStore
{
    /// <summary>End of a row that no write has ended.</summary>
    public const int Alive = int.MaxValue;

    /// <summary>End of a row that is stored but can match nothing: a zero vector under cosine or dot.</summary>
    public const int Unmatchable = 0;

    /// <summary>End of a row that could match nothing and was removed.</summary>
    private const int Removed = -1;

    private const int PrefetchBytes = 2048;
    private const int ChunkBytes = 1 << 22;
    private readonly int _shift;
    private Chunk[] _chunks = [];

    public RowStore(int dimension)
    {
        Dimension = dimension;
        var rows = Math.Max(64, ChunkBytes / (dimension * sizeof(float)));
        _shift = BitOperations.Log2((uint)rows);
    }

    public int Dimension { get; }

    /// <summary>Rows appended so far; a reader goes by the count of its view instead.</summary>
    public int Count { get; private set; }

    /// <summary>Rows replaced or deleted.</summary>
    public int EndedRows { get; private set; }

    public int ChunkRows => 1 << _shift;

    public long Bytes =>
        (long)_chunks.Length * ChunkRows * (Dimension * sizeof(float) + 16 + 2 * sizeof(int));

    public float* Vector(int ordinal)
    {
        var chunk = _chunks[ordinal >> _shift];
        return chunk.Vectors + (long)(ordinal & (ChunkRows - 1)) * Dimension;
    }

    public ReadOnlySpan<float> Span(int ordinal) => new(Vector(ordinal), Dimension);

    /// <summary>Asks for a vector's first cache lines; the hardware follows with the rest.</summary>
    public void Prefetch(int ordinal)
    {
        if (!Sse.IsSupported)
            return;
        var line = (byte*)Vector(ordinal);
        var end = line + Math.Min(Dimension * sizeof(float), PrefetchBytes);
        for (; line < end; line += 64)
            Sse.Prefetch0(line);
    }

    public VectorKey Key(int ordinal) => _chunks[ordinal >> _shift].Keys[ordinal & (ChunkRows - 1)];

    /// <summary>The ordinal that the row's key had before, or −1.</summary>
    public int Previous(int ordinal) =>
        _chunks[ordinal >> _shift].Previous[ordinal & (ChunkRows - 1)];

    /// <summary>True where no write up to <paramref name="sequence"/> has ended the row.</summary>
    public bool IsVisible(int ordinal, int sequence) =>
        Volatile.Read(ref _chunks[ordinal >> _shift].End[ordinal & (ChunkRows - 1)]) > sequence;

    /// <summary>Adds a row and returns its ordinal; readers see it once a view that counts it is published.</summary>
    public int Append(VectorKey key, ReadOnlySpan<float> vector, int end, int previous)
    {
        var ordinal = Count;
        if (ordinal == int.MaxValue - 1)
            throw new InvalidOperationException("an index holds at most 2,147,483,646 rows");
        if (ordinal >> _shift == _chunks.Length)
            AddChunk(
                new Chunk(new NativeBlock((long)ChunkRows * Dimension * sizeof(float)), ChunkRows)
            );
        var chunk = _chunks[ordinal >> _shift];
        var row = ordinal & (ChunkRows - 1);
        vector.CopyTo(new Span<float>(chunk.Vectors + (long)row * Dimension, Dimension));
        chunk.Keys[row] = key;
        chunk.Previous[row] = previous;
        Volatile.Write(ref chunk.End[row], end);
        Count++;
        return ordinal;
    }

    /// <summary>Takes over rows that lie in <paramref name="vectors"/> (a mapped snapshot), kept alive by the owner.</summary>
    public void Adopt(
        object owner,
        float* vectors,
        ReadOnlySpan<VectorKey> keys,
        Func<int, bool> canMatch
    )
    {
        var whole = keys.Length & ~(ChunkRows - 1);
        for (var start = 0; start < whole; start += ChunkRows)
        {
            var chunk = new Chunk(owner, vectors + (long)start * Dimension, ChunkRows);
            for (var row = 0; row < ChunkRows; row++)
                chunk.Set(row, keys[start + row], canMatch(start + row) ? Alive : Unmatchable);
            AddChunk(chunk);
        }
        Count = whole;
        // The last chunk will be written to, a mapped file must not be.
        for (var row = whole; row < keys.Length; row++)
            Append(
                keys[row],
                new ReadOnlySpan<float>(vectors + (long)row * Dimension, Dimension),
                canMatch(row) ? Alive : Unmatchable,
                previous: -1
            );
    }

    /// <summary>Ends a row at a write; a zero vector's row never was visible and stays so.</summary>
    public void EndAt(int ordinal, int sequence)
    {
        ref var end = ref _chunks[ordinal >> _shift].End[ordinal & (ChunkRows - 1)];
        Volatile.Write(ref end, end == Unmatchable ? Removed : sequence);
        EndedRows++;
    }

    /// <summary>True for the writer's own present: no write has ended the row.</summary>
    public bool IsStored(int ordinal) =>
        _chunks[ordinal >> _shift].End[ordinal & (ChunkRows - 1)] is Alive or Unmatchable;

    /// <summary>A store of the rows that are stored under their key now, in the same order.</summary>
    public RowStore CopyStored(KeyTable keys)
    {
        var copy = new RowStore(Dimension);
        for (var ordinal = 0; ordinal < Count; ordinal++)
            if (IsStored(ordinal) && keys.Find(Key(ordinal)) == ordinal)
                copy.Append(
                    Key(ordinal),
                    Span(ordinal),
                    CanMatch(ordinal) ? Alive : Unmatchable,
                    previous: -1
                );
        return copy;
    }

    public bool CanMatch(int ordinal) =>
        _chunks[ordinal >> _shift].End[ordinal & (ChunkRows - 1)] != Unmatchable;

    /// <summary>Puts the row at <c>order[i]</c> to place i, in place; only before the store is shared.</summary>
    public void Permute(ReadOnlySpan<int> order)
    {
        var done = new bool[order.Length];
        var held = new HeldRow(Dimension);
        for (var start = 0; start < order.Length; start++)
        {
            if (done[start])
                continue;
            held.Take(this, start);
            var at = start;
            for (var from = order[at]; from != start; from = order[at])
            {
                CopyRow(at, from);
                done[at] = true;
                at = from;
            }
            held.Put(this, at);
            done[at] = true;
        }
    }

    private void CopyRow(int target, int source)
    {
        Span(source).CopyTo(new Span<float>(Vector(target), Dimension));
        SetFacts(target, Key(source), CanMatch(source) ? Alive : Unmatchable);
    }

    private void SetFacts(int ordinal, VectorKey key, int end) =>
        _chunks[ordinal >> _shift].Set(ordinal & (ChunkRows - 1), key, end);

    private void AddChunk(Chunk chunk) => Volatile.Write(ref _chunks, [.. _chunks, chunk]);

    /// <summary>The one row that a cycle of the permutation sets aside.</summary>
    private ref struct HeldRow(int dimension)
    {
        private readonly float[] _vector = new float[dimension];
        private VectorKey _key;
        private int _end;

        public void Take(RowStore rows, int ordinal)
        {
            rows.Span(ordinal).CopyTo(_vector);
            _key = rows.Key(ordinal);
            _end = rows.CanMatch(ordinal) ? Alive : Unmatchable;
        }

        public readonly void Put(RowStore rows, int ordinal)
        {
            _vector.CopyTo(new Span<float>(rows.Vector(ordinal), rows.Dimension));
            rows.SetFacts(ordinal, _key, _end);
        }
    }

    private sealed class Chunk
    {
        private readonly object _owner;

        public Chunk(NativeBlock block, int rows)
            : this(block, (float*)block.Pointer, rows) { }

        public Chunk(object owner, float* vectors, int rows)
        {
            _owner = owner;
            Vectors = vectors;
            Keys = new VectorKey[rows];
            End = new int[rows];
            Previous = new int[rows];
        }

        public float* Vectors { get; }
        public VectorKey[] Keys { get; }
        public int[] End { get; }
        public int[] Previous { get; }
        public object Owner => _owner;

        public void Set(int row, VectorKey key, int end)
        {
            Keys[row] = key;
            End[row] = end;
            Previous[row] = -1;
        }
    }
}
