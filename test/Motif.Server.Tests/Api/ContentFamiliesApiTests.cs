namespace Motif.Server.Tests.Api;

/// <summary>Families are merged and rebuilt over HTTP, and what the environment holds is not changed.</summary>
public sealed class ContentFamiliesApiTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Content = "/api/v1/content";

    private RunningServer Server => shared.Server;

    [Fact]
    public async Task A_renamed_template_keeps_its_posts()
    {
        await Server.PostAsync($"{Content}/personas/ada/posts", """{"pattern": "Old {var}"}""");
        var merged = await Server.PostAsync(
            $"{Content}/families/merge",
            """{"from": "Old {var}", "into": "New {var}"}"""
        );
        merged.Status.ShouldBe(200, merged.Text);
        var check = await Server.PostAsync(
            $"{Content}/check",
            """{"persona_id": "ada", "pattern": "New {var}"}"""
        );
        check.Json["count"]!.GetValue<int>().ShouldBe(1);
        var again = await Server.PostAsync(
            $"{Content}/families/merge",
            """{"from": "New {var}", "into": "Old {var}"}"""
        );
        again.ShouldBeProblem(400, "invalid-request");
        again.ShouldBlame("into").ShouldContain("same family");
        var aliases = await Server.GetAsync($"{Content}/families/aliases");
        aliases.Json["items"]![0]!["alias_id"]!
            .GetValue<string>()
            .ShouldBe(merged.Json["alias_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_rebuild_asks_for_the_state_that_was_looked_at()
    {
        await Server.PostAsync(
            $"{Content}/personas/bob/posts",
            """{"content": "The secret to sleep? It's not what you think."}"""
        );
        var diff = await Server.GetAsync($"{Content}/families/rebuild");
        diff.Status.ShouldBe(200, diff.Text);
        var stale = await Server.PostAsync($"{Content}/families/rebuild", """{"state": "17.17"}""");
        stale.Status.ShouldBe(412, stale.Text);
        var switched = await Server.PostAsync(
            $"{Content}/families/rebuild",
            $$"""{"state": "{{diff.Json["state"]}}"}"""
        );
        switched.Json["switched"]!.GetValue<bool>().ShouldBeTrue(switched.Text);
    }
}
