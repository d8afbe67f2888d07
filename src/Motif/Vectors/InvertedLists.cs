namespace Motif.Vectors;

/// <summary>
/// The coded rows by list: one contiguous part laid out at build, and behind each list a tail for rows that
/// came later. The writer fills a free place of a tail and then raises its count; a full tail is copied to
/// one twice its size. Readers take whatever count they see and leave out ordinals beyond their view.
/// </summary>
internal sealed class InvertedLists
{
    private const int FirstTailRows = 16;
    private readonly RowBlock _main;
    private readonly int[] _starts;
    private readonly int[] _counts;
    private readonly Tail?[] _tails;

    /// <param name="main">Every list's rows, each list starting at a multiple of four.</param>
    /// <param name="counts">Rows of each list.</param>
    public InvertedLists(RowBlock main, int[] counts)
    {
        _main = main;
        _counts = counts;
        _starts = StartsOf(counts);
        _tails = new Tail?[counts.Length];
    }

    public int Count => _counts.Length;

    /// <summary>Rows in tails, ended ones among them.</summary>
    public int TailRows { get; private set; }

    public RowBlock MainBlock => _main;

    public IReadOnlyList<int> MainCounts => _counts;

    public long Bytes =>
        _main.Bytes + _tails.Sum(tail => tail is null ? 0 : tail.Block.Bytes) + 16L * Count;

    /// <summary>Where each list begins, in rows, and after the last where they end.</summary>
    public static int[] StartsOf(ReadOnlySpan<int> counts)
    {
        var starts = new int[counts.Length + 1];
        for (var list = 0; list < counts.Length; list++)
            starts[list + 1] = checked(starts[list] + RowBlock.Padded(counts[list]));
        return starts;
    }

    public RowRun MainRun(int list) => _main.Run(_starts[list], _counts[list]);

    public RowRun TailRun(int list) =>
        Volatile.Read(ref _tails[list]) is { } tail
            ? tail.Block.Run(0, Volatile.Read(ref tail.Count))
            : default;

    /// <summary>Adds the first row of <paramref name="row"/> to a list.</summary>
    public void Append(int list, RowBlock row, int ordinal)
    {
        var tail = _tails[list];
        if (tail is null || tail.Count == tail.Block.Capacity)
        {
            tail = Grow(tail);
            Volatile.Write(ref _tails[list], tail);
        }
        tail.Block.CopyRow(tail.Count, row, 0, ordinal);
        Volatile.Write(ref tail.Count, tail.Count + 1);
        TailRows++;
    }

    private Tail Grow(Tail? tail)
    {
        var grown = new Tail(
            new RowBlock(2 * (tail?.Block.Capacity ?? FirstTailRows / 2), _main.Stride)
        );
        if (tail is null)
            return grown;
        grown.Block.CopyRows(tail.Block, tail.Count);
        grown.Count = tail.Count;
        return grown;
    }

    private sealed class Tail(RowBlock block)
    {
        public readonly RowBlock Block = block;
        public int Count;
    }
}
