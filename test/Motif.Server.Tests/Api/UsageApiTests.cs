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
            $$$"""{"manifest_id": "run 1", "actor": "coder", "at": "2026-01-31T12:00:00Z", "exposed": ["{{{id}}}"], "applied": ["{{{id}}}"], "outcomes": {"{{{id}}}": "success"}}"""
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

    private async Task<Answer> ImportAsync(string lines)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/usage/import");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(lines));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        return await Server.SendAsync(request);
    }
}
