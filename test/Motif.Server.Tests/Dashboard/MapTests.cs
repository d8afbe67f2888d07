using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Motif.Server.Tests.Dashboard;

/// <summary>The map of the corpus, in a real browser: colours, filters, lasso and names.</summary>
[Collection(DashboardGroup.Name)]
[Trait("Category", "Browser")]
[Trait("Category", "Slow")]
public sealed partial class MapTests(LiveDashboard dashboard)
{
    private const string Map = "Where do the items lie?";

    [BrowserFact]
    public async Task A_colour_that_is_switched_off_by_keys_stays_off_when_the_address_is_opened_again()
    {
        await using var opened = await dashboard.OpenAsync("/discovery?view=map");
        await opened.ChooseByKeysAsync("Colour by", "guest", "guest");
        var yes = Legend(opened)
            .GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^true") });
        await yes.FocusAsync();
        await opened.Page.Keyboard.PressAsync("Enter");

        await Expect(yes).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(opened.Page).ToHaveURLAsync(new Regex("colour=guest&off=1"));
        var shown = await ShownAsync(opened);
        shown.ShouldBe(await CountAsync("""[{"name": "guest", "values": ["false"]}]"""));
        await opened.Page.ReloadAsync();
        await Expect(yes).ToHaveAttributeAsync("aria-pressed", "false");
        (await ShownAsync(opened)).ShouldBe(shown);
        await opened.ScreenshotAsync("discovery-map-legend");
        (await opened.AccessibilityViolationsAsync()).ShouldBeEmpty();
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserTheory]
    [InlineData(
        "where=camera%3Dphone&where=duration_seconds%3A60..400",
        """[{"name": "camera", "values": ["phone"]}, {"name": "duration_seconds", "ranges": [{"min": 60, "below": 400}]}]"""
    )]
    [InlineData(
        "where=published_at%3A1735689600..&colour=performance_ratio&off=0%2C1",
        """[{"name": "published_at", "ranges": [{"min": 1735689600}]}, {"name": "performance_ratio", "ranges": [{"min": 1.5}]}]"""
    )]
    [InlineData("colour=guest&off=0", """[{"name": "guest", "values": ["true"]}]""")]
    public async Task Filters_by_every_kind_of_attribute_let_through_what_the_server_lets_through(
        string address,
        string attributes
    )
    {
        await using var opened = await dashboard.OpenAsync($"/discovery?view=map&{address}");
        await opened.Button("Select what is visible").ClickAsync();
        var wanted = await CountAsync(attributes);
        wanted.ShouldBeGreaterThan(0);
        await Expect(opened.Region("Selected"))
            .ToContainTextAsync(
                FormattableString.Invariant($"{wanted:N0} items inside that pass the filter")
            );
        (await ShownAsync(opened)).ShouldBe(wanted);
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_lasso_by_mouse_holds_the_items_that_the_same_polygon_holds_for_the_server()
    {
        await using var opened = await dashboard.OpenAsync(
            "/discovery?view=map&where=guest%3Dfalse"
        );
        await opened.SettleAsync();
        var box = (
            await opened.Page.GetByRole(AriaRole.Application).BoundingBoxAsync()
        ).ShouldNotBeNull();
        // Concave, and crossing itself.
        (float X, float Y)[] stroke = [(.3f, .1f), (.7f, .9f), (.7f, .1f), (.3f, .9f), (.45f, .5f)];
        await opened.Button("Lasso").ClickAsync();
        var mouse = opened.Page.Mouse;
        IResponse answer = await opened.Page.RunAndWaitForResponseAsync(
            async () =>
            {
                await mouse.MoveAsync(
                    box.X + (stroke[0].X * box.Width),
                    box.Y + (stroke[0].Y * box.Height)
                );
                await mouse.DownAsync();
                foreach (var (x, y) in stroke.Skip(1))
                    await mouse.MoveAsync(box.X + (x * box.Width), box.Y + (y * box.Height));
                await mouse.UpAsync();
            },
            response => response.Url.EndsWith("/map/select", StringComparison.Ordinal)
        );

        var byMouse = (await answer.JsonAsync()).ShouldNotBeNull();
        var lasso = LassoOf(opened.Page.Url);
        lasso.Length.ShouldBe(2 * stroke.Length);
        var asked = await dashboard.Server.PostAsync(
            "/api/v1/discovery/map/select",
            $$"""{"polygon": [{{string.Join(", ", lasso.Chunk(2).Select(c => $$"""{"x": {{c[0]}}, "y": {{c[1]}}}"""))}}], "attributes": [{"name": "guest", "values": ["false"]}]}"""
        );
        var ids = byMouse
            .GetProperty("item_ids")
            .EnumerateArray()
            .Select(i => i.GetString())
            .ToList();
        ids.ShouldNotBeEmpty();
        ids.ShouldBe(asked.Json["item_ids"]!.AsArray().Select(i => i!.ToString()));
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Two_fingers_come_nearer_as_they_part_and_one_moves_the_map()
    {
        await using var opened = await dashboard.OpenAsync(
            "/discovery?view=map",
            ColorScheme.Light,
            420
        );
        await opened.SettleAsync();
        await opened.Button("Nearer").ClickAsync();
        await opened.Page.WaitForURLAsync(Camera());
        var start = CameraOf(opened.Page.Url);
        var map = opened.Page.GetByRole(AriaRole.Application);
        // A finger outside the window touches nothing.
        await map.EvaluateAsync("element => element.scrollIntoView({ block: 'center' })");
        var box = (await map.BoundingBoxAsync()).ShouldNotBeNull();
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        y.ShouldBeInRange(0, 900);
        var browser = await opened.Page.Context.NewCDPSessionAsync(opened.Page);
        await browser.SendAsync(
            "Emulation.setTouchEmulationEnabled",
            new Dictionary<string, object> { ["enabled"] = true, ["maxTouchPoints"] = 2 }
        );
        Task TouchAsync(string type, params float[] across) =>
            browser.SendAsync(
                "Input.dispatchTouchEvent",
                new Dictionary<string, object>
                {
                    ["type"] = type,
                    ["touchPoints"] = across.Select(
                        (dx, id) =>
                            new Dictionary<string, object>
                            {
                                ["x"] = x + dx,
                                ["y"] = y,
                                ["id"] = id,
                            }
                    ),
                }
            );

        await TouchAsync("touchStart", -40, 40);
        for (var dx = 50; dx <= 120; dx += 10)
            await TouchAsync("touchMove", -dx, dx);
        await opened.Page.WaitForURLAsync(url => CameraOf(url)[2] > 2.9 * start[2]);
        var near = CameraOf(opened.Page.Url);
        await opened.ScreenshotAsync("discovery-map-pinched", isFullPage: false);
        await TouchAsync("touchEnd");
        await TouchAsync("touchStart", -120);
        await TouchAsync("touchMove", -80);
        await opened.Page.WaitForURLAsync(url => CameraOf(url)[0] < near[0]);
        var moved = CameraOf(opened.Page.Url);
        await TouchAsync("touchEnd");

        near[2].ShouldBe(3 * start[2], 0.02 * start[2]);
        // What was between the fingers is there still, to a pixel or two: a finger may touch between them.
        near[0].ShouldBe(start[0], 2 / start[2]);
        near[1].ShouldBe(start[1], 2 / start[2]);
        moved[2].ShouldBe(near[2]);
        moved[0].ShouldBe(near[0] - (40 / near[2]), 0.01 * Math.Abs(near[0]) + 0.01);
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_lasso_is_drawn_by_keys_alone()
    {
        await using var opened = await dashboard.OpenAsync("/discovery?view=map");
        var map = opened.Page.GetByRole(AriaRole.Application);
        await opened.SettleAsync();
        await map.FocusAsync();
        foreach (
            var key in (string[])
                [
                    " ",
                    "ArrowRight",
                    "ArrowRight",
                    "ArrowRight",
                    " ",
                    "ArrowDown",
                    "ArrowDown",
                    "ArrowDown",
                    " ",
                    "Enter",
                ]
        )
            await opened.Page.Keyboard.PressAsync(key);

        await Expect(opened.Region("Selected")).ToContainTextAsync("inside that pass the filter");
        LassoOf(opened.Page.Url).Length.ShouldBe(6);
        await opened.Button("Clear").ClickAsync();
        await Expect(opened.Region("Selected")).ToHaveCountAsync(0);
        opened.Complaints.ShouldBeEmpty();
    }

    /// <summary>M6, as it is drawn: measured on the page, not in the arithmetic that placed them.</summary>
    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(420)]
    public async Task Names_on_the_map_overlap_at_no_zoom_and_are_not_cut(int width)
    {
        await using var opened = await dashboard.OpenAsync(
            "/discovery?view=map",
            ColorScheme.Dark,
            width
        );
        var map = opened.Page.GetByRole(AriaRole.Application);
        await opened.SettleAsync();
        await map.FocusAsync();
        var levels = new HashSet<string>();
        for (var step = 0; step < 14; step++)
        {
            var seen = await map.EvaluateAsync<JsonElement>(
                """
                element => {
                  const names = [...element.querySelectorAll('[data-level]')];
                  const boxes = names.map(name => name.getBoundingClientRect());
                  const overlapping = [];
                  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b, j) => {
                    if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
                      overlapping.push(names[i].textContent + ' | ' + names[i + 1 + j].textContent);
                  }));
                  const cut = names.filter(n => n.scrollWidth > n.clientWidth && n.clientWidth < 240).map(n => n.textContent);
                  return { levels: names.map(n => n.dataset.level), overlapping, cut };
                }
                """
            );
            seen.GetProperty("overlapping").EnumerateArray().ShouldBeEmpty();
            seen.GetProperty("cut").EnumerateArray().ShouldBeEmpty();
            levels.UnionWith(
                seen.GetProperty("levels").EnumerateArray().Select(l => l.GetString()!)
            );
            await opened.Page.Keyboard.PressAsync("+");
        }
        levels.ShouldContain("macro");
        levels.ShouldContain("meso");
        (await opened.OverflowAsync()).ShouldBeLessThanOrEqualTo(0);
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task The_evidence_of_a_finding_and_its_counter_examples_are_marked_on_the_map()
    {
        await using var opened = await dashboard.OpenAsync(
            $"/discovery/findings/{dashboard.Finding}"
        );
        await opened.Link("evidence on the map").ClickAsync();
        var finding = (
            await dashboard.Server.GetAsync($"/api/v1/discovery/findings/{dashboard.Finding}")
        ).Json;
        var map = opened.Page.GetByRole(AriaRole.Application);
        await Expect(map.Locator("[data-mark=best]"))
            .ToHaveCountAsync(finding["examples"]!.AsArray().Count);
        await Expect(map.Locator("[data-mark=worst]"))
            .ToHaveCountAsync(finding["counter_examples"]!.AsArray().Count);
        await opened.Button("Go there").First.FocusAsync();
        await opened.Page.Keyboard.PressAsync("Enter");
        await Expect(map.GetByRole(AriaRole.Status)).ToContainTextAsync("views");
        await opened.ScreenshotAsync("discovery-map-evidence");
        (await opened.AccessibilityViolationsAsync()).ShouldBeEmpty();
        await opened.Button("Take the marks away").ClickAsync();
        await Expect(map.Locator("[data-mark]")).ToHaveCountAsync(0);
        opened.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Without_WebGL_a_table_is_offered()
    {
        await using var opened = await dashboard.OpenAsync("/discovery?view=ask");
        await opened.Page.AddInitScriptAsync(
            """
            const before = HTMLCanvasElement.prototype.getContext;
            HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
              return kind.startsWith('webgl') ? null : before.call(this, kind, ...rest);
            };
            """
        );
        await opened.Page.GotoAsync("/discovery?view=map");
        await Expect(opened.Region(Map)).ToContainTextAsync("no WebGL");
        await Expect(opened.Region(Map).GetByRole(AriaRole.Row).Nth(1)).ToBeVisibleAsync();
        opened.Complaints.ShouldBeEmpty();
    }

    /// <summary>M7; how fast it is belongs to no test.</summary>
    [BrowserFact]
    public async Task A_hundred_thousand_points_are_drawn_filtered_and_read_without_a_complaint()
    {
        await using var server = await LargeMap.StartAsync();
        await using var opened = await dashboard.OpenAsync("/discovery?view=map", server: server);
        var map = opened.Page.GetByRole(AriaRole.Application);
        await Expect(opened.Region(Map)).ToContainTextAsync("100,000 items, 100,000 shown");
        await map.FocusAsync();
        await opened.Page.Keyboard.PressAsync("+");
        await Expect(map.GetByRole(AriaRole.Status)).ToContainTextAsync("Video number");
        await opened.ScreenshotAsync("discovery-map-large");

        await opened.Page.GotoAsync("/discovery?view=map&colour=camera&off=0");
        await Expect(opened.Region(Map)).ToContainTextAsync("100,000 items, 50,000 shown");
        await opened.Button("Select what is visible").ClickAsync();
        await Expect(opened.Region("Selected")).ToContainTextAsync("50,000 items inside");
        opened.Complaints.ShouldBeEmpty();
    }

    private static ILocator Legend(DashboardPage opened) =>
        opened.Page.GetByRole(AriaRole.Group, new() { Name = "Legend" });

    /// <summary>How many points the page says that it shows.</summary>
    private static async Task<int> ShownAsync(DashboardPage opened)
    {
        await opened.SettleAsync();
        var text = await opened.Region(Map).InnerTextAsync();
        return int.Parse(
            ShownNumber().Match(text).Groups[1].Value,
            NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture
        );
    }

    /// <summary>How many points of the whole map the server lets through.</summary>
    private async Task<int> CountAsync(string attributes)
    {
        var counted = await dashboard.Server.PostAsync(
            "/api/v1/discovery/map/select",
            $$"""{"polygon": [{"x": -1e6, "y": -1e6}, {"x": 1e6, "y": -1e6}, {"x": 1e6, "y": 1e6}, {"x": -1e6, "y": 1e6}], "attributes": {{attributes}}}"""
        );
        counted.Status.ShouldBe(200, counted.Text);
        return counted.Json["count"]!.GetValue<int>();
    }

    private static string[] LassoOf(string url) =>
        Uri.UnescapeDataString(Lasso().Match(url).Groups[1].Value).Split(',');

    private static double[] CameraOf(string url) =>
        [
            .. Uri.UnescapeDataString(Camera().Match(url).Groups[1].Value)
                .Split(',')
                .Select(n => double.Parse(n, CultureInfo.InvariantCulture)),
        ];

    [GeneratedRegex("[?&]at=([^&]*)")]
    private static partial Regex Camera();

    [GeneratedRegex("lasso=([^&]*)", RegexOptions.NonBacktracking)]
    private static partial Regex Lasso();

    [GeneratedRegex("items, ([0-9,]+) shown", RegexOptions.NonBacktracking)]
    private static partial Regex ShownNumber();
}
