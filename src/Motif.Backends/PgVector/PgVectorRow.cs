using Motif.Vectors;
using Npgsql;
using NpgsqlTypes;
using Pgvector;

namespace Motif.Backends.PgVector;

/// <summary>A vector as the table keeps it.</summary>
internal static class PgVectorRow
{
    public static NpgsqlParameter[] Parameters(VectorSpace space, VectorRecord record)
    {
        var norm = space.MeasureNorm(record.Vector.Span, $"vector {record.Key}");
        var payload = record.Payload;
        return
        [
            new("key", record.Key.Value),
            new("embedding", Embedding(space, record.Vector.Span, norm)),
            new("is_zero", !space.CanMatch(norm)),
            Optional("kind", NpgsqlDbType.Text, payload?.Kind),
            Optional("pattern_type", NpgsqlDbType.Text, payload?.PatternType),
            Optional("status", NpgsqlDbType.Text, payload?.Status),
            new("tags", payload?.Tags.ToArray() ?? []),
            new("version", payload?.Version ?? 0),
            new("content_hash", payload?.ContentHash ?? ""),
            Optional("quality_score", NpgsqlDbType.Double, payload?.QualityScore),
            Optional("success_rate", NpgsqlDbType.Double, payload?.SuccessRate),
            new("match_count", payload?.MatchCount ?? 0L),
            Optional("created_at", NpgsqlDbType.TimestampTz, payload?.CreatedAt.UtcDateTime),
        ];
    }

    /// <summary>At unit length under cosine: a very short one would be lost in pgvector's float arithmetic.</summary>
    public static Vector Embedding(VectorSpace space, ReadOnlySpan<float> vector, double norm)
    {
        var scale = space.Metric is VectorMetric.Cosine && norm > 0 ? 1 / norm : 1;
        var scaled = new float[vector.Length];
        for (var i = 0; i < scaled.Length; i++)
            scaled[i] = (float)(vector[i] * scale);
        return new Vector(scaled);
    }

    private static NpgsqlParameter Optional(string name, NpgsqlDbType type, object? value) =>
        new(name, type) { Value = value ?? DBNull.Value };
}
