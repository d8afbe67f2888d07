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
    public async Task An_item_is_put_into_another_neighbourhood_by_hand_and_taken_back()
    {
        const string Clusters = "/api/v1/discovery/clusters";
        var mesos = (await dashboard.Server.GetAsync($"{Clusters}?level=meso")).Json["items"]!;
        var (from, to) = (mesos[0]!["cluster_id"]!.ToString(), mesos[1]!);
        var name = to["name"]!.ToString();
        var item = (await dashboard.Server.GetAsync($"{Clusters}/{from}/members?limit=1")).Json[
            "items"
        ]![0]!["item_id"]!.ToString();
        async Task<string?> OriginAsync(string cluster) =>
            (await dashboard.Server.GetAsync($"{Clusters}/{cluster}/members?limit=1000")).Json[
                "items"
            ]!
                .AsArray()
                .FirstOrDefault(m => m!["item_id"]!.ToString() == item)
                ?["origin"]!.ToString();
        await using var opened = await dashboard.OpenAsync(
            $"/discovery?view=neighbourhoods&cluster={from}"
        );
        await opened.Button($"Move {item}").FocusAsync();
        await opened.Page.Keyboard.PressAsync("Enter");
        await opened.ChooseByKeysAsync($"Move {item} to", name, name);
        await opened.ScreenshotAsync("discovery-move");
        (await opened.AccessibilityViolationsAsync()).ShouldBeEmpty();
        await opened.Button("Move it there").ClickAsync();

        var said = $"{item} was moved to “{name}”";
        await Expect(opened.Region("What people changed")).ToContainTextAsync(said);
        await Expect(opened.Button($"Move {item}")).ToHaveCountAsync(0);
        (await OriginAsync(from)).ShouldBeNull();
        (await OriginAsync(to["cluster_id"]!.ToString())).ShouldBe("moved");
        await opened.Button($"Undo: {said}").ClickAsync();
        await Expect(opened.Button($"Move {item}")).ToBeVisibleAsync();
        (await OriginAsync(from)).ShouldBe("run");
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

    [BrowserFact]
    public async Task An_experiment_whose_arms_lost_units_says_where_and_withholds_its_verdict()
    {
        var id = await UnevenExperimentAsync();
        foreach (
            var (scheme, width) in new[] { (ColorScheme.Light, 1360), (ColorScheme.Dark, 420) }
        )
        {
            await using var opened = await dashboard.OpenAsync(
                $"/discovery/experiments/{id}",
                scheme,
                width
            );
            await Expect(opened.Region("Can the counts be trusted?"))
                .ToContainTextAsync("os = android");
            await Expect(opened.Region("What decides")).ToContainTextAsync("withheld");
            await opened.ScreenshotAsync($"discovery-experiment-{width}");
            (await opened.AccessibilityViolationsAsync()).ShouldBeEmpty();
            await opened.Link("all experiments").ClickAsync();
            await Expect(opened.Region("Experiments")).ToContainTextAsync("lost on android");
            await opened.Page.GetByLabel("Usual share, %").FillAsync("5");
            await opened.Page.GetByLabel("Units a day").FillAsync("50");
            await opened.Button("Plan").ClickAsync();
            await Expect(opened.Region("How long would it take?"))
                .ToContainTextAsync("Cannot be decided: a lift of");
            await opened.ScreenshotAsync($"discovery-experiments-{width}");
            (await opened.AccessibilityViolationsAsync()).ShouldBeEmpty();
            opened.Complaints.ShouldBeEmpty();
        }
    }

    /// <summary>Half of the android users of the second arm were never counted.</summary>
    private async Task<string> UnevenExperimentAsync()
    {
        const string Experiments = "/api/v1/discovery/experiments";
        var created = await dashboard.Server.PostAsync(
            Experiments,
            """{"name": "lost on android", "hypothesis": "Questions are clicked more.", "arms": [{"name": "plain"}, {"name": "question"}], "metrics": [{"name": "clicked", "kind": "proportion"}, {"name": "complaints", "role": "guardrail", "better": "lower"}]}"""
        );
        created.Status.ShouldBe(201, created.Text);
        var id = created.Json["experiment_id"]!.ToString();
        (await dashboard.Server.PostAsync($"{Experiments}/{id}/start", "{}")).Status.ShouldBe(200);
        var (exposures, outcomes) = (new List<string>(), new List<string>());
        for (var unit = 0; unit < 4000; unit++)
        {
            var (isQuestion, isAndroid) = (unit % 2 == 1, unit / 2 % 2 == 1);
            if (isQuestion && isAndroid && unit % 8 > 3)
                continue;
            var at = $"2026-01-{3 + (unit / 8 % 6):00}T09:00:00Z";
            exposures.Add(
                $$"""{"unit": "u{{unit}}", "arm": "{{(isQuestion ? "question" : "plain")}}", "at": "{{at}}", "os": "{{(isAndroid ? "android" : "other")}}"}"""
            );
            if (unit % 17 == 0)
                outcomes.Add(
                    $$"""{"unit": "u{{unit}}", "outcome": "clicked", "at": "{{at.Replace("T09", "T10", StringComparison.Ordinal)}}"}"""
                );
        }
        await ImportAsync($"{Experiments}/{id}/exposures", exposures);
        await ImportAsync($"{Experiments}/{id}/outcomes", outcomes);
        return id;
    }

    private async Task ImportAsync(string address, IEnumerable<string> lines)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(
                string.Join('\n', lines),
                System.Text.Encoding.UTF8,
                "application/x-ndjson"
            ),
        };
        var imported = await dashboard.Server.SendAsync(request);
        imported.Status.ShouldBe(200, imported.Text);
    }
}
