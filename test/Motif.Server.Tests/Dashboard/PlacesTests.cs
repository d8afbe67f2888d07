using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Motif.Server.Tests.Dashboard;

/// <summary>Source code on the pages: the places of a pattern and its copies, in a real browser.</summary>
[Collection(DashboardGroup.Name)]
[Trait("Category", "Browser")]
[Trait("Category", "Slow")]
public sealed class PlacesTests(LiveDashboard dashboard)
{
    [BrowserFact]
    public async Task A_place_shows_its_source_with_its_lines_marked()
    {
        await using var opened = await OpenPlacesAsync();
        var source = Sources(opened).First;
        await Expect(source).ToBeVisibleAsync();
        await Expect(source.Locator("[data-mark=subject]")).ToHaveCountAsync(1);
        await opened.SettleAsync();
        (await opened.AccessibilityViolationsAsync()).ShouldBeEmpty();
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_place_marked_as_wrong_leaves_the_list_and_comes_back()
    {
        await using var opened = await OpenPlacesAsync();
        var wrong = opened
            .Page.GetByRole(AriaRole.Tabpanel)
            .GetByRole(AriaRole.Button, new() { NameRegex = new("^This is wrong: ") });
        await Expect(Sources(opened).First).ToBeVisibleAsync();
        var places = await wrong.CountAsync();
        await wrong.First.ClickAsync();
        await opened.Page.GetByLabel("What is it instead?").FillAsync("something else");
        await opened.Button("Mark as wrong").ClickAsync();
        await Expect(opened.Page.GetByText("is marked as wrong")).ToBeVisibleAsync();
        await Expect(wrong).ToHaveCountAsync(places - 1);
        await opened.Button("Undo").ClickAsync();
        await Expect(wrong).ToHaveCountAsync(places);
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Copies_stand_side_by_side()
    {
        await using var opened = await dashboard.OpenAsync("/code?view=duplicates");
        await opened
            .Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Compare ") })
            .First.ClickAsync();
        await Expect(Sources(opened)).ToHaveCountAsync(2);
        await opened.ScreenshotAsync("code-duplicates-compared");
        (await opened.AccessibilityViolationsAsync()).ShouldBeEmpty();
        opened.Complaints.ShouldBeEmpty();
    }

    private Task<DashboardPage> OpenPlacesAsync() =>
        dashboard.OpenAsync($"/catalogue/{dashboard.UsedPattern}?section=occurrences");

    private static ILocator Sources(DashboardPage opened) =>
        opened.Page.GetByRole(AriaRole.Region, new() { NameRegex = new("^Source of ") });
}
