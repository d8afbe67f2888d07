using System.Text;
using System.Text.Json.Nodes;
using Motif.Server.Tests.Mcp;

namespace Motif.Server.Tests.Api;

public sealed class ExperimentsApiTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Experiments = "/api/v1/discovery/experiments";
    private const string Setup = """
        {
          "name": "titles",
          "arms": [{"name": "plain"}, {"name": "question"}],
          "metrics": [{"name": "clicked", "kind": "proportion"}],
          "expected_units": 2000
        }
        """;

    private RunningServer Server => shared.Server;

    [Fact]
    public async Task An_experiment_is_set_up_started_fed_read_and_stopped()
    {
        var created = await Server.PostAsync(Experiments, Setup);
        created.Status.ShouldBe(201, created.Text);
        var one = $"{Experiments}/{created.Json["experiment_id"]}";
        (await Server.GetAsync($"{one}/result")).ShouldBeProblem(409, "not-allowed");
        (await Server.PostAsync($"{one}/start", "")).Json["state"]!
            .GetValue<string>()
            .ShouldBe("running");
        var assigned = await Server.PostAsync(
            $"{one}/assignments",
            """{"units": ["viewer 1", "viewer 2"]}"""
        );
        assigned.Json["items"]!.AsArray().Count.ShouldBe(2);

        var exposures = await ImportAsync($"{one}/exposures", "text/csv", Exposures());
        exposures["added"]!.GetValue<int>().ShouldBe(2000);
        exposures["refused"]!.GetValue<int>().ShouldBe(1);
        var outcomes = await ImportAsync($"{one}/outcomes", "application/x-ndjson", Outcomes());
        outcomes["refused"]!.GetValue<int>().ShouldBe(0);

        var result = await Server.GetAsync($"{one}/result");
        var decision = result.Json["decisions"]![0]!;
        decision["verdict"]!.GetValue<string>().ShouldBe("better", result.Text);
        decision["interval"]!["low"]!.GetValue<double>().ShouldBeGreaterThan(0);
        decision["days"]!.AsArray().ShouldNotBeEmpty();
        result.Json["ratio_check"]!["state"]!.GetValue<string>().ShouldBe("holds");
        await AgentsReadItAsync(created.Json["experiment_id"]!.GetValue<string>());
        var stopped = await Server.PostAsync($"{one}/stop", "");
        stopped.Json["result"]!["units"]!.GetValue<int>().ShouldBe(2000);
        stopped.Json["history"]!.AsArray().Count.ShouldBe(3);
        (await Server.GetAsync($"{Experiments}?state=stopped")).Json["items"]!
            .AsArray()
            .ShouldNotBeEmpty();
        (await Server.GetAsync(one)).Json["state"]!.GetValue<string>().ShouldBe("stopped");
    }

    private async Task AgentsReadItAsync(string id)
    {
        var listed = await ToolAnswer.AskAsync(
            Server,
            "list_experiments",
            new { state = "running" }
        );
        var one = listed["items"]!
            .AsArray()
            .First(e => e!["experiment_id"]!.GetValue<string>() == id)!;
        one["arms"]!.AsArray().Select(a => a!.GetValue<string>()).ShouldBe(["plain", "question"]);
        var result = await ToolAnswer.AskAsync(
            Server,
            "get_experiment_result",
            new { experiment_id = id }
        );
        result["counts"]!.GetValue<string>().ShouldBe("holds");
        var decision = result["decisions"]![0]!;
        decision["verdict"]!.GetValue<string>().ShouldBe("better");
        decision["interval"]!["low"]!.GetValue<double>().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_plan_says_beforehand_what_cannot_be_decided()
    {
        var plan = await Server.PostAsync(
            $"{Experiments}/plan",
            """{"design": "switchback", "baseline": 5, "lift": 0.1}"""
        );
        plan.Json["can_be_decided"]!.GetValue<bool>().ShouldBeFalse(plan.Text);
        plan.Json["reason"]!.GetValue<string>().ShouldStartWith("cannot be decided");
        (
            await Server.PostAsync($"{Experiments}/plan", """{"baseline": 5, "lift": 0}""")
        ).ShouldBeProblem(400, "invalid-request");
        var played = await Server.PostAsync(
            $"{Experiments}/simulate",
            """{"runs": 50, "days": 10, "units_a_day": 100}"""
        );
        played.Json["declared"]!.GetValue<double>().ShouldBeLessThanOrEqualTo(0.06);
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_field_and_what_is_not_there_is_not_found()
    {
        var nobody = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        (await Server.GetAsync($"{Experiments}/{nobody}")).ShouldBeProblem(404, "not-found");
        (await Server.GetAsync($"{Experiments}/{nobody}/result")).ShouldBeProblem(404, "not-found");
        (await Server.GetAsync($"{Experiments}?state=gone")).ShouldBeProblem(
            400,
            "invalid-request"
        );
        foreach (
            var wrong in (string[])
                [
                    """{"name": "x", "arms": [{"name": "a"}], "metrics": [{"name": "m"}]}""",
                    """{"name": "x", "arms": [{"name": "a"}, {"name": "a"}], "metrics": [{"name": "m"}]}""",
                    """{"name": "x", "arms": [{"name": "a"}, {"name": "b"}], "metrics": []}""",
                    """{"name": "x", "arms": [{"name": "a"}, {"name": "b"}], "metrics": [{"name": "m", "kind": "ratio"}]}""",
                    """{"name": "x", "arms": [{"name": "a"}, {"name": "b"}], "metrics": [{"name": "m"}], "zone": "Moon/Far"}""",
                    """{"name": "x", "arms": [{"name": "a"}, {"name": "b"}], "metrics": [{"name": "m"}], "traffic": 2}""",
                ]
        )
            (await Server.PostAsync(Experiments, wrong)).ShouldBeProblem(400, "invalid-request");
        var draft = await Server.PostAsync(Experiments, Setup);
        var one = $"{Experiments}/{draft.Json["experiment_id"]}";
        await Server.PostAsync($"{one}/start", "");
        using var bad = new HttpRequestMessage(HttpMethod.Post, $"{one}/exposures")
        {
            Content = new StringContent("name,arm\na,b\n", Encoding.UTF8, "text/csv"),
        };
        (await Server.SendAsync(bad)).ShouldBeProblem(400, "invalid-request");
    }

    private async Task<JsonNode> ImportAsync(string path, string type, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body, Encoding.UTF8, type),
        };
        var answer = await Server.SendAsync(request);
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Json;
    }

    private static string Exposures() =>
        "unit,arm,at,os\nnobody,third,2026-03-02T10:00:00Z,ios\n"
        + string.Join(
            '\n',
            Enumerable
                .Range(0, 2000)
                .Select(i =>
                    $"viewer {i},{(i % 2 == 0 ? "plain" : "question")},2026-03-0{(i / 400) + 1}T10:00:00Z,ios"
                )
        );

    private static string Outcomes() =>
        string.Join(
            '\n',
            Enumerable
                .Range(0, 2000)
                .Where(i => i / 2 % (i % 2 == 0 ? 20 : 5) == 0)
                .Select(i =>
                    $$"""{"unit": "viewer {{i}}", "outcome": "clicked", "at": "2026-03-0{{(i / 400) + 2}}T10:00:00Z"}"""
                )
        );
}
