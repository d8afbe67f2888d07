using System.Net;
using System.Net.Sockets;

namespace Motif.Backends.Tests.Postgres;

/// <summary>A way to a server over TCP on which a test holds everything up for a while; nothing is lost.</summary>
internal sealed class SlowRoad : IAsyncDisposable
{
    private readonly TcpListener _door = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _server;
    private readonly Task _accepting;
    private volatile Task _open = Task.CompletedTask;

    public SlowRoad(Uri server)
    {
        _server = server;
        _door.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The server's URL by this way.</summary>
    public string Url =>
        new UriBuilder(_server)
        {
            Host = IPAddress.Loopback.ToString(),
            Port = ((IPEndPoint)_door.LocalEndpoint).Port,
        }.Uri.ToString();

    public void Hold(TimeSpan time) => _open = Task.Delay(time);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _door.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var ways = new List<Task>();
        try
        {
            while (true)
                ways.Add(CarryAsync(await _door.AcceptTcpClientAsync(_end.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(ways);
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        await far.ConnectAsync(_server.Host, _server.Port, _end.Token);
        await Task.WhenAny(
            CopyAsync(near.GetStream(), far.GetStream()),
            CopyAsync(far.GetStream(), near.GetStream())
        );
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[1 << 16];
        try
        {
            for (int read; (read = await from.ReadAsync(buffer, _end.Token)) > 0; )
            {
                await _open;
                await to.WriteAsync(buffer.AsMemory(0, read), _end.Token);
            }
        }
        catch (Exception gone)
            when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Either side has hung up.
        }
    }
}
