using System.Text.Json;
using Motif.Backends.Http;
using Motif.Storage;
using Motif.Vectors;

namespace Motif.Backends.Qdrant;

/// <summary>
/// A collection of Qdrant. Vectors are stored at unit length under cosine; a zero vector is kept and marked, for it matches
/// nothing. Thread-safe.
/// </summary>
internal sealed class QdrantIndex(
    RemoteService service,
    VectorSpace space,
    string collection,
    string alias
) : IRemoteVectorIndex
{
    public const string System = "qdrant";

    /// <summary>A request of so many points of 1,536 dimensions is 5 MB of JSON.</summary>
    private const int PointsPerRequest = 256;

    private readonly string _path = $"collections/{Uri.EscapeDataString(collection)}";

    public VectorSpace Space { get; } = space;

    public string Circuit => service.Circuit;

    public VectorIndexCapabilities Capabilities =>
        VectorIndexCapabilities.ReadsItsWrites
        | VectorIndexCapabilities.StoresZeroVectors
        | VectorIndexCapabilities.Payloads;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var found = await service.SendAsync(
            "collection.get",
            HttpMethod.Get,
            _path,
            null,
            cancellationToken,
            missing: true
        );
        if (found is { } info)
            RequireSame(Result(info));
        else
            await SendAsync(
                "collection.create",
                HttpMethod.Put,
                "",
                QdrantCollection.Definition(Space),
                cancellationToken
            );
        foreach (var field in QdrantCollection.PayloadIndexes)
            await SendAsync(
                "collection.index",
                HttpMethod.Put,
                "/index?wait=true",
                field,
                cancellationToken
            );
    }

    public async ValueTask<long> CountAsync(CancellationToken cancellationToken = default)
    {
        var result = await SendAsync(
            "points.count",
            HttpMethod.Post,
            "/points/count",
            new { exact = true },
            cancellationToken
        );
        return result.GetProperty("count").GetInt64();
    }

    public async ValueTask UpsertAsync(
        IReadOnlyList<VectorRecord> records,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(records);
        var points = new Dictionary<VectorKey, object>();
        foreach (var record in records)
            points[record.Key] = QdrantPoint.Of(Space, record);
        foreach (var batch in points.Values.Chunk(PointsPerRequest))
            await SendAsync(
                "points.upsert",
                HttpMethod.Put,
                "/points?wait=true",
                new { points = batch },
                cancellationToken
            );
    }

    public async ValueTask<int> DeleteAsync(
        IReadOnlyList<VectorKey> keys,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(keys);
        var deleted = 0;
        foreach (var batch in keys.Distinct().Select(QdrantPoint.Id).Chunk(PointsPerRequest))
        {
            var there = await SendAsync(
                "points.get",
                HttpMethod.Post,
                "/points",
                new
                {
                    ids = batch,
                    with_payload = false,
                    with_vector = false,
                },
                cancellationToken
            );
            deleted += there.GetArrayLength();
            await SendAsync(
                "points.delete",
                HttpMethod.Post,
                "/points/delete?wait=true",
                new { points = batch },
                cancellationToken
            );
        }
        return deleted;
    }

    public async ValueTask<IReadOnlyList<VectorHit>> SearchAsync(
        VectorQuery query,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        var norm = Space.MeasureNorm(query.Vector.Span, "the query");
        if (!Space.CanMatch(norm) || query.Filter is { Keys.Count: 0 })
            return [];
        var result = await SendAsync(
            "points.search",
            HttpMethod.Post,
            "/points/query",
            new
            {
                query = QdrantPoint.Vector(Space, query.Vector.Span, norm),
                filter = QdrantFilter.Of(Space, query),
                limit = query.Limit,
                with_payload = false,
                with_vector = false,
                @params = new
                {
                    // The codes choose, the vectors themselves decide.
                    quantization = new { rescore = true, oversampling = 2.0 },
                    acorn = new { enable = QdrantFilter.IsCompound(query) },
                    exact = query.Recall is 1,
                },
            },
            cancellationToken
        );
        return Hits(result.GetProperty("points"));
    }

    public async Task<IReadOnlyList<VectorPoint>> ScrollAsync(
        VectorKey? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        // The offset is the first id of the page: the one after which it begins comes along.
        var result = await SendAsync(
            "points.scroll",
            HttpMethod.Post,
            "/points/scroll",
            new
            {
                offset = after is { } key ? QdrantPoint.Id(key) : null,
                limit = limit + 1,
                with_payload = (string[])["version", "content_hash"],
                with_vector = false,
            },
            cancellationToken
        );
        return
        [
            .. result
                .GetProperty("points")
                .EnumerateArray()
                .Select(QdrantPoint.Read)
                .Where(point => point.Key != after)
                .Take(limit),
        ];
    }

    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        var body = new
        {
            actions = (object[])
                [
                    new { delete_alias = new { alias_name = alias } },
                    new { create_alias = new { collection_name = collection, alias_name = alias } },
                ],
        };
        await service.SendAsync(
            "collection.publish",
            HttpMethod.Post,
            "collections/aliases",
            body,
            cancellationToken
        );
    }

    public async Task DropAsync(CancellationToken cancellationToken) =>
        await service.SendAsync(
            "collection.drop",
            HttpMethod.Delete,
            _path,
            null,
            cancellationToken,
            missing: true
        );

    /// <summary>The connection is shared by the indexes of all spaces and ends with the program.</summary>
    public void Dispose() { }

    private VectorHit[] Hits(JsonElement points)
    {
        var sign = Space.Metric is VectorMetric.Euclidean ? -1 : 1;
        VectorHit[] hits =
        [
            .. points
                .EnumerateArray()
                .Select(p => new VectorHit(
                    Guid.Parse(p.GetProperty("id").GetString()!),
                    sign * p.GetProperty("score").GetSingle()
                )),
        ];
        Array.Sort(hits);
        return hits;
    }

    private void RequireSame(JsonElement info)
    {
        var vectors = info.GetProperty("config").GetProperty("params").GetProperty("vectors");
        if (
            vectors.TryGetProperty("size", out var size)
            && size.GetInt32() == Space.Dimension
            && vectors.GetProperty("distance").GetString()
                == QdrantCollection.Distance(Space.Metric)
        )
            return;
        throw new BackendException(
            System,
            "collection.get",
            $"the collection {collection} is there with other vectors than {Space.Dimension} dimensions under {QdrantCollection.Distance(Space.Metric)}; remove it, and it is built again",
            isTransient: false
        );
    }

    private async Task<JsonElement> SendAsync(
        string operation,
        HttpMethod method,
        string path,
        object? body,
        CancellationToken cancellationToken
    )
    {
        var answer = await service.SendAsync(
            operation,
            method,
            _path + path,
            body,
            cancellationToken,
            missing: true
        );
        return answer is { } there
            ? Result(there)
            : throw new BackendException(
                System,
                operation,
                $"the collection {collection} is not there; it is about to be built again",
                isTransient: true
            );
    }

    private static JsonElement Result(JsonElement answer) =>
        answer.ValueKind is JsonValueKind.Object && answer.TryGetProperty("result", out var result)
            ? result
            : throw new BackendException(
                System,
                "answer",
                "what answers at that URL is no Qdrant: its answer has no result",
                isTransient: false
            );
}
