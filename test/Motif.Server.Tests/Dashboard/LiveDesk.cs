using System.Text;
using Motif.Decisions.Records;

namespace Motif.Server.Tests.Dashboard;

/// <summary>A support desk: an import with candidates, messages decided in shadow and answered by people, and some that wait.</summary>
internal static class LiveDesk
{
    private const string Decisions = "/api/v1/decisions";
    private const int Labels = 900;

    public static async Task OpenAsync(RunningServer server)
    {
        await SetAsync(server, """{"enabled": true}""");
        var pattern = await ImportAsync(server);
        for (var i = 0; i < 12; i++)
            await AnsweredAsync(server, i);
        await WeeksOfLabels.LiveAsync(server, pattern, Labels, PatternMode.Suggest);
        await SetAsync(server, """{"enabled": true, "shadow_mode": false}""");
        for (var i = 0; i < 4; i++)
            await PostAsync(
                server,
                "/messages",
                $$"""{"message_id": "waits {{i}}", "conversation_id": "waits {{i}}", "channel": "chat", "text": "please {{(i % 2 == 0 ? "bay and number" : "left and parking")}} what about it {{i}}"}"""
            );
    }

    /// <summary>Two candidates, of which one is taken up.</summary>
    private static async Task<Guid> ImportAsync(RunningServer server)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < 40; i++)
        {
            var (asked, answered) =
                i % 2 == 0
                    ? ($"which bay is mine {i}", $"Hi Anna, your bay is number {i}, on the left.")
                    : ($"when do you open {i}", "We open at eight on weekdays.");
            lines.AppendLine(
                $$"""{"conversation_id": "past {{i}}", "turns": [{"role": "customer", "text": "{{asked}}"}, {"role": "operator", "text": "{{answered}}"}]}"""
            );
        }
        lines.AppendLine("""{"conversation_id": "nothing"}""");
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"{Decisions}/import?import_id=spring"
        )
        {
            Content = new StringContent(lines.ToString(), Encoding.UTF8, "application/x-ndjson"),
        };
        var imported = await server.SendAsync(request);
        imported.Status.ShouldBe(200, imported.Text);
        var bay = imported.Json["candidates"]!
            .AsArray()
            .Single(c => c!["template"]!.ToString().Contains("bay", StringComparison.Ordinal))!;
        var reviewed = await PostAsync(
            server,
            $"/import/spring/candidates/{bay["candidate_id"]}",
            """{"approve": true, "name": "Where is my bay?", "reply": {"template": "Hi {{customer.first_name|there}}, your bay is on the left.", "risk": "r0", "auto_executable": true}}"""
        );
        return reviewed.Json["candidates"]!
            .AsArray()
            .Select(c => c!["pattern_id"]?.ToString())
            .OfType<string>()
            .Select(Guid.Parse)
            .Single();
    }

    /// <summary>Decided in shadow; three of four are answered as the pattern would have.</summary>
    private static async Task AnsweredAsync(RunningServer server, int number)
    {
        await PostAsync(
            server,
            "/messages",
            $$"""{"message_id": "shadow {{number}}", "conversation_id": "shadow {{number}}", "channel": "chat", "text": "hello, which bay is mine today {{number}}"}"""
        );
        var reply =
            number % 4 == 3 ? "The garage is closed today." : "Hi there, your bay is on the left.";
        await PostAsync(
            server,
            "/responses",
            $$"""{"message_id": "shadow {{number}}", "conversation_id": "shadow {{number}}", "channel": "chat", "reply": "{{reply}}"}"""
        );
    }

    private static async Task SetAsync(RunningServer server, string settings)
    {
        var set = await server.SendAsync(HttpMethod.Put, $"{Decisions}/config", settings);
        set.Status.ShouldBe(200, set.Text);
    }

    private static async Task<Answer> PostAsync(RunningServer server, string path, string body)
    {
        var answer = await server.PostAsync($"{Decisions}{path}", body);
        answer.Status.ShouldBeInRange(200, 201, answer.Text);
        return answer;
    }
}
