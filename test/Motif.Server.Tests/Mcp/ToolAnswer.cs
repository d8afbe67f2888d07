using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Motif.Server.Tests.Mcp;

/// <summary>What a tool for agents answers; never more than they have room for.</summary>
internal static class ToolAnswer
{
    private const int Room = 4000;

    public static async Task<JsonNode> AskAsync(RunningServer server, string tool, object arguments)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = JsonContent.Create(
                new
                {
                    jsonrpc = "2.0",
                    id = 1,
                    method = "tools/call",
                    @params = new { name = tool, arguments },
                }
            ),
        };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        var answer = await server.SendAsync(request);
        answer.Status.ShouldBe(200, answer.Text);
        var message = JsonNode.Parse(
            answer.Text[answer.Text.IndexOf('{', StringComparison.Ordinal)..]
        )!;
        var text = message["result"]!["content"]![0]!["text"]!.GetValue<string>();
        message["result"]!["isError"].ShouldBeNull(text);
        text.Length.ShouldBeLessThanOrEqualTo(Room);
        return JsonNode.Parse(text)!;
    }
}
