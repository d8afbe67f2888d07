using System.Text.Json.Nodes;

namespace Motif.Server.Tests.Api;

public sealed class JudgementsApiTests
{
    private const string Source = """
        import time

        def fetch_NAME(client, address):
            for attempt in range(3):
                try:
                    return client.get(address)
                except ConnectionError:
                    time.sleep(2 ** attempt)
            raise TimeoutError(address)
        """;

    [Fact]
    public async Task What_is_called_wrong_is_no_place_any_more_and_its_rule_is_less_sure()
    {
        await using var server = await ScannedAsync();
        var id = await RetryAsync(server);
        var before = await PlacesAsync(server, id);
        before.Count.ShouldBe(2);
        var sure = before[0]!["confidence"]!.GetValue<double>();

        var marked = await server.PostAsync(
            $"/api/v1/patterns/{id}/wrong",
            """{"repository": "shop", "file": "a.py", "reason": "it polls"}"""
        );
        marked.Status.ShouldBe(200, marked.Text);
        marked.Json["changed"]!.GetValue<int>().ShouldBe(1);
        var rule = marked.Json["judgement"]!["rules"]!.AsArray().ShouldHaveSingleItem()!;
        (rule["places"]!.GetValue<int>(), rule["wrong"]!.GetValue<int>()).ShouldBe((2, 1));
        rule["trust"]!.GetValue<double>().ShouldBe(.9);

        var left = (await PlacesAsync(server, id)).ShouldHaveSingleItem()!;
        left["file"]!.GetValue<string>().ShouldBe("b.py");
        left["confidence"]!.GetValue<double>().ShouldBe(Math.Round(sure * .9, 4));
        left["trust"]!["explanation"]!.GetValue<string>().ShouldContain("1 of 2 places");
        var pattern = (await server.GetAsync($"/api/v1/patterns/{id}")).Json;
        pattern["body"]!["occurrence_count"]!.GetValue<int>().ShouldBe(1);
        pattern["body"]!["file_path"]!.GetValue<string>().ShouldBe("b.py");
        var newest = (await server.GetAsync($"/api/v1/patterns/{id}/history")).Json["items"]![0]!;
        newest["note"]!.GetValue<string>().ShouldBe("called wrong: a.py fetch_a: it polls");

        var again = await server.PostAsync(
            $"/api/v1/patterns/{id}/wrong",
            """{"repository": "shop", "file": "a.py"}"""
        );
        again.Json["changed"]!.GetValue<int>().ShouldBe(0);
        (await server.GetAsync("/api/v1/code/rules/judgements")).Json["items"]!
            .AsArray()
            .ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_later_scan_keeps_to_it_until_it_is_taken_back()
    {
        await using var server = await ScannedAsync();
        var id = await RetryAsync(server);
        await server.PostAsync($"/api/v1/patterns/{id}/wrong", """{"file": "a.py"}""");
        var file = Path.Combine(server.CodeRoot, "shop", "a.py");
        await File.WriteAllTextAsync(file, "# moved down\n\n" + await File.ReadAllTextAsync(file));
        await ScanAsync(server);
        (await PlacesAsync(server, id)).ShouldHaveSingleItem()!["file"]!
            .GetValue<string>()
            .ShouldBe("b.py");
        var shown = (await server.GetAsync($"/api/v1/patterns/{id}")).Json["body"]!;
        shown["occurrence_count"]!.GetValue<int>().ShouldBe(1);
        shown["implementation"]!.GetValue<string>().ShouldStartWith("def fetch_b");

        var undone = await server.SendAsync(
            HttpMethod.Delete,
            $"/api/v1/patterns/{id}/wrong?file=a.py",
            null
        );
        undone.Status.ShouldBe(200, undone.Text);
        var places = await PlacesAsync(server, id);
        places.Select(p => p!["start_line"]!.GetValue<int>()).ShouldBe([5, 3]);
        places[0]!["trust"].ShouldBeNull();
        (
            await server.SendAsync(
                HttpMethod.Delete,
                $"/api/v1/patterns/{id}/wrong?file=a.py",
                null
            )
        ).ShouldBeProblem(404, "not-found");
    }

    [Fact]
    public async Task A_pattern_without_a_place_is_out_of_use_until_one_is_back()
    {
        await using var server = await ScannedAsync();
        var id = await RetryAsync(server);
        await server.PostAsync($"/api/v1/patterns/{id}/wrong", "{}");
        (await PlacesAsync(server, id)).ShouldBeEmpty();
        await StatusAsync("deprecated");
        await server.SendAsync(HttpMethod.Delete, $"/api/v1/patterns/{id}/wrong", null);
        (await PlacesAsync(server, id)).Count.ShouldBe(2);
        await StatusAsync("active");

        async Task StatusAsync(string status) =>
            (await server.GetAsync($"/api/v1/patterns/{id}")).Json["status"]!
                .GetValue<string>()
                .ShouldBe(status);
    }

    [Fact]
    public async Task What_is_no_place_cannot_be_called_wrong()
    {
        await using var server = await ScannedAsync();
        var id = await RetryAsync(server);
        var address = $"/api/v1/patterns/{id}/wrong";
        (await server.PostAsync(address, """{"file": "c.py"}""")).ShouldBeProblem(404, "not-found");
        (await server.PostAsync($"/api/v1/patterns/{Guid.Empty}/wrong", "{}")).ShouldBeProblem(
            404,
            "not-found"
        );
        var tooLong = $$"""{"reason": "{{new string('x', 1001)}}"}""";
        (await server.PostAsync(address, tooLong)).ShouldBlame("reason");
    }

    private static async Task<RunningServer> ScannedAsync()
    {
        var server = await RunningServer.StartAsync();
        var shop = Directory.CreateDirectory(Path.Combine(server.CodeRoot, "shop")).FullName;
        foreach (var name in (string[])["a", "b"])
            File.WriteAllText(
                Path.Combine(shop, $"{name}.py"),
                Source.Replace("NAME", name, StringComparison.Ordinal)
            );
        await ScanAsync(server);
        return server;
    }

    private static async Task ScanAsync(RunningServer server)
    {
        var started = await server.PostAsync("/api/v1/code/scans", """{"paths": ["shop"]}""");
        // The events end with the scan.
        (await server.GetAsync($"{started.Header("Location")}/events")).Text.ShouldContain(
            "finished"
        );
    }

    private static async Task<Guid> RetryAsync(RunningServer server)
    {
        var patterns = (await server.GetAsync("/api/v1/patterns?kind=code&search=retry")).Json;
        return patterns["items"]!.AsArray()[0]!["pattern_id"]!.GetValue<Guid>();
    }

    private static async Task<JsonArray> PlacesAsync(RunningServer server, Guid id) =>
        (await server.GetAsync($"/api/v1/patterns/{id}/occurrences")).Json["items"]!.AsArray();
}
