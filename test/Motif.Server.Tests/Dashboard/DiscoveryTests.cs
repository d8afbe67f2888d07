using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Motif.Server.Tests.Dashboard;

/// <summary>What was discovered, in a real browser.</summary>
[Collection(DashboardGroup.Name)]
[Trait("Category", "Browser")]
[Trait("Category", "Slow")]
public sealed class DiscoveryTests(LiveDashboard dashboard)
{
    [BrowserFact]
    public async Task A_finding_leads_to_its_evidence_and_back()
    {
        await using var opened = await dashboard.OpenAsync("/discovery?state=confirmed");
        await opened.Region("Findings").GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(opened.Region("Did best with it").GetByRole(AriaRole.Listitem).First)
            .ToContainTextAsync("views");
        await Expect(opened.Region("Did it hold?")).ToContainTextAsync("Later");
        await opened.Link("all findings").ClickAsync();
        await Expect(opened.Heading("Discovery")).ToBeVisibleAsync();
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_title_is_placed_and_what_it_lets_expect_is_said()
    {
        await using var opened = await dashboard.OpenAsync("/discovery?view=ask");
        await opened.Page.GetByLabel("A title").FillAsync("7 mistakes with bagels you can avoid");
        await opened.Button("Look").ClickAsync();
        await Expect(opened.Region("What does this title let expect?"))
            .ToContainTextAsync("the channel\u2019s usual");
        await opened.Page.GetByLabel("A concept").FillAsync("sourdough");
        await opened.Button("Recommend").ClickAsync();
        await Expect(opened.Region("How to write about it?").GetByRole(AriaRole.Listitem).First)
            .ToContainTextAsync("at least");
        await opened.Page.GetByLabel("A trait").FillAsync("I tried");
        await opened.Button("Why not?").ClickAsync();
        await Expect(opened.Region("Why is it not a finding?"))
            .ToContainTextAsync("single-channel");
        await opened.ScreenshotAsync("discovery-asked");
        (await opened.AccessibilityViolationsAsync()).ShouldBeEmpty();
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task The_map_is_moved_by_keys_and_what_is_selected_stands_in_the_address()
    {
        await using var opened = await dashboard.OpenAsync("/discovery?view=map");
        var map = opened.Page.GetByRole(AriaRole.Application);
        await map.FocusAsync();
        await opened.Page.Keyboard.PressAsync("+");
        // The card at the middle loads its text then.
        await Expect(map.GetByRole(AriaRole.Status)).ToContainTextAsync("views");
        await Expect(opened.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("at="));
        await opened.Button("Select what is visible").ClickAsync();
        var selected = opened.Region("Selected");
        await Expect(selected).ToContainTextAsync("inside that pass the filter");
        var shown = await selected.InnerTextAsync();
        await opened.Page.ReloadAsync();
        await Expect(selected).ToContainTextAsync(shown.Split('\n')[2]);
        await opened.ScreenshotAsync("discovery-map-selected");
        (await opened.AccessibilityViolationsAsync()).ShouldBeEmpty();
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_trial_run_is_started_and_followed_to_its_numbers()
    {
        await using var opened = await dashboard.OpenAsync("/discovery?view=runs");
        await opened.Page.GetByLabel("Only try: write nothing").CheckAsync();
        await opened.Button("Run").ClickAsync();
        var run = opened
            .Region("History")
            .GetByRole(AriaRole.Listitem)
            .Filter(new() { HasText = "Trial run" })
            .First;
        await Expect(run).ToContainTextAsync("finished", new() { Timeout = 120_000 });
        await Expect(run).ToContainTextAsync("Calibration slope");
        opened.Complaints.ShouldBeEmpty();
    }
}
