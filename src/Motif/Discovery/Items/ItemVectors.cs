using Microsoft.Extensions.AI;
using Motif.Embeddings;
using Motif.Storage;

namespace Motif.Discovery.Items;

/// <summary>Makes vectors for the texts of items that come without.</summary>
public sealed class ItemVectors(IEmbeddingGenerator<string, Embedding<float>> generator)
{
    /// <summary>Texts sent to the model at once, and vectors kept in one transaction.</summary>
    public const int BatchSize = 256;

    private readonly EmbeddingGeneratorMetadata? _metadata =
        generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata;

    /// <summary>The space of the vectors made here: provider and model.</summary>
    public string Space =>
        $"{_metadata?.ProviderName ?? "endpoint"}:{_metadata?.DefaultModelId ?? "default"}";

    /// <exception cref="BackendException">The model did not answer, or not for every text.</exception>
    public Task<IReadOnlyList<float[]>> EmbedAsync(
        IReadOnlyList<string> texts,
        CancellationToken cancellationToken
    ) =>
        generator.VectorsAsync(
            texts,
            options: null,
            "the model does not answer; the vectors made so far are kept, and the next run goes on from there",
            cancellationToken
        );
}
