using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Motif.Backends.Tests.Http;

/// <summary>A remote service on a free port of loopback that answers as a test tells it to.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private volatile bool _isDown;

    private LoopbackServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    /// <summary>Every request with its body, in the order of arrival.</summary>
    public ConcurrentQueue<LoopbackRequest> Requests { get; } = new();

    /// <summary>Connections are cut before an answer while this is true.</summary>
    public bool IsDown
    {
        get => _isDown;
        set => _isDown = value;
    }

    public static async Task<LoopbackServer> StartAsync(
        Func<LoopbackRequest, Task<LoopbackAnswer>> answer
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new LoopbackServer(app);
        app.Run(context => server.AnswerAsync(context, answer));
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(
        HttpContext context,
        Func<LoopbackRequest, Task<LoopbackAnswer>> answer
    )
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var request = new LoopbackRequest(
            context.Request.Method,
            context.Request.Path.Value ?? "",
            context.Request.QueryString.Value ?? "",
            await reader.ReadToEndAsync(context.RequestAborted),
            context.Request.Headers.ToDictionary(
                h => h.Key,
                h => h.Value.ToString(),
                StringComparer.OrdinalIgnoreCase
            )
        );
        Requests.Enqueue(request);
        if (IsDown)
        {
            context.Abort();
            return;
        }
        var given = await answer(request);
        context.Response.StatusCode = given.Status;
        if (given.RetryAfter is not null)
            context.Response.Headers.RetryAfter = given.RetryAfter;
        if (given.Location is not null)
            context.Response.Headers.Location = given.Location;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(given.Json, context.RequestAborted);
    }
}

internal sealed record LoopbackRequest(
    string Method,
    string Path,
    string Query,
    string Body,
    IReadOnlyDictionary<string, string> Headers
);

internal sealed record LoopbackAnswer(
    int Status,
    string Json = "{}",
    string? RetryAfter = null,
    string? Location = null
);
