using Microsoft.Extensions.DependencyInjection;
using Motif.Content.Fatigue;

namespace Motif.Server.Tests.Api;

/// <summary>What the environment holds is shown, and is changed by nobody at run time.</summary>
public sealed class ContentPinnedSettingsTests : IAsyncLifetime
{
    private const string Settings = "/api/v1/content/settings";
    private RunningServer _server = null!;

    public async Task InitializeAsync() =>
        _server = await RunningServer.StartAsync(configure: builder =>
            builder.Services.AddSingleton(
                SettingsCheck.FromEnvironment(name =>
                    name is "PATTERN_FATIGUE_THRESHOLD" ? "5" : null
                )
            )
        );

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_held_setting_is_shown_with_its_variable_and_a_change_of_it_is_refused()
    {
        var shown = await _server.GetAsync(Settings);
        shown.Json["threshold"]!.GetValue<int>().ShouldBe(5);
        shown.Json["pinned"]!
            .ToJsonString()
            .ShouldBe("""{"threshold":"PATTERN_FATIGUE_THRESHOLD"}""");

        var refused = await PutAsync("""{"threshold": 4, "window_days": 9}""");
        refused.ShouldBeProblem(400, "invalid-request");
        refused.ShouldBlame("threshold").ShouldContain("PATTERN_FATIGUE_THRESHOLD");
        refused.ShouldBlame("threshold").ShouldContain("is 5");
        (await _server.GetAsync(Settings)).Json["window_days"]!.GetValue<double>().ShouldBe(7);
    }

    [Fact]
    public async Task What_is_not_held_is_changed_and_the_held_value_may_be_sent_along()
    {
        var changed = await PutAsync("""{"threshold": 5, "window_days": 9}""");
        changed.Status.ShouldBe(200, changed.Text);
        changed.Json["window_days"]!.GetValue<double>().ShouldBe(9);
    }

    [Fact]
    public async Task A_value_that_was_set_before_the_variable_was_gives_way_to_it()
    {
        await _server
            .App.Services.GetRequiredService<IContentStore>()
            .SetSettingsAsync(new FatigueOverrides { Threshold = 1, WindowDays = 2 }, default);
        var shown = (await _server.GetAsync(Settings)).Json;
        shown["threshold"]!.GetValue<int>().ShouldBe(5);
        shown["window_days"]!.GetValue<double>().ShouldBe(2);
    }

    [Fact]
    public async Task A_persona_may_still_differ()
    {
        var persona = await _server.SendAsync(
            HttpMethod.Put,
            "/api/v1/content/personas/ada",
            """{"settings": {"threshold": 1}}"""
        );
        persona.Status.ShouldBe(200, persona.Text);
        await _server.PostAsync("/api/v1/content/personas/ada/posts", """{"pattern": "a"}""");
        var check = await _server.PostAsync(
            "/api/v1/content/check",
            """{"persona_id": "ada", "pattern": "a"}"""
        );
        check.Json["fatigued"]!.GetValue<bool>().ShouldBeTrue(check.Text);
    }

    private Task<Answer> PutAsync(string json) => _server.SendAsync(HttpMethod.Put, Settings, json);
}
