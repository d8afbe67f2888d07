using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Motif.Vectors;

/// <summary>A part of a snapshot: where it lies, how long it is, its CRC-32C.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SnapshotSection(long Offset, long Bytes, uint Crc);

/// <summary>
/// The first page of a snapshot, little-endian: magic, version, what the index is, its plans, the sections,
/// and in the last four bytes the CRC-32C of the page before them.
/// </summary>
internal sealed record SnapshotHeader
{
    public const int Bytes = 4096;
    public const int CurrentVersion = 2;
    private const ulong Magic = 0x4649_5646_4954_4F4D; // "MOTIFVIF"
    private const int MostPlans = 32;

    public int Version { get; init; } = CurrentVersion;
    public required int Dimension { get; init; }
    public required VectorMetric Metric { get; init; }
    public required long Seed { get; init; }
    public required int Rows { get; init; }

    /// <summary>Rows in lists: the rest are zero vectors, which come last.</summary>
    public required int ListedRows { get; init; }
    public required int Lists { get; init; }

    /// <summary>0 where the layout is flat.</summary>
    public required int Groups { get; init; }
    public required int TrainedRows { get; init; }
    public required IReadOnlyList<ProbePlan> Plans { get; init; }

    /// <summary>Keys, vectors, list counts, codes, group counts, groups, centroids, signs.</summary>
    public required IReadOnlyList<SnapshotSection> Sections { get; init; }

    public byte[] Write()
    {
        var page = new byte[Bytes];
        using var writer = new BinaryWriter(new MemoryStream(page));
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(Dimension);
        writer.Write((int)Metric);
        writer.Write(Seed);
        writer.Write(Rows);
        writer.Write(ListedRows);
        writer.Write(Lists);
        writer.Write(Groups);
        writer.Write(TrainedRows);
        writer.Write(Plans.Count);
        foreach (var plan in Plans)
            Write(writer, plan);
        writer.Write(Sections.Count);
        foreach (var section in Sections)
        {
            writer.Write(section.Offset);
            writer.Write(section.Bytes);
            writer.Write(section.Crc);
        }
        var crc = Checksum.Of(page.AsSpan(0, Bytes - sizeof(uint)));
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(Bytes - sizeof(uint)), crc);
        return page;
    }

    /// <summary>The header, or null and what is wrong with it.</summary>
    public static SnapshotHeader? Read(ReadOnlySpan<byte> page, out string? damage)
    {
        damage = null;
        if (BinaryPrimitives.ReadUInt64LittleEndian(page) != Magic)
            damage = "the file is no vector snapshot";
        else if (
            Checksum.Of(page[..^sizeof(uint)])
            != BinaryPrimitives.ReadUInt32LittleEndian(page[^sizeof(uint)..])
        )
            damage = "the header's checksum does not match";
        return damage is null ? Parse(page.ToArray()) : null;
    }

    private static SnapshotHeader Parse(byte[] page)
    {
        using var reader = new BinaryReader(new MemoryStream(page));
        reader.ReadUInt64();
        return new SnapshotHeader
        {
            Version = reader.ReadInt32(),
            Dimension = reader.ReadInt32(),
            Metric = (VectorMetric)reader.ReadInt32(),
            Seed = reader.ReadInt64(),
            Rows = reader.ReadInt32(),
            ListedRows = reader.ReadInt32(),
            Lists = reader.ReadInt32(),
            Groups = reader.ReadInt32(),
            TrainedRows = reader.ReadInt32(),
            Plans = ReadMany(reader, ReadPlan),
            Sections = ReadMany(reader, ReadSection),
        };
    }

    private static T[] ReadMany<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = new T[Math.Clamp(reader.ReadInt32(), 0, MostPlans)];
        for (var i = 0; i < items.Length; i++)
            items[i] = read(reader);
        return items;
    }

    private static void Write(BinaryWriter writer, ProbePlan plan)
    {
        writer.Write(plan.Recall);
        writer.Write(plan.MeasuredRecall ?? double.NaN);
        writer.Write(plan.Groups);
        writer.Write(plan.Probes);
        writer.Write(plan.Slack);
        writer.Write(plan.Candidates);
        writer.Write(plan.Margin);
        writer.Write(plan.Width);
    }

    private static ProbePlan ReadPlan(BinaryReader reader)
    {
        var recall = reader.ReadDouble();
        var measured = reader.ReadDouble();
        return new ProbePlan(
            recall,
            double.IsNaN(measured) ? null : measured,
            reader.ReadInt32(),
            reader.ReadInt32(),
            reader.ReadSingle(),
            reader.ReadInt32(),
            reader.ReadSingle(),
            reader.ReadSingle()
        );
    }

    private static SnapshotSection ReadSection(BinaryReader reader) =>
        new(reader.ReadInt64(), reader.ReadInt64(), reader.ReadUInt32());
}
