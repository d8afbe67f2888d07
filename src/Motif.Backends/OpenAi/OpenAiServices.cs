using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Motif.Embeddings;
using Motif.Matching.Indexing;

namespace Motif.Backends.OpenAi;

/// <summary>Embeddings and texts by an endpoint.</summary>
public static class OpenAiServices
{
    /// <summary>
    /// Patterns and requests are embedded by this endpoint, once <see cref="VectorServices.UseVectors"/> follows; while it is
    /// down, the offline vectors answer.
    /// </summary>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">An option lies outside its range.</exception>
    public static MotifBuilder UseOpenAiEmbeddings(
        this MotifBuilder builder,
        EmbeddingEndpointOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        options.Checked();
        builder
            .Services.AddSingleton(services => new OpenAiEmbeddingGenerator(
                options,
                services.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(
                services => new CachedEmbeddingGenerator(
                    services.GetRequiredService<OpenAiEmbeddingGenerator>(),
                    services.GetRequiredService<IEmbeddingCache>(),
                    services.GetRequiredService<TimeProvider>()
                )
            )
            .AddSingleton(services => new SpaceEmbeddings(
                services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>(),
                TimeSpan.FromSeconds(options.MatchWaitSeconds),
                services.GetRequiredService<TimeProvider>(),
                () => services.GetRequiredService<OpenAiEmbeddingGenerator>().Circuit
            ));
        return builder;
    }

    /// <summary>
    /// Contents are written by the language model that <c>MOTIF_CHAT_URL</c>, <c>MOTIF_CHAT_MODEL</c> and <c>MOTIF_CHAT_KEY</c>
    /// name; by their templates alone where no URL is set.
    /// </summary>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">A variable is missing or cannot be read.</exception>
    public static MotifBuilder UseChat(this MotifBuilder builder, Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (ChatEndpointOptions.FromEnvironment(variable) is { } options)
            builder.Services.AddSingleton<IChatClient>(services => new OpenAiChatClient(
                options,
                services.GetRequiredService<TimeProvider>()
            ));
        return builder;
    }
}
