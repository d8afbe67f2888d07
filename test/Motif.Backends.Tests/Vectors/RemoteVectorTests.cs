using System.Diagnostics;
using System.Text.Json.Nodes;
using Motif.Backends.Tests.OpenAi;
using Motif.Backends.Tests.Qdrant;
using Motif.Catalog;
using Motif.Matching.Indexing;
using Motif.Storage;

namespace Motif.Backends.Tests.Vectors;

/// <summary>A catalogue whose vectors stand in a Qdrant that fails in every way.</summary>
public sealed class RemoteVectorTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private EmbeddingStandIn _endpoint = null!;
    private QdrantStandIn _qdrant = null!;

    private string Database => _folder.File("motif.db");

    public async Task InitializeAsync()
    {
        _endpoint = await EmbeddingStandIn.StartAsync();
        _qdrant = await QdrantStandIn.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _endpoint.DisposeAsync();
        await _qdrant.DisposeAsync();
        _folder.Dispose();
        _qdrant.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Matches_are_searched_there_with_the_filters_of_the_request()
    {
        await using var server = Open();
        await server.SaveAsync([
            .. Enumerable
                .Range(0, 30)
                .Select(i =>
                    VectorServer.Practice($"P{i}", $"intent {i}") with
                    {
                        Tags = i % 10 == 3 ? ["Rare"] : [],
                    }
                ),
        ]);
        var status = await server.CompleteAsync();
        (status.Index, status.Vectors, status.Pending, status.IndexCircuit).ShouldBe(
            ("qdrant", 30, 0, "closed")
        );
        status.LastDrift!.Total.ShouldBe(0);
        await Task.Delay(1100);
        var found = await server.MatchAsync("P13\nintent 13", new() { Tags = ["rare"] });
        found.Degraded.ShouldBeFalse();
        found.MatchedPatterns[0].Name.ShouldBe("P13");
        // Beside the nearest, a match asks for the cosines of patterns that it names.
        var search = _qdrant.Server.Requests.Last(r =>
            r.Path.EndsWith("/points/query", StringComparison.Ordinal)
            && !r.Body.Contains("has_id", StringComparison.Ordinal)
        );
        var must = JsonNode.Parse(search.Body)!["filter"]!["must"]!.AsArray();
        must.Select(c => c!["key"]!.GetValue<string>()).ShouldBe(["status", "tags"]);
    }

    [Fact]
    public async Task While_it_is_down_a_pattern_is_created_and_matched_and_later_it_is_there()
    {
        await using var server = Open();
        await server.SaveAsync(VectorServer.Practice("Retry", "repeat failed calls"));
        await server.CompleteAsync();
        await Task.Delay(1100);
        (await server.MatchAsync("repeat failed calls")).Degraded.ShouldBeFalse();

        _qdrant.Server.IsDown = true;
        await server.SaveAsync(VectorServer.Practice("Cache", "keep hot data"));
        await Task.Delay(50);
        var degraded = await server.MatchAsync("keep hot data");
        degraded.Degraded.ShouldBeTrue();
        degraded.MatchedPatterns[0].Name.ShouldBe("Cache");
        await Should.ThrowAsync<BackendException>(server.CompleteAsync);
        var behind = await server.StatusAsync();
        behind.Pending.ShouldBe(1);
        behind.LagSeconds.ShouldBeGreaterThan(0);
        behind.IndexFailure.ShouldNotBeNull().ShouldContain("qdrant");

        _qdrant.Server.IsDown = false;
        await server.RunUntilAsync(async () => (await server.StatusAsync()).Pending == 0);
        await ShouldAgreeAsync(server);
        (await server.MatchAsync("keep hot data")).Degraded.ShouldBeFalse();
        (await server.StatusAsync()).IndexFailure.ShouldBeNull();
    }

    [Fact]
    public async Task Drift_is_found_and_mended_in_both_directions()
    {
        await using var server = Open();
        await server.SaveAsync([
            .. Enumerable.Range(0, 20).Select(i => VectorServer.Practice($"P{i}", $"intent {i}")),
        ]);
        await server.CompleteAsync();
        var points = _qdrant.Collections.Values.Single();
        var ids = points.Points.Keys.ToList();
        points.Remove(ids[3]);
        var stale = points.Points[ids[5]].DeepClone();
        stale["payload"]!["version"] = 77;
        points.Put(ids[5], stale);
        var alien = points.Points[ids[7]].DeepClone();
        var nobody = Guid.Parse("ffffffff-0000-8000-8000-000000000000");
        alien["id"] = nobody;
        points.Put(nobody, alien);

        (await server.Sync.ReconcileAsync(CancellationToken.None)).ShouldBe(
            new VectorDrift(0, 2, 1)
        );
        await server.CompleteAsync();
        await ShouldAgreeAsync(server);
        (await server.Sync.ReconcileAsync(CancellationToken.None)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_lost_collection_is_built_again()
    {
        await using var server = Open();
        await server.SaveAsync([
            .. Enumerable.Range(0, 20).Select(i => VectorServer.Practice($"P{i}", $"intent {i}")),
        ]);
        await server.CompleteAsync();
        var sent = _endpoint.Server.Requests.Count;
        _qdrant.Lose();
        await server.SaveAsync(VectorServer.Practice("Later", "after the loss"));
        await server.RunUntilAsync(async () =>
            (await server.StatusAsync()).Pending == 0
            && _qdrant.Collections.Values.SingleOrDefault()?.Count == 21
        );
        await ShouldAgreeAsync(server);
        // The vectors come from the database: only the new pattern and the probe were embedded.
        _endpoint.Server.Requests.Count.ShouldBeLessThanOrEqualTo(sent + 2);
    }

    [Fact]
    public async Task A_purged_pattern_leaves_it()
    {
        await using var server = Open();
        var pattern = VectorServer.Practice("Retry", "repeat failed calls");
        await server.SaveAsync(pattern, VectorServer.Practice("Cache", "keep hot data"));
        await server.CompleteAsync();
        await server.Patterns.PurgeAsync(pattern.PatternId, CancellationToken.None);
        await server.CompleteAsync();
        await ShouldAgreeAsync(server);
        _qdrant.Collections.Values.Single().Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_outcome_changes_what_is_filtered_by()
    {
        await using var server = Open();
        var pattern = VectorServer.Practice("Retry", "repeat failed calls");
        await server.SaveAsync(pattern);
        await server.CompleteAsync();
        await server
            .Get<IUsageStore>()
            .AppendAsync(
                [Sample.Use(pattern.PatternId, 1, outcome: Motif.Catalog.UseOutcome.Success)],
                CancellationToken.None
            );
        await server.CompleteAsync();
        var payload = _qdrant.Collections.Values.Single().Points[pattern.PatternId]["payload"]!;
        payload["success_rate"]!.GetValue<double>().ShouldBe(1);
        payload["match_count"]!.GetValue<int>().ShouldBe(1);
        payload["last_matched_at"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Without_an_endpoint_the_offline_vectors_are_kept_there()
    {
        await using var server = VectorServer.Open(
            Database,
            endpoint: null,
            new VectorSettings { Kind = VectorKind.Qdrant, Qdrant = _qdrant.Options() }
        );
        await server.SaveAsync(
            VectorServer.Practice("Retry", "repeat failed calls"),
            VectorServer.Practice("Cache", "keep hot data")
        );
        (await server.CompleteAsync())
            .Space.ShouldNotBeNull()
            .ShouldStartWith("motif/motif-lexicon");
        await Task.Delay(1100);
        var found = await server.MatchAsync("repeat failed calls");
        found.Degraded.ShouldBeFalse();
        found.MatchedPatterns[0].Name.ShouldBe("Retry");
        found.QueryMetadata.EmbeddingModel.ShouldStartWith("motif-lexicon");
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_worker_killed_at_any_moment_leaves_nothing_undone()
    {
        await using var server = KilledWorker.Open(
            Database,
            _endpoint.Server.Address,
            _qdrant.Server.Address
        );
        await server.Get<IMotifDatabase>().MigrateAsync(CancellationToken.None);
        var number = 0;
        // Killed after so many requests that reached the index: in the middle of batches.
        foreach (var requests in (int[])[14, 23, 41])
        {
            var before = _qdrant.Server.Requests.Count;
            using var worker = Start();
            (await worker.StandardOutput.ReadLineAsync()).ShouldBe("working");
            while (_qdrant.Server.Requests.Count < before + requests)
            {
                await server.SaveAsync(VectorServer.Practice($"P{number}", $"intent {number++}"));
                await Task.Delay(5);
            }
            worker.Kill();
            await worker.WaitForExitAsync();
        }
        await server.SaveAsync(VectorServer.Practice("Last", "after all workers died"));
        await server.RunUntilAsync(async () => (await server.StatusAsync()).Pending == 0);
        await ShouldAgreeAsync(server);
        _qdrant.Collections.Values.Single().Count.ShouldBe(number + 1);
    }

    private VectorServer Open() =>
        KilledWorker.Open(Database, _endpoint.Server.Address, _qdrant.Server.Address);

    private Process Start() =>
        Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    "exec",
                    typeof(KilledWorker).Assembly.Location,
                    KilledWorker.Verb,
                    Database,
                    _endpoint.Server.Address.AbsoluteUri,
                    _qdrant.Server.Address.AbsoluteUri,
                ]
            )
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;

    /// <summary>Every pattern of the catalogue, and nothing else, stands there in its version with the vector of its text.</summary>
    private async Task ShouldAgreeAsync(VectorServer server)
    {
        var points = _qdrant.Collections.Values.Single().Points;
        var patterns = await server.Patterns.FindManyAsync(
            [.. points.Keys],
            CancellationToken.None
        );
        (await server.Patterns.CountAsync(CancellationToken.None)).Patterns.ShouldBe(points.Count);
        patterns.Count.ShouldBe(points.Count);
        foreach (var pattern in patterns)
        {
            var point = points[pattern.PatternId];
            point["payload"]!["version"]!.GetValue<int>().ShouldBe(pattern.Version);
            var intent = pattern.Body.GetProperty("intent").GetString();
            var expected = EmbeddingStandIn.Vector("model-a", $"{pattern.Name}\n{intent}");
            var norm = Math.Sqrt(expected.Sum(c => (double)c * c));
            point["vector"]!
                .AsArray()
                .Select(c => c!.GetValue<float>())
                .Zip(expected, (stored, wanted) => Math.Abs(stored - (wanted / norm)))
                .Max()
                .ShouldBeLessThan(1e-5);
        }
    }
}
