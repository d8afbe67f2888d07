using Microsoft.Playwright;

namespace Motif.Server.Tests.Dashboard;

/// <summary>The operating system's Chromium; no browser is downloaded.</summary>
internal static class Chromium
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium-headless-shell",
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>Why tests that need it are skipped; null when they run. Under CI=true they never are.</summary>
    public static string? SkipReason { get; } =
        Program is not null || Environment.GetEnvironmentVariable("CI") == "true"
            ? null
            : "no Chromium is installed (MOTIF_TEST_CHROMIUM may name one)";

    private static string? Program =>
        Environment.GetEnvironmentVariable("MOTIF_TEST_CHROMIUM") is { Length: > 0 } named
            ? named
            : Places.FirstOrDefault(File.Exists);

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath =
                    Program
                    ?? throw new FileNotFoundException("no Chromium is installed", Places[0]),
                Args = Arguments,
            }
        );
}

/// <summary>A test that drives a browser.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.SkipReason;
}

/// <summary>A test with data that drives a browser.</summary>
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.SkipReason;
}
