using Motif.Cli.Terminal;

namespace Motif.Cli.Serving;

/// <summary>
/// What a server says while it runs: JSON lines to programs, and to a person at a terminal only what is wrong.
/// <c>MOTIF_LOG</c> (json or text) decides where it is set.
/// </summary>
internal sealed class ServerLog
{
    private const string Setting = "MOTIF_LOG";

    /// <summary>They log why a start failed with stack traces; the command tells it in one line.</summary>
    private static readonly string[] TellersOfStart =
    [
        "Microsoft.Extensions.Hosting.Internal.Host",
        "Microsoft.AspNetCore.Server.Kestrel",
    ];

    public static bool IsForPeople =>
        Environment.GetEnvironmentVariable(Setting) switch
        {
            null or "" => !Console.IsOutputRedirected,
            "json" => false,
            "text" => true,
            var other => throw new UsageException(
                $"{Setting} is '{other}'; it must be json or text"
            ),
        };

    /// <summary>Set once requests are answered.</summary>
    public volatile bool HasStarted;

    public void Configure(WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter(
            (_, category, _) => HasStarted || !TellersOfStart.Contains(category)
        );
        if (!IsForPeople)
            return;
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(new TerminalLog());
    }
}
