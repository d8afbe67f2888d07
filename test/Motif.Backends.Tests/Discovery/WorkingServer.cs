using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Motif.Discovery.Runs;

namespace Motif.Backends.Tests.Discovery;

/// <summary>A worker on runs of discovery: in the test's process, or this assembly as a program of its own that its test stops.</summary>
internal static class WorkingServer
{
    public const string Verb = "discover-until-killed";

    /// <summary>Takes over silent runs too.</summary>
    public const string Whole = "whole";

    /// <summary>Does parts alone.</summary>
    public const string Parts = "parts";

    /// <summary>A server whose leases end after so long, and its parts as a test sees them.</summary>
    public static (ServiceProvider Server, WatchedParts Watched) Open(
        string setting,
        TimeSpan silence,
        TimeProvider? clock = null
    )
    {
        var services = new ServiceCollection();
        services.AddMotif().UseDatabase(setting);
        if (clock is not null)
            services.AddSingleton(clock);
        var kept = services.Last(s => s.ServiceType == typeof(IMiningPartStore));
        services.AddSingleton(provider => new WatchedParts(
            (IMiningPartStore)ActivatorUtilities.CreateInstance(provider, kept.ImplementationType!)
        ));
        services.AddSingleton<IMiningPartStore>(provider =>
            provider.GetRequiredService<WatchedParts>()
        );
        var server = services.BuildServiceProvider();
        server.GetRequiredService<DiscoveryRuns>().Silence = silence;
        return (server, server.GetRequiredService<WatchedParts>());
    }

    /// <summary>
    /// Works without end. It says "leased PART FENCE" of its first part, of a whole run of every part, and goes on when it is told a
    /// line; it says "committed PART FENCE True" or "… False".
    /// </summary>
    /// <param name="secondsOff">How far its clock is off.</param>
    public static async Task RunAsync(
        string setting,
        string what,
        TimeSpan silence,
        double secondsOff
    )
    {
        var (server, parts) = Open(setting, silence, new WrongClock(secondsOff));
        await using var _ = server;
        parts.IsDeaf = what == Parts;
        var isFirst = true;
        parts.Leased = async part =>
        {
            if (!isFirst && what == Parts)
                return;
            isFirst = false;
            Say($"leased {part.Part} {part.Fence}");
            await Console.In.ReadLineAsync();
        };
        parts.Committed = (part, isKept) => Say($"committed {part.Part} {part.Fence} {isKept}");
        var runs = server.GetRequiredService<DiscoveryRuns>();
        Say("working");
        while (true)
        {
            if (what == Whole && await runs.TakeOverAsync(default) is { } run)
                await runs.WorkAsync(run, null, default);
            else if (!await runs.HelpAsync(default))
                await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    public static Process Start(
        string setting,
        string what,
        TimeSpan silence,
        double secondsOff = 0
    ) =>
        Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    "exec",
                    typeof(WorkingServer).Assembly.Location,
                    Verb,
                    setting,
                    what,
                    silence.TotalSeconds.ToString(CultureInfo.InvariantCulture),
                    secondsOff.ToString(CultureInfo.InvariantCulture),
                ]
            )
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;

    private static void Say(string line) => Console.WriteLine(line);

    private sealed class WrongClock(double secondsOff) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddSeconds(secondsOff);
    }
}
