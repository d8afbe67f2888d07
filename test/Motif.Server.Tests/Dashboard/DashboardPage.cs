using System.Text.Json;
using Microsoft.Playwright;
using Motif.Tests;
using static Microsoft.Playwright.Assertions;

namespace Motif.Server.Tests.Dashboard;

/// <summary>A page of the dashboard with what its browser complained about.</summary>
public sealed class DashboardPage : IAsyncDisposable
{
    private static readonly Lazy<string> Axe = new(() =>
        File.ReadAllText(
            Path.Combine(Repository.Root, "src/Motif.Dashboard/node_modules/axe-core/axe.min.js")
        )
    );

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    public DashboardPage(IBrowserContext context, IPage page, Uri server)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            // Of the browser itself: without a graphics card it reads WebGL's pixels back for every frame and complains of it.
            if (message.Text.Contains("GPU stall due to ReadPixels", StringComparison.Ordinal))
                return;
            if (message.Type is "error" or "warning")
                _complaints.Add($"console {message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Add($"thrown: {error}");
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Authority != server.Authority)
                _complaints.Add($"asks elsewhere: {request.Url}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                _complaints.Add($"{response.Status} {response.Url}");
        };
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => _complaints;

    public ILocator Heading(string name) =>
        Page.GetByRole(
            AriaRole.Heading,
            new()
            {
                Name = name,
                Level = 1,
                Exact = true,
            }
        );

    public ILocator Region(string name) =>
        Page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

    public ILocator Link(string name) =>
        Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Button(string name) =>
        Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Chooses in a field with a list as the keyboard does: writes what is sought, sees it offered, goes to it, takes it.</summary>
    public async Task ChooseByKeysAsync(string field, string sought, string offered)
    {
        var box = Page.GetByRole(AriaRole.Combobox, new() { Name = field });
        await box.FillAsync(sought);
        var option = Page.GetByRole(AriaRole.Option);
        await Expect(option).ToHaveCountAsync(1);
        await Expect(option).ToHaveTextAsync(offered);
        await box.PressAsync("ArrowDown");
        await Expect(option).ToHaveAttributeAsync("data-combobox-selected", "true");
        await box.PressAsync("Enter");
        await Expect(option).ToHaveCountAsync(0);
    }

    /// <summary>Waits until nothing loads and every chart has been drawn, then keeps what is to be seen.</summary>
    public async Task ScreenshotAsync(string name, bool isFullPage = true)
    {
        await SettleAsync();
        await Page.ScreenshotAsync(
            new PageScreenshotOptions
            {
                Path = Path.Combine(LiveDashboard.ScreenshotFolder, $"{name}.png"),
                FullPage = isFullPage,
                Animations = ScreenshotAnimations.Disabled,
            }
        );
    }

    public async Task SettleAsync()
    {
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Page.WaitForFunctionAsync(
            "() => document.querySelectorAll('[aria-label=Loading]').length === 0"
        );
        // Charts are drawn a frame or two after their data came.
        await Page.EvaluateAsync(
            """
            async () => {
              for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
            }
            """
        );
    }

    /// <summary>What breaks WCAG 2.2 A or AA on a page at rest, by axe-core; one line a rule with the elements.</summary>
    public async Task<IReadOnlyList<string>> AccessibilityViolationsAsync()
    {
        await Page.EvaluateAsync(Axe.Value);
        var result = await Page.EvaluateAsync<JsonElement>(
            """
            () => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
              .then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 5).join(' | ')))
            """
        );
        return [.. result.EnumerateArray().Select(v => v.GetString()!)];
    }

    /// <summary>By how many pixels the page is wider than the window.</summary>
    public Task<int> OverflowAsync() =>
        Page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
