using System.Collections.Specialized;
using System.Net;
using System.Text;

namespace Motif.Backends.Tests.Webhooks;

/// <summary>A service on loopback that writes down what is delivered.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;
    private (Func<Task> Do, TaskCompletionSource Done)? _next;

    public WebhookReceiver()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        probe.Stop();
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address { get; }

    public int Status { get; set; } = 200;

    public List<(NameValueCollection Headers, string Body)> Received { get; } = [];

    /// <summary>Waits for the next delivery, and does something with its last byte read and before it is answered.</summary>
    public Task NextAsync(Func<Task> before)
    {
        var done = new TaskCompletionSource();
        _next = (before, done);
        return done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
                Received.Add((context.Request.Headers, await reader.ReadToEndAsync()));
                if (_next is { } next)
                {
                    _next = null;
                    await next.Do();
                    context.Response.Abort();
                    next.Done.SetResult();
                    continue;
                }
                context.Response.StatusCode = Status;
                if (Status is 302)
                    context.Response.RedirectLocation = Address;
                if (Status is 429)
                    context.Response.AddHeader("Retry-After", "7");
                context.Response.Close();
            }
            catch (Exception exception)
                when (exception
                        is HttpListenerException
                            or ObjectDisposedException
                            or InvalidOperationException
                )
            {
                return;
            }
        }
    }
}
