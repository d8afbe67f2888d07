using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Motif.Server.Tests.Dashboard;

/// <summary>The page Decisions with its parts opened, on a desk that has been learned from for some weeks.</summary>
[Collection(DashboardGroup.Name)]
[Trait("Category", "Browser")]
[Trait("Category", "Slow")]
public sealed class DecisionsTests(LiveDashboard dashboard)
{
    [BrowserFact]
    public async Task Keys_lead_through_the_queue_into_an_edit_and_back()
    {
        await using var opened = await dashboard.OpenAsync("/decisions");
        await Expect(opened.Button("Approve").First).ToBeVisibleAsync();
        await opened.Page.Keyboard.PressAsync("j");
        await Expect(opened.Page.Locator("article[aria-current]")).ToHaveCountAsync(1);
        await opened.Page.Keyboard.PressAsync("e");
        var words = opened.Page.GetByRole(AriaRole.Textbox, new() { Name = "Send these words" });
        await Expect(words).ToBeFocusedAsync();
        await ShouldBeAccessibleAsync(opened, "decisions-edit");
        await opened.Page.Keyboard.PressAsync("Escape");
        await Expect(words).ToHaveCountAsync(0);
        await opened.Page.Keyboard.PressAsync("r");
        await ShouldBeAccessibleAsync(opened, "decisions-reject");
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserTheory]
    [InlineData("Examples")]
    [InlineData("Confidence over time")]
    [InlineData("Versions")]
    public async Task A_pattern_shows_what_it_is_made_of(string part)
    {
        await using var opened = await dashboard.OpenAsync("/decisions?view=patterns");
        await opened.Button(part).First.ClickAsync();
        await ShouldBeAccessibleAsync(
            opened,
            $"decisions-pattern-{part.Split(' ')[0].ToLowerInvariant()}"
        );
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_pattern_is_merged_into_another_after_its_words_were_shown()
    {
        await using var opened = await dashboard.OpenAsync("/decisions?view=patterns");
        await opened.Button("Merge").First.ClickAsync();
        await opened
            .Page.GetByRole(AriaRole.Combobox, new() { NameRegex = new("^Merge ") })
            .First.ClickAsync();
        await opened.Page.GetByRole(AriaRole.Option).First.ClickAsync();
        await Expect(opened.Page.GetByText("is taken out of use")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(opened, "decisions-merge");
        await opened.Page.GotoAsync("/decisions?view=settings");
        await Expect(opened.Page.GetByText("The share of answers that were right").First)
            .ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(opened, "decisions-learning");
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_message_is_tried_and_what_a_target_would_cost_is_asked()
    {
        await using var opened = await dashboard.OpenAsync("/decisions?view=test");
        await opened
            .Page.GetByRole(AriaRole.Textbox, new() { Name = "Message" })
            .FillAsync("please bay and number what about it 3");
        await opened.Button("Try").ClickAsync();
        await Expect(opened.Page.GetByText("Candidates")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(opened, "decisions-tried");
        await opened.Page.GotoAsync("/decisions?view=whatif");
        await opened.Button("Ask").ClickAsync();
        await Expect(opened.Page.GetByRole(AriaRole.Region, new() { Name = "Risk R0" }))
            .ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(opened, "decisions-asked");
        opened.Complaints.ShouldBeEmpty();
    }

    private static async Task ShouldBeAccessibleAsync(DashboardPage opened, string name)
    {
        await opened.ScreenshotAsync(name);
        (await opened.AccessibilityViolationsAsync()).ShouldBeEmpty(name);
    }
}
