using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.PgVector;
using Motif.Backends.Postgres;
using Motif.Backends.Qdrant;
using Motif.Matching.Indexing;

namespace Motif.Backends;

/// <summary>The vector index that the settings choose.</summary>
public static class VectorServices
{
    /// <summary>
    /// Keeps vectors where there is a use for them: an embedding endpoint was chosen before, or the index is outside this
    /// process. Otherwise the offline vectors in memory are all there is.
    /// </summary>
    /// <param name="database">As given to <see cref="DatabaseServices.UseDatabase"/>: snapshots stand beside an SQLite file.</param>
    public static MotifBuilder UseVectors(
        this MotifBuilder builder,
        VectorSettings settings,
        string database
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        UseRemote(builder, settings, database);
        var beside = PostgresUrl.IsOne(database) ? null : database + ".vectors";
        var options = settings.Options with
        {
            SnapshotFolder = settings.Options.SnapshotFolder ?? beside,
        };
        if (
            settings.Kind is not VectorKind.InProcess
            || builder.Services.Any(s => s.ServiceType == typeof(SpaceEmbeddings))
        )
            return builder.UsePatternVectors(options);
        // The match index is kept there all the same.
        builder.Services.AddSingleton(options);
        return builder;
    }

    private static void UseRemote(MotifBuilder builder, VectorSettings settings, string database)
    {
        switch (settings.Kind)
        {
            case VectorKind.Qdrant:
                builder.UseQdrant(
                    settings.Qdrant
                        ?? throw new ArgumentException(
                            "vectors in Qdrant need its address",
                            nameof(settings)
                        )
                );
                break;
            case VectorKind.Pgvector:
                var url = settings.Pgvector ?? database;
                if (!PostgresUrl.IsOne(url))
                    throw new ArgumentException(
                        "vectors in pgvector need a postgresql:// URL: the catalogue's own, or MOTIF_PGVECTOR_URL",
                        nameof(settings)
                    );
                builder.UsePgVector(url);
                break;
        }
    }
}
