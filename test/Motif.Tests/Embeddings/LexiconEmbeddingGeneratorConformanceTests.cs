using Microsoft.Extensions.AI;
using Motif.Embeddings;
using Motif.Text;

namespace Motif.Tests.Embeddings;

public sealed class LexiconEmbeddingGeneratorConformanceTests : EmbeddingGeneratorConformance
{
    protected override Task<IEmbeddingGenerator<string, Embedding<float>>> CreateAsync() =>
        Task.FromResult<IEmbeddingGenerator<string, Embedding<float>>>(
            new LexiconEmbeddingGenerator(Lexicon.Default, new TextAnalyzer())
        );
}
