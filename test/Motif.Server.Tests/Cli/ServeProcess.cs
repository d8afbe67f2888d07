using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Motif.Server.Tests.Cli;

/// <summary><c>motif serve</c> as a process of its own, that its test may kill or suspend.</summary>
internal sealed class ServeProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;
    private readonly MemoryStream _log = new();
    private readonly Task _logging;

    private ServeProcess(Process process, Uri address)
    {
        _process = process;
        _logging = process.StandardOutput.BaseStream.CopyToAsync(_log);
        Client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client { get; }

    public int Id => _process.Id;

    /// <summary>Starts in a folder, on a free port, and waits until it listens.</summary>
    public static Task<ServeProcess> StartAsync(string folder, params string[] arguments) =>
        StartAsync(folder, [], arguments);

    /// <summary>With variables of the environment.</summary>
    public static async Task<ServeProcess> StartAsync(
        string folder,
        IEnumerable<(string Name, string? Value)> environment,
        params string[] arguments
    )
    {
        var process = CommandRun.Start(
            folder,
            ["serve", "--urls", "http://127.0.0.1:0", .. arguments],
            environment: environment
        );
        var errors = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var message = JsonElement.Parse(line).GetProperty("Message").GetString()!;
            if (!message.StartsWith(Listening, StringComparison.Ordinal))
                continue;
            return new ServeProcess(process, new Uri(message[Listening.Length..]));
        }
        throw new InvalidOperationException($"the server did not start: {await errors}");
    }

    /// <summary>Creates a pattern; true when the server said so.</summary>
    public async Task<bool> CreateAsync(string key, string description = "")
    {
        using var content = new StringContent(
            JsonSerializer.Serialize(
                new
                {
                    pattern_type = "trial",
                    key,
                    name = key,
                    description,
                }
            ),
            Encoding.UTF8,
            "application/json"
        );
        try
        {
            using var answer = await Client.PostAsync("/api/v1/patterns", content);
            return (int)answer.StatusCode == 201;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Ends the server and returns what it had logged.</summary>
    public async Task<string> EndAsync()
    {
        await KillAsync();
        await _logging;
        return Encoding.UTF8.GetString(_log.ToArray());
    }

    public Task SuspendAsync() => SignalAsync("STOP");

    public Task WakeAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        var id = Id.ToString(CultureInfo.InvariantCulture);
        using var kill = Process.Start("kill", [$"-{signal}", id]);
        await kill.WaitForExitAsync();
        kill.ExitCode.ShouldBe(0);
    }
}
