namespace Motif.Server.Tests.Api;

public sealed class RelationshipsApiTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private RunningServer Server => shared.Server;

    [Fact]
    public async Task An_edge_is_stated_listed_walked_and_taken_back()
    {
        var (a, _) = await Server.CreateAsync("edge a");
        var (b, _) = await Server.CreateAsync("edge b");
        var stated = await RelateAsync(
            a,
            $$"""{"type": "uses", "target_id": "{{b}}", "confidence": 0.8}"""
        );
        stated.Status.ShouldBe(200, stated.Text);
        (await Server.GetAsync($"/api/v1/patterns/{b}/relationships?direction=incoming")).Json[
            "items"
        ]!
            .AsArray()
            .ShouldHaveSingleItem()!["source_id"]!
            .GetValue<Guid>()
            .ShouldBe(a);
        (await Server.GetAsync($"/api/v1/patterns/{b}/relationships?direction=outgoing")).Json[
            "items"
        ]!
            .AsArray()
            .ShouldBeEmpty();
        var graph = (await Server.GetAsync($"/api/v1/patterns/{a}/graph?depth=1")).Json;
        graph["nodes"]!.AsArray().Count.ShouldBe(2);
        var address = $"/api/v1/patterns/{a}/relationships?type=uses&target_id={b}";
        (await Server.SendAsync(HttpMethod.Delete, address, null)).Status.ShouldBe(204);
        (await Server.SendAsync(HttpMethod.Delete, address, null)).ShouldBeProblem(
            404,
            "not-found"
        );
    }

    [Fact]
    public async Task An_edge_stated_again_changes_its_confidence()
    {
        var (a, _) = await Server.CreateAsync("again a");
        await RelateAsync(a, """{"type": "uses", "external": "asyncio.sleep"}""");
        await RelateAsync(
            a,
            """{"type": "uses", "external": "asyncio.sleep", "confidence": 0.25}"""
        );
        (await Server.GetAsync($"/api/v1/patterns/{a}/relationships")).Json["items"]!
            .AsArray()
            .ShouldHaveSingleItem()!["confidence"]!
            .GetValue<double>()
            .ShouldBe(0.25);
    }

    [Fact]
    public async Task Similarity_is_stored_once_whichever_end_states_it()
    {
        var (a, _) = await Server.CreateAsync("similar a");
        var (b, _) = await Server.CreateAsync("similar b");
        await RelateAsync(a, $$"""{"type": "similar_to", "target_id": "{{b}}"}""");
        await RelateAsync(b, $$"""{"type": "similar_to", "target_id": "{{a}}"}""");
        (await Server.GetAsync($"/api/v1/patterns/{a}/relationships")).Json["items"]!
            .AsArray()
            .ShouldHaveSingleItem();
        var fromEither = $"/api/v1/patterns/{b}/relationships?type=similar_to&target_id={a}";
        (await Server.SendAsync(HttpMethod.Delete, fromEither, null)).Status.ShouldBe(204);
    }

    [Fact]
    public async Task A_ring_is_reported()
    {
        var (a, _) = await Server.CreateAsync("ring a");
        var (b, _) = await Server.CreateAsync("ring b");
        await RelateAsync(a, $$"""{"type": "uses", "target_id": "{{b}}"}""");
        await RelateAsync(b, $$"""{"type": "uses", "target_id": "{{a}}"}""");
        var graph = (await Server.GetAsync($"/api/v1/patterns/{a}/graph?depth=2&type=uses")).Json;
        graph["cycles"]!.AsArray().ShouldHaveSingleItem()!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Wrong_edges_are_refused()
    {
        var (a, _) = await Server.CreateAsync("wrong edges");
        var none = Guid.Empty;
        (await RelateAsync(a, $$"""{"type": "uses", "target_id": "{{a}}"}"""))
            .ShouldBlame("target_id")
            .ShouldContain("itself");
        (await RelateAsync(a, """{"type": "uses"}"""))
            .ShouldBlame("target_id")
            .ShouldContain("either");
        (await RelateAsync(a, $$"""{"type": "uses", "target_id": "{{none}}"}"""))
            .ShouldBlame("target_id")
            .ShouldContain("no pattern");
        (await RelateAsync(a, """{"type": "likes", "external": "x"}"""))
            .ShouldBlame("type")
            .ShouldContain("similar_to");
        (await RelateAsync(a, """{"type": "uses", "external": "x", "confidence": 2}"""))
            .ShouldBlame("confidence")
            .ShouldContain("0 to 1");
        (await RelateAsync(none, """{"type": "uses", "external": "x"}""")).ShouldBeProblem(
            404,
            "not-found"
        );
        (await Server.GetAsync($"/api/v1/patterns/{a}/graph?depth=6"))
            .ShouldBlame("depth")
            .ShouldContain("1 to 5");
        (await Server.GetAsync($"/api/v1/patterns/{none}/graph")).ShouldBeProblem(404, "not-found");
        (await Server.GetAsync($"/api/v1/patterns/{none}/relationships")).ShouldBeProblem(
            404,
            "not-found"
        );
        (await Server.GetAsync($"/api/v1/patterns/{a}/relationships?direction=up")).ShouldBlame(
            "direction"
        );
    }

    private Task<Answer> RelateAsync(Guid id, string json) =>
        Server.PostAsync($"/api/v1/patterns/{id}/relationships", json);
}
