using Motif.Vectors;
using Npgsql;

namespace Motif.Backends.PgVector;

/// <summary>The conditions of a search as a WHERE clause; values are bound.</summary>
internal static class PgVectorFilter
{
    public static string Of(
        VectorSpace space,
        VectorQuery query,
        out IReadOnlyList<NpgsqlParameter> parameters
    )
    {
        var conditions = new List<string>();
        var values = new List<NpgsqlParameter>();
        // A point at the origin is near to others only by its distance.
        if (space.Metric is not VectorMetric.Euclidean)
            conditions.Add("NOT is_zero");
        if (query.Filter is { } keys)
            Add("key = ANY(@keys)", "keys", keys.Keys.Select(k => k.Value).Order().ToArray());
        if (query.Payload is { } payload)
        {
            AddAny("kind = ANY(@kinds)", "kinds", payload.Kinds);
            AddAny("pattern_type = ANY(@types)", "types", payload.PatternTypes);
            AddAny("status = ANY(@statuses)", "statuses", payload.Statuses);
            AddAny("tags && @wanted_tags", "wanted_tags", payload.Tags);
            if (payload.MinQualityScore is { } quality)
                Add("quality_score >= @quality", "quality", quality);
            if (payload.MinSuccessRate is { } rate)
                Add("success_rate >= @rate", "rate", rate);
        }
        parameters = values;
        return conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions);

        void Add(string condition, string name, object value)
        {
            conditions.Add(condition);
            values.Add(new NpgsqlParameter(name, value));
        }

        void AddAny(string condition, string name, IReadOnlyList<string> list)
        {
            if (list.Count > 0)
                Add(condition, name, list.ToArray());
        }
    }
}
