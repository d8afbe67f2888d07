using System.Runtime.InteropServices;

namespace Motif.Matching.Ranking;

/// <summary>Arrays of plain values as their bytes, with their length before them.</summary>
internal static class SnapshotStream
{
    /// <summary>Larger arrays go in parts: a span of bytes is at most so long.</summary>
    private const int PartBytes = 1 << 26;

    public static void WriteArray<T>(this BinaryWriter writer, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        var bytes = MemoryMarshal.AsBytes(values);
        for (; bytes.Length > PartBytes; bytes = bytes[PartBytes..])
            writer.Write(bytes[..PartBytes]);
        writer.Write(bytes);
    }

    public static T[] ReadArray<T>(this BinaryReader reader)
        where T : unmanaged
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    public static void WriteTexts(this BinaryWriter writer, IReadOnlyCollection<string> texts)
    {
        writer.Write(texts.Count);
        foreach (var text in texts)
            writer.Write(text);
    }

    public static string[] ReadTexts(this BinaryReader reader)
    {
        var texts = new string[reader.ReadInt32()];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = reader.ReadString();
        return texts;
    }
}
