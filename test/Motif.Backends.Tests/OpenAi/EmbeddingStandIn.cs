using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Motif.Backends.Http;
using Motif.Backends.OpenAi;
using Motif.Backends.Tests.Http;

namespace Motif.Backends.Tests.OpenAi;

/// <summary>An embedding endpoint that answers rightly unless it is told how to misbehave.</summary>
internal sealed class EmbeddingStandIn : IAsyncDisposable
{
    public const int Dimensions = 8;
    private LoopbackServer _server = null!;

    public LoopbackServer Server => _server;

    /// <summary>Answers a request instead of the right answer; null falls through to that.</summary>
    public Func<LoopbackRequest, LoopbackAnswer?> Misbehave { get; set; } = _ => null;

    /// <summary>Awaited before every answer.</summary>
    public Func<Task> Delay { get; set; } = () => Task.CompletedTask;

    public static async Task<EmbeddingStandIn> StartAsync()
    {
        var standIn = new EmbeddingStandIn();
        standIn._server = await LoopbackServer.StartAsync(async request =>
        {
            await standIn.Delay();
            return standIn.Misbehave(request) ?? Right(request);
        });
        return standIn;
    }

    public EmbeddingEndpointOptions Options(string model = "model-a") =>
        new()
        {
            Url = new Uri(_server.Address, "v1"),
            Model = model,
            Key = "sk-very-secret",
            Service = new RemoteServiceOptions { FirstWaitSeconds = 0.001, BreakSeconds = 0.5 },
        };

    /// <summary>The texts of all requests so far, one line each request.</summary>
    public IReadOnlyList<string[]> Inputs() => [.. _server.Requests.Select(Input)];

    public static string[] Input(LoopbackRequest request) =>
        [.. JsonNode.Parse(request.Body)!["input"]!.AsArray().Select(t => t!.GetValue<string>())];

    /// <summary>An answer with the vectors in reverse, each with its index: the protocol promises no order.</summary>
    public static LoopbackAnswer Right(LoopbackRequest request, int? dimensions = null)
    {
        var body = JsonNode.Parse(request.Body)!;
        var model = body["model"]!.GetValue<string>();
        var size = dimensions ?? body["dimensions"]?.GetValue<int>() ?? Dimensions;
        var data = new JsonArray();
        foreach (var (text, index) in Input(request).Select((t, i) => (t, i)).Reverse())
            data.Add(
                new JsonObject
                {
                    ["object"] = "embedding",
                    ["index"] = index,
                    ["embedding"] = new JsonArray([
                        .. Vector(model, text, size).Select(c => (JsonNode)c),
                    ]),
                }
            );
        return new LoopbackAnswer(
            200,
            new JsonObject
            {
                ["object"] = "list",
                ["model"] = model,
                ["data"] = data,
                ["usage"] = new JsonObject { ["prompt_tokens"] = Input(request).Length * 3 },
            }.ToJsonString()
        );
    }

    /// <summary>Made up of the hash of model and text.</summary>
    public static float[] Vector(string model, string text, int dimensions = Dimensions)
    {
        var vector = new float[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            var hash = SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Create(CultureInfo.InvariantCulture, $"{model} {text} {i}")
                )
            );
            vector[i] = (hash[0] - 127.5f) / 128;
        }
        return vector;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
