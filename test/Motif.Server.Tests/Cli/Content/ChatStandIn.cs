using System.Text.Json;
using System.Text.Json.Nodes;
using Motif.Backends.Tests.Http;

namespace Motif.Server.Tests.Cli.Content;

/// <summary>A chat endpoint that writes under the template it is given, unless it is told how to misbehave.</summary>
internal sealed class ChatStandIn : IAsyncDisposable
{
    public const string Key = "sk-very-secret";
    private readonly TaskCompletionSource _end = new();
    private LoopbackServer _server = null!;

    public LoopbackServer Server => _server;

    /// <summary>What it says instead of the right answer.</summary>
    public Func<string, string> Say { get; set; } = right => right;

    /// <summary>Why it stopped, as the endpoint tells it.</summary>
    public string FinishReason { get; set; } = "stop";

    public int Status { get; set; } = 200;

    /// <summary>It takes a question and never answers.</summary>
    public bool Hangs { get; set; }

    public static async Task<ChatStandIn> StartAsync()
    {
        var standIn = new ChatStandIn();
        standIn._server = await LoopbackServer.StartAsync(standIn.AnswerAsync);
        return standIn;
    }

    public (string Name, string? Value)[] Environment(double timeoutSeconds = 60) =>
        [
            ("MOTIF_CHAT_URL", new Uri(_server.Address, "v1").ToString()),
            ("MOTIF_CHAT_MODEL", "writer-1"),
            ("MOTIF_CHAT_KEY", Key),
            ("MOTIF_CHAT_TIMEOUT_SECONDS", $"{timeoutSeconds}"),
        ];

    public async ValueTask DisposeAsync()
    {
        // Or the server would wait for what never ends.
        _end.TrySetResult();
        await _server.DisposeAsync();
    }

    private async Task<LoopbackAnswer> AnswerAsync(LoopbackRequest request)
    {
        if (Hangs)
            await _end.Task;
        var asked = JsonNode.Parse(
            JsonNode.Parse(request.Body)!["messages"]!.AsArray()[^1]!["content"]!.GetValue<string>()
        )!;
        var content = asked["template"]!
            .GetValue<string>()
            .Replace("{topic}", $"really good {asked["topic"]}", StringComparison.Ordinal);
        var said = Say(JsonSerializer.Serialize(new { content }));
        return new LoopbackAnswer(
            Status,
            JsonSerializer.Serialize(
                new
                {
                    choices = new[]
                    {
                        new
                        {
                            finish_reason = FinishReason,
                            message = new { role = "assistant", content = said },
                        },
                    },
                }
            )
        );
    }
}
