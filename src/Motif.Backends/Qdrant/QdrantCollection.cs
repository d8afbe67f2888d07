using Motif.Vectors;

namespace Motif.Backends.Qdrant;

/// <summary>
/// How a collection is made: HNSW with m 16 and ef_construct 100, int8 codes at the quantile .99 always in memory, payload on
/// disk, and an index on every field that is filtered by.
/// </summary>
internal static class QdrantCollection
{
    private static readonly (string Name, string Type)[] Fields =
    [
        ("kind", "keyword"),
        ("pattern_type", "keyword"),
        ("status", "keyword"),
        ("tags", "keyword"),
        ("version", "integer"),
        ("quality_score", "float"),
        ("success_rate", "float"),
        ("match_count", "integer"),
        ("created_at", "integer"),
        ("is_zero", "bool"),
    ];

    public static IEnumerable<object> PayloadIndexes =>
        Fields.Select(f => new { field_name = f.Name, field_schema = f.Type });

    public static object Definition(VectorSpace space) =>
        new
        {
            vectors = new { size = space.Dimension, distance = Distance(space.Metric) },
            hnsw_config = new { m = 16, ef_construct = 100 },
            quantization_config = new
            {
                scalar = new
                {
                    type = "int8",
                    quantile = 0.99,
                    always_ram = true,
                },
            },
            on_disk_payload = true,
        };

    public static string Distance(VectorMetric metric) =>
        metric switch
        {
            VectorMetric.Cosine => "Cosine",
            VectorMetric.Dot => "Dot",
            _ => "Euclid",
        };
}
