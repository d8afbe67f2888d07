using System.Text.Json.Nodes;
using Motif.Tests;

namespace Motif.Server.Tests.Hosting;

public sealed class OpenApiTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    /// <summary>The dashboard's types are generated from this file.</summary>
    private static string Approved { get; } =
        Path.Combine(Repository.Root, "src", "Motif.Server", "openapi", "v1.json");

    [Fact]
    public async Task The_description_is_the_approved_one()
    {
        var answer = await shared.Server.GetAsync("/openapi/v1.json");
        var received = answer.Text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        var approved = File.Exists(Approved) ? await File.ReadAllTextAsync(Approved) : "";
        if (received != approved)
            await File.WriteAllTextAsync(Approved + ".received", received);
        else
            File.Delete(Approved + ".received");
        received.ShouldBe(
            approved,
            $"the API changed: compare {Approved}.received and put it in the place of v1.json if the change is meant"
        );
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_and_how_it_fails()
    {
        var document = (await shared.Server.GetAsync("/openapi/v1.json")).Json;
        document["openapi"]!.GetValue<string>().ShouldStartWith("3.1");
        var operations = Operations(document).ToList();
        operations.Count.ShouldBeGreaterThan(20);
        operations.Select(o => o.Operation["operationId"]!.GetValue<string>()).ShouldBeUnique();
        foreach (var (address, operation) in operations)
        {
            operation["summary"].ShouldNotBeNull(address);
            operation["tags"].ShouldNotBeNull(address);
            if (!address.Contains("/api/", StringComparison.Ordinal))
                continue;
            foreach (var status in new[] { "400", "401", "403", "429", "500" })
                operation["responses"]![status].ShouldNotBeNull($"{address} {status}");
        }
    }

    [Fact]
    public async Task Every_name_on_the_wire_is_in_snake_case()
    {
        var document = (await shared.Server.GetAsync("/openapi/v1.json")).Json;
        var schemas = document["components"]!["schemas"]!.AsObject();
        foreach (var (schema, body) in schemas)
        foreach (var (name, _) in body!["properties"]?.AsObject() ?? [])
            name.ShouldMatch("^[a-z][a-z0-9_]*$", schema);
        foreach (var (address, operation) in Operations(document))
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
            if (parameter!["in"]!.GetValue<string>() == "query")
                parameter["name"]!.GetValue<string>().ShouldMatch("^[a-z][a-z0-9_]*$", address);
    }

    [Fact]
    public async Task Enums_are_described_by_their_wire_names()
    {
        var document = (await shared.Server.GetAsync("/openapi/v1.json")).Json;
        var values = document["components"]!["schemas"]!["RelationshipType"]!["enum"]!.AsArray();
        values
            .Select(v => v!.GetValue<string>())
            .ShouldBe(["uses", "extends", "similar_to", "composed_of", "creates"]);
        var list = document["paths"]!["/api/v1/patterns"]!["get"]!["parameters"]!.AsArray();
        var kind = list.Single(p => p!["name"]!.GetValue<string>() == "kind");
        kind!["schema"]!["enum"]!.AsArray().Count.ShouldBe(5);
    }

    [Fact]
    public async Task The_page_to_try_it_needs_no_other_server()
    {
        var page = await shared.Server.GetAsync("/openapi/index.html");
        page.Status.ShouldBe(200);
        page.MediaType.ShouldBe("text/html");
        page.Text.ShouldNotContain("http://");
        page.Text.ShouldNotContain("https://");
    }

    private static IEnumerable<(string Address, JsonNode Operation)> Operations(
        JsonNode document
    ) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where Methods.Contains(operation.Key, StringComparer.Ordinal)
        select ($"{operation.Key} {path.Key}", operation.Value!);
}
