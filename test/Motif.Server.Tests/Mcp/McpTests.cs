using Motif.Server.Http;
using Motif.Server.Tests.Cli;
using Motif.Storage;

namespace Motif.Server.Tests.Mcp;

/// <summary>The MCP server as its official client sees it, over both transports.</summary>
[Trait("Category", "Slow")]
public sealed class McpTests
{
    private static readonly string[] Tools =
    [
        "match",
        "get",
        "search",
        "record_use",
        "record_outcome",
        "check_fatigue",
        "select_variants",
        "decide",
        "learn",
        "match_item",
        "recommend",
        "list_experiments",
        "get_experiment_result",
    ];

    private const string Retry =
        """{"pattern_type": "reliability", "name": "Retry with backoff", "intent": "survive short outages", "body": {"steps": ["wait longer each time"]}}""";

    private const string Loop = """
        {
          "list": true,
          "calls": [
            {"name": "match", "arguments": {"intent": "survive short outages"}},
            {"name": "get", "arguments": {"pattern_id": "{{0.matched_patterns.0.pattern_id}}"}},
            {"name": "search", "arguments": {"search": "retry", "limit": 5}},
            {"name": "record_use", "arguments": {"pattern_id": "{{0.matched_patterns.0.pattern_id}}", "match_id": "{{0.match_id}}"}},
            {"name": "record_outcome", "arguments": {"pattern_id": "{{0.matched_patterns.0.pattern_id}}", "match_id": "{{0.match_id}}", "outcome": "success", "metrics": {"ms": 3}}},
            {"name": "record_outcome", "arguments": {"pattern_id": "{{0.matched_patterns.0.pattern_id}}", "match_id": "{{0.match_id}}", "outcome": "success"}},
            {"name": "get", "arguments": {"pattern_id": "{{0.matched_patterns.0.pattern_id}}"}}
          ]
        }
        """;

    [McpFact]
    public async Task The_loop_from_match_to_outcome_goes_over_http()
    {
        await using var server = await RunningServer.StartAsync();
        (await server.PostAsync("/api/v1/patterns", Retry)).Status.ShouldBe(201);

        var run = await McpClient.RunAsync(Loop, "http", Mcp(server));

        ShouldHaveLooped(run);
    }

    [McpFact]
    public async Task The_loop_from_match_to_outcome_goes_over_standard_streams()
    {
        using var folder = new TemporaryFolder();
        var database = Path.Combine(folder.Path, "motif.db");
        var added = await CommandRun.In(folder.Path, Retry, ["patterns", "add", "-"]);
        added.ExitCode.ShouldBe(0, added.Errors);

        var run = await McpClient.RunAsync(
            Loop,
            "stdio",
            "dotnet",
            CommandRun.Program,
            "mcp",
            "--database",
            database
        );

        ShouldHaveLooped(run);
    }

    [McpFact]
    public async Task An_agent_of_a_team_learns_for_its_team()
    {
        using var folder = new TemporaryFolder();
        var database = Path.Combine(folder.Path, "motif.db");
        var added = await CommandRun.In(folder.Path, Retry, ["patterns", "add", "-"]);
        added.ExitCode.ShouldBe(0, added.Errors);
        const string Asked =
            "what shall our nightly invoices do when the bank is away; short outages";

        var run = await McpClient.RunAsync(
            $$$"""
            {"calls": [
              {"name": "match", "arguments": {"intent": "{{{Asked}}}"}},
              {"name": "record_outcome", "arguments": {"pattern_id": "{{0.matched_patterns.0.pattern_id}}", "match_id": "{{0.match_id}}", "outcome": "success"}},
              {"name": "match", "arguments": {"intent": "{{{Asked}}}"}},
              {"name": "match", "arguments": {"intent": "{{{Asked}}}", "namespace": "search"}}
            ]}
            """,
            "stdio",
            "dotnet",
            CommandRun.Program,
            "mcp",
            "--database",
            database,
            "--namespace",
            "billing"
        );

        run.ExitCode.ShouldBe(0, run.Errors);
        Sure(run, 2).ShouldBeGreaterThan(Sure(run, 0));
        Sure(run, 3).ShouldBe(Sure(run, 0), 1e-9);
    }

    [McpFact]
    public async Task Keys_and_scopes_hold()
    {
        await using var server = await RunningServer.StartAsync(
            o => o with { ApiKeys = ApiKeyPolicy.Required },
            builder => FirstKey.Add(builder, ApiKeySecret.Create())
        );
        var reader = await server.AddKeyAsync("agent", ApiScope.Reader);
        const string Script = """
            {"calls": [
              {"name": "match", "arguments": {"intent": "anything"}},
              {"name": "record_use", "arguments": {"pattern_id": "00000000-0000-8000-8000-000000000000"}}
            ]}
            """;

        var without = await McpClient.RunAsync(Script, "http", Mcp(server));
        var wrong = await McpClient.RunAsync(Script, "http", Mcp(server), "motif_wrong");
        var read = await McpClient.RunAsync(Script, "http", Mcp(server), reader);

        without.ExitCode.ShouldNotBe(0);
        without.Errors.ShouldContain("401");
        wrong.Errors.ShouldContain("401");
        read.ExitCode.ShouldBe(0, read.Errors);
        read.Answer(0)["matched_patterns"]!.AsArray().ShouldBeEmpty();
        read.Error(1).ShouldContain("operator");
    }

    [McpFact]
    public async Task A_mistake_is_an_answer_that_says_what_is_wrong()
    {
        await using var server = await RunningServer.StartAsync();

        var run = await McpClient.RunAsync(
            """
            {"calls": [
              {"name": "match", "arguments": {"intent": ""}},
              {"name": "match", "arguments": {"intend": "x"}},
              {"name": "get", "arguments": {"pattern_id": "00000000-0000-8000-8000-000000000000"}},
              {"name": "record_outcome", "arguments": {"pattern_id": "00000000-0000-8000-8000-000000000000", "outcome": "maybe"}},
              {"name": "search", "arguments": {"limit": 0}}
            ]}
            """,
            "http",
            Mcp(server)
        );

        run.Error(0).ShouldContain("intent");
        run.Error(1).ShouldContain("intend");
        run.Error(2).ShouldContain("no pattern has the id");
        run.Error(3).ShouldContain("success");
        run.Error(4).ShouldContain("limit");
    }

    private static void ShouldHaveLooped(McpClient run)
    {
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Json["server"]!["name"]!.GetValue<string>().ShouldBe("motif");
        var tools = run.Json["tools"]!.AsArray();
        tools.Select(t => t!["name"]!.GetValue<string>()).ShouldBe(Tools);
        tools.ShouldAllBe(t => t!["inputSchema"]!["type"]!.GetValue<string>() == "object");
        var match = run.Answer(0)["matched_patterns"]![0]!;
        match["name"]!.GetValue<string>().ShouldBe("Retry with backoff");
        match["steps"]![0]!.GetValue<string>().ShouldBe("wait longer each time");
        run.Answer(2)["items"]!.AsArray().Count.ShouldBe(1);
        run.Answer(3)["is_new"]!.GetValue<bool>().ShouldBeTrue();
        run.Answer(4)["is_new"]!.GetValue<bool>().ShouldBeTrue();
        run.Answer(5)["is_new"]!.GetValue<bool>().ShouldBeFalse();
        var pattern = run.Answer(6);
        pattern["usage"]!["uses"]!.GetValue<int>().ShouldBe(1);
        pattern["success"]!["successes"]!.GetValue<int>().ShouldBe(1);
    }

    private static double Sure(McpClient run, int call) =>
        run.Answer(call)["matched_patterns"]![0]!["confidence_score"]!.GetValue<double>();

    private static string Mcp(RunningServer server) => new Uri(server.Address, "/mcp").ToString();
}
