using Motif.Backends.Tests.OpenAi;
using Motif.Tests.Shared;

namespace Motif.Server.Tests.Operations;

public sealed class VectorHealthTests
{
    [Fact]
    public async Task Health_metrics_and_system_say_where_the_vectors_stand()
    {
        await using var endpoint = await EmbeddingStandIn.StartAsync();
        await using var server = await RunningServer.StartAsync(o =>
            o with
            {
                Embedding = endpoint.Options(),
            }
        );
        await server.CreateAsync("embedded one");
        var vectors = await UntilAsync(
            server,
            v =>
                v["space"] is not null
                && v["vectors"]!.GetValue<int>() == 1
                && v["pending"]!.GetValue<int>() == 0
        );
        vectors["index"]!.GetValue<string>().ShouldBe("in_process");
        vectors["space"]!.GetValue<string>().ShouldEndWith("/model-a@8+t3");
        vectors["embedding_circuit"]!.GetValue<string>().ShouldBe("closed");
        (vectors["pending"]!.GetValue<int>(), vectors["lag_seconds"]!.GetValue<double>()).ShouldBe(
            (0, 0)
        );

        var metrics = (await server.GetAsync("/metrics")).Text.Split('\n');
        metrics.ShouldContain("pattern_sync_lag_seconds 0");
        metrics.ShouldContain("motif_vectors 1");
        metrics.ShouldContain("motif_circuit_open{service=\"embedding\"} 0");

        var system = (await server.GetAsync("/api/v1/system")).Json;
        system["vectors"]!["vectors"]!.GetValue<int>().ShouldBe(1);
        system["settings"]!["MOTIF_EMBEDDING_MODEL"]!.GetValue<string>().ShouldBe("model-a");
        system.ToJsonString().ShouldNotContain("sk-very-secret");
    }

    [Fact]
    public async Task A_server_whose_endpoint_is_down_is_ready_and_says_what_is_behind()
    {
        await using var endpoint = await EmbeddingStandIn.StartAsync();
        await using var server = await RunningServer.StartAsync(o =>
            o with
            {
                Embedding = endpoint.Options(),
            }
        );
        await UntilAsync(server, v => v["space"] is not null);
        endpoint.Server.IsDown = true;
        await server.CreateAsync("not embedded yet");
        var match = await server.PostAsync("/api/v1/patterns/match", """{"intent": "embedded"}""");
        match.Status.ShouldBe(200, match.Text);
        match.Json["degraded"]!.GetValue<bool>().ShouldBeTrue();

        var ready = await server.GetAsync("/health/ready");
        ready.Status.ShouldBe(200);
        var check = ready.Json["checks"]!
            .AsArray()
            .Single(c => c!["name"]!.GetValue<string>() == "embedding_endpoint")!;
        check["healthy"]!.GetValue<bool>().ShouldBeFalse();
        check["required"]!.GetValue<bool>().ShouldBeFalse();
        ready.Json["vectors"]!["pending"]!.GetValue<int>().ShouldBe(1);
        ready.Json["vectors"]!["embedding_failure"].ShouldNotBeNull();
        ready.Text.ShouldNotContain("sk-very-secret");

        endpoint.Server.IsDown = false;
        await UntilAsync(server, v => v["pending"]!.GetValue<int>() == 0);
        // Nobody asks for a match: the old failure is forgotten without one.
        await UntilAsync(server, v => v["embedding_failure"] is null);
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> UntilAsync(
        RunningServer server,
        Func<System.Text.Json.Nodes.JsonNode, bool> condition
    )
    {
        var ready = await Eventually.ReadAsync(
            () => server.GetAsync("/health/ready"),
            answer => answer.Json["vectors"] is { } vectors && condition(vectors)
        );
        return ready.Json["vectors"]!;
    }
}
