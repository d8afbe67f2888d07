using System.Text.Json.Nodes;
using Motif.Server.Http;
using Motif.Storage;

namespace Motif.Server.Tests.Mcp;

/// <summary>Single messages over HTTP, right and wrong, as a client that knows nothing might send them.</summary>
public sealed class McpMessageTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Both = "application/json, text/event-stream";

    private const string Initialize =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}""";

    private RunningServer Server => shared.Server;

    [Fact]
    public async Task A_client_is_welcomed()
    {
        var answer = await SendAsync(Server, Initialize);
        answer.Status.ShouldBe(200, answer.Text);
        answer.Text.ShouldContain("\"motif\"");
        answer.Text.ShouldContain("record_outcome");
    }

    [Theory]
    [InlineData(""","params":{}""")]
    [InlineData(""","params":null""")]
    [InlineData("")]
    public async Task A_greeting_that_says_nothing_of_the_client_is_no_mistake_of_the_server(
        string parameters
    )
    {
        var answer = await SendAsync(
            Server,
            $$"""{"jsonrpc":"2.0","id":1,"method":"initialize"{{parameters}} }"""
        );
        answer.Status.ShouldBeLessThan(500, answer.Text);
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"none"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"no/such"}""")]
    public async Task A_wrong_message_is_answered_with_an_error_of_the_protocol(string message)
    {
        var answer = await SendAsync(Server, message);
        answer.Status.ShouldBeLessThan(500, answer.Text);
        answer.Text.ShouldContain("\"error\"");
        answer.Text.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("""{"jsonrpc":"1.0","id":1,"method":"ping"}""")]
    public async Task What_is_no_message_is_refused(string body)
    {
        var answer = await SendAsync(Server, body);
        answer.Status.ShouldBe(400, answer.Text);
        answer.Text.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task Without_sessions_there_is_nothing_to_listen_to_or_to_end(string method) =>
        (await Server.SendAsync(new HttpMethod(method), "/mcp", null)).Status.ShouldBe(405);

    [Theory]
    [InlineData("match", """{"intent":"x","requirements":[null]}""", "requirements[0]")]
    [InlineData("match", """{"intent":"a\u0000"}""", "intent")]
    [InlineData("match", """{"intend":"a"}""", "intend")]
    [InlineData("search", """{"tags":["\u0000"]}""", "tags[0]")]
    [InlineData("search", """{"min_quality_score":1e400}""", "min_quality_score")]
    [InlineData("search", """{"min_quality_score":2147483648}""", "min_quality_score")]
    [InlineData("get", """{"pattern_id":"none"}""", "pattern_id")]
    [InlineData("get", "{}", "pattern_id")]
    [InlineData(
        "record_outcome",
        """{"pattern_id":"00000000-0000-8000-8000-000000000000","outcome":"success","metrics":{"x":1e400}}""",
        "metrics.x"
    )]
    public async Task A_tool_says_which_member_is_wrong(
        string tool,
        string arguments,
        string member
    )
    {
        var answer = await SendAsync(
            Server,
            $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{{{arguments}}}}}"""
        );
        answer.Status.ShouldBe(200, answer.Text);
        answer.Text.ShouldContain("\"isError\":true");
        answer.Text.ShouldContain(member);
        answer.Text.ShouldNotContain("System.");
    }

    [Fact]
    public async Task Null_arguments_are_as_good_as_absent()
    {
        var answer = await SendAsync(
            Server,
            """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"match","arguments":{"intent":"x","filters":null,"requirements":null,"limit":null}}}"""
        );
        answer.Text.ShouldContain("match_id");
    }

    [Theory]
    [InlineData("match", "{}", "intent")]
    [InlineData("select_variants", """{"variants":[]}""", "persona_id")]
    public async Task What_is_needed_and_missing_is_named(
        string tool,
        string arguments,
        string member
    )
    {
        var answer = await CallAsync(Server, tool, arguments);

        answer.ShouldContain(member);
        answer.ShouldNotContain("System.");
    }

    [Fact]
    public async Task Every_argument_of_every_tool_is_described()
    {
        var tools = MotifToolsOf(await SendAsync(Server, List));

        foreach (var tool in tools)
        {
            var schema = tool["inputSchema"]!;
            var properties = schema["properties"]!.AsObject();
            properties.Count.ShouldBeGreaterThan(0);
            foreach (var (name, property) in properties)
                property!
                    ["description"]
                    .ShouldNotBeNull($"{tool["name"]} {name}")
                    .GetValue<string>()
                    .ShouldNotBeEmpty();
        }
        Required(tools, "match").ShouldBe(["intent"]);
        Required(tools, "get").ShouldBe(["pattern_id"]);
        Required(tools, "record_use").ShouldBe(["pattern_id"]);
        Required(tools, "record_outcome").ShouldBe(["pattern_id", "outcome"]);
    }

    [Fact]
    public async Task A_match_of_five_is_short_and_says_nothing_twice()
    {
        await using var server = await RunningServer.StartAsync();
        var steps = string.Join(
            ',',
            Enumerable
                .Range(1, 9)
                .Select(i =>
                    $"\"step {i} {string.Concat(Enumerable.Repeat("with <many> \u00e9 words ", 9))}\""
                )
        );
        foreach (var i in Enumerable.Range(1, 7))
            (
                await server.PostAsync(
                    "/api/v1/patterns",
                    $$"""
                    {
                      "kind": "code", "key": "retry{{i}}", "pattern_type": "design_pattern", "name": "Retry of a flaky call number {{i}} {{new string(
                        'n',
                        120
                    )}}",
                      "description": "{{new string('d', 900)}}",
                      "body": {
                        "purpose": "Tries again what failed. {{new string(
                        'p',
                        300
                    )}}", "language": "python", "repository": "shop",
                        "file_path": "{{new string(
                        'f',
                        60
                    )}}/client.py", "line_range": [12, 40], "qualified_name": "Client.fetch", "occurrence_count": 7,
                        "implementation": "{{string.Concat(
                        Enumerable.Repeat(
                            "    if a < b and 'c' > \\\"d\\\": return call(a, b, c, d, e, f, g, h, i, j)\\n",
                            40
                        )
                    )}}", "steps": [{{(i % 2 == 0 ? steps : "")}}]
                      }
                    }
                    """
                )
            ).Status.ShouldBe(201);

        var message = await SendAsync(
            server,
            """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"match","arguments":{"intent":"retry a flaky call","limit":5}}}"""
        );

        var result = ResultOf(message);
        result["structuredContent"].ShouldBeNull();
        var text = result["content"]![0]!["text"]!.GetValue<string>();
        text.Length.ShouldBeLessThanOrEqualTo(4000);
        var matches = JsonNode.Parse(text)!["matched_patterns"]!.AsArray();
        matches.Count.ShouldBe(5);
        matches.ShouldAllBe(m =>
            m!["place"]!.GetValue<string>().EndsWith("client.py:12 (python, 7 places)")
        );
        matches
            .Where(m => m!["steps"] is not null)
            .ShouldAllBe(m => m!["steps"]!.AsArray().Count == 9);
    }

    [Fact]
    public async Task What_was_learned_of_a_long_answer_is_told_in_four_thousand_characters()
    {
        await using var server = await RunningServer.StartAsync();
        await server.SendAsync(HttpMethod.Put, "/api/v1/decisions/config", """{"enabled": true}""");
        var learned = await CallAsync(
            server,
            "learn",
            new JsonObject
            {
                ["text"] = "which bay is mine " + new string('q', 5000),
                ["reply"] = new string('\n', 4000) + "on the left",
                ["message_id"] = "m1",
            }.ToJsonString()
        );
        learned.Length.ShouldBeLessThanOrEqualTo(4000);
        JsonNode.Parse(learned)!["reason"]!.GetValue<string>().ShouldBe("learned");
    }

    [Fact]
    public async Task A_search_gives_ten_summaries_and_the_way_to_the_next()
    {
        await using var server = await RunningServer.StartAsync();
        foreach (var i in Enumerable.Range(1, 12))
            (
                await server.PostAsync(
                    "/api/v1/patterns",
                    $$"""{"kind": "success", "pattern_type": "practice", "name": "Practice {{i}}", "intent": "do {{i}}", "body": {"steps": ["{{new string('s', 500)}}"]} }"""
                )
            ).Status.ShouldBe(201);

        var page = JsonNode.Parse(await CallAsync(server, "search", "{}"))!;

        page["items"]!.AsArray().Count.ShouldBe(10);
        page["next_cursor"].ShouldNotBeNull();
        page["items"]!.AsArray().ShouldAllBe(p => p!["body"] == null && p["purpose"] != null);
    }

    [Fact]
    public async Task A_key_a_small_body_and_an_own_page_are_needed()
    {
        await using var server = await RunningServer.StartAsync(
            o => o with { ApiKeys = ApiKeyPolicy.Required, MaxBodyBytes = 2048 },
            builder => FirstKey.Add(builder, ApiKeySecret.Create())
        );
        var key = await server.AddKeyAsync("agent", ApiScope.Reader);
        (await SendAsync(server, Initialize)).ShouldBeProblem(401, "key-needed");
        var bearer = ("Authorization", $"Bearer {key}");
        (await SendAsync(server, Initialize, bearer)).Status.ShouldBe(200);
        (await SendAsync(server, new string(' ', 4096) + Initialize, bearer)).ShouldBeProblem(
            413,
            "too-large"
        );
        (
            await SendAsync(server, Initialize, bearer, ("Origin", "https://elsewhere.example"))
        ).ShouldBeProblem(403, "cross-site");
    }

    private const string List = """{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{}}""";

    private static async Task<string> CallAsync(
        RunningServer server,
        string tool,
        string arguments
    ) =>
        ResultOf(
            await SendAsync(
                server,
                $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{{{arguments}}}}}"""
            )
        )["content"]![0]!["text"]!.GetValue<string>();

    /// <summary>The result in an answer, which comes as JSON or as one event of a stream.</summary>
    private static JsonNode ResultOf(Answer answer)
    {
        var start = answer.Text.IndexOf('{', StringComparison.Ordinal);
        return JsonNode.Parse(answer.Text[start..].TrimEnd())!["result"]!;
    }

    private static List<JsonNode> MotifToolsOf(Answer answer) =>
        [.. ResultOf(answer)["tools"]!.AsArray().Select(t => t!)];

    private static IEnumerable<string> Required(List<JsonNode> tools, string name) =>
        tools.Single(t => t["name"]!.GetValue<string>() == name)["inputSchema"]!["required"]!
            .AsArray()
            .Select(r => r!.GetValue<string>());

    private static Task<Answer> SendAsync(
        RunningServer server,
        string message,
        params (string, string)[] headers
    ) => server.PostAsync("/mcp", message, [("Accept", Both), .. headers]);
}
