using System.Globalization;
using System.Text.Json.Nodes;
using Motif.Backends.Qdrant;
using Motif.Storage;
using Motif.Tests.Vectors;
using Motif.Vectors;

namespace Motif.Backends.Tests.Qdrant;

/// <summary>A real Qdrant, where QDRANT_URL names one (and QDRANT_API_KEY its key).</summary>
internal static class RealQdrant
{
    public static string? SkipReason { get; } =
        Environment.GetEnvironmentVariable("QDRANT_URL") is { Length: > 0 }
            ? null
            : "QDRANT_URL names no Qdrant to test against";

    public static QdrantOptions Options() =>
        new()
        {
            Url = new Uri(Environment.GetEnvironmentVariable("QDRANT_URL")!),
            Key = Environment.GetEnvironmentVariable("QDRANT_API_KEY"),
            Collection = "motif_test",
        };
}

/// <summary>The suite of every vector index against the stand-in.</summary>
public sealed class QdrantConformanceTests : VectorIndexConformance, IAsyncLifetime
{
    private QdrantStandIn _qdrant = null!;
    private QdrantServer _server = null!;
    private int _collections;

    public async Task InitializeAsync()
    {
        _qdrant = await QdrantStandIn.StartAsync();
        _server = new QdrantServer(_qdrant.Options(), TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        _server.Dispose();
        await _qdrant.DisposeAsync();
        _qdrant.Faults.ShouldBeEmpty();
    }

    protected override async ValueTask<IVectorIndex> CreateAsync(VectorSpace space)
    {
        var index = _server.Open(
            space,
            string.Create(CultureInfo.InvariantCulture, $"test_{++_collections}")
        );
        await index.PrepareAsync(CancellationToken.None);
        return index;
    }
}

/// <summary>The suite of every vector index against a real server.</summary>
[NeedsQdrant]
public sealed class RealQdrantConformanceTests : VectorIndexConformance, IAsyncLifetime
{
    private readonly List<QdrantIndex> _indexes = [];
    private QdrantServer _server = null!;

    public Task InitializeAsync()
    {
        _server = new QdrantServer(RealQdrant.Options(), TimeProvider.System);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        foreach (var index in _indexes)
            await index.DropAsync(CancellationToken.None);
        _server.Dispose();
    }

    protected override async ValueTask<IVectorIndex> CreateAsync(VectorSpace space)
    {
        var index = _server.Open(
            space,
            string.Create(
                CultureInfo.InvariantCulture,
                $"motif_test_{Environment.ProcessId}_{GetHashCode()}_{_indexes.Count}"
            )
        );
        await index.PrepareAsync(CancellationToken.None);
        _indexes.Add(index);
        return index;
    }
}

public sealed class QdrantIndexTests : IAsyncLifetime
{
    private static readonly VectorSpace Space = new(3);

    private QdrantStandIn _qdrant = null!;
    private QdrantServer _server = null!;
    private QdrantIndex _index = null!;

    public async Task InitializeAsync()
    {
        _qdrant = await QdrantStandIn.StartAsync();
        _server = new QdrantServer(_qdrant.Options(), TimeProvider.System);
        _index = _server.Open(Space, "pattern_embeddings_1");
    }

    public async Task DisposeAsync()
    {
        _server.Dispose();
        await _qdrant.DisposeAsync();
        _qdrant.Faults.ShouldBeEmpty();
    }

    [SharedDataFact]
    public async Task Requests_and_answers_are_as_Qdrant_describes_them()
    {
        await _index.PrepareAsync(default);
        await _index.UpsertAsync([Record(1), Record(2)]);
        await _index.SearchAsync(
            new VectorQuery(new float[] { 1, 2, 3 })
            {
                Filter = new VectorFilter([1, 2]),
                Payload = new PayloadFilter
                {
                    Kinds = ["success"],
                    PatternTypes = ["api"],
                    Statuses = ["active"],
                    Tags = ["a", "b"],
                    MinQualityScore = 0.5,
                    MinSuccessRate = 0.25,
                },
            }
        );
        await _index.ScrollAsync(1, 10, default);
        await _index.CountAsync();
        await _index.DeleteAsync([1]);
        await _index.PublishAsync(default);
        await _index.DropAsync(default);
        _qdrant.Validated.ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task The_collection_is_the_guides()
    {
        await _index.PrepareAsync(default);
        await _index.PrepareAsync(default);
        var collection = _qdrant.Collections["pattern_embeddings_1"];
        JsonNode
            .DeepEquals(
                collection.Definition,
                JsonNode.Parse(
                    """
                    {
                      "vectors": {"size": 3, "distance": "Cosine"},
                      "hnsw_config": {"m": 16, "ef_construct": 100},
                      "quantization_config": {"scalar": {"type": "int8", "quantile": 0.99, "always_ram": true}},
                      "on_disk_payload": true
                    }
                    """
                )
            )
            .ShouldBeTrue(collection.Definition.ToJsonString());
        string[] fields =
        [
            "pattern_type",
            "version",
            "status",
            "tags",
            "quality_score",
            "success_rate",
            "match_count",
            "created_at",
        ];
        foreach (var field in fields)
            collection.Indexes.Keys.ShouldContain(field);
    }

    [Fact]
    public async Task A_collection_of_another_dimension_is_refused_with_what_to_do()
    {
        await _server.Open(new VectorSpace(5), "pattern_embeddings_1").PrepareAsync(default);
        var refused = await Should.ThrowAsync<BackendException>(() => _index.PrepareAsync(default));
        refused.Message.ShouldContain("3 dimensions under Cosine");
        refused.IsTransient.ShouldBeFalse();
    }

    [Fact]
    public async Task Publishing_moves_the_common_name()
    {
        await _index.PrepareAsync(default);
        await _index.PublishAsync(default);
        _qdrant.Aliases["pattern_embeddings"].ShouldBe("pattern_embeddings_1");
        var next = _server.Open(Space, "pattern_embeddings_2");
        await next.PrepareAsync(default);
        await next.PublishAsync(default);
        await _index.DropAsync(default);
        await _index.DropAsync(default);
        _qdrant.Aliases["pattern_embeddings"].ShouldBe("pattern_embeddings_2");
        _qdrant.Collections.Keys.ShouldBe(["pattern_embeddings_2"]);
    }

    [Fact]
    public async Task Payload_is_filtered_by_and_has_the_names_of_the_guide()
    {
        await _index.PrepareAsync(default);
        await _index.UpsertAsync([
            Record(1, p => p with { QualityScore = 0.9, SuccessRate = 0.8, Tags = ["x", "y"] }),
            Record(2, p => p with { PatternType = "other", QualityScore = 0.5 }),
            Record(3, p => p with { Status = "archived", Tags = ["y"] }),
        ]);
        (await FoundAsync(new PayloadFilter())).ShouldBe([1, 2, 3]);
        (await FoundAsync(new PayloadFilter { PatternTypes = ["other", "none"] })).ShouldBe([2]);
        (await FoundAsync(new PayloadFilter { Statuses = ["active"] })).ShouldBe([1, 2]);
        (await FoundAsync(new PayloadFilter { Tags = ["y", "z"] })).ShouldBe([1, 3]);
        (await FoundAsync(new PayloadFilter { MinQualityScore = 0.5 })).ShouldBe([1, 2]);
        (await FoundAsync(new PayloadFilter { MinSuccessRate = 0.1 })).ShouldBe([1]);
        (await FoundAsync(new PayloadFilter { Kinds = ["code"] })).ShouldBeEmpty();
        var payload = _qdrant.Collections["pattern_embeddings_1"].Points[
            VectorKey.FromInt64(1).Value
        ]["payload"]!.AsObject();
        payload["created_at"]!.GetValue<long>().ShouldBe(Sample.Start.ToUnixTimeSeconds());
        payload["quality_score"]!.GetValue<double>().ShouldBe(0.9);
        payload.ContainsKey("last_matched_at").ShouldBeFalse();
    }

    [Fact]
    public async Task Scrolling_visits_every_point_once_in_order()
    {
        await _index.PrepareAsync(default);
        await _index.UpsertAsync([
            .. Enumerable.Range(1, 25).Select(i => Record(i, p => p with { Version = i })),
        ]);
        var points = new List<VectorPoint>();
        IReadOnlyList<VectorPoint> page;
        do
        {
            page = await _index.ScrollAsync(points.Count == 0 ? null : points[^1].Key, 10, default);
            points.AddRange(page);
        } while (page.Count == 10);
        points.ShouldBe(Enumerable.Range(1, 25).Select(i => new VectorPoint(i, i, "hash")));
    }

    [Fact]
    public async Task A_server_that_is_down_is_said_so_without_the_key()
    {
        _qdrant.Server.IsDown = true;
        var failed = await Should.ThrowAsync<BackendException>(async () =>
            await _index.SearchAsync(new VectorQuery(new float[] { 1, 0, 0 }))
        );
        failed.IsTransient.ShouldBeTrue();
        failed.ToString().ShouldNotContain("very-secret");
        _qdrant.Options().ToString().ShouldNotContain("secret");
    }

    private async Task<int[]> FoundAsync(PayloadFilter filter)
    {
        var hits = await _index.SearchAsync(
            new VectorQuery(new float[] { 1, 1, 1 }) { Payload = filter }
        );
        return [.. hits.Select(h => h.Key.TryGetInt64(out var key) ? (int)key : -1).Order()];
    }

    private static VectorRecord Record(int key, Func<VectorPayload, VectorPayload>? change = null)
    {
        var payload = new VectorPayload
        {
            Kind = "success",
            PatternType = "api",
            Status = "active",
            Version = 1,
            ContentHash = "hash",
            CreatedAt = Sample.Start,
        };
        return new VectorRecord(key, new float[] { 1, key, 1 }, change?.Invoke(payload) ?? payload);
    }
}

/// <summary>
/// A test that measures against the shared data; skipped where that is absent, under CI too: it is no part of the repository
/// and nothing can install it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (QdrantSchema.Shared is null)
            Skip =
                "Qdrant's API description is neither at ../shared/data/qdrant-openapi nor where MOTIF_SHARED points";
    }
}
