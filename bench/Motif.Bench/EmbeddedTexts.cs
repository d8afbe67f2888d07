using Microsoft.Extensions.AI;
using Motif.Numerics;

namespace Motif.Bench;

/// <summary>Texts as rows of a matrix, in batches.</summary>
internal static class EmbeddedTexts
{
    public static async Task<FloatMatrix> EmbedAsync(
        string[] texts,
        IEmbeddingGenerator<string, Embedding<float>> generator
    )
    {
        FloatMatrix? matrix = null;
        var row = 0;
        foreach (var chunk in texts.Chunk(256))
        {
            foreach (var embedding in await generator.GenerateAsync(chunk))
            {
                matrix ??= new FloatMatrix(texts.Length, embedding.Vector.Length);
                embedding.Vector.Span.CopyTo(matrix.Row(row++));
            }
        }
        return matrix!;
    }
}
