using System.Globalization;
using Motif.Backends.PgVector;
using Motif.Storage;
using Motif.Tests.Vectors;
using Motif.Vectors;

namespace Motif.Backends.Tests.Postgres;

/// <summary>Tests that share PGlite: it takes one connection at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = false)]
public sealed class PgliteCollection
{
    public const string Name = "PGlite";
}

/// <summary>The suite of every vector index against a real PostgreSQL with pgvector.</summary>
[NeedsPgVector]
[Collection(PgliteCollection.Name)]
public sealed class PgVectorConformanceTests : VectorIndexConformance, IAsyncLifetime
{
    private static int _tables;

    private readonly List<PgVectorIndex> _indexes = [];
    private PgVectorDatabase _database = null!;

    public async Task InitializeAsync() =>
        _database = new PgVectorDatabase(await PgliteServer.UrlAsync() + "&pool_max_conns=1");

    public async Task DisposeAsync()
    {
        foreach (var index in _indexes)
            await index.DropAsync(CancellationToken.None);
        _database.Dispose();
    }

    protected override async ValueTask<IVectorIndex> CreateAsync(VectorSpace space)
    {
        var index = _database.Open(
            space,
            string.Create(
                CultureInfo.InvariantCulture,
                $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _tables)}"
            )
        );
        await index.PrepareAsync(CancellationToken.None);
        _indexes.Add(index);
        return index;
    }
}

[NeedsPgVector]
[Collection(PgliteCollection.Name)]
public sealed class PgVectorIndexTests : IAsyncLifetime
{
    private PgVectorDatabase _database = null!;
    private PgVectorIndex _index = null!;

    public async Task InitializeAsync()
    {
        _database = new PgVectorDatabase(await PgliteServer.UrlAsync() + "&pool_max_conns=1");
        _index = _database.Open(new VectorSpace(3), "of_three");
    }

    public async Task DisposeAsync()
    {
        await _index.DropAsync(CancellationToken.None);
        _database.Dispose();
    }

    [ConformanceFact]
    public async Task Payload_is_filtered_by()
    {
        await _index.PrepareAsync(default);
        await _index.PrepareAsync(default);
        await _index.UpsertAsync([
            Record(1, p => p with { QualityScore = 0.9, SuccessRate = 0.8, Tags = ["x", "y"] }),
            Record(2, p => p with { PatternType = "other'; --", QualityScore = 0.5 }),
            Record(3, p => p with { Status = "archived", Tags = ["y"] }),
        ]);
        (await FoundAsync(new PayloadFilter())).ShouldBe([1, 2, 3]);
        (await FoundAsync(new PayloadFilter { PatternTypes = ["other'; --", "z"] })).ShouldBe([2]);
        (await FoundAsync(new PayloadFilter { Statuses = ["active"] })).ShouldBe([1, 2]);
        (await FoundAsync(new PayloadFilter { Tags = ["y", "z"] })).ShouldBe([1, 3]);
        (await FoundAsync(new PayloadFilter { MinQualityScore = 0.5 })).ShouldBe([1, 2]);
        (await FoundAsync(new PayloadFilter { MinSuccessRate = 0.1 })).ShouldBe([1]);
        (await FoundAsync(new PayloadFilter { Kinds = ["code"] })).ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task Scrolling_visits_every_row_once_in_order()
    {
        await _index.PrepareAsync(default);
        await _index.UpsertAsync([
            .. Enumerable.Range(1, 25).Select(i => Record(i, p => p with { Version = i })),
        ]);
        var first = await _index.ScrollAsync(null, 10, default);
        var rest = await _index.ScrollAsync(first[^1].Key, 100, default);
        first
            .Concat(rest)
            .ShouldBe(Enumerable.Range(1, 25).Select(i => new VectorPoint(i, i, "hash")));
    }

    [ConformanceFact]
    public async Task A_table_of_another_dimension_is_refused_with_what_to_do()
    {
        await _index.PrepareAsync(default);
        var refused = await Should.ThrowAsync<BackendException>(() =>
            _database.Open(new VectorSpace(4), "of_three").PrepareAsync(default)
        );
        refused.Message.ShouldContain("3 dimensions instead of 4");
    }

    [ConformanceFact]
    public async Task Long_vectors_are_indexed_as_half_floats()
    {
        var index = _database.Open(new VectorSpace(2500), "of_many");
        await index.PrepareAsync(default);
        var near = new float[2500];
        near[2499] = 1;
        var far = new float[2500];
        far[0] = 1;
        await index.UpsertAsync([new(1, near), new(2, far)]);
        var hits = await index.SearchAsync(new VectorQuery(near) { Limit = 1 });
        hits.ShouldBe([new VectorHit(1, 1)]);
        await index.DropAsync(default);
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
