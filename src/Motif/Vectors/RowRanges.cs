namespace Motif.Vectors;

/// <summary>Splits rows among threads. Ranges are fixed blocks, so the work on each is the same for any number of threads.</summary>
internal static class RowRanges
{
    private const int BlockRows = 4096;

    public static void Run(int rows, int threads, Action<int, int> work)
    {
        var blocks = (rows + BlockRows - 1) / BlockRows;
        void RunBlock(int block) =>
            work(block * BlockRows, Math.Min(rows, (block + 1) * BlockRows));
        if (threads == 1 || blocks <= 1)
            for (var block = 0; block < blocks; block++)
                RunBlock(block);
        else
            Parallel.For(
                0,
                blocks,
                new ParallelOptions { MaxDegreeOfParallelism = threads },
                RunBlock
            );
    }
}
