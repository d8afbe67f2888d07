using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.Http;
using Motif.Matching.Indexing;
using Motif.Vectors;

namespace Motif.Backends.Qdrant;

/// <summary>Vectors in Qdrant.</summary>
public static class QdrantServices
{
    /// <summary>Vectors are searched in this Qdrant, once <see cref="VectorServices.UseVectors"/> follows.</summary>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">An option lies outside its range.</exception>
    public static MotifBuilder UseQdrant(this MotifBuilder builder, QdrantOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        options.Checked();
        builder
            .Services.AddSingleton(services => new QdrantServer(
                options,
                services.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton(services => new RemoteVectors(
                QdrantIndex.System,
                services.GetRequiredService<QdrantServer>().Open
            ));
        return builder;
    }
}

/// <summary>The connection that the collections of one Qdrant share.</summary>
internal sealed class QdrantServer(QdrantOptions options, TimeProvider time) : IDisposable
{
    private readonly RemoteService _service = new(
        QdrantIndex.System,
        options.Url,
        options.Key is { Length: > 0 } key ? ("api-key", "", key) : null,
        options.Service,
        time
    );

    /// <summary>The collection of an embedding space.</summary>
    public IRemoteVectorIndex Open(EmbeddingSpace space) =>
        Open(new VectorSpace(space.Dimensions), $"{options.Collection}_{space.Digest}");

    public QdrantIndex Open(VectorSpace space, string collection) =>
        new(_service, space, collection, options.Collection);

    public void Dispose() => _service.Dispose();
}
