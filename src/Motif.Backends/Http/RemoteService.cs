using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Motif.Storage;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Motif.Backends.Http;

/// <summary>
/// A remote service that speaks JSON. Whatever goes wrong is a <see cref="BackendException"/> that never shows the secret:
/// transient where the same call may succeed later. Thread-safe.
/// </summary>
internal sealed class RemoteService : IDisposable
{
    private const int LongestQuote = 300;

    private static readonly JsonSerializerOptions Wire = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly string _system;
    private readonly string? _secret;
    private readonly HttpClient _client;
    private readonly CircuitBreakerStateProvider _circuit = new();
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    /// <param name="system">What errors call it, such as <c>qdrant</c>.</param>
    /// <param name="address">Where it is; paths are appended.</param>
    /// <param name="authorization">A header with the secret in it; null where the service asks for none.</param>
    public RemoteService(
        string system,
        Uri address,
        (string Name, string Scheme, string Secret)? authorization,
        RemoteServiceOptions options,
        TimeProvider time
    )
    {
        _system = system;
        _secret = authorization?.Secret;
        // A redirect could carry the secret to another host.
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        _client = new HttpClient(handler)
        {
            BaseAddress = WithSlash(address),
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = options.MaxAnswerBytes,
        };
        if (authorization is var (name, scheme, secret))
            _client.DefaultRequestHeaders.Add(name, scheme + secret);
        _pipeline = RemoteServicePipeline.Build(options, _circuit, time);
    }

    /// <summary><c>closed</c> while calls pass, <c>open</c> while they fail at once, <c>half_open</c> while one is tried.</summary>
    public string Circuit =>
        _circuit.CircuitState switch
        {
            CircuitState.Closed => "closed",
            CircuitState.HalfOpen => "half_open",
            _ => "open",
        };

    /// <summary>Sends a request and returns the answer's JSON.</summary>
    /// <param name="operation">What errors call it, such as <c>points.search</c>.</param>
    /// <param name="path">Relative to the address, without a slash before it.</param>
    /// <param name="missing">Null is returned for 404 instead of an error.</param>
    /// <exception cref="BackendException">No answer, or one that is not a success.</exception>
    public async Task<JsonElement?> SendAsync(
        string operation,
        HttpMethod method,
        string path,
        object? body,
        CancellationToken cancellationToken,
        bool missing = false
    )
    {
        var bytes = body is null ? null : JsonSerializer.SerializeToUtf8Bytes(body, Wire);
        using var response = await AskAsync(operation, method, path, bytes, cancellationToken);
        if (missing && response.StatusCode is HttpStatusCode.NotFound)
            return null;
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw Refused(operation, response.StatusCode, answer);
        try
        {
            return JsonElement.Parse(answer);
        }
        catch (JsonException exception)
        {
            throw Failure(operation, "answered something that is no JSON", false, exception);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> AskAsync(
        string operation,
        HttpMethod method,
        string path,
        byte[]? body,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await _pipeline.ExecuteAsync(
                async token => await AttemptAsync(method, path, body, token),
                cancellationToken
            );
        }
        catch (BrokenCircuitException exception)
        {
            throw Failure(operation, "failed lately and is left alone", true, exception);
        }
        catch (TimeoutRejectedException exception)
        {
            throw Failure(operation, "did not answer in time", true, exception);
        }
        catch (HttpRequestException exception)
        {
            throw Failure(operation, "cannot be reached", true, exception);
        }
    }

    private async Task<HttpResponseMessage> AttemptAsync(
        HttpMethod method,
        string path,
        byte[]? body,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        return await _client.SendAsync(request, cancellationToken);
    }

    private BackendException Refused(string operation, HttpStatusCode status, byte[] answer)
    {
        // What it says about a secret may hold a part of it.
        var reason = status
            is HttpStatusCode.Unauthorized
                or HttpStatusCode.Forbidden
                or HttpStatusCode.ProxyAuthenticationRequired
            ? "the key is missing, wrong or not allowed to do this"
            : Quote(answer);
        return Failure(
            operation,
            $"answered {(int)status}: {reason}",
            RemoteServicePipeline.IsTransient(status),
            null
        );
    }

    private BackendException Failure(
        string operation,
        string what,
        bool isTransient,
        Exception? exception
    ) =>
        new(
            _system,
            operation,
            $"{_client.BaseAddress!.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)} {what}",
            isTransient,
            exception
        );

    /// <summary>The service's own words: <c>error.message</c>, <c>error</c> or <c>status.error</c>, otherwise the answer's beginning.</summary>
    private string Quote(byte[] answer)
    {
        var text = System.Text.Encoding.UTF8.GetString(answer);
        try
        {
            var json = JsonElement.Parse(answer);
            text =
                Member(Member(json, "error"), "message") is { } message ? Text(message)
                : Member(json, "error") is { } error ? Text(error)
                : Member(Member(json, "status"), "error") is { } status ? Text(status)
                : text;
        }
        catch (JsonException)
        {
            // The text as it is says more than that it is no JSON.
        }
        if (_secret is { Length: > 0 })
            text = text.Replace(_secret, "***", StringComparison.Ordinal);
        text = text.ReplaceLineEndings(" ").Trim();
        return text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";
    }

    private static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } parent
        && parent.TryGetProperty(name, out var member)
            ? member
            : null;

    private static string Text(JsonElement json) =>
        json.ValueKind is JsonValueKind.String ? json.GetString()! : json.GetRawText();

    private static Uri WithSlash(Uri address) =>
        address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
}
