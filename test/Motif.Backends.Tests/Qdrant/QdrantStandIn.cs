using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Motif.Backends.Http;
using Motif.Backends.Qdrant;
using Motif.Backends.Tests.Http;

namespace Motif.Backends.Tests.Qdrant;

/// <summary>
/// Stands in for Qdrant on loopback, with exact searches. Every request that comes and every answer that goes is validated by
/// Qdrant's own description where that is there; a fault is answered with 400 and remembered.
/// </summary>
internal sealed class QdrantStandIn : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, StandInCollection> _collections = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);

    public LoopbackServer Server { get; private set; } = null!;

    public ConcurrentQueue<string> Faults { get; } = new();

    public int Validated { get; private set; }

    public IReadOnlyDictionary<string, string> Aliases => _aliases;

    public IReadOnlyDictionary<string, StandInCollection> Collections => _collections;

    public static async Task<QdrantStandIn> StartAsync()
    {
        var standIn = new QdrantStandIn();
        standIn.Server = await LoopbackServer.StartAsync(request =>
            Task.FromResult(standIn.Answer(request))
        );
        return standIn;
    }

    public QdrantOptions Options() =>
        new()
        {
            Url = Server.Address,
            Key = "very-secret",
            Service = new RemoteServiceOptions
            {
                Retries = 0,
                FirstWaitSeconds = 0.001,
                BreakAfterAttempts = 1000,
                TimeoutSeconds = 10,
            },
        };

    /// <summary>As after a lost disk.</summary>
    public void Lose()
    {
        lock (_lock)
        {
            _collections.Clear();
            _aliases.Clear();
        }
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private LoopbackAnswer Answer(LoopbackRequest request)
    {
        if (request.Headers.GetValueOrDefault("api-key") != "very-secret")
            return new LoopbackAnswer(
                401,
                """{"status": {"error": "Unauthorized"}, "time": 0.0}"""
            );
        if (
            QdrantSchema.Shared?.RequestFault(request.Method, request.Path, request.Body) is
            { } fault
        )
            return Wrong(fault);
        LoopbackAnswer answer;
        lock (_lock)
            answer = Route(request);
        if (answer.Status == 200 && QdrantSchema.Shared is { } schema)
        {
            Validated++;
            if (schema.AnswerFault(request.Method, request.Path, answer.Json) is { } own)
                return Wrong(own);
        }
        return answer;
    }

    private LoopbackAnswer Wrong(string fault)
    {
        Faults.Enqueue(fault);
        return Error(400, fault);
    }

    private LoopbackAnswer Route(LoopbackRequest request)
    {
        var parts = request.Path.Trim('/').Split('/');
        var body = request.Body.Length == 0 ? null : JsonNode.Parse(request.Body);
        if (request.Path == "/collections/aliases")
            return Alias(body!["actions"]!.AsArray());
        var name = parts[1];
        if (parts.Length == 2 && request.Method == "PUT")
            return _collections.TryAdd(name, new StandInCollection(body!))
                ? Ok(JsonValue.Create(true))
                : Error(409, $"Wrong input: Collection `{name}` already exists!");
        if (parts.Length == 2 && request.Method == "DELETE")
            return Ok(JsonValue.Create(_collections.Remove(name)));
        if (!_collections.TryGetValue(_aliases.GetValueOrDefault(name, name), out var collection))
            return Error(404, $"Not found: Collection `{name}` doesn't exist!");
        return (request.Method, string.Join('/', parts[2..])) switch
        {
            ("GET", "") => Ok(collection.Info()),
            ("PUT", "index") => Ok(collection.Index(body!)),
            ("PUT", "points") => collection.Upsert(body!) is { } fault
                ? Error(400, fault)
                : Ok(Done()),
            ("POST", "points") => Ok(collection.Get(body!)),
            ("POST", "points/delete") => Ok(collection.Delete(body!)),
            ("POST", "points/count") => Ok(new JsonObject { ["count"] = collection.Count }),
            ("POST", "points/query") => collection.Query(body!) is { } found
                ? Ok(found)
                : Error(400, "Wrong input: Vector dimension error"),
            ("POST", "points/scroll") => Ok(collection.Scroll(body!)),
            _ => Error(404, "no such operation"),
        };
    }

    private LoopbackAnswer Alias(JsonArray actions)
    {
        foreach (var action in actions)
        {
            if (action!["delete_alias"] is { } gone)
                _aliases.Remove(gone["alias_name"]!.GetValue<string>());
            if (action["create_alias"] is { } made)
                _aliases[made["alias_name"]!.GetValue<string>()] = made[
                    "collection_name"
                ]!.GetValue<string>();
        }
        return Ok(JsonValue.Create(true));
    }

    internal static JsonObject Done() => new() { ["operation_id"] = 1, ["status"] = "completed" };

    private static LoopbackAnswer Ok(JsonNode result) =>
        new(
            200,
            new JsonObject
            {
                ["result"] = result,
                ["status"] = "ok",
                ["time"] = 0.001,
            }.ToJsonString()
        );

    private static LoopbackAnswer Error(int status, string error) =>
        new(
            status,
            new JsonObject
            {
                ["status"] = new JsonObject { ["error"] = error },
                ["time"] = 0.0,
            }.ToJsonString()
        );
}

/// <summary>A collection of the stand-in: points by id, searched one by one.</summary>
internal sealed class StandInCollection(JsonNode definition)
{
    private readonly SortedDictionary<Guid, JsonNode> _points = [];
    private readonly Dictionary<string, string> _indexes = new(StringComparer.Ordinal);

    public JsonNode Definition => definition;

    public int Count => _points.Count;

    public IReadOnlyDictionary<string, string> Indexes => _indexes;

    public IReadOnlyDictionary<Guid, JsonNode> Points => _points;

    public void Remove(Guid id) => _points.Remove(id);

    public void Put(Guid id, JsonNode point) => _points[id] = point;

    public JsonObject Info() =>
        new()
        {
            ["status"] = "green",
            ["optimizer_status"] = "ok",
            ["points_count"] = Count,
            ["segments_count"] = 1,
            ["payload_schema"] = new JsonObject(),
            ["config"] = new JsonObject
            {
                ["params"] = new JsonObject { ["vectors"] = definition["vectors"]!.DeepClone() },
                ["hnsw_config"] = new JsonObject
                {
                    ["m"] = 16,
                    ["ef_construct"] = 100,
                    ["full_scan_threshold"] = 10000,
                },
                ["optimizer_config"] = new JsonObject
                {
                    ["deleted_threshold"] = 0.2,
                    ["vacuum_min_vector_number"] = 1000,
                    ["default_segment_number"] = 0,
                    ["flush_interval_sec"] = 5,
                },
            },
        };

    public JsonObject Index(JsonNode body)
    {
        _indexes[body["field_name"]!.GetValue<string>()] = body["field_schema"]!.GetValue<string>();
        return QdrantStandIn.Done();
    }

    public string? Upsert(JsonNode body)
    {
        var size = definition["vectors"]!["size"]!.GetValue<int>();
        foreach (var point in body["points"]!.AsArray())
        {
            if (point!["vector"]!.AsArray().Count != size)
                return $"Wrong input: Vector dimension error: expected dim: {size}";
            _points[point["id"]!.GetValue<Guid>()] = point.DeepClone();
        }
        return null;
    }

    public JsonArray Get(JsonNode body) =>
        new([
            .. body["ids"]!
                .AsArray()
                .Select(id => id!.GetValue<Guid>())
                .Where(_points.ContainsKey)
                .Select(id => (JsonNode)new JsonObject { ["id"] = id }),
        ]);

    public JsonObject Delete(JsonNode body)
    {
        foreach (var id in body["points"]!.AsArray())
            _points.Remove(id!.GetValue<Guid>());
        return QdrantStandIn.Done();
    }

    public JsonObject? Query(JsonNode body)
    {
        var query = Numbers(body["query"]!);
        if (query.Length != definition["vectors"]!["size"]!.GetValue<int>())
            return null;
        var hits = _points
            .Where(p => StandInFilter.Passes(body["filter"], p.Key, p.Value["payload"]!))
            .Select(p => (p.Key, Score: Score(query, Numbers(p.Value["vector"]!))))
            .ToList();
        var isDistance = definition["vectors"]!["distance"]!.GetValue<string>() == "Euclid";
        var best = (isDistance ? hits.OrderBy(h => h.Score) : hits.OrderByDescending(h => h.Score))
            .Take(body["limit"]?.GetValue<int>() ?? 10)
            .Select(h =>
                (JsonNode)
                    new JsonObject
                    {
                        ["id"] = h.Key,
                        ["version"] = 1,
                        ["score"] = (float)h.Score,
                    }
            );
        return new JsonObject { ["points"] = new JsonArray([.. best]) };
    }

    public JsonObject Scroll(JsonNode body)
    {
        var from = body["offset"]?.GetValue<Guid>() ?? Guid.Empty;
        var limit = body["limit"]?.GetValue<int>() ?? 10;
        var rows = _points.Where(p => p.Key >= from).Take(limit + 1).ToList();
        var fields = body["with_payload"]!.AsArray().Select(f => f!.GetValue<string>()).ToHashSet();
        return new JsonObject
        {
            ["points"] = new JsonArray([
                .. rows.Take(limit)
                    .Select(p =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["id"] = p.Key,
                                ["payload"] = new JsonObject(
                                    p.Value["payload"]!
                                        .AsObject()
                                        .Where(m => fields.Contains(m.Key))
                                        .Select(m =>
                                            KeyValuePair.Create(m.Key, m.Value?.DeepClone())
                                        )
                                ),
                            }
                    ),
            ]),
            ["next_page_offset"] = rows.Count > limit ? JsonValue.Create(rows[limit].Key) : null,
        };
    }

    private double Score(double[] query, double[] row) =>
        definition["vectors"]!["distance"]!.GetValue<string>() switch
        {
            "Cosine" => Dot(query, row)
                / Math.Max(1e-300, Math.Sqrt(Dot(query, query) * Dot(row, row))),
            "Dot" => Dot(query, row),
            _ => Math.Sqrt(query.Zip(row, (q, r) => (q - r) * (q - r)).Sum()),
        };

    private static double Dot(double[] left, double[] right) =>
        left.Zip(right, (l, r) => l * r).Sum();

    private static double[] Numbers(JsonNode vector) =>
        [
            .. vector
                .AsArray()
                .Select(c => (double)float.Parse(c!.ToJsonString(), CultureInfo.InvariantCulture)),
        ];
}

/// <summary>The conditions that Motif sends.</summary>
internal static class StandInFilter
{
    public static bool Passes(JsonNode? filter, Guid id, JsonNode payload) =>
        filter is null
        || (
            (filter["must"]?.AsArray().All(c => Holds(c!, id, payload)) ?? true)
            && !(filter["must_not"]?.AsArray().Any(c => Holds(c!, id, payload)) ?? false)
        );

    private static bool Holds(JsonNode condition, Guid id, JsonNode payload)
    {
        if (condition["has_id"] is JsonArray ids)
            return ids.Any(i => i!.GetValue<Guid>() == id);
        var value = payload[condition["key"]!.GetValue<string>()];
        if (value is null)
            return false;
        var values = value is JsonArray many ? [.. many] : (JsonNode?[])[value];
        if (condition["match"]?["any"] is JsonArray wanted)
            return values.Any(v => wanted.Any(w => JsonNode.DeepEquals(v, w)));
        if (condition["match"]?["value"] is { } exact)
            return values.Any(v => JsonNode.DeepEquals(v, exact));
        return value.GetValue<double>() >= condition["range"]!["gte"]!.GetValue<double>();
    }
}
