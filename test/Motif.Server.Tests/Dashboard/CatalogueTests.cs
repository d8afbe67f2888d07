using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Motif.Server.Tests.Dashboard;

/// <summary>The catalogue's page in a real browser: searched as one types, narrowed by what it counts, paged.</summary>
[Collection(DashboardGroup.Name)]
[Trait("Category", "Browser")]
[Trait("Category", "Slow")]
public sealed class CatalogueTests(LiveDashboard dashboard)
{
    [BrowserFact]
    public async Task The_list_follows_what_is_typed_and_says_how_many_there_are()
    {
        await using var opened = await dashboard.OpenAsync("/catalogue");
        await opened.SettleAsync();
        await opened.Page.GetByRole(AriaRole.Searchbox).PressSequentiallyAsync("backfill");
        await Expect(opened.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(opened.Link("Backfill in batches")).ToBeVisibleAsync();
        await Expect(opened.Page.GetByText("1 pattern", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(opened.Page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await opened.Button("Take away: Search backfill").ClickAsync();
        await Expect(opened.Page.Locator("tbody tr")).ToHaveCountAsync(25);
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_facet_narrows_the_list_to_as_many_as_it_counted()
    {
        await using var opened = await dashboard.OpenAsync("/catalogue");
        var practices = opened
            .Page.GetByRole(AriaRole.Group, new() { Name = "Kind" })
            .GetByRole(AriaRole.Checkbox, new() { Name = "Practices" });
        await practices.CheckAsync();
        var counted = (
            await dashboard.Server.GetAsync("/api/v1/patterns/facets?kind=success")
        ).Json["total"]!.GetValue<int>();
        await Expect(opened.Page.Locator("tbody tr")).ToHaveCountAsync(counted);
        await Expect(practices).ToBeCheckedAsync();
        (await opened.AccessibilityViolationsAsync()).ShouldBeEmpty();
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Next_begins_at_the_top()
    {
        await using var opened = await dashboard.OpenAsync("/catalogue");
        await opened.Link("Next").ClickAsync();
        await Expect(opened.Page.GetByText("26 to 50 of")).ToBeVisibleAsync();
        await opened.Page.WaitForFunctionAsync("() => window.scrollY === 0");
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task On_a_phone_the_filters_open_on_demand()
    {
        await using var opened = await dashboard.OpenAsync("/catalogue", width: 390, height: 844);
        var filters = opened.Page.GetByRole(AriaRole.Group, new() { Name = "Filters" });
        await Expect(opened.Button("Filters")).ToBeVisibleAsync();
        await Expect(filters).Not.ToBeVisibleAsync();
        await opened.Button("Filters").ClickAsync();
        await Expect(filters).ToBeVisibleAsync();
        (await opened.OverflowAsync()).ShouldBe(0);
    }
}
