using Motif.Backends.Tests.Http;
using Motif.Backends.Tests.OpenAi;
using Motif.Matching.Indexing;
using Motif.Storage;
using Motif.Tests.Shared;

namespace Motif.Backends.Tests.Vectors;

/// <summary>The in-process index beside an endpoint that comes and goes.</summary>
public sealed class VectorSyncTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private EmbeddingStandIn _endpoint = null!;

    public async Task InitializeAsync() => _endpoint = await EmbeddingStandIn.StartAsync();

    public async Task DisposeAsync()
    {
        await _endpoint.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_is_written_is_embedded_and_searched_by_the_chosen_model()
    {
        await using var server = Open();
        await server.SaveAsync(
            VectorServer.Practice("Retry", "repeat failed calls"),
            VectorServer.Practice("Cache", "keep hot data")
        );
        (await server.MatchAsync("repeat failed calls")).Degraded.ShouldBeTrue();

        var status = await server.CompleteAsync();

        status.Index.ShouldBe("in_process");
        status.Space.ShouldBe($"{_endpoint.Options().Provider}/model-a@8+t3");
        (status.Vectors, status.Pending, status.DeadLetters, status.LagSeconds).ShouldBe(
            (2, 0, 0, 0)
        );
        status.EmbeddingCircuit.ShouldBe("closed");
        await Task.Delay(1100);
        // The stand-in knows no meaning: only the very text of a pattern is near to it.
        var found = await server.MatchAsync("Retry\nrepeat failed calls");
        found.Degraded.ShouldBeFalse();
        found.QueryMetadata.EmbeddingModel.ShouldBe("model-a");
        found.MatchedPatterns[0].Name.ShouldBe("Retry");
    }

    [Fact]
    public async Task While_the_endpoint_is_down_writes_and_matches_go_on_and_it_catches_up()
    {
        await using var server = Open();
        await server.SaveAsync(VectorServer.Practice("Retry", "repeat failed calls"));
        await server.CompleteAsync();
        _endpoint.Server.IsDown = true;
        await server.SaveAsync(VectorServer.Practice("Cache", "keep hot data"));
        await Task.Delay(50);
        var degraded = await server.MatchAsync("keep hot data");
        degraded.Degraded.ShouldBeTrue();
        degraded.MatchedPatterns[0].Name.ShouldBe("Cache");
        await Should.ThrowAsync<BackendException>(server.CompleteAsync);
        var behind = await server.StatusAsync();
        behind.Pending.ShouldBe(1);
        behind.LagSeconds.ShouldBeGreaterThan(0);
        behind.EmbeddingFailure.ShouldNotBeNull();

        _endpoint.Server.IsDown = false;
        await server.RunUntilAsync(async () => (await server.StatusAsync()).Pending == 0);
        (await server.StatusAsync()).Vectors.ShouldBe(2);
        (await server.MatchAsync("keep hot data")).Degraded.ShouldBeFalse();
    }

    [Fact]
    public async Task Only_a_changed_text_is_embedded_again()
    {
        await using var server = Open();
        var pattern = VectorServer.Practice("Retry", "repeat failed calls");
        await server.SaveAsync(pattern);
        await server.CompleteAsync();
        var sent = _endpoint.Server.Requests.Count;
        var deprecated = pattern with { Status = PatternStatus.Deprecated };
        await server.Patterns.SaveAsync([Sample.Update(deprecated)], CancellationToken.None);
        await server.CompleteAsync();
        _endpoint.Server.Requests.Count.ShouldBe(sent);
        var renamed = deprecated with { Version = 2, Name = "Try again" };
        await server.Patterns.SaveAsync([Sample.Update(renamed)], CancellationToken.None);
        (await server.CompleteAsync()).Pending.ShouldBe(0);
        _endpoint.Inputs()[^1].ShouldBe(["Try again\nrepeat failed calls"]);
    }

    [Fact]
    public async Task A_changed_model_is_built_beside_the_old_one_and_then_takes_its_place()
    {
        await using (var before = Open())
        {
            await before.SaveAsync([
                .. Enumerable
                    .Range(0, 100)
                    .Select(i => VectorServer.Practice($"P{i}", $"intent {i}")),
            ]);
            await before.CompleteAsync();
        }
        await using var server = VectorServer.Open(
            _folder.File("motif.db"),
            _endpoint.Options("model-b"),
            new VectorSettings { Options = new VectorOptions { BatchSize = 40 } }
        );
        var release = new TaskCompletionSource();
        _endpoint.Misbehave = r =>
            r.Body.Contains("model-b", StringComparison.Ordinal)
            && EmbeddingStandIn.Input(r).Length > 1
                ? Wait(release)
                : null;
        var building = Task.Run(server.CompleteAsync);
        await Eventually.HoldsAsync(async () => (await server.StatusAsync()).Building is not null);
        var meanwhile = await server.MatchAsync("P7\nintent 7");
        meanwhile.Degraded.ShouldBeFalse();
        meanwhile.QueryMetadata.EmbeddingModel.ShouldBe("model-a");
        meanwhile.MatchedPatterns[0].Name.ShouldBe("P7");
        release.SetResult();
        var status = await building;
        status.Space.ShouldEndWith("/model-b@8+t3");
        (status.Building, status.Vectors, status.Pending).ShouldBe((null, 100, 0));
        (await server.Store.SpacesAsync(CancellationToken.None)).Count.ShouldBe(1);
        server.Notices.ShouldContain(n => !n.IsProblem && n.Text.Contains("model-b"));

        static LoopbackAnswer? Wait(TaskCompletionSource release)
        {
            SpinWait.SpinUntil(() => release.Task.IsCompleted, Eventually.Patience);
            return null;
        }
    }

    [Fact]
    public async Task A_text_that_the_model_refuses_becomes_a_dead_letter_and_holds_nobody_up()
    {
        var time = new SwiftTime(TimeSpan.FromSeconds(1));
        await using var server = Open(time: time);
        _endpoint.Misbehave = r =>
            EmbeddingStandIn.Input(r).Any(t => t.Contains("poison", StringComparison.Ordinal))
                ? new LoopbackAnswer(400, """{"error": {"message": "input is too long"}}""")
                : null;
        await server.SaveAsync(
            VectorServer.Practice("Good", "fine"),
            VectorServer.Practice("Bad", "poison"),
            VectorServer.Practice("Better", "finer")
        );
        VectorStatus status;
        for (var i = 0; (status = await server.CompleteAsync()).DeadLetters == 0; i++)
        {
            i.ShouldBeLessThan(20);
            time.Advance(TimeSpan.FromMinutes(10));
        }
        (status.Vectors, status.Pending, status.DeadLetters).ShouldBe((2, 0, 1));
        status.Space.ShouldNotBeNull("one refused text must not keep the space from being used");
        status.Remark.ShouldNotBeNull().ShouldContain("input is too long");
    }

    [Fact]
    public async Task A_purged_pattern_leaves_the_index()
    {
        await using var server = Open();
        var pattern = VectorServer.Practice("Retry", "repeat failed calls");
        await server.SaveAsync(pattern, VectorServer.Practice("Cache", "keep hot data"));
        await server.CompleteAsync();
        await server.Patterns.PurgeAsync(pattern.PatternId, CancellationToken.None);
        (await server.CompleteAsync()).Vectors.ShouldBe(1);
        var space = (await server.Store.SpacesAsync(CancellationToken.None))[0].Space;
        await Task.Delay(50);
        var index = await server.Get<VectorIndexes>().CurrentAsync(space, CancellationToken.None);
        (await index.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Another_server_sees_what_this_one_embedded()
    {
        await using var first = Open();
        await first.SaveAsync(VectorServer.Practice("Retry", "repeat failed calls"));
        await first.CompleteAsync();
        await using var second = Open();
        (await second.MatchAsync("Retry\nrepeat failed calls")).Degraded.ShouldBeFalse();
        await first.SaveAsync(VectorServer.Practice("Cache", "keep hot data"));
        await first.CompleteAsync();
        await Task.Delay(50);
        var space = (await second.Store.SpacesAsync(CancellationToken.None))[0].Space;
        var index = await second.Get<VectorIndexes>().CurrentAsync(space, CancellationToken.None);
        (await index.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_worker_that_dies_after_its_vectors_were_written_loses_nothing()
    {
        await using var server = Open();
        await server.CompleteAsync();
        await server.SaveAsync(VectorServer.Practice("Retry", "repeat failed calls"));
        var space = (await server.Store.SpacesAsync(CancellationToken.None))[0].Space;
        var now = TimeProvider.System.GetUtcNow();
        var lost = await server.Store.LeaseAsync(space, 10, now, now.AddMilliseconds(1), default);
        lost.Count.ShouldBe(1);
        await Task.Delay(20);
        var status = await server.CompleteAsync();
        (status.Vectors, status.Pending).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_snapshot_starts_the_next_server_and_a_damaged_one_is_rebuilt_and_said_so()
    {
        var settings = new VectorSettings { Options = new VectorOptions { SnapshotRows = 1 } };
        await using (var first = Open(settings))
        {
            await first.SaveAsync([
                .. Enumerable
                    .Range(0, 60)
                    .Select(i => VectorServer.Practice($"P{i}", $"intent {i}")),
            ]);
            await first.CompleteAsync();
            await Task.Delay(1100);
            await first.MatchAsync("warm");
            await first.Sync.SaveAsync(CancellationToken.None);
        }
        var file = Directory
            .GetFiles(_folder.File("motif.db.vectors"), "*.ivf")
            .ShouldHaveSingleItem();
        await using (var second = Open(settings))
        {
            await second.SaveAsync(VectorServer.Practice("Later", "after the snapshot"));
            (await second.CompleteAsync()).Remark.ShouldBeNull();
            await ShouldFindAsync(second, "Later\nafter the snapshot", "Later");
            await ShouldFindAsync(second, "P31\nintent 31", "P31");
        }
        foreach (var saved in Directory.GetFiles(_folder.File("motif.db.vectors"), "*.ivf"))
        {
            var bytes = await File.ReadAllBytesAsync(saved);
            // The keys stand behind the header; elsewhere there may be padding.
            bytes[4100] ^= 0xFF;
            await File.WriteAllBytesAsync(saved, bytes);
        }
        await using var third = Open(settings);
        await third.CompleteAsync();
        await ShouldFindAsync(third, "P31\nintent 31", "P31");
        await ShouldFindAsync(third, "Later\nafter the snapshot", "Later");
        (await third.StatusAsync()).Remark.ShouldNotBeNull().ShouldContain("checksum");
        third.Notices.ShouldContain(n => n.IsProblem && n.Text.Contains("rebuilt"));
        file.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_filter_that_few_pass_still_finds_its_neighbours()
    {
        await using var server = Open();
        await server.SaveAsync([
            .. Enumerable
                .Range(0, 60)
                .Select(i =>
                    VectorServer.Practice($"P{i}", $"intent {i}") with
                    {
                        Tags = i % 20 == 3 ? ["Rare"] : ["usual"],
                    }
                ),
        ]);
        await server.CompleteAsync();
        await Task.Delay(1100);
        var found = await server.MatchAsync("P23\nintent 23", new() { Tags = ["rare"] });
        found.Degraded.ShouldBeFalse();
        found.MatchedPatterns[0].Name.ShouldBe("P23");
        found.MatchedPatterns.Count.ShouldBeLessThanOrEqualTo(3);
    }

    private VectorServer Open(VectorSettings? settings = null, TimeProvider? time = null) =>
        VectorServer.Open(_folder.File("motif.db"), _endpoint.Options(), settings, time: time);

    private static async Task ShouldFindAsync(VectorServer server, string intent, string name)
    {
        var found = await server.MatchAsync(intent);
        found.Degraded.ShouldBeFalse();
        found.MatchedPatterns[0].Name.ShouldBe(name);
    }
}
