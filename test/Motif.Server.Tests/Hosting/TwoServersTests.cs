using Motif.Tests.Shared;

namespace Motif.Server.Tests.Hosting;

/// <summary>Servers hold no truth: two on one PostgreSQL are one to their callers.</summary>
public sealed class TwoServersTests
{
    private const string Patterns = "/api/v1/patterns";

    [PostgresFact]
    public async Task What_one_writes_the_other_reads_and_guards()
    {
        var database = await PostgresServer.CreateDatabaseAsync();
        await using var one = await RunningServer.StartAsync(o => o with { Database = database });
        await using var two = await RunningServer.StartAsync(o => o with { Database = database });
        var (id, etag) = await one.CreateAsync("shared by two");
        var seen = await two.GetAsync($"{Patterns}/{id}");
        seen.Header("ETag").ShouldBe(etag);
        (await PatchAsync(two, id, etag, "second")).Status.ShouldBe(200);
        (await PatchAsync(one, id, etag, "first")).ShouldBeProblem(412, "stale-version");
    }

    [PostgresFact]
    public async Task A_request_repeated_at_the_other_server_is_carried_out_once()
    {
        var database = await PostgresServer.CreateDatabaseAsync();
        await using var one = await RunningServer.StartAsync(o => o with { Database = database });
        await using var two = await RunningServer.StartAsync(o => o with { Database = database });
        const string Draft = """{"pattern_type": "t", "name": "once between two"}""";
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    (i % 2 == 0 ? one : two).PostAsync(Patterns, Draft, ("Idempotency-Key", "both"))
                )
        );
        answers.ShouldAllBe(a => a.Status == 201 || a.Status == 409);
        answers
            .Count(a => a.Status == 201 && !a.Headers.ContainsKey("Idempotent-Replayed"))
            .ShouldBe(1);
        var replay = await two.PostAsync(Patterns, Draft, ("Idempotency-Key", "both"));
        (replay.Status, replay.Header("Idempotent-Replayed")).ShouldBe((201, "true"));
    }

    [PostgresFact]
    public async Task Uses_recorded_at_both_are_all_counted()
    {
        var database = await PostgresServer.CreateDatabaseAsync();
        await using var one = await RunningServer.StartAsync(o => o with { Database = database });
        await using var two = await RunningServer.StartAsync(o => o with { Database = database });
        var (id, _) = await one.CreateAsync("used at both");
        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(i =>
                    (i % 2 == 0 ? one : two).PostAsync(
                        $"{Patterns}/{id}/uses",
                        $$"""{"actor": "a{{i % 3}}"}"""
                    )
                )
        );
        (await two.GetAsync($"{Patterns}/{id}")).Json["usage"]!["uses"]!
            .GetValue<long>()
            .ShouldBe(40);
    }

    private static Task<Answer> PatchAsync(
        RunningServer server,
        Guid id,
        string etag,
        string text
    ) =>
        server.SendAsync(
            HttpMethod.Patch,
            $"{Patterns}/{id}",
            $$"""{"description": "{{text}}"}""",
            ("If-Match", etag)
        );
}
