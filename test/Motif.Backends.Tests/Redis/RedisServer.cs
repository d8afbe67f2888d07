using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Motif.Backends.Redis;
using StackExchange.Redis;

namespace Motif.Backends.Tests.Redis;

/// <summary>
/// A real Redis for tests, on a free loopback port, keeping nothing. It ends with the test process, even with a killed one, and
/// can be killed, halted and started again on the same port.
/// </summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private const string Program = "/usr/bin/redis-server";

    private readonly int _port;
    private Process _shell = null!;

    private RedisServer(int port) => _port = port;

    /// <summary>Why tests that need Redis are skipped; null when they run. Under CI=true they never are.</summary>
    public static string? SkipReason { get; } =
        File.Exists(Program) || Environment.GetEnvironmentVariable("CI") == "true"
            ? null
            : $"no Redis is installed at {Program}";

    public RedisOptions Options =>
        new()
        {
            Host = "127.0.0.1",
            Port = _port,
            RestSeconds = 0.2,
        };

    public static async Task<RedisServer> StartAsync()
    {
        var server = new RedisServer(FreePort());
        await server.StartAgainAsync();
        return server;
    }

    public async Task StartAgainAsync()
    {
        _shell = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", Script()])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        // The server's own line says its process id.
        Id = int.Parse(
            (await _shell.StandardOutput.ReadLineAsync())!,
            CultureInfo.InvariantCulture
        );
        const int MostTries = 2400;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var connection = await ConnectAsync();
                await connection.GetDatabase().PingAsync();
                return;
            }
            catch (RedisException) when (attempt < MostTries)
            {
                await Task.Delay(50);
            }
        }
    }

    private int Id { get; set; }

    /// <summary>As a crash does it.</summary>
    public async Task KillAsync()
    {
        await SignalAsync("KILL");
        await _shell.WaitForExitAsync();
    }

    /// <summary>It keeps its connections and answers nothing.</summary>
    public Task HaltAsync() => SignalAsync("STOP");

    public Task GoOnAsync() => SignalAsync("CONT");

    public Task<ConnectionMultiplexer> ConnectAsync() =>
        ConnectionMultiplexer.ConnectAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"127.0.0.1:{_port},connectTimeout=1000,allowAdmin=true"
            )
        );

    public async Task<IReadOnlyList<RedisKey>> KeysAsync()
    {
        await using var connection = await ConnectAsync();
        return [.. connection.GetServers()[0].Keys()];
    }

    public async ValueTask DisposeAsync()
    {
        if (!_shell.HasExited)
            await KillAsync();
        _shell.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start(
            "/bin/sh",
            ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{signal} {Id}")]
        );
        await kill.WaitForExitAsync();
    }

    private string Script() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {Program} --port {_port} --bind 127.0.0.1 --save "" --appendonly no --dir /tmp >/dev/null 2>&1 </dev/null &
            server=$!
            echo $server
            while kill -0 {Environment.ProcessId} 2>/dev/null && kill -0 $server 2>/dev/null; do sleep 0.2; done
            kill -KILL $server 2>/dev/null
            wait $server
            """
        );

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A test that needs Redis.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute() => Skip = RedisServer.SkipReason;
}
