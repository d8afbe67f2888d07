using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Motif.Server.Tests.Dashboard;

/// <summary>The dashboard in a real browser, on a live server with a scanned catalogue.</summary>
[Collection(DashboardGroup.Name)]
[Trait("Category", "Browser")]
[Trait("Category", "Slow")]
public sealed class DashboardTests(LiveDashboard dashboard)
{
    /// <summary>Every page with its heading; {used}, {success} and {finding} stand for patterns and a finding of the fixture.</summary>
    public static TheoryData<string, string, string> Pages { get; } =
        new()
        {
            { "/", "Overview", "overview" },
            { "/catalogue", "Catalogue", "catalogue" },
            { "/catalogue?intent=fill%20a%20new%20column", "Catalogue", "match" },
            { "/catalogue/new", "Add a pattern", "pattern-new" },
            { "/catalogue/{used}", "", "pattern" },
            { "/catalogue/{used}?section=occurrences", "", "pattern-occurrences" },
            { "/catalogue/{used}?section=relations", "", "pattern-relations" },
            { "/catalogue/{used}?section=usage", "", "pattern-usage" },
            { "/catalogue/{success}?section=versions", "Backfill in batches", "pattern-versions" },
            { "/code", "Code", "code" },
            { "/code?view=relations", "Code", "code-relations" },
            { "/code?view=duplicates", "Code", "code-duplicates" },
            { "/code?view=scans", "Code", "code-scans" },
            { "/discovery", "Discovery", "discovery" },
            { "/discovery/findings/{finding}", "", "discovery-finding" },
            { "/discovery?view=neighbourhoods", "Discovery", "discovery-neighbourhoods" },
            { "/discovery?view=map", "Discovery", "discovery-map" },
            { "/discovery?view=ask", "Discovery", "discovery-ask" },
            { "/discovery?view=runs", "Discovery", "discovery-runs" },
            { "/decisions", "Decisions", "decisions" },
            { "/decisions?view=patterns", "Decisions", "decisions-patterns" },
            { "/decisions?view=imports", "Decisions", "decisions-imports" },
            { "/decisions?view=shadow", "Decisions", "decisions-shadow" },
            { "/decisions?view=whatif", "Decisions", "decisions-whatif" },
            { "/decisions?view=test", "Decisions", "decisions-test" },
            { "/decisions?view=settings", "Decisions", "decisions-settings" },
            { "/decisions?view=audit", "Decisions", "decisions-audit" },
            { "/system", "System", "system" },
        };

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_is_accessible_in_both_schemes_and_fits_a_phone(
        string path,
        string heading,
        string name
    )
    {
        await using var opened = await dashboard.OpenAsync(Concrete(path));
        if (heading.Length > 0)
            await Expect(opened.Heading(heading)).ToBeVisibleAsync();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await opened.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await opened.ScreenshotAsync(scheme is ColorScheme.Dark ? $"{name}-dark" : name);
            await Expect(opened.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
            (await opened.AccessibilityViolationsAsync()).ShouldBeEmpty($"{name} {scheme}");
        }
        await opened.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await opened.Page.SetViewportSizeAsync(390, 844);
        await opened.ScreenshotAsync($"{name}-phone");
        (await opened.OverflowAsync()).ShouldBe(0, $"{name} scrolls sideways on a phone");
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task The_overview_shows_what_the_server_counts()
    {
        var counts = (await dashboard.Server.GetAsync("/api/v1/overview")).Json["counts"]!;
        await using var opened = await dashboard.OpenAsync("/", width: 1400, height: 1020);
        var patterns = counts["patterns"]!.GetValue<long>();
        await Expect(opened.Page.GetByRole(AriaRole.Main))
            .ToContainTextAsync(
                patterns.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)
            );
        await Expect(opened.Region("Practices")).ToBeVisibleAsync();
        await Expect(opened.Region("Which are used most?").GetByRole(AriaRole.Listitem))
            .ToHaveCountAsync(5);
        await opened.ScreenshotAsync("readme", isFullPage: false);
        await opened.Region("Are they used?").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(opened.Region("Are they used?").GetByRole(AriaRole.Table)).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_keyboard_alone_leads_from_anywhere_to_a_pattern()
    {
        await using var opened = await dashboard.OpenAsync("/");
        await opened.SettleAsync();
        var keyboard = opened.Page.Keyboard;
        await keyboard.PressAsync("Tab");
        await Expect(opened.Link("Skip to content")).ToBeFocusedAsync();
        await keyboard.PressAsync("/");
        await keyboard.TypeAsync("backfill");
        await keyboard.PressAsync("Enter");
        await Expect(opened.Heading("Catalogue")).ToBeVisibleAsync();
        await Expect(opened.Link("Backfill in batches")).ToBeVisibleAsync();
        await keyboard.PressAsync("/");
        await keyboard.PressAsync("ArrowDown");
        await Expect(opened.Link("Backfill in batches")).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(opened.Heading("Backfill in batches")).ToBeVisibleAsync();
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task An_intent_is_matched_and_its_results_are_explained()
    {
        await using var opened = await dashboard.OpenAsync("/catalogue");
        await opened
            .Page.GetByRole(AriaRole.Textbox, new() { Name = "What do you want to achieve?" })
            .FillAsync("fill a new column without locking");
        await opened
            .Page.GetByRole(AriaRole.Textbox, new() { Name = "Where?" })
            .FillAsync("PostgreSQL");
        await opened.Button("Find what worked").ClickAsync();
        var first = opened.Region("Matches").GetByRole(AriaRole.Listitem).First;
        await Expect(first).ToContainTextAsync("Backfill in batches");
        await Expect(first).ToContainTextAsync("fill it in batches");
        await Expect(opened.Region("Matches")).ToContainTextAsync("first estimates");
        await first.GetByRole(AriaRole.Button, new() { Name = "Why here?" }).ClickAsync();
        await Expect(first.GetByRole(AriaRole.Table)).ToContainTextAsync("Words in common (BM25)");
        await Expect(first.GetByRole(AriaRole.List, new() { Name = "Words in common" }))
            .ToContainTextAsync("“column…” in its description");
        await opened.ScreenshotAsync("match-explained");
        (await opened.AccessibilityViolationsAsync()).ShouldBeEmpty();
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task The_filters_stand_in_the_address_and_survive_a_reload()
    {
        await using var opened = await dashboard.OpenAsync(
            "/catalogue?kind=success&search=backfill"
        );
        await Expect(opened.Link("Backfill in batches")).ToBeVisibleAsync();
        await opened.Page.ReloadAsync();
        await Expect(opened.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await opened.Button("Clear").ClickAsync();
        await Expect(opened.Page.Locator("tbody tr")).Not.ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task The_colour_scheme_follows_the_system_until_one_is_chosen()
    {
        await using var opened = await dashboard.OpenAsync("/system", ColorScheme.Dark);
        var root = opened.Page.Locator("html");
        await Expect(root).ToHaveAttributeAsync("data-mantine-color-scheme", "dark");
        await opened.Button("Colour scheme").ClickAsync();
        await opened.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Light" }).ClickAsync();
        await Expect(root).ToHaveAttributeAsync("data-mantine-color-scheme", "light");
        await opened.Page.ReloadAsync();
        await Expect(root).ToHaveAttributeAsync("data-mantine-color-scheme", "light");
    }

    [BrowserFact]
    public async Task A_scan_is_started_and_followed_to_its_end()
    {
        await using var opened = await dashboard.OpenAsync("/code?view=scans");
        await opened
            .Page.GetByRole(AriaRole.Textbox, new() { Name = "Repository" })
            .FillAsync("again");
        await opened.Button("Scan").ClickAsync();
        var scan = opened
            .Region("History")
            .GetByRole(AriaRole.Listitem)
            .Filter(new() { HasText = "again" });
        await Expect(scan).ToContainTextAsync("finished");
        await Expect(scan).ToContainTextAsync("patterns at");
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_changed_status_is_a_new_version()
    {
        var (id, _) = await dashboard.Server.CreateAsync(
            "Short-lived",
            """, "kind": "decision" """
        );
        await using var opened = await dashboard.OpenAsync($"/catalogue/{id}?section=versions");
        await opened.Button("Change").ClickAsync();
        await opened.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Deprecate" }).ClickAsync();
        await Expect(opened.Page.GetByRole(AriaRole.Group, new() { Name = "Differences" }))
            .ToContainTextAsync("status: deprecated");
        var stored = await dashboard.Server.GetAsync($"/api/v1/patterns/{id}");
        stored.Json["status"]!.GetValue<string>().ShouldBe("deprecated");
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_person_says_that_a_pattern_is_used_and_that_it_failed()
    {
        var (id, _) = await dashboard.Server.CreateAsync("Tried once", """, "kind": "success" """);
        await using var opened = await dashboard.OpenAsync($"/catalogue/{id}");
        await opened.Button("I use this").ClickAsync();
        await Expect(opened.Page.GetByText("Recorded that you use it")).ToBeVisibleAsync();
        await opened.Button("It failed").ClickAsync();
        await opened.Page.GetByLabel("What was it for?").FillAsync("the checkout");
        await opened.Button("Report “it failed”").ClickAsync();
        await Expect(opened.Page.GetByText("Reported: it failed")).ToBeVisibleAsync();
        await Expect(opened.Region("Success")).ToContainTextAsync("0 of 1 outcome worked");
        (await opened.AccessibilityViolationsAsync()).ShouldBeEmpty();
        var uses = (await dashboard.Server.GetAsync($"/api/v1/patterns/{id}/uses")).Json["items"]!;
        uses.AsArray().Count.ShouldBe(1);
        uses[0]!["outcome"]!.GetValue<string>().ShouldBe("failure");
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_pattern_is_written_edited_and_the_edit_undone()
    {
        await using var opened = await dashboard.OpenAsync("/catalogue/new");
        await opened.Page.GetByLabel("Name").FillAsync("Warm the cache at night");
        await opened.Page.GetByLabel("Type").FillAsync("API optimization");
        await opened.Page.GetByLabel("Steps").FillAsync("find the hot keys\nload them at four");
        await opened.Button("Add the pattern").ClickAsync();
        await Expect(opened.Heading("Warm the cache at night")).ToBeVisibleAsync();
        await opened.Button("Change").ClickAsync();
        await opened
            .Page.GetByRole(AriaRole.Menuitem, new() { Name = "Edit the words" })
            .ClickAsync();
        await opened.Page.GetByLabel("Name").FillAsync("Warm the cache");
        await opened.SettleAsync();
        (await opened.AccessibilityViolationsAsync()).ShouldBeEmpty();
        await opened.Button("Save as version 2").ClickAsync();
        await Expect(opened.Heading("Warm the cache")).ToBeVisibleAsync();
        await opened.Button("Undo").ClickAsync();
        await Expect(opened.Heading("Warm the cache at night")).ToBeVisibleAsync();
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task An_unknown_pattern_is_a_problem_with_its_request_id()
    {
        await using var opened = await dashboard.OpenAsync($"/catalogue/{Guid.Empty}");
        var alert = opened.Page.GetByRole(AriaRole.Alert);
        await Expect(alert).ToContainTextAsync($"no pattern has the id {Guid.Empty}");
        await Expect(alert).ToContainTextAsync("Request");
    }

    private string Concrete(string path) =>
        path.Replace("{used}", dashboard.UsedPattern, StringComparison.Ordinal)
            .Replace("{finding}", dashboard.Finding, StringComparison.Ordinal)
            .Replace("{success}", dashboard.SuccessPattern, StringComparison.Ordinal);
}
