using System.Runtime.InteropServices;

namespace Motif.Vectors;

/// <summary>What became of opening a snapshot.</summary>
public enum SnapshotStatus
{
    /// <summary>The index is there.</summary>
    Opened = 0,

    /// <summary>No file stands at the path.</summary>
    Missing = 1,

    /// <summary>The file is cut short or its bytes have changed; rebuild from the stored vectors.</summary>
    Damaged = 2,

    /// <summary>The file is sound but of another version, dimension, metric or seed; rebuild.</summary>
    Foreign = 3,
}

/// <summary>The result of <see cref="IvfSnapshot.Open"/>: an index, or why there is none.</summary>
public sealed record SnapshotResult(SnapshotStatus Status, IvfIndex? Index, string? Reason);

/// <summary>
/// Opens what <see cref="IvfIndex.Save"/> wrote. The file is checked as a whole and then mapped: codes and
/// vectors are read where they lie and shared with the page cache. Later writes go to memory.
/// </summary>
public static unsafe class IvfSnapshot
{
    /// <param name="path">The snapshot.</param>
    /// <param name="space">What the caller expects to find.</param>
    /// <param name="options">As given when it was built.</param>
    /// <returns>Never null; anything but <see cref="SnapshotStatus.Opened"/> asks the caller to rebuild.</returns>
    /// <exception cref="IOException">The file is there but cannot be read.</exception>
    public static SnapshotResult Open(string path, VectorSpace space, IvfOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(space);
        options ??= new IvfOptions();
        if (!File.Exists(path))
            return new(SnapshotStatus.Missing, null, $"no snapshot at {path}");
        if (new FileInfo(path).Length < SnapshotHeader.Bytes)
            return Damaged(path, "the file is shorter than its header");
        var file = new MappedFile(path);
        var page = new ReadOnlySpan<byte>(file.Pointer, SnapshotHeader.Bytes);
        if (SnapshotHeader.Read(page, out var damage) is not { } header)
            return Damaged(path, damage!);
        if (Difference(header, space, options) is { } difference)
            return new(SnapshotStatus.Foreign, null, $"{path}: {difference}");
        if (FindDamage(file, header) is { } broken)
            return Damaged(path, broken);
        var layout = Compose(file, header, space, options);
        return new(SnapshotStatus.Opened, new IvfIndex(space, options, layout), null);
    }

    private static SnapshotResult Damaged(string path, string reason) =>
        new(SnapshotStatus.Damaged, null, $"{path}: {reason}");

    private static string? Difference(SnapshotHeader header, VectorSpace space, IvfOptions options)
    {
        if (header.Version != SnapshotHeader.CurrentVersion)
            return $"format {header.Version}, this build reads {SnapshotHeader.CurrentVersion}";
        if (header.Dimension != space.Dimension || header.Metric != space.Metric)
            return $"{header.Dimension}-dimensional, {header.Metric}; expected {space.Dimension}, {space.Metric}";
        return header.Seed != options.Seed
            ? $"built with seed {header.Seed}, expected {options.Seed}"
            : null;
    }

    private static string? FindDamage(MappedFile file, SnapshotHeader header)
    {
        var expected = ExpectedBytes(header);
        if (header.Sections.Count != expected.Length)
            return $"{header.Sections.Count} sections, expected {expected.Length}";
        for (var i = 0; i < expected.Length; i++)
        {
            var section = header.Sections[i];
            // A centroid block's size follows from its counts, which are checked as the section before.
            if (expected[i] >= 0 && section.Bytes != expected[i])
                return $"section {i} has {section.Bytes} bytes, expected {expected[i]}";
            if (
                section.Offset < 0
                || section.Bytes < 0
                || section.Offset + section.Bytes > file.Length
            )
                return $"section {i} ends beyond the file";
            if (Checksum.Of(file.Pointer + section.Offset, section.Bytes) != section.Crc)
                return $"the checksum of section {i} does not match";
        }
        return null;
    }

    private static long[] ExpectedBytes(SnapshotHeader header)
    {
        long keys = (long)header.Rows * 16;
        long vectors = (long)header.Rows * header.Dimension * sizeof(float);
        long lists = (long)header.Lists * sizeof(int);
        if (header.Groups == 0)
            return [keys, vectors, lists, -1];
        var stride = Int8Code.Stride(header.Dimension);
        var groups = RowBlock.BytesFor(RowBlock.Padded(header.Groups), stride);
        long[] all = [keys, vectors, lists, -1, (long)header.Groups * sizeof(int), groups, -1, -1];
        return header.Dimension < SignCode.FewestDimensions ? all[..^1] : all;
    }

    private static Layout Compose(
        MappedFile file,
        SnapshotHeader header,
        VectorSpace space,
        IvfOptions options
    )
    {
        var rows = new RowStore(space.Dimension);
        var vectors = (float*)(file.Pointer + header.Sections[1].Offset);
        var keys = Section<VectorKey>(file, header.Sections[0]);
        rows.Adopt(file, vectors, keys, row => row < header.ListedRows);
        var counts = Section<int>(file, header.Sections[2]).ToArray();
        var main = Block(file, header, 3, InvertedLists.StartsOf(counts)[^1]);
        var lists = new InvertedLists(main, counts);
        var tree = header.Groups == 0 ? null : Tree(file, header);
        return new Layout
        {
            Space = space,
            Rotation = new HadamardRotation(space.Dimension, (ulong)options.Seed),
            Rows = rows,
            Keys = new KeyTable(rows),
            Lists = lists,
            Centroids = tree,
            Signs = tree is null ? null : Signs(file, header, lists, tree),
            Plans = header.Plans,
            TrainedRows = header.TrainedRows,
            ArrangedRows = rows.Count,
        };
    }

    private static CentroidTree Tree(MappedFile file, SnapshotHeader header)
    {
        var counts = Section<int>(file, header.Sections[4]).ToArray();
        var groups = Block(file, header, 5, RowBlock.Padded(header.Groups));
        var centroids = Block(file, header, 6, InvertedLists.StartsOf(counts)[^1]);
        return new CentroidTree(groups, centroids, counts);
    }

    private static SignBlocks? Signs(
        MappedFile file,
        SnapshotHeader header,
        InvertedLists lists,
        CentroidTree tree
    ) =>
        header.Dimension < SignCode.FewestDimensions
            ? null
            : new(file, file.Pointer + header.Sections[^1].Offset, lists, tree);

    private static RowBlock Block(
        MappedFile file,
        SnapshotHeader header,
        int section,
        int capacity
    ) =>
        new(
            file,
            file.Pointer + header.Sections[section].Offset,
            capacity,
            Int8Code.Stride(header.Dimension)
        );

    private static ReadOnlySpan<T> Section<T>(MappedFile file, SnapshotSection section)
        where T : unmanaged =>
        MemoryMarshal.Cast<byte, T>(
            new ReadOnlySpan<byte>(file.Pointer + section.Offset, (int)section.Bytes)
        );
}
