using System.IO.Compression;
using System.Text.Json;

namespace Motif.Content.Selection;

/// <summary>The inputs of a decision as they are kept: JSON, whose numbers come back to the last bit, compressed.</summary>
internal static class PackedInputs
{
    public static byte[] Pack(SelectionInputs inputs)
    {
        using var packed = new MemoryStream();
        using (var stream = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            JsonSerializer.Serialize(stream, inputs, MotifJson.Options);
        return packed.ToArray();
    }

    public static SelectionInputs Unpack(byte[] packed)
    {
        using var stream = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<SelectionInputs>(stream, MotifJson.Options)!;
    }
}
