using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Motif.Onnx;

namespace Motif.Bench;

/// <summary>
/// Vectors of the sentence model, kept from one run to the next in the folder that MOTIF_BENCH_VECTORS names: sets have ten
/// thousand documents, and each costs milliseconds. Without the variable nothing is kept.
/// </summary>
internal static class KeptVectors
{
    /// <summary>The vectors of texts; read where a run before this one left them.</summary>
    public static async Task<float[][]> OfAsync(
        OnnxEmbeddingGenerator generator,
        IReadOnlyList<string> texts
    )
    {
        if (Environment.GetEnvironmentVariable("MOTIF_BENCH_VECTORS") is not { Length: > 0 } folder)
            return await EmbedAsync(generator, texts);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, Digest(generator.Model, texts));
        if (!File.Exists(path))
        {
            var made = await EmbedAsync(generator, texts);
            await File.WriteAllBytesAsync(
                path + ".new",
                MemoryMarshal.AsBytes(made.SelectMany(vector => vector).ToArray()).ToArray()
            );
            File.Move(path + ".new", path, overwrite: true);
        }
        var values = MemoryMarshal.Cast<byte, float>(await File.ReadAllBytesAsync(path)).ToArray();
        return [.. values.Chunk(values.Length / texts.Count)];
    }

    private static async Task<float[][]> EmbedAsync(
        OnnxEmbeddingGenerator generator,
        IReadOnlyList<string> texts
    ) => [.. (await generator.GenerateAsync(texts)).Select(e => e.Vector.ToArray())];

    private static string Digest(string model, IReadOnlyList<string> texts) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(model + '\0' + string.Join('\0', texts)))
        )[..24];
}
