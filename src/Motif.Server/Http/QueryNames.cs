using System.Collections.Frozen;
using Microsoft.Extensions.Primitives;

namespace Motif.Server.Http;

/// <summary>
/// Other names of the filters of pattern lists: those that lists have in JSON, and those of earlier versions. Each is read
/// as the one name that the API document gives; values under both names count together.
/// </summary>
internal static class QueryNames
{
    private static readonly FrozenDictionary<string, string> One = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["q"] = "search",
        ["min_quality"] = "min_quality_score",
        ["pattern_types"] = "pattern_type",
        ["statuses"] = "status",
        ["tags"] = "tag",
        ["languages"] = "language",
        ["repositories"] = "repository",
        ["qualities"] = "quality",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Task ReadAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (
            request.QueryString.HasValue
            && request.Path.StartsWithSegments("/api/v1/patterns", StringComparison.Ordinal)
            && request.Query.Keys.Any(One.ContainsKey)
        )
            request.Query = Renamed(request.Query);
        return next(context);
    }

    private static QueryCollection Renamed(IQueryCollection query)
    {
        var renamed = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        foreach (var (name, values) in query)
        {
            var known = One.GetValueOrDefault(name, name);
            renamed[known] = StringValues.Concat(renamed.GetValueOrDefault(known), values);
        }
        return new QueryCollection(renamed);
    }
}
