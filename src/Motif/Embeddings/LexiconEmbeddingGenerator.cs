using Microsoft.Extensions.AI;
using Motif.Text;

namespace Motif.Embeddings;

/// <summary>
/// The offline default of every embedding in Motif: text vectors from a <see cref="Lexicon"/>. Deterministic, thread-safe,
/// needs no network; a text without a known word gets the zero vector, which is similar to nothing.
/// </summary>
public sealed class LexiconEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly Lexicon _lexicon;
    private readonly TextAnalyzer _analyzer;
    private readonly EmbeddingGeneratorMetadata _metadata;

    public LexiconEmbeddingGenerator(Lexicon lexicon, TextAnalyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(analyzer);
        _lexicon = lexicon;
        _analyzer = analyzer;
        _metadata = new EmbeddingGeneratorMetadata(
            "motif",
            defaultModelId: lexicon.Name,
            defaultModelDimensions: lexicon.Dimensions
        );
    }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        var result = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var value in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            result.Add(
                new Embedding<float>(_lexicon.Embed(value, _analyzer)) { ModelId = _lexicon.Name }
            );
        }
        return Task.FromResult(result);
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
            return null;
        if (serviceType == typeof(EmbeddingGeneratorMetadata))
            return _metadata;
        return serviceType.IsInstanceOfType(this) ? this : null;
    }

    public void Dispose() { }
}
