using System.CommandLine;
using Motif.Cli.Terminal;
using Motif.Server;
using Motif.Server.Hosting;
using Spectre.Console;

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
                await RunAsync(options, cancellationToken);
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
    public static async Task RunAsync(
        MotifServerOptions options,
        CancellationToken cancellationToken
    )
    {
        await using var server = MotifServer.Build(options.Checked());
        await ((IHost)server).RunAsync(cancellationToken);
    }
}
