using System.Text.Json.Nodes;

namespace Motif.Server.Tests.Api;

public sealed class CodePlacesApiTests
{
    private const string Source = """
        # A client that asks again.
        import time

        API_TOKEN = "sk-abcdefghijklmnopqrstuvwxyz012345"

        def fetch_NAME(client, address):
            # Asks three times.
            for attempt in range(3):
                try:
                    answer = client.get(address, timeout=5)
                    if answer.status == 200 and answer.body:
                        return answer.body.decode("utf-8").strip()
                    return None
                except ConnectionError as error:
                    print("again", attempt, error)
                    time.sleep(2 ** attempt)
            raise TimeoutError(address)
        """;

    [Fact]
    public async Task The_source_at_an_occurrence_is_shown_with_what_the_rule_saw()
    {
        await using var server = await ScannedAsync();
        var (address, place) = await RetryAsync(server);
        var source = (await server.GetAsync($"{address}&context=2")).Json;
        Text(source, "state").ShouldBe("current", source.ToJsonString());
        source["reason"].ShouldBeNull();
        Text(source, "language").ShouldBe("python");
        var start = place["start_line"]!.GetValue<int>();
        source["first_line"]!.GetValue<int>().ShouldBe(start - 2);
        var lines = source["lines"]!.AsArray().Select(l => l!.GetValue<string>()).ToList();
        lines[0].ShouldStartWith("API_TOKEN = ");
        lines[0].ShouldNotContain("abcdefghijklm");
        lines[2].ShouldStartWith("def fetch_");
        lines[^1].ShouldBe("    raise TimeoutError(address)");
        source["evidence"]!.AsArray().Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_file_that_changed_since_the_scan_is_not_shown()
    {
        await using var server = await ScannedAsync();
        var (address, place) = await RetryAsync(server);
        var file = Path.Combine(server.CodeRoot, "shop", Text(place, "file"));
        await File.AppendAllTextAsync(file, "\nsecret = 1\n");
        var source = (await server.GetAsync(address)).Json;
        Text(source, "state").ShouldBeOneOf("changed", "stored");
        Text(source, "reason").ShouldContain("changed since the scan");
        source.ToJsonString().ShouldNotContain("secret = 1");

        File.Delete(file);
        File.CreateSymbolicLink(file, "/etc/passwd");
        var linked = (await server.GetAsync(address)).Json;
        Text(linked, "state").ShouldBeOneOf("unreadable", "stored");
        linked.ToJsonString().ShouldNotContain("root:");

        File.Delete(file);
        Text((await server.GetAsync(address)).Json, "state").ShouldBeOneOf("unreadable", "stored");
    }

    [Fact]
    public async Task Outside_the_roots_of_the_server_nothing_is_read()
    {
        await using var server = await ScannedAsync();
        var (address, _) = await RetryAsync(server);
        var database = server.Database;
        await using var other = await RunningServer.StartAsync(o =>
            o with
            {
                Database = database,
                CodeRoots = [],
            }
        );
        var source = (await other.GetAsync(address)).Json;
        Text(source, "state").ShouldBeOneOf("unreadable", "stored");
        Text(source, "reason").ShouldContain("MOTIF_CODE_ROOTS");
    }

    [Fact]
    public async Task What_is_no_place_of_the_pattern_is_not_found()
    {
        await using var server = await ScannedAsync();
        var (address, _) = await RetryAsync(server);
        var elsewhere = address.Replace("file=", "file=..%2F", StringComparison.Ordinal);
        (await server.GetAsync(elsewhere)).ShouldBeProblem(404, "not-found");
        (await server.GetAsync($"{address}&context=51")).ShouldBlame("context");
        (await server.GetAsync(address.Split('?')[0])).ShouldBlame("repository");
    }

    [Fact]
    public async Task Copies_are_listed_and_read_side_by_side()
    {
        await using var server = await ScannedAsync();
        var page = (await server.GetAsync("/api/v1/code/duplicates?path=a.py")).Json;
        page["total"]!.GetValue<int>().ShouldBe(1);
        var group = page["items"]!.AsArray().ShouldHaveSingleItem()!;
        Text(group, "name").ShouldBe("`fetch_a` ≈ `fetch_b`");
        group["places"]!.GetValue<int>().ShouldBe(2);
        group["similarity"]!.GetValue<double>().ShouldBe(1);
        group["redundant_lines"]!.GetValue<int>().ShouldBe(12);
        var address = $"/api/v1/code/duplicates/{Text(group, "duplicate_id")}";
        (await server.GetAsync(address)).Json["copies"]!.AsArray().Count.ShouldBe(2);

        var sources = (await server.GetAsync($"{address}/sources")).Json;
        Text(sources["left"]!, "file").ShouldBe("a.py");
        Text(sources["right"]!, "file").ShouldBe("b.py");
        sources["right"]!["lines"]!.AsArray().Count.ShouldBe(12);
        (await server.GetAsync($"{address}/sources?right=2")).ShouldBlame("right");
        (await server.GetAsync("/api/v1/code/duplicates?path=elsewhere")).Json["items"]!
            .AsArray()
            .ShouldBeEmpty();
        (await server.GetAsync("/api/v1/code/duplicates?cursor=x")).ShouldBlame("cursor");
        (await server.GetAsync($"/api/v1/code/duplicates/{Guid.Empty}")).ShouldBeProblem(
            404,
            "not-found"
        );
    }

    /// <summary>Two files that are copies but for a name.</summary>
    private static async Task<RunningServer> ScannedAsync()
    {
        var server = await RunningServer.StartAsync();
        var shop = Directory.CreateDirectory(Path.Combine(server.CodeRoot, "shop")).FullName;
        foreach (var name in (string[])["a", "b"])
            File.WriteAllText(
                Path.Combine(shop, $"{name}.py"),
                Source.Replace("NAME", name, StringComparison.Ordinal)
            );
        var started = await server.PostAsync("/api/v1/code/scans", """{"paths": ["shop"]}""");
        // The events end with the scan.
        await server.GetAsync($"{started.Header("Location")}/events");
        return server;
    }

    private static async Task<(string Address, JsonNode Place)> RetryAsync(RunningServer server)
    {
        var patterns = (await server.GetAsync("/api/v1/patterns?kind=code&search=retry")).Json;
        var id = Text(patterns["items"]!.AsArray()[0]!, "pattern_id");
        var places = await server.GetAsync($"/api/v1/patterns/{id}/occurrences");
        var place = places.Json["items"]!.AsArray()[0]!;
        return (
            $"/api/v1/patterns/{id}/occurrences/source?repository=shop&file={Text(place, "file")}&start_line={place["start_line"]}",
            place
        );
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
