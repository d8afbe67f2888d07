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
    [InlineData("search", """{"min_quality":1e400}""", "min_quality")]
    [InlineData("search", """{"min_quality":2147483648}""", "min_quality")]
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

    private static Task<Answer> SendAsync(
        RunningServer server,
        string message,
        params (string, string)[] headers
    ) => server.PostAsync("/mcp", message, [("Accept", Both), .. headers]);
}
