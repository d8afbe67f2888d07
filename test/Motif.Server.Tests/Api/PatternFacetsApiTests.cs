using System.Text.Json.Nodes;

namespace Motif.Server.Tests.Api;

public sealed class PatternFacetsApiTests
{
    [Fact]
    public async Task Every_facet_is_counted_with_the_filters_of_all_others()
    {
        await using var server = await StartAsync();
        var facets = (
            await server.GetAsync("/api/v1/patterns/facets?language=python&status=active")
        ).Json;

        facets["total"]!.GetValue<long>().ShouldBe(2);
        Values(facets, "language").ShouldBe([("python", 2, true), ("csharp", 1, false)]);
        Values(facets, "status").ShouldBe([("active", 2, true)]);
        Values(facets, "tag").ShouldBe([("web", 2, false), ("db", 1, false)]);
        Values(facets, "quality").ShouldBe([("excellent", 1, false), ("unmeasured", 1, false)]);
        Values(facets, "repository").ShouldBeEmpty();
        var list = await server.GetAsync(
            "/api/v1/patterns?language=python&status=active&quality=excellent"
        );
        list.Json["items"]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Only_the_facets_asked_for_are_counted_and_as_many_values()
    {
        await using var server = await StartAsync();
        var facets = (
            await server.GetAsync("/api/v1/patterns/facets?facet=tag&values=1&tag=DB&tag_mode=all")
        ).Json;

        var tags = facets["facets"]!.AsArray().ShouldHaveSingleItem()!;
        tags["facet"]!.GetValue<string>().ShouldBe("tag");
        tags["more"]!.GetValue<bool>().ShouldBeTrue();
        Values(facets, "tag").ShouldBe([("db", 1, true)]);
    }

    [Theory]
    [InlineData("facet=colour", "facet")]
    [InlineData("quality=superb", "quality")]
    [InlineData("values=0", "values")]
    [InlineData("values=101", "values")]
    [InlineData("language=%00", "language")]
    public async Task What_is_no_facet_is_refused(string query, string parameter)
    {
        await using var server = await RunningServer.StartAsync();
        (await server.GetAsync($"/api/v1/patterns/facets?{query}")).ShouldBlame(parameter);
    }

    [Fact]
    public async Task What_is_typed_is_found_by_name_before_description()
    {
        await using var server = await RunningServer.StartAsync();
        foreach (var name in (string[])["Some other thing", "Retry with backoff", "Retrying"])
            await AddAsync(server, name, "python", "web", null);
        var items = (await server.GetAsync("/api/v1/patterns?search=retry")).Json[
            "items"
        ]!.AsArray();
        items
            .Select(i => i!["name"]!.GetValue<string>())
            .ShouldBe(["Retry with backoff", "Retrying", "Some other thing"]);
    }

    private static async Task<RunningServer> StartAsync()
    {
        var server = await RunningServer.StartAsync();
        await AddAsync(server, "one", "python", "web\", \"db", "0.9");
        await AddAsync(server, "two", "python", "web", null);
        await AddAsync(server, "three", "csharp", "web", "0.5");
        return server;
    }

    private static async Task AddAsync(
        RunningServer server,
        string name,
        string language,
        string tags,
        string? quality
    )
    {
        var answer = await server.PostAsync(
            "/api/v1/patterns",
            $$"""
            {"kind": "code", "pattern_type": "function_pattern", "name": "{{name}}", "description": "how to retry",
             "tags": ["{{tags}}"], "body": {"language": "{{language}}"}, "quality": {"a": {{quality
                ?? "null"}} } }
            """
        );
        answer.Status.ShouldBe(201, answer.Text);
    }

    private static IEnumerable<(string, long, bool)> Values(JsonNode facets, string facet) =>
        facets["facets"]!.AsArray().Single(f => f!["facet"]!.GetValue<string>() == facet)![
            "values"
        ]!
            .AsArray()
            .Select(v =>
                (
                    v!["value"]!.GetValue<string>(),
                    v["patterns"]!.GetValue<long>(),
                    v["selected"]!.GetValue<bool>()
                )
            );
}
