using System.Text;
using System.Text.Json.Nodes;

namespace Motif.Server.Tests.Api;

public sealed class ContentApiTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Content = "/api/v1/content";

    private RunningServer Server => shared.Server;

    [Fact]
    public async Task A_template_is_extracted_checked_and_recorded_until_it_is_fatigued()
    {
        var found = await Server.PostAsync(
            $"{Content}/extract",
            """{"content": "The secret to sleep? It's not what you think."}"""
        );
        found.Status.ShouldBe(200, found.Text);
        found.Json["status"]!.GetValue<string>().ShouldBe("ok");
        for (var i = 0; i < 3; i++)
        {
            (await CheckAsync("api-1"))["fatigued"]!.GetValue<bool>().ShouldBeFalse();
            var post = await Server.PostAsync(
                $"{Content}/personas/api-1/posts",
                """{"content": "The secret to sleep? It's not what you think."}"""
            );
            post.Status.ShouldBe(200, post.Text);
        }
        var tired = await CheckAsync("api-1");
        tired["fatigued"]!.GetValue<bool>().ShouldBeTrue();
        tired["count"]!.GetValue<int>().ShouldBe(3);
        tired["biting_cap"]!.GetValue<string>().ShouldBe("family");
        tired["fresh_at"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_time_without_an_offset_is_refused()
    {
        var answer = await Server.PostAsync(
            $"{Content}/check",
            """{"persona_id": "p", "pattern": "a", "at": "2026-03-29T02:30:00"}"""
        );
        answer.ShouldBeProblem(400, "invalid-request");
        answer.ShouldBlame("at").ShouldContain("offset");
    }

    [Fact]
    public async Task A_selection_reserves_replays_and_explains()
    {
        const string Request = """
            {"persona_id": "api-2", "decision_id": "d", "n_select": 2,
             "variants": [{"variant_id": "a", "content": "Hot take: tea wins"},
                          {"variant_id": "b", "content": "Nobody talks about this, but sleep wins"},
                          {"variant_id": "c", "content": "Fight me on this: mornings win"}]}
            """;
        var answer = await Server.PostAsync($"{Content}/select", Request);
        var again = await Server.PostAsync($"{Content}/select", Request);
        var other = await Server.PostAsync(
            $"{Content}/select",
            Request.Replace("\"n_select\": 2", "\"n_select\": 1", StringComparison.Ordinal)
        );
        var replay = await Server.PostAsync($"{Content}/personas/api-2/decisions/d/replay", "{}");
        var why = await Server.GetAsync($"{Content}/personas/api-2/decisions/d");

        answer.Status.ShouldBe(200, answer.Text);
        answer.Json["selected"]!.AsArray().Count.ShouldBe(2);
        again.Json["repeated"]!.GetValue<bool>().ShouldBeTrue();
        other.ShouldBeProblem(409, "not-allowed");
        replay.Json["same"]!.GetValue<bool>().ShouldBeTrue(replay.Text);
        why.Json["variants"]!.AsArray().Count.ShouldBe(3);
        var postId = answer.Json["selected"]![0]!["post_id"]!.GetValue<string>();
        var published = await Server.PostAsync(
            $"{Content}/personas/api-2/posts",
            $$"""{"post_id": "{{postId}}", "external_id": "x-1"}"""
        );
        published.Json["post"]!["state"]!.GetValue<string>().ShouldBe("published", published.Text);
    }

    [Fact]
    public async Task A_refused_reservation_names_its_rule_and_when_it_is_allowed()
    {
        const string Request =
            """{"content": "My mentor told me to rest. I ignored it.", "rule": {"repeat_after_days": 45}}""";
        (await Server.PostAsync($"{Content}/personas/api-3/reservations", Request)).Status.ShouldBe(
            200
        );
        var refused = await Server.PostAsync($"{Content}/personas/api-3/reservations", Request);
        refused.ShouldBeProblem(409, "not-allowed");
        refused.ShouldBlame("repeat_after").ShouldContain("the text may be repeated from 20");
    }

    [Fact]
    public async Task Posts_are_imported_from_json_lines_and_csv_and_wrong_lines_are_told()
    {
        var lines = """
            {"persona_id": "api-4", "external_id": "1", "content": "Hot take: rest wins", "used_at": "2026-01-01T10:00:00Z", "impressions": 100, "successes": 5}
            {"persona_id": "api-4", "external_id": "2", "content": "Hot take: rest wins", "used_at": "2026-01-02T10:00:00Z", "impressions": 100, "successes": 500}
            {"persona_id": "api-4", "content": "no time"}
            """;
        var first = await ImportAsync(lines, "application/x-ndjson");
        var second = await ImportAsync(lines, "application/x-ndjson");
        var csv = await ImportAsync(
            "persona_id,used_at,content,external_id\napi-4,2026-01-03T10:00:00+01:00,\"Hot take: rest, wins\",3\n",
            "text/csv"
        );

        first.Json["imported"]!.GetValue<long>().ShouldBe(1, first.Text);
        first.Json["refused"]!.AsArray().Count.ShouldBe(2);
        second.Json["repeated"]!.GetValue<long>().ShouldBe(1);
        csv.Json["imported"]!.GetValue<long>().ShouldBe(1, csv.Text);
        var posts = await Server.GetAsync($"{Content}/personas/api-4/posts");
        posts.Json["items"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Settings_are_set_at_run_time_and_wrong_ones_are_told()
    {
        var wrong = await Server.SendAsync(
            HttpMethod.Put,
            $"{Content}/settings",
            """{"threshold": 0}"""
        );
        wrong.ShouldBlame("threshold");
        var persona = await Server.SendAsync(
            HttpMethod.Put,
            $"{Content}/personas/api-5",
            """{"settings": {"threshold": 1}}"""
        );
        persona.Status.ShouldBe(200, persona.Text);
        await Server.PostAsync(
            $"{Content}/personas/api-5/posts",
            """{"pattern": "Test pattern {var}"}"""
        );
        var check = await Server.PostAsync(
            $"{Content}/check",
            """{"persona_id": "api-5", "pattern": "Test pattern {var}"}"""
        );
        check.Json["fatigued"]!.GetValue<bool>().ShouldBeTrue(check.Text);
    }

    [Fact]
    public async Task Families_are_published_as_patterns_and_the_same_again_changes_nothing()
    {
        foreach (var fill in (string[])["bread", "rowing", "chess"])
            (
                await Server.PostAsync(
                    $"{Content}/personas/api-6/posts",
                    $$"""{"content": "The quiet joy of {{fill}}: nobody warned me how deep it goes"}"""
                )
            ).Status.ShouldBe(200);

        var first = await Server.PostAsync($"{Content}/families/publish", "{}");
        var again = await Server.PostAsync($"{Content}/families/publish", "{}");

        first.Json["created"]!.GetValue<int>().ShouldBeGreaterThan(0, first.Text);
        again.Json["created"]!.GetValue<int>().ShouldBe(0, again.Text);
        again.Json["updated"]!.GetValue<int>().ShouldBe(0, again.Text);
        var patterns = await Server.GetAsync("/api/v1/patterns?kind=content&search=quiet+joy");
        patterns.Json["items"]!
            .AsArray()
            .Select(p => p!["pattern_type"]!.GetValue<string>())
            .ShouldContain("post_template", patterns.Text);
    }

    private async Task<JsonNode> CheckAsync(string persona)
    {
        var answer = await Server.PostAsync(
            $"{Content}/check",
            $$"""{"persona_id": "{{persona}}", "content": "The secret to focus? It's not what you think."}"""
        );
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Json;
    }

    private async Task<Answer> ImportAsync(string body, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Content}/posts/import");
        request.Content = new StringContent(body, Encoding.UTF8, type);
        return await Server.SendAsync(request);
    }
}
