using System.Runtime.InteropServices;
using System.Text;

namespace Motif.Discovery.Map;

/// <summary>A rectangle of the map.</summary>
public sealed record MapBounds(double Left, double Top, double Right, double Bottom);

/// <summary>
/// Where every item of the corpus lies in the plane, near ones near to each other. Items stand in the order of their ids, and a
/// point is known by its place in that order.
/// </summary>
/// <param name="ItemIds">Ascending by code point.</param>
/// <param name="X">Of each item.</param>
/// <param name="Y">Of each item.</param>
/// <param name="Cluster">Of each item the place of its meso among the mesos.</param>
/// <param name="Value">
/// Of each item how it did: 1 to 65,535 from <see cref="LowestLog"/> to <see cref="HighestLog"/>, 0 without a score.
/// </param>
public sealed record CorpusMap(
    IReadOnlyList<string> ItemIds,
    float[] X,
    float[] Y,
    ushort[] Cluster,
    ushort[] Value
)
{
    /// <summary>Of the logarithm of an item's performance ratio; what lies beyond is drawn in.</summary>
    public const double LowestLog = -3;

    /// <summary>See <see cref="LowestLog"/>.</summary>
    public const double HighestLog = 3;

    public const int BytesOfPoint = 12;

    private const byte Format = 1;

    public int Points => X.Length;

    /// <summary>Null for an empty map.</summary>
    public MapBounds? Bounds =>
        Points == 0 ? null : new MapBounds(X.Min(), Y.Min(), X.Max(), Y.Max());

    /// <summary>The columns one after the other, little-endian: x and y as 32-bit floats, cluster and value as 16-bit integers.</summary>
    public byte[] Columns()
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Maps are written on little-endian machines.");
        var bytes = new byte[Points * BytesOfPoint];
        var rest = bytes.AsSpan();
        Write(MemoryMarshal.AsBytes(X.AsSpan()), ref rest);
        Write(MemoryMarshal.AsBytes(Y.AsSpan()), ref rest);
        Write(MemoryMarshal.AsBytes(Cluster.AsSpan()), ref rest);
        Write(MemoryMarshal.AsBytes(Value.AsSpan()), ref rest);
        return bytes;
    }

    /// <summary>The whole map as it is kept: the columns, then the ids.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Format);
        writer.Write(Points);
        writer.Write(Columns());
        foreach (var id in ItemIds)
            writer.Write(id);
        writer.Flush();
        return stream.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are of another format.</exception>
    public static CorpusMap FromBytes(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        if (reader.ReadByte() != Format)
            throw new InvalidDataException("the map is of another format; run discovery again");
        var points = reader.ReadInt32();
        var map = new CorpusMap(
            new string[points],
            Read<float>(reader, points),
            Read<float>(reader, points),
            Read<ushort>(reader, points),
            Read<ushort>(reader, points)
        );
        var ids = (string[])map.ItemIds;
        for (var i = 0; i < points; i++)
            ids[i] = reader.ReadString();
        return map;
    }

    /// <summary>How an item did, as the column has it.</summary>
    internal static ushort ValueOf(double? logRatio)
    {
        if (logRatio is not { } log || !double.IsFinite(log))
            return 0;
        var share = (Math.Clamp(log, LowestLog, HighestLog) - LowestLog) / (HighestLog - LowestLog);
        return (ushort)(1 + Math.Round(share * (ushort.MaxValue - 1)));
    }

    private static void Write(ReadOnlySpan<byte> column, ref Span<byte> rest)
    {
        column.CopyTo(rest);
        rest = rest[column.Length..];
    }

    private static T[] Read<T>(BinaryReader reader, int count)
        where T : unmanaged
    {
        var column = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(column.AsSpan()));
        return column;
    }
}
