using System.Text.Json;
using Motif.Vectors;

namespace Motif.Backends.Qdrant;

/// <summary>A vector as Qdrant keeps it, under the UUID of its key.</summary>
internal static class QdrantPoint
{
    public static object Of(VectorSpace space, VectorRecord record)
    {
        var norm = space.MeasureNorm(record.Vector.Span, $"vector {record.Key}");
        var payload = Payload(record.Payload);
        if (!space.CanMatch(norm))
            payload["is_zero"] = true;
        return new
        {
            id = Id(record.Key),
            vector = Vector(space, record.Vector.Span, norm),
            payload,
        };
    }

    public static string Id(VectorKey key) => key.Value.ToString("D");

    /// <summary>At unit length under cosine: Qdrant would lose very short and very long ones when it does that in float.</summary>
    public static float[] Vector(VectorSpace space, ReadOnlySpan<float> vector, double norm)
    {
        var result = vector.ToArray();
        if (space.Metric is VectorMetric.Cosine && norm > 0)
        {
            for (var i = 0; i < result.Length; i++)
                result[i] = (float)(result[i] / norm);
        }
        return result;
    }

    public static VectorPoint Read(JsonElement point)
    {
        var payload = point.TryGetProperty("payload", out var given) ? given : default;
        return new VectorPoint(
            Guid.Parse(point.GetProperty("id").GetString()!),
            Member(payload, "version") is { ValueKind: JsonValueKind.Number } version
                ? version.GetInt32()
                : 0,
            Member(payload, "content_hash") is { ValueKind: JsonValueKind.String } hash
                ? hash.GetString()!
                : ""
        );
    }

    /// <summary>The names of the guide; times are seconds since 1970. What was not measured is left out.</summary>
    private static Dictionary<string, object> Payload(VectorPayload? payload)
    {
        var result = new Dictionary<string, object>(StringComparer.Ordinal);
        if (payload is null)
            return result;
        result["kind"] = payload.Kind;
        result["pattern_type"] = payload.PatternType;
        result["status"] = payload.Status;
        result["tags"] = payload.Tags;
        result["version"] = payload.Version;
        result["content_hash"] = payload.ContentHash;
        result["match_count"] = payload.MatchCount;
        result["created_at"] = payload.CreatedAt.ToUnixTimeSeconds();
        if (payload.QualityScore is { } quality)
            result["quality_score"] = quality;
        if (payload.SuccessRate is { } rate)
            result["success_rate"] = rate;
        if (payload.LastMatchedAt is { } matched)
            result["last_matched_at"] = matched.ToUnixTimeSeconds();
        return result;
    }

    private static JsonElement? Member(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var member)
            ? member
            : null;
}
