namespace Motif.Server.Tests.Api;

public sealed class DecisionSendingApiTests
{
    private const string Decisions = "/api/v1/decisions";

    [Fact]
    public async Task Nothing_waits_in_a_new_queue_and_an_unknown_reply_cannot_be_approved()
    {
        await using var server = await RunningServer.StartAsync();
        (await server.GetAsync($"{Decisions}/queue/pending")).Json["items"]!
            .AsArray()
            .ShouldBeEmpty();
        var id = Guid.Empty.ToString("D");
        (await server.PostAsync($"{Decisions}/queue/{id}/approve", "{}")).ShouldBeProblem(
            404,
            "not-found"
        );
        (
            await server.PostAsync($"{Decisions}/queue/{id}/modify", """{"text": " "}""")
        ).ShouldBeProblem(400, "invalid-request");
        (
            await server.PostAsync($"{Decisions}/queue/{id}/reject", """{"reason": "tone"}""")
        ).ShouldBeProblem(404, "not-found");
        (await server.PostAsync($"{Decisions}/executions/{id}/cancel", "{}")).ShouldBeProblem(
            404,
            "not-found"
        );
    }
}
