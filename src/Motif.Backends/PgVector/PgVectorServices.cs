using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.Postgres;
using Motif.Matching.Indexing;
using Motif.Vectors;
using Npgsql;

namespace Motif.Backends.PgVector;

/// <summary>Vectors in PostgreSQL.</summary>
public static class PgVectorServices
{
    /// <summary>
    /// Vectors are searched by pgvector in this database, which may be the catalogue's own, once
    /// <see cref="VectorServices.UseVectors"/> follows.
    /// </summary>
    /// <param name="url">A <c>postgresql://</c> URL.</param>
    /// <exception cref="ArgumentException">It is no such URL.</exception>
    public static MotifBuilder UsePgVector(this MotifBuilder builder, string url)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        // A wrong URL is the caller's mistake, to be told at once.
        _ = PostgresUrl.Parse(url);
        builder
            .Services.AddSingleton(_ => new PgVectorDatabase(url))
            .AddSingleton(services => new RemoteVectors(
                PgVectorIndex.System,
                services.GetRequiredService<PgVectorDatabase>().Open
            ));
        return builder;
    }
}

/// <summary>The connections that the tables of all spaces share.</summary>
internal sealed class PgVectorDatabase : IDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly string _location;

    public PgVectorDatabase(string url)
    {
        var settings = PostgresUrl.Parse(url);
        settings.ApplicationName ??= "motif";
        _location = $"{settings.Host}:{settings.Port}/{settings.Database}";
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.UseVector();
        _source = builder.Build();
    }

    /// <summary>The table of an embedding space.</summary>
    public IRemoteVectorIndex Open(EmbeddingSpace space) =>
        Open(new VectorSpace(space.Dimensions), $"pattern_embeddings_{space.Digest}");

    public PgVectorIndex Open(VectorSpace space, string table) =>
        new(_source, _location, space, table);

    public void Dispose() => _source.Dispose();
}
