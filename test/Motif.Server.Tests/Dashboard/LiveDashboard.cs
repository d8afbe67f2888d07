using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Motif.Cli.Discovery;
using Motif.Tests;

namespace Motif.Server.Tests.Dashboard;

/// <summary>
/// A server with the dashboard and a catalogue scanned from Motif's own source, and a browser to look at it. Shared by
/// the tests of a class; each opens a context of its own.
/// </summary>
public sealed class LiveDashboard : IAsyncLifetime
{
    private static readonly TimeSpan ScanLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(5);

    /// <summary>In milliseconds: when a page that never shows what it should fails, however busy the machine is.</summary>
    private const float PageLimit = 120_000;

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public RunningServer Server { get; private set; } = null!;

    /// <summary>A pattern with relations, uses and outcomes.</summary>
    public string UsedPattern { get; private set; } = "";

    /// <summary>A confirmed finding.</summary>
    public string Finding { get; private set; } = "";

    public static string ScreenshotFolder =>
        Path.Combine(Repository.Root, "artifacts", "screenshots");

    private static string Source => Path.Combine(Repository.Root, "src", "Motif");

    public async Task InitializeAsync()
    {
        if (Chromium.SkipReason is not null)
            return;
        Server = await RunningServer.StartAsync(options =>
            options with
            {
                CodeRoots = [Source],
                DashboardPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            }
        );
        await ScanAsync();
        await UseAsync();
        await SucceedAsync();
        await DiscoverAsync();
        await LiveDesk.OpenAsync(Server);
        Assertions.SetDefaultExpectTimeout(PageLimit);
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (Server is not null)
            await Server.DisposeAsync();
    }

    /// <summary>A fresh page that keeps everything it complains about.</summary>
    /// <param name="server">Another one than that of all tests.</param>
    public async Task<DashboardPage> OpenAsync(
        string path,
        ColorScheme colorScheme = ColorScheme.Light,
        int width = 1360,
        int height = 900,
        RunningServer? server = null
    )
    {
        var address = (server ?? Server).Address;
        var context = await _browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = address.ToString(),
                ColorScheme = colorScheme,
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new ViewportSize { Width = width, Height = height },
            }
        );
        context.SetDefaultTimeout(PageLimit);
        var page = new DashboardPage(context, await context.NewPageAsync(), address);
        await page.Page.GotoAsync(path);
        return page;
    }

    private async Task ScanAsync()
    {
        var started = await Server.PostAsync(
            "/api/v1/code/scans",
            $$"""{"paths": [{{JsonValue.Create(Source).ToJsonString()}}], "repository": "motif"}"""
        );
        started.Status.ShouldBe(202, started.Text);
        var scan = $"/api/v1/code/scans/{started.Json["scan_id"]}";
        using var limit = new CancellationTokenSource(ScanLimit);
        // The stream of events ends with the scan.
        await Server.Client.GetStringAsync($"{scan}/events", limit.Token);
        var ended = await Server.GetAsync(scan);
        ended.Json["state"]!.GetValue<string>().ShouldBe("finished", ended.Text);
        ended.Json["patterns"]!.GetValue<int>().ShouldBeGreaterThan(0);
    }

    /// <summary>The demo's channels, and what a run finds in them.</summary>
    private async Task DiscoverAsync()
    {
        using var import = new HttpRequestMessage(HttpMethod.Post, "/api/v1/items/import")
        {
            Content = new StringContent(
                DemoVideos.Lines(DemoChannels.Publish(TimeProvider.System.GetUtcNow())),
                Encoding.UTF8,
                "application/x-ndjson"
            ),
        };
        var imported = await Server.SendAsync(import);
        imported.Status.ShouldBe(200, imported.Text);
        var started = await Server.PostAsync(
            "/api/v1/discovery/runs",
            """{"hierarchy": {"macro_clusters": 2, "meso_clusters": 6}}"""
        );
        started.Status.ShouldBe(202, started.Text);
        using var limit = new CancellationTokenSource(RunLimit);
        await Server.Client.GetStringAsync(
            $"/api/v1/discovery/runs/{started.Json["run_id"]}/events",
            limit.Token
        );
        var confirmed = await Server.GetAsync("/api/v1/discovery/findings?state=confirmed");
        Finding = confirmed.Json["items"]![0]!["finding_id"]!.ToString();
    }

    /// <summary>Uses the patterns of best quality over four weeks, the first one most, and says how it went.</summary>
    private async Task UseAsync()
    {
        var patterns = await Server.GetAsync("/api/v1/patterns?kind=code&sort=quality&limit=12");
        var ids = patterns.Json["items"]!
            .AsArray()
            .Select(p => p!["pattern_id"]!.ToString())
            .ToList();
        UsedPattern = ids[0];
        for (var i = 0; i < ids.Count; i++)
        {
            for (var use = 0; use < 2 * (ids.Count - i); use++)
                await UseAsync(ids[i], (7 * i) + use);
        }
    }

    private async Task UseAsync(string patternId, int number)
    {
        var at = TimeProvider.System.GetUtcNow().AddDays(-(number * 11 % 28));
        var used = await Server.PostAsync(
            $"/api/v1/patterns/{patternId}/uses",
            $$"""{"actor": "agent-{{number % 3}}", "context": "review", "at": "{{at:O}}"}"""
        );
        used.Status.ShouldBe(201, used.Text);
        var reported = await Server.PostAsync(
            $"/api/v1/patterns/{patternId}/outcomes",
            $$"""{"outcome": "{{(number % 4 == 0 ? "failure" : "success")}}", "use_id": "{{used.Json["use_id"]}}"}"""
        );
        reported.Status.ShouldBe(201, reported.Text);
    }

    /// <summary>A pattern of another kind, with a second version.</summary>
    private async Task SucceedAsync()
    {
        var (id, etag) = await Server.CreateAsync(
            "Backfill in batches",
            """, "kind": "success", "tags": ["database", "migration"], "description": "Fill a new column in small batches.", "body": {"steps": ["add the column", "fill it in batches", "make it required"]}"""
        );
        var patched = await Server.SendAsync(
            HttpMethod.Patch,
            $"/api/v1/patterns/{id}",
            """{"description": "Fill a new column in batches that commit on their own.", "note": "reviewed"}""",
            ("If-Match", etag)
        );
        patched.Status.ShouldBe(200, patched.Text);
        SuccessPattern = $"{id}";
        await JudgeAsync(id);
    }

    /// <summary>Matches whose results were used, three of four with success: what reliability is drawn from.</summary>
    private async Task JudgeAsync(Guid id)
    {
        for (var i = 0; i < 12; i++)
        {
            var match = await Server.PostAsync(
                "/api/v1/patterns/match",
                """{"intent": "fill a new column in batches", "filters": {"kinds": ["success"]}}"""
            );
            match.Status.ShouldBe(200, match.Text);
            var reported = await Server.PostAsync(
                $"/api/v1/patterns/{id}/outcomes",
                $$"""{"outcome": "{{(i % 4 == 0 ? "failure" : "success")}}", "match_id": "{{match.Json["match_id"]}}"}"""
            );
            reported.Status.ShouldBe(201, reported.Text);
        }
    }

    /// <summary>A pattern with two versions.</summary>
    public string SuccessPattern { get; private set; } = "";
}
