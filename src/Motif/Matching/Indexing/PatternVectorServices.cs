using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Motif.Embeddings;
using Motif.Text;

namespace Motif.Matching.Indexing;

/// <summary>Vectors of the catalogue that are kept: by an embedding endpoint, or for an index outside this process.</summary>
public static class PatternVectorServices
{
    /// <summary>
    /// Keeps a vector of every pattern in the database and in an index, and searches it. The offline lexicon embeds where no
    /// endpoint was chosen before; it needs no deadline.
    /// </summary>
    public static MotifBuilder UsePatternVectors(this MotifBuilder builder, VectorOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(options);
        builder.Services.TryAddSingleton(services => new SpaceEmbeddings(
            new LexiconEmbeddingGenerator(
                services.GetRequiredService<Lexicon>(),
                services.GetRequiredService<TextAnalyzer>()
            ),
            Timeout.InfiniteTimeSpan,
            services.GetRequiredService<TimeProvider>()
        ));
        builder
            .Services.AddSingleton<VectorIndexes>()
            .AddSingleton<PatternVectors>()
            .AddSingleton<VectorSync>();
        return builder;
    }
}
