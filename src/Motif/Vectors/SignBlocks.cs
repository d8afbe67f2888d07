namespace Motif.Vectors;

/// <summary>
/// The sign codes of the lists' main parts, list after list in whole blocks; the piece of memory is exactly what a snapshot
/// holds. Rows of tails have none until a compaction: their codes are read.
/// </summary>
internal sealed unsafe class SignBlocks
{
    private readonly object _owner;
    private readonly byte* _memory;
    private readonly int[] _starts;
    private readonly float[] _squares;
    private readonly float[] _halfNorms;
    private readonly int _blockBytes;

    /// <summary>Blocks that lie in <paramref name="memory"/>, which <paramref name="owner"/> keeps alive.</summary>
    public SignBlocks(object owner, byte* memory, InvertedLists lists, CentroidTree tree)
        : this(owner, memory, Starts(lists), tree) { }

    private SignBlocks(object owner, byte* memory, int[] starts, CentroidTree tree)
    {
        _owner = owner;
        _memory = memory;
        _starts = starts;
        _blockBytes = SignCode.BlockBytes(tree.CentroidBlock.Stride);
        _squares = new float[tree.ListCount];
        _halfNorms = new float[tree.ListCount];
        for (var group = 0; group < tree.GroupCount; group++)
            Measure(tree.Centroids(group), tree.CentroidBlock.Stride);
    }

    public byte* Memory => _memory;

    public long Bytes => (long)_starts[^1] * _blockBytes;

    /// <summary>The first block of a list.</summary>
    public byte* List(int list) => _memory + (long)_starts[list] * _blockBytes;

    /// <summary>|c|² of the list's centroid as it is coded.</summary>
    public float Square(int list) => _squares[list];

    /// <summary>What the centroid's score holds besides q·c under Euclid.</summary>
    public float HalfNorm(int list) => _halfNorms[list];

    public void KeepAlive() => GC.KeepAlive(_owner);

    /// <summary>The signs of all rows that are laid out in lists; null where they would not pay.</summary>
    public static SignBlocks? Encode(
        InvertedLists lists,
        CentroidTree? tree,
        int dimension,
        int threads
    )
    {
        if (tree is null || dimension < SignCode.FewestDimensions)
            return null;
        var starts = Starts(lists);
        var bytes = (long)starts[^1] * SignCode.BlockBytes(lists.MainBlock.Stride);
        var block = new NativeBlock(bytes);
        block.Clear();
        var signs = new SignBlocks(block, block.Pointer, starts, tree);
        Parallel.For(
            0,
            tree.GroupCount,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            group => signs.EncodeGroup(lists, tree.Centroids(group), lists.MainBlock.Stride)
        );
        return signs;
    }

    private static int[] Starts(InvertedLists lists)
    {
        var starts = new int[lists.Count + 1];
        for (var list = 0; list < lists.Count; list++)
            starts[list + 1] =
                starts[list]
                + (lists.MainCounts[list] + SignCode.BlockRows - 1) / SignCode.BlockRows;
        return starts;
    }

    private void Measure(in RowRun centroids, int stride)
    {
        for (var i = 0; i < centroids.Count; i++)
        {
            var code = new ReadOnlySpan<sbyte>(centroids.Codes + (long)i * stride, stride);
            var sum = 0;
            foreach (var component in code)
                sum += component * component;
            var list = centroids.Ids[i];
            _squares[list] = sum * centroids.Scales[i] * centroids.Scales[i];
            _halfNorms[list] = centroids.HalfNorms[i];
        }
    }

    private void EncodeGroup(InvertedLists lists, in RowRun centroids, int stride)
    {
        var centroid = new float[stride];
        var row = new float[stride];
        for (var i = 0; i < centroids.Count; i++)
        {
            Decode(centroids, i, centroid);
            var list = centroids.Ids[i];
            var run = lists.MainRun(list);
            for (var at = 0; at < run.Count; at++)
            {
                Decode(run, at, row);
                var block = List(list) + (long)(at / SignCode.BlockRows) * _blockBytes;
                SignCode.Encode(block, at % SignCode.BlockRows, row, centroid, _squares[list]);
            }
        }
    }

    private static void Decode(in RowRun run, int at, float[] target)
    {
        Array.Clear(target);
        fixed (float* memory = target)
            Int8Code.AddTo(
                memory,
                run.Codes + (long)at * target.Length,
                run.Scales[at],
                target.Length
            );
    }
}
