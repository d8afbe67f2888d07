using Motif.Storage;
using Motif.Vectors;

namespace Motif.Backends.Relational;

/// <summary>A vector of a pattern as it is read.</summary>
internal sealed class VectorRow
{
    public const string Columns =
        "pattern_id AS PatternId, version AS Version, content_hash AS ContentHash, at AS At";

    public const string Upsert = """
        INSERT INTO vectors (space, pattern_id, version, content_hash, data, at)
        VALUES (@space, @id, @version, @content_hash, @data, @at)
        ON CONFLICT (space, pattern_id) DO UPDATE
        SET version = excluded.version, content_hash = excluded.content_hash, data = excluded.data, at = excluded.at
        """;

    public StoredId PatternId { get; init; }

    public int Version { get; init; }

    public string ContentHash { get; init; } = "";

    public byte[]? Data { get; init; }

    public StoredTime At { get; init; }

    public static (string, object?)[] Parameters(string space, PatternVector vector) =>
        [
            ("space", space),
            ("id", vector.PatternId),
            ("version", vector.Version),
            ("content_hash", vector.ContentHash),
            ("data", vector.Vector is null ? null : StoredVector.Bytes(vector.Vector)),
            ("at", vector.At),
        ];

    public PatternVector ToVector() =>
        new(
            PatternId.Value,
            Version,
            ContentHash,
            Data is null ? null : StoredVector.Read(Data),
            At.Value
        );
}

/// <summary>An embedding space as it is read.</summary>
internal sealed class SpaceRow
{
    public const string Select =
        "SELECT provider AS Provider, model AS Model, dims AS Dims, template AS Template, state AS State, created_at AS CreatedAt FROM vector_spaces";

    public const string Insert = """
        INSERT INTO vector_spaces (space, provider, model, dims, template, state, created_at)
        VALUES (@space, @provider, @model, @dims, @template, 'building', @at) ON CONFLICT DO NOTHING
        """;

    public string Provider { get; init; } = "";

    public string Model { get; init; } = "";

    public int Dims { get; init; }

    public string Template { get; init; } = "";

    public string State { get; init; } = "";

    public StoredTime CreatedAt { get; init; }

    public static (string, object?)[] Parameters(EmbeddingSpace space, DateTimeOffset at) =>
        [
            ("space", StorableText.RequireIndexed("space", space.Name)),
            ("provider", space.Provider),
            ("model", space.Model),
            ("dims", space.Dimensions),
            ("template", space.Template),
            ("at", at),
        ];

    public StoredSpace ToSpace() =>
        new(
            new EmbeddingSpace(Provider, Model, Dims, Template),
            WireName.Require<SpaceState>(State),
            CreatedAt.Value
        );
}
