using Motif.Vectors;

namespace Motif.Backends.Qdrant;

/// <summary>The conditions of a search in Qdrant's words.</summary>
internal static class QdrantFilter
{
    /// <summary>Null where everything may answer.</summary>
    public static object? Of(VectorSpace space, VectorQuery query)
    {
        var must = Conditions(query).ToList();
        // A point at the origin is near to others only by its distance.
        object[] mustNot =
            space.Metric is VectorMetric.Euclidean
                ? []
                : [new { key = "is_zero", match = new { value = true } }];
        return must.Count + mustNot.Length == 0 ? null : new { must, must_not = mustNot };
    }

    /// <summary>Several conditions at once: then the graph alone would miss neighbours.</summary>
    public static bool IsCompound(VectorQuery query) => Conditions(query).Skip(1).Any();

    private static IEnumerable<object> Conditions(VectorQuery query)
    {
        if (query.Filter is { } keys)
            yield return new { has_id = keys.Keys.Order().Select(QdrantPoint.Id) };
        if (query.Payload is not { } payload)
            yield break;
        (string Key, IReadOnlyList<string> Values)[] lists =
        [
            ("kind", payload.Kinds),
            ("pattern_type", payload.PatternTypes),
            ("status", payload.Statuses),
            ("tags", payload.Tags),
        ];
        foreach (var (key, values) in lists)
        {
            if (values.Count > 0)
                yield return new { key, match = new { any = values } };
        }
        if (payload.MinQualityScore is { } quality)
            yield return new { key = "quality_score", range = new { gte = quality } };
        if (payload.MinSuccessRate is { } rate)
            yield return new { key = "success_rate", range = new { gte = rate } };
    }
}
