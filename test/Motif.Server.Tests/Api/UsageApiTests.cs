using System.Net.Http.Headers;
using System.Text;

namespace Motif.Server.Tests.Api;

public sealed class UsageApiTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private RunningServer Server => shared.Server;

    [Fact]
    public async Task Manifests_move_the_counters_once_and_wrong_lines_are_told()
    {
        var (id, _) = await Server.CreateAsync("of a manifest");
        var lines =
            $$$"""{"manifest_id": "run 1", "actor": "coder", "at": "2024-01-31T12:00:00Z", "exposed": ["{{{id}}}"], "applied": ["{{{id}}}"], "outcomes": {"{{{id}}}": "success"}}"""
            + "\n{\"manifest_id\": \"run 2\"}\n";

        var first = await ImportAsync(lines);
        var second = await ImportAsync(lines);

        first.Status.ShouldBe(200, first.Text);
        first.Json["uses"]!.GetValue<long>().ShouldBe(1);
        first.Json["rejected"]![0]!["line"]!.GetValue<long>().ShouldBe(2);
        second.Json["repeated"]!.GetValue<long>().ShouldBe(2);
        var pattern = (await Server.GetAsync($"/api/v1/patterns/{id}")).Json;
        (
            pattern["usage"]!["uses"]!.GetValue<long>(),
            pattern["usage"]!["exposures"]!.GetValue<long>(),
            pattern["success"]!["successes"]!.GetValue<int>()
        ).ShouldBe((1, 1, 1));
    }

    [Fact]
    public async Task Trends_and_actors_page_through_one_window_and_lists_tell_the_unused()
    {
        await using var server = await RunningServer.StartAsync();
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
            ids.Add((await server.CreateAsync($"ranked {i}")).Id);
        for (var i = 0; i < 3; i++)
            await server.PostAsync(
                $"/api/v1/patterns/{ids[i == 2 ? 0 : i]}/uses",
                $$"""{"actor": "agent {{i}}"}"""
            );

        var first = (await server.GetAsync("/api/v1/usage/patterns?limit=1")).Json;
        var second = (
            await server.GetAsync(
                $"/api/v1/usage/patterns?limit=1&cursor={first["next_cursor"]!.GetValue<string>()}"
            )
        ).Json;
        var actors = (await server.GetAsync("/api/v1/usage/actors?limit=2")).Json;
        var unused = (await server.GetAsync("/api/v1/patterns?unused=true")).Json;
        var ofAgent = (await server.GetAsync("/api/v1/patterns?used_by=agent%201")).Json;
        var stale = (
            await server.GetAsync("/api/v1/patterns?last_used_before=2020-01-01T00:00:00Z")
        ).Json;

        first["items"]![0]!["pattern_id"]!.GetValue<Guid>().ShouldBe(ids[0]);
        first["items"]![0]!["change"]!.GetValue<long>().ShouldBe(2);
        second["items"]![0]!["pattern_id"]!.GetValue<Guid>().ShouldBe(ids[1]);
        second["to"]!.GetValue<string>().ShouldBe(first["to"]!.GetValue<string>());
        second["next_cursor"].ShouldBeNull();
        actors["items"]!.AsArray().Count.ShouldBe(2);
        unused["items"]!.AsArray().Single()!["pattern_id"]!.GetValue<Guid>().ShouldBe(ids[2]);
        ofAgent["items"]!.AsArray().Single()!["pattern_id"]!.GetValue<Guid>().ShouldBe(ids[1]);
        stale["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Wrong_parameters_are_told()
    {
        (await Server.GetAsync("/api/v1/usage/patterns?days=0")).ShouldBlame("days");
        (await Server.GetAsync("/api/v1/usage/patterns?sort=best")).ShouldBlame("sort");
        (await Server.GetAsync("/api/v1/usage/patterns?cursor=soon")).ShouldBlame("cursor");
        (await Server.GetAsync("/api/v1/usage/actors?cursor=soon")).ShouldBlame("cursor");
        (await Server.GetAsync("/api/v1/usage?days=367")).ShouldBlame("days");
    }

    private async Task<Answer> ImportAsync(string lines)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/usage/import");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(lines));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        return await Server.SendAsync(request);
    }
}
