using System.Reflection;
using System.Runtime.InteropServices;
using Motif.Embeddings;

namespace Motif.Onnx;

/// <summary>
/// The means that come with Motif, by the name of the model: 32-bit floats, little-endian, of the model as it is shipped over
/// 9,000 requests to assistants and help desks (<c>Motif.Bench decisions --mean</c>).
/// </summary>
internal static class ModelMean
{
    /// <summary>Null for a model whose mean is not known.</summary>
    public static EmbeddingMean? Of(string model)
    {
        using var stream = Assembly
            .GetExecutingAssembly()
            .GetManifestResourceStream($"Motif.Onnx.{model}.mean.f32");
        if (stream is null)
            return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new EmbeddingMean(MemoryMarshal.Cast<byte, float>(bytes).ToArray());
    }
}
