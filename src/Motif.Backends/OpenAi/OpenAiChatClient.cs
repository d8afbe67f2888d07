using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Motif.Backends.Http;
using Motif.Storage;

namespace Motif.Backends.OpenAi;

/// <summary>
/// Asks a language model by an OpenAI-compatible endpoint. An answer is taken only when its first choice is a finished text;
/// anything else is a <see cref="BackendException"/>. A stream is the whole answer at once. Thread-safe.
/// </summary>
internal sealed class OpenAiChatClient : IChatClient
{
    public const string System = "chat";
    private const string Operation = "chat.completions.create";

    private readonly ChatEndpointOptions _options;
    private readonly RemoteService _service;

    public OpenAiChatClient(ChatEndpointOptions options, TimeProvider time)
    {
        _options = options.Checked();
        _service = new RemoteService(
            System,
            options.Url,
            options.Key is { Length: > 0 } key ? ("Authorization", "Bearer ", key) : null,
            options.Service,
            time
        );
    }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(messages);
        var model = options?.ModelId ?? _options.Model;
        var answer = await _service.SendAsync(
            Operation,
            HttpMethod.Post,
            "chat/completions",
            new Request(
                model,
                [.. messages.Select(m => new Message(m.Role.Value, m.Text))],
                options?.ResponseFormat is ChatResponseFormatJson
                    ? new Format("json_object")
                    : null,
                options?.Temperature,
                options?.MaxOutputTokens
            ),
            cancellationToken
        );
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, Text(answer!.Value)))
        {
            ModelId = model,
            FinishReason = ChatFinishReason.Stop,
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var answer = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in answer.ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
            return null;
        if (serviceType == typeof(ChatClientMetadata))
            return new ChatClientMetadata(_options.Url.Authority, _options.Url, _options.Model);
        return serviceType.IsInstanceOfType(this) ? this : null;
    }

    public void Dispose() => _service.Dispose();

    /// <summary>The text of the first choice, which must have come to its end.</summary>
    private static string Text(JsonElement answer)
    {
        try
        {
            var choice = answer.GetProperty("choices").EnumerateArray().FirstOrDefault();
            if (choice.ValueKind is not JsonValueKind.Object)
                throw Wrong("it has no choice");
            // Some servers leave it out; what is cut off says so.
            if (
                choice.TryGetProperty("finish_reason", out var reason)
                && reason.ValueKind is JsonValueKind.String
                && reason.GetString() is not "stop"
            )
                throw Wrong("the text did not come to its end");
            return choice.GetProperty("message").GetProperty("content").GetString()
                ?? throw Wrong("it has no text");
        }
        catch (Exception exception)
            when (exception is KeyNotFoundException or InvalidOperationException)
        {
            throw Wrong("it is not of the shape of OpenAI's chat completions", exception);
        }
    }

    private static BackendException Wrong(string what, Exception? exception = null) =>
        new(System, Operation, $"the answer is refused: {what}", isTransient: false, exception);

    private sealed record Message(string Role, string Content);

    private sealed record Format(string Type);

    private sealed record Request(
        string Model,
        Message[] Messages,
        Format? ResponseFormat,
        float? Temperature,
        int? MaxTokens
    );
}
