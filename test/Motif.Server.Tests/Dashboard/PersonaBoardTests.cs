using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Motif.Server.Tests.Dashboard;

/// <summary>The board of a persona with four weeks of posts and decisions behind it, in a real browser.</summary>
[Collection(DashboardGroup.Name)]
[Trait("Category", "Browser")]
[Trait("Category", "Slow")]
public sealed class PersonaBoardTests(LiveDashboard dashboard)
{
    private const string Persona = "board";

    private static readonly string[] Contents =
    [
        "The secret to good bread? It's not what you think.",
        "7 things we learned from counting leftovers",
        "Unpopular opinion: butter is not the most important thing",
        "Nobody talks about this, but ovens have moods",
    ];

    [BrowserFact]
    public async Task Diversity_over_time_and_the_cost_of_the_cap_stand_on_the_board()
    {
        await PostAsync();
        await DecideAsync();

        await using var opened = await dashboard.OpenAsync($"/content?persona={Persona}");

        var varied = opened.Region("Do the posts stay varied?");
        await Expect(
                varied.GetByRole(
                    AriaRole.Img,
                    new() { NameRegex = new("^Diversity over 28 days; now as varied as ") }
                )
            )
            .ToBeVisibleAsync();
        var cost = opened.Region("What does the cap cost?");
        await Expect(cost.GetByText("of rate a post, between")).ToBeVisibleAsync();
        await Expect(cost.GetByText("22 decisions with 22 slots")).ToBeVisibleAsync();
        await opened.ScreenshotAsync("content-persona-board");
        (await opened.AccessibilityViolationsAsync()).ShouldBeEmpty();
        await varied.GetByRole(AriaRole.Button, new() { Name = "Show as table" }).ClickAsync();
        await Expect(varied.GetByRole(AriaRole.Row)).ToHaveCountAsync(29);
        opened.Complaints.ShouldBeEmpty();
    }

    /// <summary>The first template works best and has been used up in the last week.</summary>
    private async Task PostAsync()
    {
        for (var i = 0; i < 24; i++)
        {
            var days = i < 18 ? 27 - i : 23 - i;
            var content = i < 18 ? i % 4 : i % 2;
            var at = TimeProvider.System.GetUtcNow().AddDays(-days).AddHours(-2);
            var answer = await dashboard.Server.PostAsync(
                $"/api/v1/content/personas/{Persona}/posts",
                JsonSerializer.Serialize(
                    new
                    {
                        content = Contents[content],
                        used_at = at.ToString("O", CultureInfo.InvariantCulture),
                        external_id = $"{Persona}-{i}",
                        metrics = new[]
                        {
                            new
                            {
                                as_of = at.AddHours(1).ToString("O", CultureInfo.InvariantCulture),
                                impressions = 1000,
                                successes = content == 0 ? 90 : 30,
                                final = true,
                            },
                        },
                    }
                )
            );
            answer.Status.ShouldBeInRange(200, 201, answer.Text);
        }
    }

    private async Task DecideAsync()
    {
        for (var i = 0; i < 22; i++)
        {
            var answer = await dashboard.Server.PostAsync(
                "/api/v1/content/select",
                JsonSerializer.Serialize(
                    new
                    {
                        persona_id = Persona,
                        decision_id = $"d{i}",
                        reserve = false,
                        variants = Contents.Select(
                            (c, v) => new { variant_id = $"v{v}", content = c }
                        ),
                    }
                )
            );
            answer.Status.ShouldBe(200, answer.Text);
        }
    }
}
