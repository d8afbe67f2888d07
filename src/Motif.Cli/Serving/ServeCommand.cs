using System.CommandLine;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Motif.Cli.Terminal;
using Motif.Server;
using Motif.Server.Hosting;

namespace Motif.Cli.Serving;

/// <summary><c>motif serve</c>: the HTTP API with the dashboard.</summary>
internal static class ServeCommand
{
    public static Command Build()
    {
        var urls = new Option<string[]>("--urls")
        {
            Description = $"Where to listen; {MotifServerOptions.DefaultUrl} when not given",
        };
        var roots = new Option<string[]>("--code-root")
        {
            Description =
                "A folder that scans started through the API may read; none when not given",
        };
        var command = new Command("serve", "Serve the HTTP API and the dashboard until interrupted")
        {
            urls,
            roots,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var options = MotifServerOptions.FromEnvironment(
                    Environment.GetEnvironmentVariable
                );
                options = options with
                {
                    Database = CommonOptions.DatabaseSetting(parsed),
                    Urls = parsed.GetValue(urls) is { Length: > 0 } given ? given : options.Urls,
                    CodeRoots = parsed.GetValue(roots) is { Length: > 0 } folders
                        ? folders
                        : options.CodeRoots,
                };
                await RunAsync(options, Announce, cancellationToken);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif serve",
            "motif serve --urls http://127.0.0.1:8080 --code-root ~/projects",
            "motif serve --urls http://0.0.0.0:5080     (needs an API key: motif keys add NAME)"
        );
    }

    /// <summary>Serves until the token is cancelled or the process is told to stop.</summary>
    /// <param name="announce">Told the address as soon as it is listened to.</param>
    /// <exception cref="IOException">The address cannot be listened to.</exception>
    public static async Task RunAsync(
        MotifServerOptions options,
        Action<string> announce,
        CancellationToken cancellationToken
    )
    {
        var log = new ServerLog();
        await using var server = MotifServer.Build(options.Checked(), log.Configure);
        server.Lifetime.ApplicationStarted.Register(() =>
        {
            log.HasStarted = true;
            announce(server.Urls.First());
        });
        try
        {
            await ((IHost)server).RunAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new IOException(
                $"another program listens at {string.Join(" or ", options.Urls)} already: end it, or choose another port, such as --urls http://127.0.0.1:5081",
                exception
            );
        }
        catch (SocketException exception)
        {
            throw new IOException(
                $"cannot listen at {string.Join(" or ", options.Urls)}: {exception.Message}; choose another address with --urls",
                exception
            );
        }
    }

    private static void Announce(string url)
    {
        if (!ServerLog.IsForPeople)
            return;
        Print.Line($"Motif is at {url}");
        Print.Line($"  the dashboard there, the API described at {url}/openapi");
        Print.Line("  Ctrl+C ends it; MOTIF_LOG=json logs every request");
    }
}
