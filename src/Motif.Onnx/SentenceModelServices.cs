using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Motif.Embeddings;
using Motif.Matching.Indexing;

namespace Motif.Onnx;

/// <summary>Embeddings by the sentence model.</summary>
public static class SentenceModelServices
{
    /// <summary>How long a match waits for the vector of its request before the offline vectors answer; opening the model takes a second.</summary>
    private static readonly TimeSpan MatchWait = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Patterns and requests are embedded by the sentence model in this process. An endpoint that was chosen before keeps its
    /// place; where the model that comes with Motif is absent or damaged, the lexicon answers and <see cref="SentenceModel"/>
    /// says why.
    /// </summary>
    /// <param name="setting"><c>off</c>, the folder of another model, or null for the one that comes with Motif.</param>
    /// <exception cref="ValidationException">The folder that the setting names has no model that can be used.</exception>
    public static MotifBuilder UseSentenceModel(this MotifBuilder builder, string? setting = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var model = builder.Services.Any(s => s.ServiceType == typeof(SpaceEmbeddings))
            ? SentenceModel.ReplacedByEndpoint()
            : SentenceModel.Choose(setting);
        // Made by a function, so that the container disposes of it.
        builder.Services.AddSingleton(_ => model);
        if (model.Generator is null)
            return builder;
        builder
            .Services.AddSingleton(services =>
                Cached(services.GetRequiredService<SentenceModel>().Generator!, services)
            )
            .AddSingleton(services => new SpaceEmbeddings(
                services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>(),
                MatchWait,
                services.GetRequiredService<TimeProvider>()
            ));
        return builder.UsePatternVectors(new VectorOptions());
    }

    /// <summary>Behind the cache of the database, where there is one.</summary>
    private static IEmbeddingGenerator<string, Embedding<float>> Cached(
        OnnxEmbeddingGenerator generator,
        IServiceProvider services
    ) =>
        services.GetService<IEmbeddingCache>() is { } cache
            ? new CachedEmbeddingGenerator(
                generator,
                cache,
                services.GetRequiredService<TimeProvider>()
            )
            : generator;
}
