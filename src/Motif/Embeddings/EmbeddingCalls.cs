using Microsoft.Extensions.AI;
using Motif.Storage;

namespace Motif.Embeddings;

/// <summary>The one way to ask a model for vectors: all of them, or an error in Motif's words.</summary>
public static class EmbeddingCalls
{
    private const string System = "embedding";

    /// <param name="options">Null for the model's own.</param>
    /// <param name="unavailable">What is said where the model cannot be reached.</param>
    /// <exception cref="BackendException">The model did not answer, or not for every text.</exception>
    public static async Task<IReadOnlyList<float[]>> VectorsAsync(
        this IEmbeddingGenerator<string, Embedding<float>> generator,
        IReadOnlyList<string> texts,
        EmbeddingGenerationOptions? options,
        string unavailable,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(texts);
        try
        {
            var answer = await generator.GenerateAsync(texts, options, cancellationToken);
            return answer.Count == texts.Count
                ? [.. answer.Select(embedding => embedding.Vector.ToArray())]
                : throw new BackendException(
                    System,
                    "embed",
                    $"{texts.Count} texts got {answer.Count} vectors",
                    isTransient: false
                );
        }
        catch (Exception exception)
            when (exception is HttpRequestException or TimeoutException or IOException)
        {
            throw new BackendException(System, "embed", unavailable, isTransient: true, exception);
        }
    }
}
