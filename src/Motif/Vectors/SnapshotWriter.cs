using System.Runtime.InteropServices;

namespace Motif.Vectors;

/// <summary>
/// Writes a layout beside the target and renames it over: a reader finds the old file or the new one, never a part.
/// </summary>
internal sealed unsafe class SnapshotWriter : IDisposable
{
    private const int PageBytes = 4096;
    private const int WriteBytes = 1 << 22;
    private readonly FileStream _file;
    private readonly List<SnapshotSection> _sections = [];

    private SnapshotWriter(string path)
    {
        _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        _file.Write(new byte[SnapshotHeader.Bytes]);
    }

    public void Dispose() => _file.Dispose();

    public static void Write(string path, Layout layout, IvfOptions options)
    {
        var beside = path + ".new";
        using (var writer = new SnapshotWriter(beside))
        {
            writer.WriteSections(layout);
            writer.WriteHeader(layout, options);
            writer._file.Flush(flushToDisk: true);
        }
        File.Move(beside, path, overwrite: true);
    }

    private void WriteSections(Layout layout)
    {
        WriteKeys(layout.Rows);
        WriteVectors(layout.Rows);
        WriteCounts(layout.Lists.MainCounts);
        WriteBlock(layout.Lists.MainBlock);
        if (layout.Centroids is not { } tree)
            return;
        WriteCounts(tree.Counts);
        WriteBlock(tree.GroupBlock);
        WriteBlock(tree.CentroidBlock);
        if (layout.Signs is not { } signs)
            return;
        WriteSection(signs.Memory, signs.Bytes);
        signs.KeepAlive();
    }

    private void WriteHeader(Layout layout, IvfOptions options)
    {
        var header = new SnapshotHeader
        {
            Dimension = layout.Space.Dimension,
            Metric = layout.Space.Metric,
            Seed = options.Seed,
            Rows = layout.Rows.Count,
            ListedRows = layout.Lists.MainCounts.Sum(),
            Lists = layout.Lists.Count,
            Groups = layout.Centroids?.GroupCount ?? 0,
            TrainedRows = layout.TrainedRows,
            Plans = layout.Plans,
            Sections = _sections,
        };
        _file.Position = 0;
        _file.Write(header.Write());
    }

    private void WriteKeys(RowStore rows)
    {
        var keys = new Guid[rows.Count];
        for (var row = 0; row < keys.Length; row++)
            keys[row] = rows.Key(row).Value;
        WriteSection(MemoryMarshal.AsBytes(keys.AsSpan()));
    }

    private void WriteCounts(IReadOnlyList<int> counts) =>
        WriteSection(MemoryMarshal.AsBytes(counts.ToArray().AsSpan()));

    private void WriteSection(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* memory = bytes)
            WriteSection(memory, bytes.Length);
    }

    private void WriteBlock(RowBlock block)
    {
        WriteSection(block.Memory, block.Bytes);
        block.KeepAlive();
    }

    private void WriteSection(byte* memory, long bytes)
    {
        var section = new SnapshotSection(Align(), bytes, Checksum.Of(memory, bytes));
        _sections.Add(section);
        for (var done = 0L; done < bytes; done += WriteBytes)
            _file.Write(
                new ReadOnlySpan<byte>(memory + done, (int)Math.Min(WriteBytes, bytes - done))
            );
    }

    // Vectors lie in chunks; gathered a chunk's worth at a time they are one section with one checksum.
    private void WriteVectors(RowStore rows)
    {
        var offset = Align();
        var crc = uint.MaxValue;
        var rowBytes = rows.Dimension * sizeof(float);
        for (var row = 0; row < rows.Count; row++)
        {
            var bytes = new ReadOnlySpan<byte>(rows.Vector(row), rowBytes);
            crc = Checksum.Continue(crc, bytes);
            _file.Write(bytes);
        }
        _sections.Add(new SnapshotSection(offset, (long)rows.Count * rowBytes, ~crc));
        GC.KeepAlive(rows);
    }

    private long Align()
    {
        var past = (int)(_file.Position % PageBytes);
        if (past != 0)
            _file.Write(new byte[PageBytes - past]);
        return _file.Position;
    }
}
