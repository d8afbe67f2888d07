using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Nodes;
using Motif.Tests.Shared;

namespace Motif.Server.Tests.Api;

public sealed class CodeScansApiTests
{
    private const string Scans = "/api/v1/code/scans";

    private const string Source = """
        namespace Shop;

        /// <summary>Keeps carts.</summary>
        public sealed class Carts
        {
            private readonly Dictionary<string, int> _items = [];

            /// <summary>Asks for the price, three times if it must.</summary>
            public static async Task<string> PriceAsync(HttpClient http, string address)
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        return await http.GetStringAsync(address);
                    }
                    catch (HttpRequestException)
                    {
                        await Task.Delay(100);
                    }
                }
                throw new TimeoutException("no price after three attempts");
            }

            /// <summary>Adds to a cart.</summary>
            public int Add(string name, int count)
            {
                if (count < 1)
                    throw new ArgumentOutOfRangeException(nameof(count));
                _items[name] = _items.TryGetValue(name, out var had) ? had + count : count;
                return _items[name];
            }
        }
        """;

    [Fact]
    public async Task A_scan_fills_the_catalogue_and_tells_how_far_it_is()
    {
        await using var server = await StartAsync(files: 3);
        var started = await server.PostAsync(Scans, """{"paths": ["shop"]}""");
        started.Status.ShouldBe(202, started.Text);
        started.Json["state"]!.GetValue<string>().ShouldBe("running");
        started.Json["repository"]!.GetValue<string>().ShouldBe("shop");
        var address = started.Header("Location");
        var events = await EventsAsync(server, $"{address}/events");
        events[^1].Type.ShouldBe("finished");
        events.Select(e => e.Id).ShouldBe([.. Enumerable.Range(1, events.Count)]);
        events[^1].Data["scan"]!["files"]!.GetValue<int>().ShouldBe(3);
        events[^1].Data["progress"].ShouldBeNull();
        var scan = await server.GetAsync(address);
        scan.Json["state"]!.GetValue<string>().ShouldBe("finished");
        var patterns = (await server.GetAsync("/api/v1/patterns?kind=code")).Json[
            "items"
        ]!.AsArray();
        patterns.Count.ShouldBeGreaterThan(0);
        var id = patterns[0]!["pattern_id"]!.GetValue<Guid>();
        var places = (await server.GetAsync($"/api/v1/patterns/{id}/occurrences")).Json[
            "items"
        ]!.AsArray();
        places[0]!["file"]!.GetValue<string>().ShouldStartWith("Carts");
        var listed = (await server.GetAsync(Scans)).Json["items"]!
            .AsArray()
            .ShouldHaveSingleItem()!;
        listed["scan_id"]!.GetValue<Guid>().ShouldBe(scan.Json["scan_id"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task A_repository_is_listed_says_what_changed_and_can_be_forgotten()
    {
        const string repositories = "/api/v1/code/repositories";
        await using var server = await StartAsync(files: 3);
        await ScanAsync(server, """{"paths": ["shop"], "repository": "the/shop"}""");
        var scan = await ScanAsync(server, """{"paths": ["shop"], "repository": "the shop"}""");

        var changes = scan["changes"]!;
        changes["added"]!["total"]!.GetValue<int>().ShouldBe(0);
        changes["taken_over"]![0]!["repository"]!.GetValue<string>().ShouldBe("the/shop");
        var listed = (await server.GetAsync(repositories)).Json["items"]!
            .AsArray()
            .ShouldHaveSingleItem()!;
        listed["name"]!.GetValue<string>().ShouldBe("the shop");
        listed["files"]!.GetValue<int>().ShouldBe(3);

        await ScanAsync(server, """{"paths": ["shop"], "repository": "the/shop"}""");
        (
            await server.SendAsync(HttpMethod.Delete, $"{repositories}/the%20shop", null)
        ).ShouldBeProblem(404, "not-found");
        var forgotten = await server.SendAsync(
            HttpMethod.Delete,
            $"{repositories}/the%2Fshop",
            null
        );
        forgotten.Status.ShouldBe(204, forgotten.Text);
        (await server.GetAsync(repositories)).Json["items"]!.AsArray().ShouldBeEmpty();
        foreach (
            var pattern in (await server.GetAsync("/api/v1/patterns?kind=code")).Json[
                "items"
            ]!.AsArray()
        )
            pattern!["status"]!.GetValue<string>().ShouldBe("deprecated");
    }

    [Fact]
    public async Task The_trend_tells_of_each_scan_that_changed_anything()
    {
        await using var server = await StartAsync(files: 3);
        await ScanAsync(server, """{"paths": ["shop"]}""");
        await ScanAsync(server, """{"paths": ["shop"]}""");
        var point = (await server.GetAsync($"{Scans}/trend?repository=shop")).Json["items"]!
            .AsArray()
            .ShouldHaveSingleItem()!;
        point["repository"]!.GetValue<string>().ShouldBe("shop");
        point["added"]!.GetValue<int>().ShouldBe(point["patterns"]!.GetValue<int>());
        point["mean_quality"]!.GetValue<double>().ShouldBeInRange(0, 1);
        (await server.GetAsync($"{Scans}/trend?repository=other")).Json["items"]!
            .AsArray()
            .ShouldBeEmpty();
        (await server.GetAsync($"{Scans}/trend?limit=0")).ShouldBeProblem(400, "invalid-request");
    }

    private static async Task<JsonNode> ScanAsync(RunningServer server, string request)
    {
        var address = (await server.PostAsync(Scans, request)).Header("Location");
        await EventsAsync(server, $"{address}/events");
        return (await server.GetAsync(address)).Json;
    }

    [Fact]
    public async Task A_reader_that_was_cut_off_goes_on_where_it_was()
    {
        await using var server = await StartAsync();
        var address = (await server.PostAsync(Scans, """{"paths": ["shop"]}""")).Header("Location");
        var all = await EventsAsync(server, $"{address}/events");
        var rest = await EventsAsync(server, $"{address}/events", lastEventId: "1");
        rest.Select(e => e.Id).ShouldBe(all.Select(e => e.Id).Skip(1));
        (
            await EventsAsync(server, $"{address}/events", lastEventId: $"{all.Count}")
        ).ShouldBeEmpty();
        (await server.GetAsync($"{address}/events", ("Last-Event-ID", "first"))).ShouldBlame(
            "Last-Event-ID"
        );
    }

    [Fact]
    public async Task A_scan_of_an_earlier_run_of_the_server_is_still_told()
    {
        await using var server = await StartAsync();
        var address = (await server.PostAsync(Scans, """{"paths": ["shop"]}""")).Header("Location");
        await EventsAsync(server, $"{address}/events");
        var database = server.Database;
        await using var next = await RunningServer.StartAsync(o => o with { Database = database });
        (await next.GetAsync(address)).Json["state"]!.GetValue<string>().ShouldBe("finished");
        (await EventsAsync(next, $"{address}/events"))
            .ShouldHaveSingleItem()
            .Type.ShouldBe("finished");
        (await next.SendAsync(HttpMethod.Delete, address, null)).ShouldBeProblem(
            409,
            "not-allowed"
        );
    }

    [Fact]
    public async Task A_scan_that_has_ended_cannot_be_cancelled()
    {
        await using var server = await StartAsync();
        var address = (await server.PostAsync(Scans, """{"paths": ["shop"]}""")).Header("Location");
        await EventsAsync(server, $"{address}/events");
        (await server.SendAsync(HttpMethod.Delete, address, null)).ShouldBeProblem(
            409,
            "not-allowed"
        );
    }

    [Fact]
    public async Task A_running_scan_is_cancelled_and_writes_nothing()
    {
        await using var server = await StartAsync(files: 3000);
        var address = (await server.PostAsync(Scans, """{"paths": ["shop"]}""")).Header("Location");
        (await server.PostAsync(Scans, """{"paths": ["shop"]}""")).ShouldBeProblem(
            409,
            "scan-running"
        );
        var cancelled = await server.SendAsync(HttpMethod.Delete, address, null);
        cancelled.Status.ShouldBe(200, cancelled.Text);
        cancelled.Json["state"]!.GetValue<string>().ShouldBe("cancelled");
        (await EventsAsync(server, $"{address}/events"))[^1].Type.ShouldBe("cancelled");
        (await server.GetAsync("/api/v1/patterns?kind=code")).Json["items"]!
            .AsArray()
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Stopping_the_server_cancels_a_scan_and_ends_its_events()
    {
        var server = await StartAsync(files: 3000);
        var address = (await server.PostAsync(Scans, """{"paths": ["shop"]}""")).Header("Location");
        var connected = new TaskCompletionSource();
        var events = EventsAsync(server, $"{address}/events", connected: connected.SetResult);
        await await Task.WhenAny(connected.Task, events);
        await server.App.StopAsync().WaitAsync(Eventually.Patience);
        (await events)[^1].Type.ShouldBe("cancelled");
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData("/etc")]
    [InlineData("/etc/passwd")]
    [InlineData("/no/such/folder")]
    [InlineData("..")]
    [InlineData("shop/../..")]
    [InlineData("way-out")]
    [InlineData("way-out/inner")]
    [InlineData("shop-and-more")]
    public async Task A_path_outside_the_roots_is_refused_by_the_name_of_the_setting(string path)
    {
        await using var server = await StartAsync();
        Directory.CreateSymbolicLink(Path.Combine(server.CodeRoot, "way-out"), "/usr");
        Directory.CreateDirectory(server.CodeRoot + "-and-more");
        var wanted = path == "shop-and-more" ? server.CodeRoot + "-and-more" : path;
        var refused = await server.PostAsync(
            Scans,
            $$"""{"paths": [{{JsonSerializer.Serialize(wanted)}}]}"""
        );
        refused.ShouldBeProblem(403, "outside-roots")["detail"]!
            .GetValue<string>()
            .ShouldContain("MOTIF_CODE_ROOTS");
    }

    [Fact]
    public async Task A_link_that_stays_inside_is_followed()
    {
        await using var server = await StartAsync();
        Directory.CreateSymbolicLink(
            Path.Combine(server.CodeRoot, "alias"),
            Path.Combine(server.CodeRoot, "shop")
        );
        (await server.PostAsync(Scans, """{"paths": ["alias"]}""")).Json["repository"]!
            .GetValue<string>()
            .ShouldBe("shop");
    }

    [Fact]
    public async Task Without_roots_nothing_may_be_scanned()
    {
        await using var server = await RunningServer.StartAsync(o => o with { CodeRoots = [] });
        (await server.PostAsync(Scans, """{"paths": ["/"]}""")).ShouldBeProblem(
            403,
            "outside-roots"
        );
    }

    [Theory]
    [InlineData("""{"paths": []}""", "paths")]
    [InlineData("""{"paths": ["shop", "shop"]}""", "paths")]
    [InlineData("""{"paths": ["none"]}""", "paths")]
    [InlineData("""{"paths": [""]}""", "paths")]
    [InlineData("""{"paths": ["shop"], "repository": " "}""", "repository")]
    [InlineData("""{"paths": "shop"}""", "paths")]
    [InlineData("""{"path": "shop"}""", "path")]
    public async Task A_wrong_request_is_told_the_field(string json, string field)
    {
        await using var server = await StartAsync();
        var refused = await server.PostAsync(Scans, json);
        refused.Status.ShouldBe(400, refused.Text);
        refused.ShouldBlame(field);
    }

    private static async Task<RunningServer> StartAsync(int files = 1)
    {
        var server = await RunningServer.StartAsync();
        var shop = Directory.CreateDirectory(Path.Combine(server.CodeRoot, "shop"));
        File.WriteAllText(Path.Combine(shop.FullName, "Carts.cs"), Source);
        for (var i = 1; i < files; i++)
            File.WriteAllText(
                Path.Combine(shop.FullName, $"Carts{i}.cs"),
                Source.Replace("Carts", $"Carts{i}", StringComparison.Ordinal)
            );
        return server;
    }

    private static async Task<List<(int Id, string Type, JsonNode Data)>> EventsAsync(
        RunningServer server,
        string address,
        string? lastEventId = null,
        Action? connected = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        using var response = await server.Client.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead
        );
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        connected?.Invoke();
        var events = new List<(int, string, JsonNode)>();
        await using var stream = await response.Content.ReadAsStreamAsync();
        await foreach (var told in SseParser.Create(stream).EnumerateAsync())
        {
            var data = JsonNode.Parse(told.Data)!;
            events.Add((data["event_id"]!.GetValue<int>(), told.EventType, data));
        }
        return events;
    }
}
